import { federalFiscalYearStart, fiscalYearOf } from "../../domain/calendar/fiscal-year.ts";
import { formatDate } from "../../domain/calendar/plain-date.ts";
import type { Edition, EditionSection } from "../../domain/document/edition.ts";
import { comingYear } from "../../domain/document/yearly-paper.ts";
import { describePeriod } from "../../domain/measure/describe-period.ts";
import { formatGiven, formatValue } from "../../domain/measure/format-value.ts";
import { benchmarkVerdictWords, judgeBenchmark } from "../../domain/measure/judge-benchmark.ts";
import { maskedMark, maskFigure } from "../../domain/measure/masking.ts";
import type { Observation, Unit } from "../../domain/measure/measure-facts.ts";
import { type CarriedStanding, goalClosingLabels } from "../../domain/plan/carry-over-facts.ts";
import type { MilestoneStatus } from "../../domain/plan/plan-facts.ts";
import type {
	ComponentNode,
	GoalNode,
	MilestoneNode,
	ObjectiveNode,
	StrategyNode,
} from "../../domain/plan/plan-graph.ts";
import { plural } from "../../domain/plan/plural.ts";
import { nameOfField, type WordField } from "../../domain/word/word-facts.ts";
import { type ValueForm, writtenValue } from "../../domain/word/written-value.ts";
import {
	bulletList,
	cell,
	emphasis,
	heading,
	keyValue,
	keyValues,
	paragraph,
	strong,
	table,
	tableRow,
} from "../neutral/build-blocks.ts";
import type { ContentBlock, TableRow } from "../neutral/neutral-document.ts";
import { notYetWritten, textBlocks } from "./field-blocks.ts";
import { objectiveBlocks } from "./objective-blocks.ts";
import { monthAndYear } from "./pip-blocks.ts";
import type { PlanPrinting } from "./plan-printing.ts";
import { subjectText } from "./subject-text.ts";

export const standings: Readonly<Record<CarriedStanding, string>> = {
	"not-looked-at": "Carried over, not yet looked at",
	continues: "Continues",
	changed: "Changed",
	done: "Done",
};

const statuses: Readonly<Record<MilestoneStatus, string>> = {
	"not-started": "Not started",
	"in-progress": "In progress",
	completed: "Completed",
	delayed: "Delayed",
	dropped: "Dropped",
};

/** What was achieved on each goal that a yearly paper carries over, by component, with what was negotiated anew. */
export function progressBlocks(section: EditionSection, printing: PlanPrinting): ContentBlock[] {
	const { components, amendments } = printing.graph;
	return [
		heading(1, section.title, { id: `section/${section.id}` }),
		...(components.length === 0 ? [paragraph(emphasis(notYetWritten))] : []),
		...components.flatMap((component) => componentBlocks(component, printing)),
		...(amendments.length === 0
			? []
			: [
					heading(2, "Amendments"),
					bulletList(
						amendments.map(
							({ before, after, reason, circumstance, agreedBy, agreedOn }) =>
								`Was: ${before || "nothing"}. Now: ${after}. Why: ${reason} ${circumstance ? `Changed circumstance: ${circumstance} ` : ""}Agreed by ${agreedBy} on ${formatDate(agreedOn)}.`,
						),
					),
				]),
	];
}

function componentBlocks(node: ComponentNode, printing: PlanPrinting): ContentBlock[] {
	const { words } = printing.edition;
	const { focusArea, number, goals } = node;
	return [
		heading(2, `${words.component} ${number}: ${subjectText(node)}`, { id: printing.anchor(focusArea.id, "label") }),
		...goals.flatMap((goal) => goalBlocks(goal, printing)),
	];
}

function goalBlocks({ goal, number, objectives, strategies }: GoalNode, printing: PlanPrinting): ContentBlock[] {
	const { words } = printing.edition;
	return [
		heading(3, `${words.goal} ${number}`, { id: printing.anchor(goal.id, "number") }),
		...textBlocks(goal.statement, printing.anchor(goal.id, "statement")),
		...objectives.flatMap((objective) => [
			...objectiveBlocks(objective, asPrinted(printing)),
			...newestFigure(objective).map((line) => paragraph([strong("Newest figure: "), line])),
		]),
		...(isFinal(printing) ? objectives.flatMap((objective) => yearBlocks(number, objective, printing)) : []),
		...(isFinal(printing) ? earlierBlocks(goal.id, printing) : []),
		...closingBlocks(goal.id, printing),
		...(isFinal(printing) ? [] : [standingBlock(goal.id, printing)]),
		...(isFinal(printing)
			? []
			: textBlocks(printing.graph.carried.get(goal.id)?.progress ?? "", printing.anchor(goal.id, "progress"))),
		...(strategies.length === 0 ? [] : [strategyTable(number, strategies, printing)]),
	];
}

/** What the plan in force says is negotiated anew, and not edited in a paper about it. */
function asPrinted(printing: PlanPrinting): PlanPrinting {
	return { ...printing, options: { ...printing.options, toEdit: false } };
}

function standingBlock(goalId: string, printing: PlanPrinting): ContentBlock {
	const standing = standingOf(goalId, printing);
	if (!printing.options.toEdit) return paragraph([strong("Progress: "), standing]);
	return keyValues([keyValue("How it stands", standing, { id: printing.anchor(goalId, "standing") })]);
}

/** The report at the end of a plan closes its goals. */
function isFinal({ edition }: PlanPrinting): boolean {
	return edition.checks.some(({ kind }) => kind === "goals-closed");
}

/** The result of each year of the plan against its benchmark, and of the last against the target. */
function yearBlocks(goalNumber: string, node: ObjectiveNode, { edition, anchor }: PlanPrinting): ContentBlock[] {
	const { objective, measure, target, interimTargets, observations } = node;
	if (!measure) return [];
	const last = target?.by ? [{ ...target, benchmarkYear: fiscalYearOf(target.by, federalFiscalYearStart) }] : [];
	const years = [...interimTargets.filter(({ benchmarkYear }) => benchmarkYear !== null), ...last];
	if (years.length === 0) return [];
	return [
		table({
			caption: `${edition.words.goal} ${goalNumber}: results by federal fiscal year (${measure.indicator} ${measure.title})`,
			weights: [2, 2, 4, 3],
			headerColumns: 1,
			rows: [
				["Year", "Benchmark or target", "Result", "Judgement"],
				...years.map((each) => {
					const { verdict, observation } = judgeBenchmark(each, measure, observations);
					return tableRow(
						[
							cell(`FFY ${each.benchmarkYear}`),
							cell(each.value === null ? "–" : formatGiven(each.value, measure.unit)),
							cell(observation ? figureText(observation, measure.unit) : "No figure of this year."),
							cell(benchmarkVerdictWords[verdict]),
						],
						{ id: anchor(objective.id, `live.year.${each.benchmarkYear}`) },
					);
				}),
			],
		}),
	];
}

/** What the yearly papers that were sent said of the goal, oldest first. */
function earlierBlocks(goalId: string, { graph }: PlanPrinting): ContentBlock[] {
	const said = graph.earlier.flatMap(({ paper, goals }) => {
		const part = goals.get(goalId);
		return part ? [{ paper, part }] : [];
	});
	if (said.length === 0) return [];
	return [
		paragraph(strong("What the yearly reports said of it")),
		bulletList(
			said.map(({ paper, part }) =>
				[
					`Report for federal fiscal year ${comingYear(paper, graph.cycle)}: ${standings[part.standing].toLowerCase()}.`,
					part.progress,
				]
					.filter(Boolean)
					.join(" "),
			),
		),
	];
}

function closingBlocks(goalId: string, printing: PlanPrinting): ContentBlock[] {
	const carried = printing.graph.carried.get(goalId);
	if (!isFinal(printing)) return [];
	if (!carried?.closing) return textBlocks("", printing.anchor(goalId, "closing"));
	return [
		paragraph([strong("Closed: "), goalClosingLabels[carried.closing]], { id: printing.anchor(goalId, "closing") }),
		...(carried.closingReason === ""
			? []
			: textBlocks(carried.closingReason, printing.anchor(goalId, "closingReason"))),
	];
}

function figureText(observation: Observation, unit: Unit): string {
	const { value } = maskFigure(observation, unit);
	const shown = value.masked ? maskedMark : formatValue(value.value, unit);
	return `${shown}, ${describePeriod(observation.periodStart, observation.periodEnd)}`;
}

/** The newest figure of a measure, masked where its counts are small. */
function newestFigure({ measure, observations }: ObjectiveNode): readonly string[] {
	const newest = observations.at(-1);
	if (!measure || !newest) return [];
	return [`${figureText(newest, measure.unit)} (${newest.source}, data as of ${formatDate(newest.dataAsOf)})`];
}

/** What can be reported on a milestone on paper, one value in each cell. */
export function milestoneFields({ improvement }: Edition): readonly {
	readonly field: Extract<WordField, `milestone.${string}`>;
	readonly label: string;
	readonly form: ValueForm;
}[] {
	return [
		{ field: "milestone.status", label: "Status", form: { form: "choice", words: improvement?.statuses ?? statuses } },
		{ field: "milestone.completedOn", label: "Completed on", form: { form: "day" } },
		{ field: "milestone.proof", label: "Shown by", form: { form: "text" } },
		{ field: "milestone.explanation", label: "Explanation", form: { form: "text" } },
	];
}

/**
 * The same table with one value in each cell, as a word processor can edit it. A dash stands where nothing is: the line before a text
 * tells which it is once the text has lost its own bookmark.
 */
function editableStrategyTable(number: string, strategies: readonly StrategyNode[], printing: PlanPrinting) {
	const { words } = printing.edition;
	const fields = milestoneFields(printing.edition);
	const standing = (id: string) => cell(textBlocks(standingOf(id, printing), printing.anchor(id, "standing")));
	return table({
		caption: `${words.strategy} and ${plural(words.milestone.toLowerCase())} of ${words.goal.toLowerCase()} ${number}`,
		weights: [1.4, 3, 2.5, 2.5, 2.5, 2.4, 2.8, 2.5],
		headerRows: 1,
		rows: [
			tableRow(
				["No.", words.strategy, "Due", ...fields.map(({ label }) => label), "How it stands"].map((label) =>
					cell(label, { header: "column" }),
				),
			),
			...strategies.flatMap(({ strategy, number: strategyNumber, milestones }) => [
				tableRow([
					...[cell(strategyNumber, { header: "row" }), cell(strategy.statement || "–"), cell("–")],
					...fields.map(() => cell("–")),
					standing(strategy.id),
				]),
				...milestones.map((node) =>
					tableRow([
						...[
							cell(node.number, { header: "row" }),
							cell(node.milestone.statement || "–"),
							cell(dueText(node) || "–"),
						],
						...fields.map(({ field, form }) => {
							const name = nameOfField(field);
							const value = (node.milestone as Readonly<Record<string, unknown>>)[name];
							return cell(textBlocks(writtenValue(form, value), printing.anchor(node.milestone.id, name)));
						}),
						standing(node.milestone.id),
					]),
				),
			]),
		],
	});
}

function strategyTable(number: string, strategies: readonly StrategyNode[], printing: PlanPrinting) {
	if (printing.options.toEdit) return editableStrategyTable(number, strategies, printing);
	const { words } = printing.edition;
	const line = (no: string, statement: string, due: string, standing: string): TableRow =>
		tableRow([cell(no, { header: "row" }), cell(statement || "–"), cell(due), cell(standing)]);
	return table({
		caption: `${words.strategy} and ${plural(words.milestone.toLowerCase())} of ${words.goal.toLowerCase()} ${number}`,
		weights: [1, 5, 2, 4],
		headerRows: 1,
		rows: [
			tableRow(["No.", words.strategy, "Due", "How it stands"].map((label) => cell(label, { header: "column" }))),
			...strategies.flatMap(({ strategy, number: strategyNumber, milestones }) => [
				line(strategyNumber, strategy.statement, "", standingOf(strategy.id, printing)),
				...milestones.map((node) =>
					line(node.number, node.milestone.statement, dueText(node), milestoneText(node, printing)),
				),
			]),
		],
	});
}

function dueText({ dueOn }: MilestoneNode): string {
	return dueOn ? formatDate(dueOn) : "";
}

function milestoneText({ milestone }: MilestoneNode, printing: PlanPrinting): string {
	const { status, completedOn, proof, explanation } = milestone;
	const named = printing.edition.improvement?.statuses;
	// A progress report gives the month and year.
	const day = completedOn && named ? monthAndYear(completedOn) : completedOn && formatDate(completedOn);
	const done = day ? ` ${day}` : "";
	const said = [proof && `Shown by: ${proof}`, explanation].filter(Boolean).join(" ");
	return [`${(named ?? statuses)[status]}${done}.`, `${standingOf(milestone.id, printing)}.`, said]
		.filter(Boolean)
		.join(" ");
}

function standingOf(partId: string, { graph }: PlanPrinting): string {
	return standings[graph.carried.get(partId)?.standing ?? "not-looked-at"];
}
