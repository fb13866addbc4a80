import { z } from "zod";
import { indicatorIds } from "../indicators/engine/indicator.ts";
import { cellsOf, findIndicatorPlace, resultOf, summaryOf } from "./indicator-places.ts";
import { defineOperation } from "./operation.ts";
import { type IndicatorResultList, IndicatorResultListOutput } from "./outputs/indicator-outputs.ts";

/** The seven indicators of a place in every window that was counted, with what each was counted from and the data-quality checks. */
export const listIndicatorResults = defineOperation({
	name: "list-indicator-results",
	title: "List results of the federal data indicators",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/indicator-results" },
	input: z.object({ jurisdictionId: z.uuid() }),
	output: IndicatorResultListOutput,
	async run(context, { jurisdictionId }): Promise<IndicatorResultList> {
		const place = await findIndicatorPlace(context, jurisdictionId);
		const { indicators } = context.stores;
		const runIds = place.runs.map(({ id }) => id);
		const sums = await indicators.sumCells(cellsOf(place, runIds), ["runId", "indicator"]);
		const quality = await indicators.qualityOf(runIds);
		return {
			jurisdiction: place.jurisdiction,
			countedFor: place.countedFor,
			windows: place.runs.map((run) => ({
				run: summaryOf(run),
				results: indicatorIds.map((indicator) =>
					resultOf(
						run,
						indicator,
						sums.find((each) => each.runId === run.id && each.indicator === indicator),
					),
				),
				quality: copyOf(quality.get(run.id)),
			})),
			mayReadCases: place.mayReadCases,
		};
	},
});

function copyOf<Each>(list: readonly Each[] | undefined): Each[] | null {
	return list ? [...list] : null;
}
