import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { populationProblemIds } from "../indicators/entry/population-problems.ts";
import { type PopulationPlace, type PopulationTotal, populationTotals } from "../indicators/entry/population-totals.ts";
import {
	makePopulationProblemList,
	type PopulationProblem,
	type PopulationProblemList,
	type ReadPopulationRow,
	readPopulationRows,
} from "../indicators/entry/read-population-rows.ts";
import { InvalidInput } from "./errors.ts";
import { keepTableFile } from "./keep-table-file.ts";
import { openTable } from "./open-table.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import { schemaOf } from "./outputs/agreement.ts";
import { type TableLoadResult, tableLoadOutput, tableProblemOutput } from "./outputs/table-load-output.ts";

export type PopulationLoadResult = TableLoadResult<PopulationProblem>;

const ProblemOutput = schemaOf<PopulationProblem>()(
	tableProblemOutput(populationProblemIds, {
		id: "PopulationProblem",
		description: "One problem in a file of child population, for the person who must mend it.",
	}),
);

/**
 * Takes the child population of a State or county by county and year (CSV or Excel), whole or not at all. A number is known by place,
 * county and year: loaded again with another one it changes and keeps its history, with the same one nothing happens. Then the
 * foster care entry rate is counted anew by itself.
 */
export const loadChildPopulation = defineOperation({
	name: "load-child-population",
	title: "Load child population",
	http: { method: "post", path: "/child-population" },
	input: z.object({
		jurisdictionId: z.uuid(),
		source: z.string().trim().min(1, "Say who estimated the population, such as Census Bureau, vintage 2024.").max(300),
		dataAsOf: PlainDate,
		fileName: z.string().min(1).max(1000),
		bytes: z.instanceof(Uint8Array),
	}),
	output: tableLoadOutput(ProblemOutput, "PopulationLoadResult"),
	async run(context, input): Promise<PopulationLoadResult> {
		const { jurisdictionId, source, dataAsOf, bytes } = input;
		const { actor, ids, stores } = context;
		const place = await findPlace(context, jurisdictionId);
		const role = requireRole(actor, "figures.load", await stores.jurisdictions.pathOf(jurisdictionId));
		const list = makePopulationProblemList();
		const totals = populationTotals(await readRows(bytes, list), place, list);
		if (list.blocked()) return { result: "refused", problems: list.problems() };
		const known = await stores.facts.list("child-population", { jurisdictionId });
		const current = new Map(known.map((each) => [keyOf(each), each]));
		const isSame = (total: PopulationTotal) => {
			const before = current.get(keyOf(total));
			return before?.population === total.population && before.source === source && before.dataAsOf === dataAsOf;
		};
		const changed = totals.filter((total) => !isSame(total));
		const added = changed.filter((total) => !current.has(keyOf(total))).length;
		if (changed.length > 0) {
			const file = await keepTableFile(context, input, "population");
			for (const total of changed) {
				const before = current.get(keyOf(total));
				const id = before?.id ?? ids.named("child-population", jurisdictionId, keyOf(total));
				await stores.facts.write({
					...{ kind: "child-population", id, verb: before ? "change" : "add" },
					expectedVersion: before?.version ?? 0,
					patch: { jurisdictionId, ...total, source, dataAsOf, ...file },
					...{ jurisdictionId, root: id, role, reason: "" },
				});
			}
			await stores.jobs.enqueue("count-indicators", { jurisdictionId });
		}
		const unchanged = totals.length - changed.length;
		return { result: "taken", added, changed: changed.length - added, unchanged, problems: list.problems() };
	},
});

async function findPlace({ stores }: OperationContext, jurisdictionId: string): Promise<PopulationPlace> {
	const place: Fact<"jurisdiction"> | undefined = await stores.facts.find("jurisdiction", jurisdictionId);
	const kind = place?.kind;
	if (place && (kind === "state" || kind === "county")) return { kind, code: place.code, name: place.name };
	const message = "Choose a State or a county: files of child population are by county.";
	throw new InvalidInput([{ field: "jurisdictionId", message }]);
}

async function readRows(bytes: Uint8Array, list: PopulationProblemList): Promise<readonly ReadPopulationRow[]> {
	const opened = await openTable(bytes);
	if ("table" in opened) return readPopulationRows(opened.table, list);
	list.add(opened.problem);
	return [];
}

function keyOf({ county, year }: Pick<PopulationTotal, "county" | "year">): string {
	return `${county}|${year}`;
}
