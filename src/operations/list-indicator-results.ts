import { z } from "zod";
import { type CountedId, countedIds } from "../indicators/engine/indicator.ts";
import { cellsOf, findIndicatorPlace, ownMasks, resultOf, summaryOf } from "./indicator-places.ts";
import { defineOperation } from "./operation.ts";
import {
	AsPublic,
	type IndicatorResultList,
	IndicatorResultListOutput,
	type WindowResults,
} from "./outputs/indicator-outputs.ts";

/** The seven indicators of a place, the entry rate and the visits in every window that was counted, with what each was counted from and the data-quality checks. */
export const listIndicatorResults = defineOperation({
	name: "list-indicator-results",
	title: "List results of the federal data indicators",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/indicator-results" },
	input: z.object({ jurisdictionId: z.uuid(), public: AsPublic }),
	output: IndicatorResultListOutput,
	async run(context, { jurisdictionId, public: asPublic }): Promise<IndicatorResultList> {
		const place = await findIndicatorPlace(context, jurisdictionId);
		const { indicators } = context.stores;
		const runIds = place.runs.map(({ id }) => id);
		const sums = await indicators.sumCells(cellsOf(place, runIds), ["runId", "indicator"]);
		const quality = await indicators.qualityOf(runIds);
		const windows: WindowResults[] = [];
		for (const run of place.runs) {
			const shown = await ownMasks(context, place, run, { asPublic: asPublic === "1" });
			const sumOf = (indicator: CountedId) =>
				sums.find((each) => each.runId === run.id && each.indicator === indicator);
			windows.push({
				run: summaryOf(run),
				results: countedIds.map((indicator) => resultOf(run, indicator, sumOf(indicator), shown(indicator))),
				quality: place.seesUnmasked && asPublic !== "1" ? copyOf(quality.get(run.id)) : null,
			});
		}
		return {
			jurisdiction: place.jurisdiction,
			countedFor: place.countedFor,
			windows,
			mayReadCases: place.mayReadCases,
			seesUnmasked: place.seesUnmasked,
			mayCompare: place.mayCompare,
		};
	},
});

function copyOf<Each>(list: readonly Each[] | undefined): Each[] | null {
	return list ? [...list] : null;
}
