import type { ComponentNode, GoalNode, MilestoneNode, PlanGraph, StrategyNode } from "../../plan/plan-graph.ts";
import type { Edition } from "../edition.ts";
import type { Place } from "./check-result.ts";

export type ComponentPart = { readonly component: ComponentNode; readonly name: string };
export type GoalPart = ComponentPart & { readonly goal: GoalNode };
export type StrategyPart = GoalPart & { readonly strategy: StrategyNode };
export type MilestonePart = StrategyPart & { readonly milestone: MilestoneNode };

/** Every component with its name in words: `Component 1 (3F Re-entry to foster care)`. */
export function componentsOf(graph: PlanGraph, edition: Edition): readonly ComponentPart[] {
	return graph.components.map((component) => {
		const { codes, label, subjectKind } = component.focusArea;
		// A factor's code is ours, not the reader's.
		const shown = subjectKind === "indicator" ? codes.filter((code) => !label.startsWith(code)) : [];
		const subject = [...shown, label].join(" ");
		return { component, name: `${edition.words.component} ${component.number} (${subject})` };
	});
}

/**
 * Every goal, once, with its name in words: `Improvement Goal 1.0`, or `Component 2, improvement goal 1.0` where the plan
 * has several components. A goal that stands in two components is named by the first.
 */
export function goalsOf(graph: PlanGraph, edition: Edition): readonly GoalPart[] {
	const seen = new Set<string>();
	return graph.components.flatMap((component) =>
		component.goals.flatMap((goal) => {
			if (seen.has(goal.goal.id)) return [];
			seen.add(goal.goal.id);
			return [{ component, goal, name: nameIn(graph, edition, component, edition.words.goal, goal.number) }];
		}),
	);
}

export function strategiesOf(graph: PlanGraph, edition: Edition): readonly StrategyPart[] {
	return goalsOf(graph, edition).flatMap((part) =>
		part.goal.strategies.map((strategy) => ({
			...part,
			strategy,
			name: nameIn(graph, edition, part.component, edition.words.strategy, strategy.number),
		})),
	);
}

export function milestonesOf(graph: PlanGraph, edition: Edition): readonly MilestonePart[] {
	return strategiesOf(graph, edition).flatMap((part) =>
		part.strategy.milestones.map((milestone) => ({
			...part,
			milestone,
			name: nameIn(graph, edition, part.component, edition.words.milestone, milestone.number),
		})),
	);
}

export function goalPlace(part: GoalPart, field: string, fieldLabel = ""): Place {
	return { kind: "goal", id: part.goal.goal.id, field, label: placeLabel(part.name, fieldLabel) };
}

export function strategyPlace(part: StrategyPart, field: string, fieldLabel = ""): Place {
	return { kind: "strategy", id: part.strategy.strategy.id, field, label: placeLabel(part.name, fieldLabel) };
}

export function milestonePlace(part: MilestonePart, field: string, fieldLabel = ""): Place {
	return { kind: "milestone", id: part.milestone.milestone.id, field, label: placeLabel(part.name, fieldLabel) };
}

export function componentPlace(part: ComponentPart, field: string, fieldLabel = ""): Place {
	return { kind: "focus-area", id: part.component.focusArea.id, field, label: placeLabel(part.name, fieldLabel) };
}

export function documentPlace(graph: PlanGraph, field: string, label: string): Place {
	return { kind: "document", id: graph.document.id, field, label };
}

function placeLabel(name: string, fieldLabel: string): string {
	return fieldLabel === "" ? name : `${name}: ${fieldLabel}`;
}

function nameIn(graph: PlanGraph, edition: Edition, component: ComponentNode, word: string, number: string): string {
	if (graph.components.length < 2) return `${word} ${number}`;
	return `${edition.words.component} ${component.number}, ${lowerFirst(word)} ${number}`;
}

function lowerFirst(text: string): string {
	return text.slice(0, 1).toLowerCase() + text.slice(1);
}
