import {
	type ComparedCounty,
	type CountyComparison,
	fewestChildren,
} from "../../../indicators/comparison/compare-counties.ts";
import { adjustedForWords, intervalWords } from "../../../indicators/comparison/comparison-words.ts";
import type { ComparisonResult, ComparisonResults } from "../../../indicators/comparison/run-comparison.ts";
import type { IndicatorId } from "../../../indicators/engine/indicator.ts";
import { alignColumns } from "./align-columns.ts";

const units: Readonly<Partial<Record<IndicatorId, string>>> = { S1: "per 100,000 days", P5: "per 1,000 days" };

const judgementWords: Readonly<Record<ComparedCounty["judgement"], string>> = {
	better: "better than the state",
	"no-different": "no different from the state",
	worse: "worse than the state",
	"too-few-children": `not judged: fewer than ${fewestChildren} children`,
	"county-not-known": "not judged: county not known",
};

/** The comparison as tables that a person can read, one an indicator, with what they are and are not. */
export function comparisonTable({ window, about, comparisons }: ComparisonResults): string {
	return [
		`Counties compared, window ${window}. ${about}`,
		"",
		...comparisons.flatMap((each) => [...linesOf(each), ""]),
		adjustedForWords,
		intervalWords,
		`A county with fewer than ${fewestChildren} children is not judged; it stays in the fit.`,
	].join("\n");
}

function linesOf(result: ComparisonResult): readonly string[] {
	if (result.status === "needs-files") return [`${result.indicator}: needs ${result.missing.join(", ")}.`];
	if (result.status === "not-applicable") return [`${result.indicator}: not counted in this window.`];
	if (result.status === "not-compared") return [`${result.indicator}: not compared. ${result.reason}`];
	const { indicator, state, standardDeviation, ages, counties } = result;
	const decimals = units[indicator] === undefined ? 1 : 2;
	const number = (value: number | null) => (value === null ? "" : value.toFixed(decimals));
	return [
		`${indicator}, ${units[indicator] ?? "percent"}. The state: ${number(state.observed)} (${count(state.children)} children).${spreadWords(standardDeviation)}`,
		...joinedWords(ages),
		...alignColumns(
			[
				["County", "Children", "Observed", "Adjusted", "95% interval", "Beside the state"],
				...counties.map(({ county, children, observed, adjusted, lower, upper, judgement }) => [
					county,
					count(children),
					number(observed),
					number(adjusted),
					lower === null ? "" : `${number(lower)} to ${number(upper)}`,
					judgementWords[judgement],
				]),
			],
			[1, 2, 3],
		),
	];
}

function spreadWords(standardDeviation: CountyComparison["standardDeviation"]): string {
	return standardDeviation === 0 ? " The counties differ no more than chance makes them, so there is no interval." : "";
}

function joinedWords(ages: readonly string[]): readonly string[] {
	const joined = ages.filter((each) => each.includes(" to "));
	return joined.length === 0 ? [] : [`Ages joined because one of them had too few events: ${joined.join("; ")}.`];
}

function count(value: number): string {
	return value.toLocaleString("en-US");
}
