import { z } from "zod";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import { factOutputs } from "./fact-outputs.ts";
import { IndicatorIdInput, type RunSummary, RunSummaryOutput } from "./indicator-outputs.ts";

const counts = { children: z.int(), numerator: z.number(), denominator: z.number(), observed: z.number() };

/** A county beside its state, given the ages of its children. */
const ComparedCountyOutput = z
	.object({
		county: z.string(),
		label: z.string().describe("The county's name."),
		...counts,
		adjusted: z
			.number()
			.nullable()
			.describe("Predicted over expected, times the state's rate. Local approximation, not federal."),
		lower: z.number().nullable().describe("Of the 95 percent interval."),
		upper: z.number().nullable(),
		judgement: z
			.enum(["better", "no-different", "worse", "too-few-children", "county-not-known"])
			.describe("The whole interval beside the state's own rate; the last two are not judged."),
	})
	.meta({ id: "ComparedCounty" });

const ComparisonOutput = z.discriminatedUnion("status", [
	z.object({
		status: z.literal("compared"),
		state: z.object(counts),
		standardDeviation: z
			.number()
			.describe("How much counties differ beyond chance and age, on the scale of log odds or of the log rate."),
		ages: z.array(z.string()).describe("The age categories of the fit; some may have been joined."),
		counties: z.array(ComparedCountyOutput),
	}),
	z.object({ status: z.literal("not-compared"), reason: z.string() }),
]);

/** What `compare-counties` answers. */
export type ComparedCounties = {
	/** The place whose files were counted. */
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly indicator: z.infer<typeof IndicatorIdInput>;
	readonly run: RunSummary;
	/** That these are no federal figures. */
	readonly about: string;
	readonly comparison: z.infer<typeof ComparisonOutput>;
};
export const ComparedCountiesOutput = z
	.object({
		jurisdiction: factOutputs.jurisdiction,
		indicator: IndicatorIdInput,
		run: RunSummaryOutput,
		about: z.string(),
		comparison: ComparisonOutput,
	})
	.meta({ id: "ComparedCounties" });
