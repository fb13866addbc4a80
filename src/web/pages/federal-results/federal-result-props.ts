import type { FederalStatus } from "../../../domain/measure/federal-result.ts";
import type { NationalPerformance } from "../../../domain/measure/national-performance.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { Tone } from "../parts/status-tag.tsx";

/** The federal results of a State on one indicator. */
export type FederalSeriesProps = {
	readonly national: NationalPerformance;
	readonly results: readonly Fact<"federal-result">[];
};

/** An outcome of the review and the indicators that it rests on. */
export type FederalOutcomeProps = {
	readonly code: string;
	readonly title: string;
	readonly conformity: string;
	readonly status: "confirmed" | "known" | "unknown";
	readonly series: readonly FederalSeriesProps[];
};

/** The colour of a status; the words stand beside it. */
export const federalStatusTones: Readonly<Record<FederalStatus, Tone>> = {
	better: "good",
	"no-different": "waiting",
	worse: "bad",
	"not-calculated": "quiet",
};
