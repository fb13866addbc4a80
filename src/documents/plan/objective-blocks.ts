import { formatDate } from "../../domain/calendar/plain-date.ts";
import { describePeriod } from "../../domain/measure/describe-period.ts";
import { formatGiven, formatValue } from "../../domain/measure/format-value.ts";
import { type MaskedFigure, maskedMark, maskedWords, maskFigure, type Shown } from "../../domain/measure/masking.ts";
import type { Unit } from "../../domain/measure/measure-facts.ts";
import type { ObjectiveNode } from "../../domain/plan/plan-graph.ts";
import { kindOfField, nameOfField, type WordField } from "../../domain/word/word-facts.ts";
import { type ValueForm, writtenValue } from "../../domain/word/written-value.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import { emphasis, figure, keyValue, keyValues, paragraph } from "../neutral/build-blocks.ts";
import type { ContentBlock, KeyValue } from "../neutral/neutral-document.ts";
import { lineOr, notYetWritten } from "./field-blocks.ts";
import type { PlanPrinting } from "./plan-printing.ts";

/** How a goal is measured: the objective, its measure, baseline and target, each figure with where it came from. */
export function objectiveBlocks(node: ObjectiveNode, printing: PlanPrinting): ContentBlock[] {
	const { objective, measure } = node;
	const pair = (field: string, label: string, text: string): KeyValue[] =>
		text.trim() === "" ? [] : [keyValue(label, text, { id: printing.anchor(objective.id, field) })];
	const pairs = [
		...pair("statement", "Objective", objective.statement),
		...pair("evidenceOfCompletion", "Evidence of completion", objective.evidenceOfCompletion),
		...measuredPairs(node, pair, printing),
	];
	if (pairs.length === 0) return [];
	return [keyValues(pairs), ...(measure ? trendBlocks(measure, printing) : [])];
}

type Pair = (field: string, label: string, text: string) => KeyValue[];

/** Baseline and target are printed without an indicator of the catalogue too: a measure of the agency's own. */
function measuredPairs(node: ObjectiveNode, pair: Pair, printing: PlanPrinting): KeyValue[] {
	const { options } = printing;
	const { baseline, target, interimTargets, measure } = node;
	const unit = measure?.unit;
	const named = (vintage: string) => options.vintageTitles?.get(vintage) ?? vintage;
	const onTheWay = interimTargets.map((each) => targetText(each, unit)).join("; ");
	const otherwiseOnTheWay = interimTargets
		.filter(({ benchmarkYear, value }) => benchmarkYear === null || value === null)
		.map((each) => targetText(each, unit))
		.join("; ");
	const measurePairs = measure
		? pair("measureId", "Measure", `${measure.title} (indicator ${measure.indicator}; ${named(measure.vintage)})`)
		: [];
	if (measure && options.toEdit && !hasMaskedFigure(node)) {
		return [
			...measurePairs,
			...figureFields(measure.unit).map(({ field, label, form }) => {
				const written = writtenValue(form, figureOf(node, field));
				const id = printing.anchor(node.objective.id, field);
				return keyValue(label, written === "" ? emphasis(notYetWritten) : written, { id });
			}),
			...benchmarksOf(node).map((each) =>
				keyValue(benchmarkLabel(each), writtenValue({ form: "number", unit: measure.unit }, each.value), {
					id: printing.anchor(each.id, "value"),
				}),
			),
			...pair("interimTargets", "On the way", otherwiseOnTheWay),
		];
	}
	return [
		...measurePairs,
		...pair("baseline", "Baseline", baselineText(node, unit)),
		...pair("baseline.source", "Source", sourceStamp(node)),
		...pair("interimTargets", "On the way", onTheWay),
		...pair("target", "Target", target ? targetText(target, unit) : ""),
		...(baseline && isMasked(node, unit) ? pair("masked", maskedMark, maskedWords) : []),
	];
}

/** The figures of an objective that can be edited on paper, one on each line. */
export function figureFields(unit: Unit): readonly {
	readonly field: Extract<WordField, `baseline.${string}` | `target.${string}`>;
	readonly label: string;
	readonly form: ValueForm;
}[] {
	return [
		{ field: "baseline.value", label: "Baseline", form: { form: "number", unit } },
		{ field: "baseline.numerator", label: "Baseline: counted", form: { form: "number", unit: "count" } },
		{ field: "baseline.denominator", label: "Baseline: out of", form: { form: "number", unit: "count" } },
		{ field: "baseline.periodStart", label: "Period from", form: { form: "day" } },
		{ field: "baseline.periodEnd", label: "Period to", form: { form: "day" } },
		{ field: "baseline.source", label: "Source", form: { form: "text" } },
		{ field: "target.value", label: "Target", form: { form: "number", unit } },
		{ field: "target.by", label: "Target by", form: { form: "day" } },
	];
}

/** The benchmarks that can be edited on paper: one for a federal fiscal year, each on a line of its own. */
export function benchmarksOf({ interimTargets }: ObjectiveNode): readonly Fact<"target">[] {
	return interimTargets.filter(({ benchmarkYear, value }) => benchmarkYear !== null && value !== null);
}

export function benchmarkLabel({ benchmarkYear }: Fact<"target">): string {
	return `On the way, ${benchmarkYear}`;
}

export function figureOf({ baseline, target }: ObjectiveNode, field: WordField): unknown {
	const fact: object | undefined = kindOfField(field) === "target" ? target : baseline;
	return (fact as Readonly<Record<string, unknown>> | undefined)?.[nameOfField(field)];
}

/** Is a figure of the objective masked on paper? Then its numbers are not edited there either. */
export function hasMaskedFigure(node: ObjectiveNode): boolean {
	return node.measure !== undefined && isMasked(node, node.measure.unit);
}

/** `11.3% (62 of 548), 12 months ending December 31, 2024`. Small counts and what rests on them are masked. */
function baselineText(node: ObjectiveNode, unit: Unit | undefined): string {
	const { baseline } = node;
	if (!baseline || baseline.value === null) return "";
	const shown = masked(node, unit);
	const value = shown?.value.masked === false ? formatGiven(shown.value.value, unit) : maskedMark;
	const given = baseline.numerator !== null && baseline.denominator !== null;
	const counts =
		given && shown?.numerator && shown.denominator ? ` (${count(shown.numerator)} of ${count(shown.denominator)})` : "";
	const period =
		baseline.periodStart && baseline.periodEnd
			? `, ${describePeriod(baseline.periodStart, baseline.periodEnd)}`
			: baseline.periodEnd
				? `, period ending ${formatDate(baseline.periodEnd)}`
				: "";
	return `${value}${counts}${period}`;
}

/** Where the baseline came from: its source and the day of the data. */
function sourceStamp({ baseline, baselineObservation }: ObjectiveNode): string {
	if (!baseline) return "";
	const asOf = baselineObservation ? `data as of ${formatDate(baselineObservation.dataAsOf)}` : "";
	return [baseline.source.trim(), asOf].filter((part) => part !== "").join("; ");
}

function targetText(target: Fact<"target">, unit: Unit | undefined): string {
	const value = target.value === null ? "" : formatGiven(target.value, unit);
	return [value, target.by === null ? "" : `by ${formatDate(target.by)}`].filter((part) => part !== "").join(" ");
}

/** Counts that the baseline leaves out are taken from the figure behind it: they may be small all the same. */
function masked({ baseline, baselineObservation }: ObjectiveNode, unit: Unit = "ratio"): MaskedFigure | undefined {
	if (!baseline || baseline.value === null) return undefined;
	const numerator = baseline.numerator ?? baselineObservation?.numerator ?? null;
	const denominator = baseline.denominator ?? baselineObservation?.denominator ?? null;
	const { withheld = "nothing" } = baselineObservation ?? {};
	return maskFigure({ numerator, denominator, value: baseline.value, withheld }, unit);
}

function isMasked(node: ObjectiveNode, unit: Unit | undefined): boolean {
	const shown = masked(node, unit);
	return [shown?.value, shown?.numerator, shown?.denominator].some((each) => each?.masked === true);
}

function count(shown: Shown): string {
	return shown.masked ? maskedMark : formatValue(shown.value, "count");
}

function trendBlocks(measure: Fact<"measure">, { options, anchor }: PlanPrinting): ContentBlock[] {
	const trend = options.figures?.get(measure.id);
	if (!trend) return [];
	return [
		paragraph(emphasis(trend.sentence)),
		figure({
			id: anchor(measure.id, "trend"),
			svg: trend.svg,
			altText: trend.altText,
			caption: lineOr(measure.title, "Trend"),
			data: trend.table,
		}),
	];
}
