import { z } from "zod";
import { indicatorIds } from "../indicators/engine/indicator.ts";
import { cellsOf, findIndicatorPlace, resultOf, summaryOf } from "./indicator-places.ts";
import type { QualityResult } from "./indicator-runs.ts";
import { maskQuality, maskResult } from "./mask-indicators.ts";
import { defineOperation } from "./operation.ts";
import {
	type IndicatorResultList,
	IndicatorResultListOutput,
	type PlaceResult,
	type ShownQuality,
	ViewInput,
} from "./outputs/indicator-outputs.ts";

/** The seven indicators of a place in every window that was counted, with what each was counted from and the data-quality checks. */
export const listIndicatorResults = defineOperation({
	name: "list-indicator-results",
	title: "List results of the federal data indicators",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/indicator-results" },
	input: z.object({ jurisdictionId: z.uuid(), view: ViewInput }),
	output: IndicatorResultListOutput,
	async run(context, { jurisdictionId, view }): Promise<IndicatorResultList> {
		const place = await findIndicatorPlace(context, jurisdictionId);
		const { indicators } = context.stores;
		const runIds = place.runs.map(({ id }) => id);
		const sums = await indicators.sumCells(cellsOf(place, runIds), ["runId", "indicator"]);
		const quality = await indicators.qualityOf(runIds);
		const isUnmasked = place.mayReadUnmasked && view === "own-use";
		const show = (result: PlaceResult) => (isUnmasked ? result : maskResult(result));
		return {
			jurisdiction: place.jurisdiction,
			countedFor: place.countedFor,
			windows: place.runs.map((run) => ({
				run: summaryOf(run),
				results: indicatorIds.map((indicator) =>
					show(
						resultOf(
							run,
							indicator,
							sums.find((each) => each.runId === run.id && each.indicator === indicator),
						),
					),
				),
				quality: qualityFor(quality.get(run.id), isUnmasked),
			})),
			mayReadCases: place.mayReadCases,
			isUnmasked,
			mayReadUnmasked: place.mayReadUnmasked,
		};
	},
});

function qualityFor(results: readonly QualityResult[] | undefined, isUnmasked: boolean): ShownQuality[] | null {
	return results ? results.flatMap((each) => (isUnmasked ? [each] : maskQuality(each))) : null;
}
