import { z } from "zod";
import { findIndicatorPlace, summaryOf } from "./indicator-places.ts";
import { defineOperation } from "./operation.ts";
import { type RunSummary, RunSummaryOutput } from "./outputs/indicator-outputs.ts";

export type IndicatorWindows = {
	/** Newest window first. */
	readonly windows: readonly {
		readonly current: RunSummary;
		/** Earlier countings of the same window, newest first: of other files, options or definitions. */
		readonly earlier: readonly RunSummary[];
	}[];
};

/** The windows that have been counted for a place, each with its earlier countings. */
export const listIndicatorWindows = defineOperation({
	name: "list-indicator-windows",
	title: "List the windows that indicators were counted for",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/indicator-windows" },
	input: z.object({ jurisdictionId: z.uuid() }),
	output: z.object({
		windows: z.array(z.object({ current: RunSummaryOutput, earlier: z.array(RunSummaryOutput) })),
	}),
	async run(context, { jurisdictionId }): Promise<IndicatorWindows> {
		const { runs, seesUnmasked } = await findIndicatorPlace(context, jurisdictionId, { currentOnly: false });
		return {
			windows: runs
				.filter(({ current }) => current)
				.map((run) => ({
					current: summaryOf(run),
					earlier: runs
						.filter((each) => seesUnmasked && each.windowName === run.windowName && !each.current)
						.map(summaryOf),
				})),
		};
	},
});
