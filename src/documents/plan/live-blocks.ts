import { formatDate } from "../../domain/calendar/plain-date.ts";
import type { EditionField } from "../../domain/document/edition.ts";
import type { LiveBlock } from "../../domain/document/live-blocks.ts";
import { comingYear } from "../../domain/document/yearly-paper.ts";
import { describePeriod } from "../../domain/measure/describe-period.ts";
import { formatGiven, formatValue } from "../../domain/measure/format-value.ts";
import { benchmarkVerdictWords, judgeBenchmark } from "../../domain/measure/judge-benchmark.ts";
import { maskCount, maskedMark, maskFigure } from "../../domain/measure/masking.ts";
import type { Observation, Unit } from "../../domain/measure/measure-facts.ts";
import type { ComponentNode, GoalNode, ObjectiveNode, ServiceNode } from "../../domain/plan/plan-graph.ts";
import { type Revision, revisedFieldWords } from "../../domain/plan/revisions.ts";
import { ServiceCategory, serviceCategoryLabels, serviceChangeLabels } from "../../domain/plan/service-facts.ts";
import { factLabels } from "../../domain/workflow/fact-kinds.ts";
import { cell, heading, paragraph, strong, table, tableRow, under } from "../neutral/build-blocks.ts";
import type { ContentBlock, TableRow } from "../neutral/neutral-document.ts";
import { engagementTables } from "./engagement-blocks.ts";
import { equityBlocks } from "./equity-blocks.ts";
import { lineOr } from "./field-blocks.ts";
import {
	pipAgreementBlocks,
	pipAreaBlocks,
	pipGeneralBlocks,
	pipMeasurementBlocks,
	pipProgressBlocks,
} from "./pip-blocks.ts";
import type { PlanPrinting } from "./plan-printing.ts";
import { subjectText } from "./subject-text.ts";
import { theoryBlocks } from "./theory-blocks.ts";

/** The live blocks of a field, to stand below its label, which is a heading of this level. */
export function liveBlocksUnder(label: 1 | 2 | 3, { live = [] }: EditionField, printing: PlanPrinting): ContentBlock[] {
	return under(
		label,
		live.flatMap((each) => liveBlocks(each, printing)),
	);
}

/**
 * A block that is printed from the facts as they stand: nobody types it, and it cannot disagree with them. With a submission it is
 * frozen. Small counts are masked; each row is named by the fact that it shows.
 */
function liveBlocks(live: LiveBlock, printing: PlanPrinting): ContentBlock[] {
	switch (live.block) {
		case "goals":
			return printing.graph.components.flatMap((component) => goalTable(component, printing));
		case "theory":
			return printing.graph.components.flatMap((component) =>
				component.goals.flatMap((goal) => theoryWithHeading(component, goal, printing)),
			);
		case "measures":
			return measureTable(printing);
		case "figures":
			return figureTable(printing);
		case "equity":
			return equityBlocks(printing.options.equity ?? []);
		case "services":
			return ServiceCategory.options
				.filter((category) => live.categories?.includes(category) ?? true)
				.flatMap((category) => serviceTable(category, printing));
		case "engagement":
			return engagementTables(printing);
		case "findings":
			return findingTable(printing);
		case "revisions":
			return revisionTable(printing);
		case "due-dates":
			return dueDateTable(printing);
		case "pip-general":
			return pipGeneralBlocks(printing);
		case "pip-areas":
			return pipAreaBlocks(printing);
		case "pip-measurement":
			return pipMeasurementBlocks(printing);
		case "pip-agreement":
			return pipAgreementBlocks();
		case "pip-progress":
			return pipProgressBlocks(printing);
	}
}

function goalTable(component: ComponentNode, printing: PlanPrinting): ContentBlock[] {
	const { words } = printing.edition;
	if (component.goals.length === 0) return [];
	const line = (no: string, kind: string, text: string, when: string, id: string): TableRow =>
		// A part without a number has no header: an empty one says nothing to who listens.
		tableRow([no === "" ? cell(no) : cell(no, { header: "row" }), cell(kind), cell(lineOr(text, "–")), cell(when)], {
			id: printing.anchor(id, "live.goals"),
		});
	return [
		table({
			caption: `${words.component} ${component.number}: ${subjectText(component)}`,
			weights: [1, 2, 6, 3],
			rows: [
				tableRow(
					["No.", "Part", "What it says", "When, and who answers"].map((text) => cell(text, { header: "column" })),
				),
				...component.goals.flatMap(({ goal, number, objectives, strategies }) => [
					line(number, words.goal, goal.statement, "", goal.id),
					...objectives.map((node) => line("", "Objective", objectiveText(node), targetDay(node), node.objective.id)),
					...strategies.flatMap((each) => [
						line(each.number, words.strategy, each.strategy.statement, "", each.strategy.id),
						...each.milestones.map((node) =>
							line(
								node.number,
								words.milestone,
								node.milestone.statement,
								[node.dueOn ? formatDate(node.dueOn) : "", node.milestone.assignedTitle].filter(Boolean).join(", "),
								node.milestone.id,
							),
						),
					]),
				]),
			],
		}),
	];
}

function objectiveText({ objective, measure }: ObjectiveNode): string {
	return objective.statement || measure?.title || objective.evidenceOfCompletion;
}

function targetDay({ target }: ObjectiveNode): string {
	return target?.by ? formatDate(target.by) : "";
}

function measureTable(printing: PlanPrinting): ContentBlock[] {
	const rows = printing.graph.components.flatMap((component) =>
		component.goals.flatMap((goal) =>
			goal.objectives.flatMap((node) => measureRow(goalName(component, goal, printing), node, printing)),
		),
	);
	if (rows.length === 0) return [];
	return [
		table({
			caption: "Measures: baseline, yearly benchmarks, target and newest figure",
			weights: [3, 2, 3, 2, 3, 2],
			headerColumns: 1,
			rows: [
				["Measure", "Baseline", "Benchmarks by federal fiscal year", "Target", "Newest figure", "Source"],
				...rows,
			],
		}),
	];
}

/** A goal with why it should be reached, where that is worked out. */
function theoryWithHeading(component: ComponentNode, node: GoalNode, printing: PlanPrinting): ContentBlock[] {
	const theory = printing.options.theories?.get(node.goal.id);
	const blocks = theory ? theoryBlocks(node, theory, printing) : [];
	if (blocks.length === 0) return [];
	return [heading(3, `${goalName(component, node, printing)}: why it should be reached`), ...blocks];
}

/** "Goal 1.0", or "Area 2, goal 1.0" where the document has several areas. */
function goalName({ number: area }: ComponentNode, { number }: GoalNode, { graph, edition }: PlanPrinting): string {
	const { goal, component } = edition.words;
	return graph.components.length > 1 ? `${component} ${area}, ${goal.toLowerCase()} ${number}` : `${goal} ${number}`;
}

function measureRow(name: string, node: ObjectiveNode, { anchor }: PlanPrinting): TableRow[] {
	const { objective, measure, baseline, target, interimTargets, observations } = node;
	const unit = measure?.unit;
	const newest = observations.at(-1);
	const benchmarks = interimTargets.filter(({ benchmarkYear }) => benchmarkYear !== null);
	const isNumber = [baseline, target].some((each) => (each?.value ?? null) !== null) || benchmarks.length > 0;
	// What is shown by evidence alone has no numbers to stand here.
	if (!measure && !isNumber) return [];
	return [
		tableRow(
			[
				cell(
					`${name}: ${objectiveText(node)} (${measure ? `${measure.indicator}, ${measure.vintage}` : "measure of the State’s own"})`,
				),
				cell(baselineWords(node, unit)),
				cell(
					benchmarks.length === 0
						? "Not set yet."
						: benchmarks.flatMap((each, i) => {
								const value = each.value === null ? "–" : formatGiven(each.value, unit);
								const judged = measure
									? ` (${benchmarkVerdictWords[judgeBenchmark(each, measure, observations).verdict]})`
									: "";
								return [`${i === 0 ? "" : "\n"}${each.benchmarkYear}: ${value}${judged}`];
							}),
				),
				cell(
					target && target.value !== null
						? `${formatGiven(target.value, unit)}${target.by ? ` by ${formatDate(target.by)}` : ""}`
						: "Not set yet.",
				),
				cell(newest && unit ? observationWords(newest, unit) : "No figure yet."),
				cell([objective.dataSource || baseline?.source, objective.cadence].filter(Boolean).join("; ")),
			],
			{ id: anchor(objective.id, "live.measures") },
		),
	];
}

function baselineWords({ baseline, baselineObservation }: ObjectiveNode, unit: Unit | undefined): string {
	if (!baseline || baseline.value === null) {
		return baseline?.dueOn ? `Due ${formatDate(baseline.dueOn)}` : "Not set yet.";
	}
	const { withheld = "nothing" } = baselineObservation ?? {};
	const { value } = maskFigure({ ...baseline, value: baseline.value, withheld }, unit ?? "ratio");
	const shown = value.masked ? maskedMark : formatGiven(value.value, unit);
	return baseline.periodEnd ? `${shown}, to ${formatDate(baseline.periodEnd)}` : shown;
}

function observationWords(observation: Observation, unit: Unit): string {
	const { value } = maskFigure(observation, unit);
	const shown = value.masked ? maskedMark : formatValue(value.value, unit);
	const period = describePeriod(observation.periodStart, observation.periodEnd);
	return `${shown}, ${period} (data as of ${formatDate(observation.dataAsOf)})`;
}

/** The newest figure of every indicator of the place, with its counts, each with its own period and day of data. */
function figureTable({ graph, anchor }: PlanPrinting): ContentBlock[] {
	const newest = new Map(
		graph.observations
			.filter(({ populationGroup }) => populationGroup === "all")
			.map((each) => [`${each.vintage} ${each.indicator}`, each]),
	);
	if (newest.size === 0) return [];
	return [
		table({
			caption: "The newest figure of each indicator",
			weights: [2, 2, 3, 3, 3],
			headerColumns: 1,
			rows: [
				["Indicator", "Figure", "Period", "Source", "Data as of"],
				...[...newest.values()].map((each) => {
					const { value } = maskFigure(each, "count");
					const shown = value.masked ? maskedMark : String(Math.round(value.value * 100) / 100);
					return tableRow(
						[
							cell(`${each.indicator} (${each.vintage})`),
							cell(shown),
							cell(describePeriod(each.periodStart, each.periodEnd)),
							cell(each.source),
							cell(formatDate(each.dataAsOf)),
						],
						{ id: anchor(each.id, "live.figures") },
					);
				}),
			],
		}),
	];
}

function serviceTable(category: ServiceCategory, printing: PlanPrinting): ContentBlock[] {
	const { graph, anchor } = printing;
	const nodes = graph.services.filter(({ service }) => service.category === category);
	if (nodes.length === 0) return [];
	const year = comingYear(graph.document, graph.cycle);
	return [
		table({
			caption: serviceCategoryLabels[category],
			weights: [3, 4, 2.5, 2, 2, 3],
			headerColumns: 1,
			rows: [
				["Service and provider", "What it is, and who may have it", "For whom", "Where", "Served", `In FFY ${year}`],
				...nodes.map((node) =>
					tableRow(
						[
							cell([node.service.name, node.service.provider].filter(Boolean).join(", ")),
							cell([node.service.description, node.service.eligibility].filter(Boolean).join(" ")),
							cell(node.service.population),
							cell(node.service.area),
							cell(servedWords(node)),
							cell(changeWords(node, year)),
						],
						{ id: anchor(node.service.id, "live.services") },
					),
				),
			],
		}),
	];
}

/** The newest year with numbers: small ones are masked. */
function servedWords({ years }: ServiceNode): string {
	const newest = years.findLast(({ families, children }) => families !== null || children !== null);
	if (!newest) return "";
	const part = (count: number | null, word: string) => {
		if (count === null) return [];
		const shown = maskCount(count);
		return [`${shown.masked ? maskedMark : shown.value.toLocaleString("en-US")} ${word}`];
	};
	return `FFY ${newest.federalFiscalYear}: ${[...part(newest.families, "families"), ...part(newest.children, "children")].join(", ")}`;
}

function changeWords({ years }: ServiceNode, year: number) {
	const said = years.find(({ federalFiscalYear }) => federalFiscalYear === year);
	if (!said?.change) return "";
	const label = serviceChangeLabels[said.change];
	const rest = said.note === "" ? "" : `: ${said.note}`;
	return said.change === "no-change" ? `${label}${rest}` : [strong(label), rest];
}

function findingTable({ graph, anchor, edition }: PlanPrinting): ContentBlock[] {
	const confirmed = graph.findings.filter(({ finding }) => finding.state === "confirmed");
	if (confirmed.length === 0) return [];
	return [
		table({
			caption: "Strengths and areas needing improvement",
			weights: [3, 2, 5, 4],
			headerColumns: 1,
			rows: [
				["Outcome or systemic factor", "Judgement", "What was found", "What the plan does"],
				...confirmed.map(({ finding, answer, component }) =>
					tableRow(
						[
							cell(finding.label),
							cell(finding.judgement === "strength" ? "Strength" : "Area Needing Improvement"),
							cell(finding.summary),
							cell(
								answer?.disposition === "deferred"
									? `Put off: ${answer.reason}`
									: component
										? `${edition.words.component} ${component.number}`
										: "",
							),
						],
						{ id: anchor(finding.id, "live.findings") },
					),
				),
			],
		}),
	];
}

function revisionTable(printing: PlanPrinting): ContentBlock[] {
	const { options, anchor } = printing;
	const { revisions } = options;
	if (!revisions) return [];
	if (revisions.length === 0) {
		return [paragraph("No goal, objective, measure, target or intervention was revised since the last submission.")];
	}
	const names = partNames(printing);
	return [
		table({
			caption: "Revisions since the last submission",
			weights: [2, 3, 3, 3, 4],
			headerColumns: 1,
			rows: [
				["Day", "Part", "Before", "Now", "Reason"],
				...revisions.map((each) =>
					tableRow(
						[
							cell(formatDay(each.at)),
							cell(`${names.get(each.id) ?? factLabels[each.kind]}${fieldName(each)}`),
							cell(each.verb === "add" ? "Not there" : each.before || "Nothing"),
							cell(each.verb === "remove" ? "Taken away" : each.after || "Nothing"),
							cell(each.reason || (each.verb === "add" ? "New since then." : "No reason was given.")),
						],
						{ id: anchor(each.id, "live.revisions") },
					),
				),
			],
		}),
	];
}

function fieldName({ field }: Revision): string {
	return field === "" ? "" : `: ${revisedFieldWords[field] ?? field}`;
}

/** Each part of the goals by its number: "Goal 1.0", "Target of goal 1.0". */
function partNames(printing: PlanPrinting): ReadonlyMap<string, string> {
	const { words } = printing.edition;
	return new Map(
		printing.graph.components.flatMap((component) =>
			component.goals.flatMap((node): (readonly [string, string])[] => {
				const { goal, objectives, strategies } = node;
				const name = goalName(component, node, printing);
				const of = `of ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
				return [
					[goal.id, name],
					...objectives.flatMap(({ objective, baseline, target, interimTargets }): (readonly [string, string])[] => [
						[objective.id, `Objective ${of}`],
						...(baseline ? [[baseline.id, `Baseline ${of}`] as const] : []),
						...(target ? [[target.id, `Target ${of}`] as const] : []),
						...interimTargets.map(({ id, benchmarkYear }) => [id, `Benchmark ${benchmarkYear ?? ""} ${of}`] as const),
					]),
					...strategies.flatMap((each): (readonly [string, string])[] => [
						[each.strategy.id, `${words.strategy} ${each.number} ${of}`],
						...each.milestones.map(
							({ milestone, number }) => [milestone.id, `${words.milestone} ${number} ${of}`] as const,
						),
					]),
				];
			}),
		),
	);
}

function formatDay(at: string): string {
	return formatDate(at.slice(0, 10) as Parameters<typeof formatDate>[0]);
}

function dueDateTable({ options }: PlanPrinting): ContentBlock[] {
	const { dueDates } = options;
	if (!dueDates) return [];
	if (dueDates.length === 0) return [paragraph("Nothing is due in the twelve months from now.")];
	return [
		table({
			caption: "What is due in the next twelve months",
			weights: [5, 2, 4],
			headerColumns: 1,
			rows: [
				["What", "Due", "Covers"],
				...dueDates.map(({ name, on, covers }) => [name, formatDate(on), covers] as const),
			],
		}),
	];
}
