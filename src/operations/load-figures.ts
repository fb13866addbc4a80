import { z } from "zod";
import type { Observation } from "../domain/measure/measure-facts.ts";
import { may } from "../domain/people/may.ts";
import { caIndicators } from "../frameworks/ca-indicators/catalogue.ts";
import type { CatalogueProblem } from "../indicators/figures/catalogue-problems.ts";
import { type FigureProblemId, figureProblemIds } from "../indicators/figures/figure-problems.ts";
import type { FigureRow } from "../indicators/figures/figure-row.ts";
import { readFigures } from "../indicators/figures/read-figures.ts";
import { InvalidInput, NotAllowed } from "./errors.ts";
import { keepTableFile } from "./keep-table-file.ts";
import { openTable } from "./open-table.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import { schemaOf } from "./outputs/agreement.ts";
import { tableProblemOutput } from "./outputs/table-load-output.ts";
import { plainFileName } from "./plain-file-name.ts";
import { dayOf } from "./plan-checks.ts";
import { proposeFindings } from "./propose-findings.ts";

type FileProblem = CatalogueProblem<FigureProblemId>;

export type LoadResult =
	| {
			readonly result: "taken";
			readonly loadIds: readonly string[];
			readonly added: number;
			readonly replaced: number;
			readonly unchanged: number;
			/** Findings that the new figures propose. */
			readonly proposedFindings: number;
			readonly problems: readonly FileProblem[];
	  }
	| { readonly result: "same-file"; readonly loadId: string }
	| { readonly result: "refused"; readonly problems: readonly FileProblem[] };

const ProblemOutput = schemaOf<FileProblem>()(
	tableProblemOutput(figureProblemIds, {
		id: "FileProblem",
		description: "One problem in a file, for the person who must mend it.",
	}),
);

const LoadResultOutput = z
	.discriminatedUnion("result", [
		z.object({
			result: z.literal("taken"),
			loadIds: z.array(z.uuid()),
			added: z.int(),
			replaced: z.int(),
			unchanged: z.int(),
			proposedFindings: z.int(),
			problems: z.array(ProblemOutput),
		}),
		z.object({ result: z.literal("same-file"), loadId: z.uuid() }),
		z.object({ result: z.literal("refused"), problems: z.array(ProblemOutput) }),
	])
	.meta({ id: "LoadResult" });

/**
 * Takes a file of figures (CSV or Excel), whole or not at all. A file may hold several counties: each gets its own load
 * of the same file. The same file twice changes nothing. A newer figure of the same indicator, group and period takes
 * the place of the older one, which stays in its load.
 */
export const loadFigures = defineOperation({
	name: "load-figures",
	title: "Load figures",
	http: { method: "post", path: "/figure-loads" },
	input: z.object({
		/** The county that the file is about; null where the file names counties itself. */
		jurisdictionId: z.uuid().nullable(),
		/** Vintage in which codes are looked for first, when a row names none. */
		vintage: z.string().max(40).optional(),
		fileName: z.string().min(1).max(1000),
		bytes: z.instanceof(Uint8Array),
	}),
	output: LoadResultOutput,
	async run(context, input): Promise<LoadResult> {
		const { ids, stores } = context;
		const counties = await countiesFor(context, input.jurisdictionId);
		const sha256 = ids.hash(input.bytes);
		const earlier = (await stores.facts.list("figure-load", { sha256 })).filter((load) =>
			counties.some((county) => county.id === load.jurisdictionId),
		);
		const reading = await readFile(context, input, counties);
		if (!reading.taken) return { result: "refused", problems: reading.problems };
		const byCounty = groupByCounty(reading.figures);
		const missing = [...byCounty.keys()].filter((id) => !earlier.some((load) => load.jurisdictionId === id));
		if (missing.length === 0 && earlier[0]) return { result: "same-file", loadId: earlier[0].id };
		const fileId = await keepFile(context, input, missing);
		const totals = { added: 0, replaced: 0, unchanged: 0, proposedFindings: 0 };
		const loadIds: string[] = [];
		for (const jurisdictionId of missing) {
			const taken = await takeCounty(context, {
				...input,
				jurisdictionId,
				sha256,
				fileId,
				figures: byCounty.get(jurisdictionId) ?? [],
			});
			loadIds.push(taken.loadId);
			totals.added += taken.added;
			totals.replaced += taken.replaced;
			totals.unchanged += taken.unchanged;
			totals.proposedFindings += taken.proposedFindings;
		}
		return { result: "taken", loadIds, ...totals, problems: reading.problems };
	},
});

/** A State's own figures are what its own plans are measured by; a region has those of its counties. */
const placesWithFigures: ReadonlySet<string> = new Set(["county", "tribe", "state"]);

/** The places whose figures this person may load: the one asked for, or all. */
async function countiesFor({ actor, stores }: OperationContext, jurisdictionId: string | null) {
	const all = (await stores.facts.list("jurisdiction")).filter(({ kind }) => placesWithFigures.has(kind));
	const wanted = jurisdictionId === null ? all : all.filter((each) => each.id === jurisdictionId);
	if (wanted.length === 0) {
		throw new InvalidInput([{ field: "jurisdictionId", message: "Choose the county that the figures are about." }]);
	}
	const allowed = [];
	for (const each of wanted) {
		if (may(actor, "figures.load", await stores.jurisdictions.pathOf(each.id))) allowed.push(each);
	}
	if (allowed.length === 0) {
		throw new NotAllowed(
			"Figures are loaded by data analysts and planners of the county. Ask your administrator for that role.",
		);
	}
	return allowed.map(({ id, code, name }) => ({ id, code, name }));
}

type LoadInput = { readonly fileName: string; readonly bytes: Uint8Array; readonly vintage?: string | undefined };

async function readFile(
	{ clock }: OperationContext,
	{ bytes, vintage }: LoadInput,
	counties: readonly { id: string; code: string; name: string }[],
) {
	const options = {
		counties,
		catalogue: caIndicators,
		defaultVintages: vintage ? [vintage] : [],
		today: dayOf(clock()),
	};
	const opened = await openTable(bytes);
	if ("problem" in opened) return { taken: false, figures: [], problems: [opened.problem] };
	return readFigures(opened.table, options);
}

function groupByCounty(figures: readonly FigureRow[]): ReadonlyMap<string, readonly FigureRow[]> {
	const groups = new Map<string, FigureRow[]>();
	for (const figure of figures) {
		const group = groups.get(figure.jurisdictionId);
		if (group) group.push(figure);
		else groups.set(figure.jurisdictionId, [figure]);
	}
	return groups;
}

type CountyLoad = LoadInput & {
	readonly jurisdictionId: string;
	readonly sha256: string;
	readonly fileId: string;
	readonly figures: readonly FigureRow[];
};

/**
 * Keeps the file once, under the nearest place that stands above all counties in it: a county never comes to hold another
 * county's rows by a file that was loaded for both.
 */
async function keepFile(context: OperationContext, input: LoadInput, counties: readonly string[]): Promise<string> {
	const { actor, stores } = context;
	const paths = await Promise.all(counties.map((id) => stores.jurisdictions.pathOf(id)));
	const common = (paths[0] ?? []).find((place) => paths.every((path) => path.includes(place)));
	if (!common || !may(actor, "figures.load", await stores.jurisdictions.pathOf(common))) {
		throw new NotAllowed(
			"This file holds several counties. You may load for each of them, but not for the place above them: load one file a county.",
		);
	}
	return (await keepTableFile(context, { ...input, jurisdictionId: common })).fileId;
}

async function takeCounty(context: OperationContext, load: CountyLoad) {
	const { actor, ids, stores } = context;
	const { jurisdictionId, sha256, fileId } = load;
	const role = requireRole(actor, "figures.load", await stores.jurisdictions.pathOf(jurisdictionId));
	const current = new Map(
		(await stores.figures.list({ jurisdictionIds: [jurisdictionId] })).map((each) => [keyOf(each), each]),
	);
	const loadId = ids.next();
	const changed = load.figures.filter((figure) => !saysTheSame(current.get(keyOf(figure)), figure));
	const replaced = changed.flatMap((figure) => current.get(keyOf(figure))?.id ?? []);
	const counts = {
		rows: load.figures.length,
		added: changed.length - replaced.length,
		replaced: replaced.length,
		unchanged: load.figures.length - changed.length,
	};
	await stores.facts.write({
		kind: "figure-load",
		id: loadId,
		verb: "add",
		expectedVersion: 0,
		patch: { jurisdictionId, fileId, fileName: plainFileName(load.fileName), sha256, ...counts },
		jurisdictionId,
		root: loadId,
		role,
		reason: "",
	});
	const observations = changed.map(({ row: _row, ...figure }): Observation => ({ ...figure, id: ids.next(), loadId }));
	await stores.figures.add(observations, replaced);
	const proposedFindings = await proposeFindings(context, jurisdictionId, role);
	return { loadId, ...counts, proposedFindings };
}

/** What makes two figures the same figure: a newer one takes the older one's place. */
function keyOf(
	figure: Pick<Observation, "vintage" | "indicator" | "populationGroup" | "periodStart" | "periodEnd">,
): string {
	return [figure.vintage, figure.indicator, figure.populationGroup, figure.periodStart, figure.periodEnd].join("|");
}

function saysTheSame(known: Observation | undefined, figure: FigureRow): boolean {
	return (
		known !== undefined &&
		known.value === figure.value &&
		known.numerator === figure.numerator &&
		known.denominator === figure.denominator &&
		known.source === figure.source &&
		known.dataAsOf === figure.dataAsOf
	);
}
