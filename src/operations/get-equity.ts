import { z } from "zod";
import type { EquityMeasure } from "../domain/measure/disparity/equity-measure.ts";
import { Unit } from "../domain/measure/measure-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { countedGroupings, equityMeasures } from "./equity-measures.ts";
import { findIndicatorPlace } from "./indicator-places.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

export type EquityView = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly measures: readonly EquityMeasure[];
};

const IntervalOutput = z.object({ estimate: z.number(), lower: z.number(), upper: z.number() });
const counts = {
	numerator: z.number().nullable(),
	denominator: z.number().nullable(),
	value: z.number().nullable(),
};

/**
 * Every measure of a place that has groups: each group's numerator, denominator and value as the public may see them, whoever asks, and
 * how it stands to a reference group that is named. A measure without groups has no tables.
 */
export const getEquity = defineOperation({
	name: "get-equity",
	title: "Get every measure by groups",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/equity" },
	input: z.object({
		jurisdictionId: z.uuid(),
		code: z.string().max(40).optional().describe("One measure alone: `P1`, `3F`."),
	}),
	output: z
		.object({
			jurisdiction: factOutputs.jurisdiction,
			measures: z.array(
				z
					.object({
						code: z.string(),
						vintage: z.string().describe("Of a figure that was loaded; empty of what was counted from files."),
						label: z.string(),
						period: z.string(),
						unit: z.enum([...Unit.options, ""]),
						total: z.object(counts).nullable().describe("All children together."),
						tables: z.array(
							z.object({
								by: z.enum([...countedGroupings, "agency"]),
								reference: z.string().nullable().describe("The group that the others are compared with."),
								rows: z.array(
									z.object({
										group: z.string(),
										...counts,
										index: IntervalOutput.nullable().describe(
											"The group's rate over that of the reference, with 95 percent.",
										),
										says: z.enum([
											...(["reference", "masked", "too-few", "higher", "lower", "not-enough", "not-compared"] as const),
										]),
									}),
								),
							}),
						),
					})
					.meta({ id: "EquityMeasure" }),
			),
		})
		.meta({ id: "EquityView", description: "Counts of 1 to 10 and what would give them away are null, whoever asks." }),
	async run(context, { jurisdictionId, code }): Promise<EquityView> {
		const place = await findIndicatorPlace(context, jurisdictionId);
		const measures = await equityMeasures(context, place, countedGroupings, code);
		return { jurisdiction: place.jurisdiction, measures: [...measures] };
	},
});
