import { z } from "zod";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import { type EntryCurve, type ExitCurve, exitKinds, followedKinds } from "../../indicators/curves/curve-results.ts";
import { factOutputs } from "./fact-outputs.ts";
import { type RunSummary, RunSummaryOutput } from "./indicator-outputs.ts";

const percent = z.number().nullable().describe("Estimated percent; null where nobody was seen for so long.");
const group = z.record(z.string(), z.string());

const EntryCurveOutput = z.object({
	group,
	children: z.int(),
	months: z.array(
		z.object({
			month: z.int(),
			atRisk: z.int(),
			permanency: percent,
			reunification: percent,
			relative: percent,
			adoption: percent,
			guardianship: percent,
			other: percent,
			inCare: percent,
		}),
	),
});

const ExitCurveOutput = z.object({
	group,
	stays: z.array(
		z.object({
			exit: z.enum(["all", "permanency", ...exitKinds]),
			children: z.int(),
			days: z.object({ p25: z.number(), p50: z.number(), p75: z.number() }).nullable(),
			within: z.object({ "12": z.number(), "24": z.number(), "36": z.number() }).nullable(),
		}),
	),
	reentry: z.array(
		z.object({
			exit: z.enum(["all", ...followedKinds]),
			children: z.int(),
			months: z.array(z.object({ month: z.int(), atRisk: z.int(), reentered: percent })),
		}),
	),
});

/** What `get-curves` answers: one of the two is null. */
export type FoundCurves = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly run: RunSummary;
	/** Nobody is seen after this day. */
	readonly filesEnd: string;
	/** What can be asked for: "" for all, "county:06001". */
	readonly groups: readonly { readonly group: string; readonly label: string }[];
	readonly group: string;
	readonly entry: EntryCurve | null;
	readonly exit: ExitCurve | null;
};
export const FoundCurvesOutput = z
	.object({
		jurisdiction: factOutputs.jurisdiction,
		run: RunSummaryOutput,
		filesEnd: z.iso.date(),
		groups: z.array(z.object({ group: z.string(), label: z.string() })),
		group: z.string(),
		entry: EntryCurveOutput.nullable(),
		exit: ExitCurveOutput.nullable(),
	})
	.meta({ id: "FoundCurves" });
