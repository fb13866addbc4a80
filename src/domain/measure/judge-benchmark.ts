import { federalFiscalYearStart, fiscalYearBounds } from "../calendar/fiscal-year.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import { judgeTarget, type TargetVerdict } from "./judge-target.ts";
import type { Observation } from "./measure-facts.ts";

export type BenchmarkJudgement = {
	readonly verdict: TargetVerdict | "not-comparable";
	/** The figure that decided, or that could not be compared. */
	readonly observation: Observation | undefined;
};

/**
 * Holds the newest figure of a federal fiscal year against its benchmark. A figure that was counted under another vintage of the
 * indicator than the baseline is not comparable: it may neither meet the benchmark nor miss it (INT-07).
 */
export function judgeBenchmark(
	benchmark: Pick<Fact<"target">, "value" | "benchmarkYear">,
	measure: Fact<"measure">,
	observations: readonly Observation[],
): BenchmarkJudgement {
	if (benchmark.benchmarkYear === null) return { verdict: "no-figure", observation: undefined };
	const { from, to } = fiscalYearBounds(benchmark.benchmarkYear, federalFiscalYearStart);
	const inYear = observations.filter(({ periodEnd }) => periodEnd >= from && periodEnd <= to);
	const comparable = inYear.filter((each) => each.indicator === measure.indicator && each.vintage === measure.vintage);
	if (comparable.length === 0 && inYear.length > 0) {
		return { verdict: "not-comparable", observation: inYear.at(-1) };
	}
	const judged = judgeTarget({ value: benchmark.value, by: to }, measure, comparable);
	return { verdict: judged?.verdict ?? "no-figure", observation: judged?.observation };
}

export const benchmarkVerdictWords: Readonly<Record<BenchmarkJudgement["verdict"], string>> = {
	met: "met",
	"not-met": "not met",
	"no-figure": "no figure yet",
	"not-comparable": "not comparable: another definition",
};
