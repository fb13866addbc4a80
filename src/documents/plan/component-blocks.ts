import { type EditionField, type EditionSection, isAskedFor } from "../../domain/document/edition.ts";
import { otherUsesOf } from "../../domain/pip/improvement-facts.ts";
import type { ComponentNode, GoalNode, MilestoneNode, StrategyNode } from "../../domain/plan/plan-graph.ts";
import { plural } from "../../domain/plan/plural.ts";
import { type Population, populationLabels } from "../../domain/plan/population.ts";
import { findEdition } from "../../frameworks/editions.ts";
import {
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
import type { CellBlock, ContentBlock, TableBlock, TableRow } from "../neutral/neutral-document.ts";
import { entryBlocks, strategyTies } from "./entry-blocks.ts";
import { fieldText, notYetWritten, textBlocks } from "./field-blocks.ts";
import { liveBlocksUnder } from "./live-blocks.ts";
import { assignedText, timeframeText } from "./milestone-text.ts";
import { objectiveBlocks } from "./objective-blocks.ts";
import type { PlanPrinting } from "./plan-printing.ts";
import { subjectText } from "./subject-text.ts";

/**
 * One component in the order of the edition's form: subject and current performance, each goal with how it is measured,
 * each strategy beside its rationale with its milestones below, and the closing sections. The form's one long table is
 * printed as a table for each strategy, so that every cell keeps the right headers and goals can be found by heading.
 */
export function componentBlocks(node: ComponentNode, section: EditionSection, printing: PlanPrinting): ContentBlock[] {
	const { words } = printing.edition;
	const [first, ...closing] = section.fields.filter(
		(field) => isAskedFor(field, node.focusArea.subjectKind) && field.onPaper !== false,
	);
	const subject = subjectText(node);
	return [
		heading(2, `${words.component} ${node.number}: ${subject}`, { id: printing.anchor(node.focusArea.id, "label") }),
		keyValues([keyValue(words.subject, subject, { id: printing.anchor(node.focusArea.id, "codes") })]),
		...(first ? fieldBlocks(first, node, printing) : []),
		...node.goals.flatMap((goal) => goalBlocks(goal, printing)),
		...closing.flatMap((field) => fieldBlocks(field, node, printing)),
	];
}

function goalBlocks(node: GoalNode, printing: PlanPrinting): ContentBlock[] {
	const { words } = printing.edition;
	return [
		heading(3, `${words.goal} ${node.number}`, { id: printing.anchor(node.goal.id, "number") }),
		...textBlocks(node.goal.statement, printing.anchor(node.goal.id, "statement")),
		...alsoLine(node, printing).map((line) => paragraph(line)),
		...populationLine(node.goal.population).map((line) => paragraph(line)),
		...node.objectives.flatMap((objective) => objectiveBlocks(objective, printing)),
		...node.strategies.map((strategy) => strategyTable(strategy, printing)),
	];
}

/** A goal that a Program Improvement Plan in force uses too, by its number there. A PIP tells of its goals' uses in a table of its own. */
function alsoLine({ goal }: GoalNode, { graph, edition }: PlanPrinting): readonly string[] {
	if (edition.improvement) return [];
	const uses = otherUsesOf(graph, goal.id).filter(({ document }) => findEdition(document.editionId)?.improvement);
	return uses.length === 0
		? []
		: [`Also ${uses.map(({ number, document }) => `goal ${number} of ${document.title}`).join("; ")}.`];
}

function strategyTable(node: StrategyNode, printing: PlanPrinting): TableBlock {
	const { words } = printing.edition;
	const { strategy } = node;
	const name = `${words.strategy} ${node.number}`;
	const text = (label: string, value: string, field: string): CellBlock[] => [
		paragraph(strong(label)),
		...textBlocks(value, printing.anchor(strategy.id, field)),
	];
	return table({
		caption: `${name} and its ${plural(words.milestone.toLowerCase())}`,
		weights: [1, 5, 2.5, 3.5],
		headerRows: 0,
		rows: [
			tableRow([
				cell(
					[
						...text(name, strategy.statement, "statement"),
						...populationLine(strategy.population).map((line) => paragraph(line)),
						...strategyTies(strategy.id, printing),
					],
					{
						colspan: 2,
					},
				),
				cell(text(words.rationale, strategy.rationale, "rationale"), { colspan: 2 }),
			]),
			tableRow([
				cell(words.milestone, { colspan: 2, header: "column" }),
				cell(words.timeframe, { header: "column" }),
				cell(words.assignedTo, { header: "column" }),
			]),
			...(node.milestones.length === 0
				? [tableRow([cell([paragraph(emphasis(notYetWritten))], { colspan: 4 })])]
				: node.milestones.map((milestone) => milestoneRow(milestone, printing))),
		],
	});
}

function milestoneRow(node: MilestoneNode, printing: PlanPrinting): TableRow {
	const { milestone } = node;
	const at = (field: string) => printing.anchor(milestone.id, field);
	return tableRow(
		[
			cell(node.number, { header: "row" }),
			cell([
				...textBlocks(milestone.statement, at("statement")),
				...populationLine(milestone.population).map((line) => paragraph(line)),
			]),
			cell(textBlocks(timeframeText(milestone, node.dueOn), at("timeframeMonths"))),
			cell(textBlocks(assignedText(milestone, printing.options.people), at("assignedTitle"))),
		],
		{ id: at("number") },
	);
}

/** Marks what is meant for children under probation (SIP-45). What is for child welfare alone needs no mark. */
function populationLine(population: readonly Population[]) {
	if (population.every((each) => each === "cws")) return [];
	return [[strong("For: "), population.map((each) => populationLabels[each]).join(", ")]];
}

function fieldBlocks(field: EditionField, node: ComponentNode, printing: PlanPrinting): ContentBlock[] {
	const text = fieldText(field, node.answers, printing.graph);
	const listed = field.entries ? entryBlocks(field.entries, node.focusArea.id, printing) : [];
	const written =
		text === "" && listed.length > 0 && !printing.options.toEdit
			? []
			: textBlocks(text, printing.anchor(node.focusArea.id, field.id));
	// Live blocks of a component print what belongs to it alone.
	const own = { ...printing, graph: { ...printing.graph, components: [node] } };
	return [heading(3, field.label), ...written, ...listed, ...liveBlocksUnder(3, field, own)];
}
