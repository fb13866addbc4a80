import { z } from "zod";
import { type GoalTheory, optionsInOrder } from "../domain/plan/goal-theory.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { getPart } from "./plan-part.ts";

/** Why a goal of a plan should be reached, and what its strategies need. */
export const getTheory = defineOperation({
	name: "get-theory",
	title: "Get the theory of change of a goal",
	http: { method: "get", path: "/plans/{documentId}/goals/{goalId}/theory" },
	input: z.object({ documentId: z.uuid(), goalId: z.uuid() }),
	output: z
		.object({
			theory: factOutputs["theory-of-change"].nullable(),
			options: z.array(factOutputs["weighed-option"]),
			interventions: z.array(factOutputs.intervention),
		})
		.meta({ id: "TheoryOfAGoal" }),
	async run(context, { documentId, goalId }): Promise<GoalTheory> {
		const { stores } = context;
		const document = await getDocument(context, documentId);
		const goal = await getPart(stores, document.id, "goal", goalId);
		const [theory] = await stores.facts.list("theory-of-change", { goalId: goal.id });
		const options = await stores.facts.list("weighed-option", { goalId: goal.id });
		const interventions: Fact<"intervention">[] = [];
		for (const strategy of await stores.facts.list("strategy", { goalId: goal.id })) {
			interventions.push(...(await stores.facts.list("intervention", { strategyId: strategy.id })));
		}
		return { theory: theory ?? null, options: optionsInOrder(options), interventions };
	},
});
