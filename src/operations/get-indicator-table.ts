import { z } from "zod";
import type { CountedId } from "../indicators/engine/indicator.ts";
import { InvalidInput, NotAllowed } from "./errors.ts";
import { cellsOf, findIndicatorPlace, maskFor, resultOf, runOf, summaryOf } from "./indicator-places.ts";
import { rowsOf } from "./indicator-rows.ts";
import type { CellColumn } from "./indicator-runs.ts";
import { defineOperation } from "./operation.ts";
import {
	AsPublic,
	CountedIdInput,
	type IndicatorTable,
	IndicatorTableOutput,
	type TableGrouping,
	tableGroupings,
	WindowInput,
} from "./outputs/indicator-outputs.ts";

/** One indicator of a place in one window, by one or two of county, region, age group, race and ethnicity, and sex. */
export const getIndicatorTable = defineOperation({
	name: "get-indicator-table",
	title: "Get an indicator by groups",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/indicator-tables/{indicator}/{window}" },
	input: z.object({
		jurisdictionId: z.uuid(),
		indicator: CountedIdInput,
		window: WindowInput,
		by: z.string().max(60).default("county").describe('One grouping, or two with a comma: "county,ageGroup".'),
		public: AsPublic,
		runId: z.uuid().optional().describe("An earlier counting of the window."),
	}),
	output: IndicatorTableOutput,
	async run(context, input): Promise<IndicatorTable> {
		const by = readBy(input.by, input.indicator);
		const place = await findIndicatorPlace(context, input.jurisdictionId, { currentOnly: input.runId === undefined });
		const run = runOf(place, input.window, input.runId);
		// Two countings of one window are each masked on their own: side by side they can give a small number away.
		if (!run.current && (!place.seesUnmasked || input.public === "1")) {
			throw new NotAllowed(
				"Earlier countings of a window are shown as they are, to people who may see the files they were counted from.",
			);
		}
		const { facts, indicators } = context.stores;
		const filter = cellsOf(place, [run.id], input.indicator);
		const mask = await maskFor(context, place, run, { indicator: input.indicator, asPublic: input.public === "1" });
		const [total] = await indicators.sumCells(filter, []);
		const sums = await indicators.sumCells(filter, columnsOf(by));
		return {
			jurisdiction: place.jurisdiction,
			indicator: input.indicator,
			run: summaryOf(run),
			by,
			total: resultOf(run, input.indicator, total, mask({})),
			rows: rowsOf(input.indicator, by, sums, await facts.list("jurisdiction"), mask),
			mayReadCases: place.mayReadCases,
			seesUnmasked: place.seesUnmasked,
		};
	},
});

function readBy(text: string, indicator: CountedId): readonly TableGrouping[] {
	const by = text.split(",").map((name) => tableGroupings.find((each) => each === name.trim()));
	const known = by.filter((each) => each !== undefined);
	if (known.length !== by.length || known.length > 2 || new Set(known).size !== known.length) {
		throw new InvalidInput([
			{
				field: "by",
				message: `Give one or two different groupings of ${tableGroupings.join(", ")}, with a comma between.`,
			},
		]);
	}
	if (indicator === "ENTRY" && (known.length > 1 || !known.every((each) => each === "county" || each === "region"))) {
		const message =
			"The foster care entry rate is by county or by region alone: child population is loaded by county. Choose one of them.";
		throw new InvalidInput([{ field: "by", message }]);
	}
	return known;
}

/** A region is worked out from the counties. */
function columnsOf(by: readonly TableGrouping[]): readonly CellColumn[] {
	return [...new Set(by.map((each): CellColumn => (each === "region" ? "county" : each)))];
}
