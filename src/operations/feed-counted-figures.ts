import { z } from "zod";
import { writeCsv } from "../documents/excel/write-csv.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import type { Observation, Withheld } from "../domain/measure/measure-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { type IndicatorId, isIndicatorId, observedScale } from "../indicators/engine/indicator.ts";
import { NotFound } from "./errors.ts";
import { maskKey } from "./indicator-masks.ts";
import type { IndicatorMask, IndicatorRun } from "./indicator-runs.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import { proposeFindings } from "./propose-findings.ts";

/** The catalogue of the indicators that are counted. */
const vintage = "cfsr4";
/** How the source of a counted figure begins, and what parts it from why it is not of the newest counting. */
const [countedBy, fromEarlier] = ["Counted by Throughline", "; from an earlier counting:"];
const longestSource = 300;

export type FedFigures = { readonly places: number; readonly figures: number; readonly proposedFindings: number };

/**
 * Makes what was counted from a place's files into figures of that place and of each county in it: numerator, denominator and value,
 * with files, definition version and exceeded data-quality checks as their source. Only figures that changed are added; the earlier
 * ones stay, and say so where the newest files cannot give them. A county whose own files were counted keeps its own figures.
 */
export const feedCountedFigures = defineOperation({
	name: "feed-counted-figures",
	title: "Make counted results into figures",
	http: { method: "post", path: "/jurisdictions/{jurisdictionId}/counted-figures" },
	input: z.object({ jurisdictionId: z.uuid() }),
	output: z.object({ places: z.int(), figures: z.int(), proposedFindings: z.int() }),
	async run(context, { jurisdictionId }): Promise<FedFigures> {
		const { actor, stores } = context;
		requireRole(actor, "figures.load", await stores.jurisdictions.pathOf(jurisdictionId));
		const runs = await stores.indicators.listRuns({ jurisdictionIds: [jurisdictionId], currentOnly: true });
		const fed = { places: 0, figures: 0, proposedFindings: 0 };
		for (const place of await placesOf(context, jurisdictionId)) {
			const figures = await changedFigures(context, place, runs);
			if (figures.length === 0) continue;
			fed.places += 1;
			fed.figures += figures.length;
			fed.proposedFindings += await addFigures(context, place, figures);
		}
		return fed;
	},
});

type Place = { readonly fact: Fact<"jurisdiction">; readonly isWhole: boolean };

/** The place itself and the counties below it that have counted nothing of their own. */
async function placesOf({ stores }: OperationContext, jurisdictionId: string): Promise<readonly Place[]> {
	const all = await stores.facts.list("jurisdiction");
	const whole = all.find(({ id }) => id === jurisdictionId);
	if (!whole) throw new NotFound("There is no such place.");
	const places: Place[] = [{ fact: whole, isWhole: true }];
	for (const fact of all.filter(({ kind, id }) => kind === "county" && id !== jurisdictionId)) {
		if (!(await stores.jurisdictions.pathOf(fact.id)).includes(jurisdictionId)) continue;
		const own = await stores.indicators.listRuns({ jurisdictionIds: [fact.id], currentOnly: true });
		if (own.length === 0) places.push({ fact, isWhole: false });
	}
	return places;
}

type CountedFigure = Omit<Observation, "id" | "loadId"> & { readonly replaces: string | undefined };

async function changedFigures(
	{ stores }: OperationContext,
	{ fact, isWhole }: Place,
	runs: readonly IndicatorRun[],
): Promise<readonly CountedFigure[]> {
	const sums = await stores.indicators.sumCells(
		{ runIds: runs.map(({ id }) => id), ...(isWhole ? {} : { jurisdictionIds: [fact.id] }) },
		["runId", "indicator"],
	);
	const known = await stores.figures.list({ jurisdictionIds: [fact.id], vintage });
	const masks = new Map<string, readonly IndicatorMask[]>();
	const groupKey = maskKey(isWhole ? {} : { county: fact.code });
	for (const { id } of runs) masks.set(id, await stores.indicators.listMasks(id, { groupKeys: [groupKey] }));
	const findBefore = ({ windowStart, windowEnd }: IndicatorRun, indicator: IndicatorId) =>
		known.find(
			(each) =>
				each.indicator === `4-${indicator}` &&
				each.populationGroup === "all" &&
				each.periodStart === windowStart &&
				each.periodEnd === windowEnd,
		);
	return runs.flatMap((run) =>
		run.statuses.flatMap((status): readonly CountedFigure[] => {
			// The entry rate and the visits are in no catalogue of the plan's figures.
			if (!isIndicatorId(status.indicator)) return [];
			const before = findBefore(run, status.indicator);
			if (run.goneFiles.length > 0) return keptFigure(before, run.goneFiles);
			if (status.status === "needs-files") return keptFigure(before, status.missing);
			const sum = sums.find((each) => each.runId === run.id && each.indicator === status.indicator);
			if (status.status !== "counted" || !sum || sum.denominator === 0) return [];
			const figure = {
				jurisdictionId: fact.id,
				indicator: `4-${status.indicator}`,
				vintage,
				populationGroup: "all" as const,
				periodStart: plainDate(run.windowStart),
				periodEnd: plainDate(run.windowEnd),
				numerator: sum.numerator,
				denominator: sum.denominator,
				value: (sum.numerator / sum.denominator) * observedScale[status.indicator],
				source: sourceOf(run, status.exceededChecks),
				dataAsOf: plainDate(run.dataAsOf),
				withheld: withheldBy(masks.get(run.id)?.find(({ indicator }) => indicator === status.indicator)),
			};
			const isSame =
				before?.numerator === figure.numerator &&
				before.denominator === figure.denominator &&
				before.source === figure.source &&
				(before.withheld ?? "nothing") === figure.withheld;
			return isSame ? [] : [{ ...figure, replaces: before?.id }];
		}),
	);
}

/**
 * A figure of an earlier counting that the newest files cannot give: it stays, since none is better known, and its source says so
 * wherever it is shown. Figures that somebody loaded are left alone.
 */
function keptFigure(before: Observation | undefined, missing: readonly string[]): readonly CountedFigure[] {
	if (!before?.source.startsWith(countedBy)) return [];
	const [counted = ""] = before.source.split(fromEarlier, 1);
	const note = `${fromEarlier} the newest files cannot give it (missing: ${missing.join(", ")})`;
	const source = `${shorten(counted, longestSource - note.length)}${note}`;
	if (source === before.source) return [];
	const { id, loadId: _loadId, ...figure } = before;
	return [{ ...figure, source, replaces: id }];
}

/** What is not decided is not published. */
function withheldBy(mask: IndicatorMask | undefined): Withheld {
	if (!mask || (!mask.showsNumerator && !mask.showsDenominator)) return "both";
	if (!mask.showsNumerator) return "numerator";
	return mask.showsDenominator ? "nothing" : "denominator";
}

/** "Counted by Throughline from AFCARS 23A, 23B; NCANDS 2023, 2024; definitions v1-3fa2c90b". At most 300 characters. */
function sourceOf({ files, definitionVersion }: IndicatorRun, exceeded: readonly string[]): string {
	const periods = (system: string) =>
		files
			.filter((file) => file.system === system)
			.map(({ period }) => period)
			.sort()
			.join(", ");
	const named = (["AFCARS", "NCANDS"] as const)
		.map((system) => ({ system, list: periods(system) }))
		.filter(({ list }) => list !== "")
		.map(({ system, list }) => `${system} ${list}`);
	const doubts = exceeded.length === 0 ? "" : `; data-quality checks over their limit: ${exceeded.join(", ")}`;
	return shorten(`${countedBy} from ${named.join("; ")}; definitions ${definitionVersion}${doubts}`, longestSource);
}

function shorten(text: string, longest: number): string {
	return text.length <= longest ? text : `${text.slice(0, longest - 3)}...`;
}

/** One load for each place: its file lists the figures as they were counted. */
async function addFigures(
	context: OperationContext,
	{ fact }: Place,
	figures: readonly CountedFigure[],
): Promise<number> {
	const { actor, clock, ids, stores } = context;
	const role = requireRole(actor, "figures.load", await stores.jurisdictions.pathOf(fact.id));
	const [fileId, loadId] = [ids.next(), ids.next()];
	// Codes, numbers and the source are plain letters: a byte each.
	const bytes = Uint8Array.from(fileOf(fact, loadId, figures), (letter) => letter.charCodeAt(0));
	const [fileName, sha256] = [`counted-${fact.code}.csv`, ids.hash(bytes)];
	const storedAt = clock();
	await stores.files.add({
		...{ id: fileId, jurisdictionId: fact.id, sha256, name: fileName, mediaType: "text/csv", bytes },
		...{ storedAt, storedBy: actor.personId },
	});
	const replaced = figures.flatMap(({ replaces }) => replaces ?? []);
	const counts = {
		rows: figures.length,
		added: figures.length - replaced.length,
		replaced: replaced.length,
		unchanged: 0,
	};
	await stores.facts.write({
		...{ kind: "figure-load", id: loadId, verb: "add", expectedVersion: 0 },
		patch: { jurisdictionId: fact.id, fileId, fileName, sha256, ...counts },
		...{ jurisdictionId: fact.id, root: loadId, role, reason: "" },
	});
	const observations = figures.map(
		({ replaces: _replaces, ...figure }): Observation => ({ ...figure, id: ids.next(), loadId }),
	);
	await stores.figures.add(observations, replaced);
	return proposeFindings(context, fact.id, role);
}

function fileOf(place: Fact<"jurisdiction">, loadId: string, figures: readonly CountedFigure[]): string {
	const rows = figures.map((each) => [
		...[place.code, each.indicator, each.vintage, each.periodStart, each.periodEnd],
		...[each.numerator, each.denominator, each.value, each.source, each.dataAsOf, loadId],
	]);
	const heading = "County,Indicator,Vintage,Period start,Period end,Numerator,Denominator,Value,Source,Data as of,Load";
	return writeCsv([heading.split(","), ...rows]);
}
