import { formatDate } from "../../domain/calendar/plain-date.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import { cell, heading, paragraph, table, tableRow } from "../neutral/build-blocks.ts";
import type { ContentBlock } from "../neutral/neutral-document.ts";
import type { PlanPrinting } from "./plan-printing.ts";

/** Contents and degrees of improvement that the State has set, with what stood there before (SIP-110). */
export function assignedBlocks({ options, graph, edition }: PlanPrinting): ContentBlock[] {
	const assignments = options.assignments ?? [];
	if (assignments.length === 0) return [];
	const numbers = numbersOf(graph);
	return [
		heading(1, "Set by the State", { id: "section/set-by-the-state" }),
		paragraph("The State has the last word on the contents and on the degree of improvement. It set the following."),
		table({
			caption: "Contents set by the State",
			weights: [2, 4, 4, 3],
			headerColumns: 1,
			rows: [
				["Where", "Set by the State", "Before", "Reason"],
				...assignments.map((each) =>
					tableRow([
						cell(`${words[each.aboutKind] ?? edition.words.milestone} ${numbers.get(each.aboutId) ?? ""}`.trim()),
						cell(`${each.assigned} (${formatDate(each.assignedOn)})`),
						cell(each.prior || "Nothing"),
						cell(each.reason),
					]),
				),
			],
		}),
	];
}

const words: Readonly<Partial<Record<Fact<"state-assignment">["aboutKind"], string>>> = {
	answer: "Text",
	goal: "Improvement goal",
	objective: "Measure of the goal",
	strategy: "Strategy",
	target: "Target of goal",
};

function numbersOf(graph: PlanPrinting["graph"]): ReadonlyMap<string, string> {
	const numbers = new Map<string, string>();
	for (const goal of graph.components.flatMap(({ goals }) => goals)) {
		numbers.set(goal.goal.id, goal.number);
		for (const { objective, target } of goal.objectives) {
			numbers.set(objective.id, goal.number);
			if (target) numbers.set(target.id, goal.number);
		}
		for (const { strategy, number, milestones } of goal.strategies) {
			numbers.set(strategy.id, number);
			for (const each of milestones) numbers.set(each.milestone.id, each.number);
		}
	}
	return numbers;
}
