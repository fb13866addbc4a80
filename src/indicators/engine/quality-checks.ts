import type { Answers, Cell } from "./engine.ts";
import type { IndicatorId } from "./indicator.ts";

type QualityCheck = {
	/** The id in Throughline's output. The columns of the quality steps are this with underscores, and `_failed` or `_of`. */
	readonly check: string;
	readonly system: "AFCARS" | "NCANDS";
	/** When the limit is exceeded: more than it, less than it, or exactly it. */
	readonly exceeds: ">" | "<" | "=";
	/** Percent. */
	readonly limit: number;
	/** The indicators that depend on it (section 2.4, second table). */
	readonly indicators: readonly IndicatorId[];
	/** It needs another file: the next one of its system, or AFCARS of the same year. Does not run when that is not given. */
	readonly compares?: "next" | "AFCARS";
};

const fromAfcars: readonly IndicatorId[] = ["S1", "P1", "P2", "P3", "P4", "P5"];
const permanency: readonly IndicatorId[] = ["P1", "P2", "P3", "P4"];

function afcars(check: string, limit: number, more: Partial<QualityCheck> = {}): QualityCheck {
	return { check, system: "AFCARS", exceeds: ">", limit, indicators: fromAfcars, ...more };
}

function ncands(check: string, more: Partial<QualityCheck>): QualityCheck {
	return { check, system: "NCANDS", exceeds: "<", limit: 1, indicators: ["S1", "S2"], ...more };
}

/** The data-quality checks of Round 4 with their limits (section 2.4, Data Dictionary Aug 2022). */
export const qualityChecks: readonly QualityCheck[] = [
	afcars("id-no-match-next-period", 40, { compares: "next" }),
	afcars("dob-after-entry", 5),
	afcars("dob-after-exit", 5),
	afcars("dropped-records", 10, { compares: "next" }),
	afcars("same-day", 5),
	afcars("exit-before-removal", 5),
	afcars("missing-dob", 5),
	afcars("missing-removal-date", 5),
	afcars("missing-discharge-reason", 10, { indicators: permanency }),
	afcars("missing-num-placements", 5, { indicators: ["P5"] }),
	afcars("pct-first-removal", 95),
	ncands("victim-ids-match", { compares: "next" }),
	ncands("ids-match-demog-differ", { compares: "next", exceeds: ">", limit: 5 }),
	ncands("missing-age", { exceeds: ">", limit: 5 }),
	ncands("has-afcars-id", { indicators: ["S1"] }),
	ncands("afcars-id-matches", { compares: "AFCARS", exceeds: "=", limit: 0, indicators: ["S1"] }),
];

/** One data-quality check of one file. */
export type QualityResult = {
	readonly check: string;
	readonly system: "AFCARS" | "NCANDS";
	/** "23A", or "FY23". */
	readonly period: string;
	/** The numerator, also where the limit is a least share. */
	readonly failed: number;
	readonly of: number;
	/** Null when there is nothing to check. */
	readonly percent: number | null;
	readonly limit: number;
	readonly exceeded: boolean;
};

/** The results of all checks, by system and file in order of time (settled 20). */
export function qualityResults(answers: Answers): readonly QualityResult[] {
	const files = (answers.quality_afcars ?? []).map((row) => ({ period: String(row.period), row }));
	const years = (answers.quality_ncands ?? []).map((row) => ({ period: fiscalYearName(Number(row.year)), row }));
	const inOrder = (a: { period: string }, b: { period: string }) => (a.period < b.period ? -1 : 1);
	return [
		...files.sort(inOrder).flatMap(({ period, row }) => resultsOf(row, "AFCARS", period)),
		...years.sort(inOrder).flatMap(({ period, row }) => resultsOf(row, "NCANDS", period)),
	];
}

/** "FY23" for 2023. */
export function fiscalYearName(year: number): string {
	return `FY${String(year % 100).padStart(2, "0")}`;
}

function resultsOf(
	row: Readonly<Record<string, Cell>>,
	system: QualityCheck["system"],
	period: string,
): readonly QualityResult[] {
	return qualityChecks
		.filter((each) => each.system === system)
		.map(({ check, limit, exceeds, compares }) => {
			const isGiven = compares === undefined || row[compares === "next" ? "is_next_given" : "is_afcars_given"];
			const name = check.replaceAll("-", "_");
			const [failed, of] = isGiven ? [Number(row[`${name}_failed`] ?? 0), Number(row[`${name}_of`] ?? 0)] : [0, 0];
			const percent = of === 0 ? null : (failed / of) * 100;
			return { check, system, period, failed, of, percent, limit, exceeded: isExceeded(percent, exceeds, limit) };
		});
}

function isExceeded(percent: number | null, exceeds: QualityCheck["exceeds"], limit: number): boolean {
	if (percent === null) return false;
	if (exceeds === ">") return percent > limit;
	return exceeds === "<" ? percent < limit : percent === limit;
}

/**
 * The exceeded checks that put an indicator in doubt, as "dropped-records 23A": those of the files that it reads, but for a look at
 * the next file from the last one.
 */
export function exceededChecks(
	indicator: IndicatorId,
	files: readonly string[],
	quality: readonly QualityResult[],
): readonly string[] {
	const lastAfcars = files.filter((each) => !each.startsWith("FY")).at(-1);
	return quality
		.filter(({ check, period, exceeded }) => {
			const definition = qualityChecks.find((each) => each.check === check);
			if (!exceeded || !definition?.indicators.includes(indicator) || !files.includes(period)) return false;
			return !(definition.system === "AFCARS" && definition.compares === "next" && period === lastAfcars);
		})
		.map(({ check, period }) => `${check} ${period}`);
}
