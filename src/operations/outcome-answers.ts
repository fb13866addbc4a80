import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { assembleComponents } from "../domain/plan/assemble-plan.ts";
import type { GoalNode, MilestoneNode } from "../domain/plan/plan-graph.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import type { Stores } from "./ports.ts";

/** A goal as a plan sets it for an outcome, down to the milestones, with the numbers of the plan. */
export type OutcomeGoal = {
	readonly goal: Fact<"goal">;
	readonly number: string;
	readonly measures: readonly {
		readonly objective: Fact<"objective">;
		readonly measure: Fact<"measure"> | undefined;
		readonly target: Fact<"target"> | undefined;
	}[];
	readonly strategies: readonly {
		readonly strategy: Fact<"strategy">;
		readonly number: string;
		readonly milestones: readonly MilestoneNode[];
	}[];
};

/** A plan's component on the indicator, with the goals that it holds. */
export type OutcomeAnswer = {
	readonly component: Fact<"focus-area">;
	readonly document: Fact<"document">;
	readonly cycle: Fact<"cycle">;
	readonly goals: readonly OutcomeGoal[];
	/** What was said on it, and what it changed. */
	readonly voices: readonly Fact<"partner-input">[];
};

const OutcomeGoalOutput = z
	.object({
		goal: factOutputs.goal,
		number: z.string(),
		measures: z.array(
			z.object({
				objective: factOutputs.objective,
				measure: factOutputs.measure.optional(),
				target: factOutputs.target.optional(),
			}),
		),
		strategies: z.array(
			z.object({
				strategy: factOutputs.strategy,
				number: z.string(),
				milestones: z.array(
					z.object({ milestone: factOutputs.milestone, number: z.string(), dueOn: PlainDate.optional() }),
				),
			}),
		),
	})
	.meta({ id: "OutcomeGoal", description: "A goal as a plan sets it, down to the milestones, with its numbers." });

export const OutcomeAnswerOutput = z
	.object({
		component: factOutputs["focus-area"],
		document: factOutputs.document,
		cycle: factOutputs.cycle,
		goals: z.array(OutcomeGoalOutput),
		voices: z.array(factOutputs["partner-input"]),
	})
	.meta({ id: "OutcomeAnswer" });

/** What the plans of a jurisdiction do about an indicator, the newest plan first. Plans that are not shared are left out. */
export async function outcomeAnswers(
	stores: Stores,
	jurisdictionId: string,
	code: string,
): Promise<readonly OutcomeAnswer[]> {
	const components = (await stores.facts.list("focus-area", { jurisdictionId })).filter(
		(each) => each.subjectKind === "indicator" && each.codes.includes(code),
	);
	const found = await stores.plans.findComponents(
		components.map(({ id }) => id),
		"milestones",
	);
	const answers = found.flatMap((facts) =>
		assembleComponents(facts).map(
			({ focusArea, goals }): OutcomeAnswer => ({
				component: focusArea,
				document: facts.document,
				cycle: facts.cycle,
				goals: goals.map(toOutcomeGoal),
				voices: facts.voices.filter((each) => each.focusAreaId === focusArea.id),
			}),
		),
	);
	return answers.sort((a, b) => b.cycle.startsOn.localeCompare(a.cycle.startsOn));
}

function toOutcomeGoal({ goal, number, objectives, strategies }: GoalNode): OutcomeGoal {
	return {
		goal,
		number,
		measures: objectives.map(({ objective, measure, target }) => ({ objective, measure, target })),
		strategies: strategies.map(({ strategy, number: strategyNumber, milestones }) => ({
			strategy,
			number: strategyNumber,
			milestones,
		})),
	};
}
