import type { GoalTheory } from "../../domain/plan/goal-theory.ts";
import type { GoalNode } from "../../domain/plan/plan-graph.ts";
import {
	capacitySides,
	capacityStandingWords,
	capacityWords,
	chainSentences,
	evidenceRatingWords,
	stageWords,
	supportKinds,
	supportWords,
} from "../../domain/plan/theory-facts.ts";
import { optionCriteria, optionCriterionWords, pointsWords, weighedWords } from "../../domain/plan/weighed-option.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import { bulletList, cell, keyValue, keyValues, paragraph, strong, table, tableRow } from "../neutral/build-blocks.ts";
import type { ContentBlock } from "../neutral/neutral-document.ts";
import type { PlanPrinting } from "./plan-printing.ts";

/** The theory of change of a goal, as far as it is worked out: nothing where nobody has begun. */
export function theoryBlocks(
	node: GoalNode,
	{ theory, options, interventions }: GoalTheory,
	{ edition: { words } }: Pick<PlanPrinting, "edition">,
): ContentBlock[] {
	const goal = `${words.goal} ${node.number}`;
	return [
		...(theory ? problemPairs(theory) : []),
		...optionTable(goal, theory, options),
		...(theory ? chainBlocks(theory) : []),
		...node.strategies.flatMap(({ strategy, number }) => {
			const intervention = interventions.find((each) => each.strategyId === strategy.id);
			if (!intervention) return [];
			const name = `${words.strategy} ${number}`;
			return [
				paragraph([strong(`${name}: putting it into practice. `), strategy.statement]),
				...interventionBlocks(name, intervention),
			];
		}),
		...(theory
			? pairs([
					["How it is watched", theory.monitoring] as const,
					["What was learned, and changed for it", theory.adjustment] as const,
				])
			: []),
	];
}

function pairs(lines: readonly (readonly [label: string, text: string])[]): ContentBlock[] {
	const written = lines.filter(([, text]) => text.trim() !== "");
	return written.length === 0 ? [] : [keyValues(written.map(([label, text]) => keyValue(label, text)))];
}

function problemPairs(theory: Fact<"theory-of-change">): ContentBlock[] {
	return pairs([
		["The problem", theory.problem],
		["Whom it concerns", theory.population],
		["The root cause", theory.rootCause],
		["The data that shows it", theory.rootCauseData],
	]);
}

/** Choices by criteria; as lines where they were written before they were weighed one by one. */
function optionTable(
	goal: string,
	theory: Fact<"theory-of-change"> | null,
	options: readonly Fact<"weighed-option">[],
): ContentBlock[] {
	const choice = pairs([["What was chosen, and why", theory?.choice ?? ""]]);
	if (options.length === 0) {
		const lines = theory?.options ?? [];
		return [...(lines.length === 0 ? [] : [paragraph(strong("What could be done")), bulletList(lines)]), ...choice];
	}
	return [
		table({
			caption: `${goal}: what could be done, by criteria`,
			weights: [3, ...optionCriteria.map(() => 2), 1.2],
			headerColumns: 1,
			rows: [
				["Choice", ...optionCriteria.map((criterion) => optionCriterionWords[criterion]), "Points"],
				...options.map((each) =>
					tableRow([
						cell(each.isChosen ? `${each.option} (chosen)` : each.option),
						...optionCriteria.map((criterion) => cell(weighedWords(each, criterion))),
						cell(pointsWords(each)),
					]),
				),
			],
		}),
		...choice,
	];
}

function chainBlocks({ chain, assumptions }: Fact<"theory-of-change">): ContentBlock[] {
	const sentences = chain.length === 1 ? chain : chainSentences(chain);
	return [
		...(sentences.length === 0 ? [] : [paragraph(strong("If this, then that")), bulletList(sentences)]),
		...pairs([["What must hold for it", assumptions]]),
	];
}

function interventionBlocks(name: string, intervention: Fact<"intervention">): ContentBlock[] {
	const looked = capacitySides.filter(
		(side) => intervention[`${side}Standing`] !== "not-looked-at" || intervention[`${side}Note`] !== "",
	);
	return [
		...pairs([
			["For whom, and where", intervention.reach],
			["How well it is known to work", evidenceRatingWords[intervention.evidenceRating]],
			["Why this one was chosen", intervention.selection],
			["How far it has come", stageWords[intervention.stage]],
			["How it is seen that it is done as meant", intervention.fidelity],
			["Who is ready, and what must be there first", intervention.readiness],
			...supportKinds.map((kind) => [`It needs: ${supportWords[kind].toLowerCase()}`, intervention[kind]] as const),
		]),
		...(looked.length === 0
			? []
			: [
					table({
						caption: `${name}: is what it leans on there?`,
						weights: [4, 1.5, 4],
						headerColumns: 1,
						rows: [
							["Side of capacity", "It is", "What is there, and what is missing"],
							...looked.map((side) =>
								tableRow([
									cell(capacityWords[side]),
									cell(capacityStandingWords[intervention[`${side}Standing`]]),
									cell(intervention[`${side}Note`]),
								]),
							),
						],
					}),
				]),
	];
}
