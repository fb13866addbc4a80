import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { getPart } from "./plan-part.ts";
import { type GoalInDocument, GoalInDocumentOutput, usesOfGoals } from "./uses-of-goals.ts";

export type TheoryView = {
	/** Null while nobody has written it. */
	readonly theory: Fact<"theory-of-change"> | null;
	/** Of the goal's strategies that have any. */
	readonly interventions: readonly Fact<"intervention">[];
	/** Every document that uses the goal, of those that the asker may read, with the goal's number in it. */
	readonly usedIn: readonly GoalInDocument[];
};

/** Why a goal of a plan should be reached, and what its strategies need. */
export const getTheory = defineOperation({
	name: "get-theory",
	title: "Get the theory of change of a goal",
	http: { method: "get", path: "/plans/{documentId}/goals/{goalId}/theory" },
	input: z.object({ documentId: z.uuid(), goalId: z.uuid() }),
	output: z
		.object({
			theory: factOutputs["theory-of-change"].nullable(),
			interventions: z.array(factOutputs.intervention),
			usedIn: z.array(GoalInDocumentOutput),
		})
		.meta({ id: "TheoryOfAGoal" }),
	async run(context, { documentId, goalId }): Promise<TheoryView> {
		const { stores } = context;
		const document = await getDocument(context, documentId);
		const goal = await getPart(stores, document.id, "goal", goalId);
		const [theory] = await stores.facts.list("theory-of-change", { goalId: goal.id });
		const interventions: Fact<"intervention">[] = [];
		for (const strategy of await stores.facts.list("strategy", { goalId: goal.id })) {
			interventions.push(...(await stores.facts.list("intervention", { strategyId: strategy.id })));
		}
		const usedIn = (await usesOfGoals(stores, [goal.id])).get(goal.id) ?? [];
		return { theory: theory ?? null, interventions, usedIn };
	},
});
