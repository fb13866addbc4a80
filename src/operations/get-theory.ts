import { z } from "zod";
import { type GoalTheory, optionsInOrder } from "../domain/plan/goal-theory.ts";
import type { Resource } from "../domain/resources/resource-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { resourceLibrary } from "../frameworks/us-resources/library.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { getPart } from "./plan-part.ts";
import type { Stores } from "./ports.ts";
import { type GoalInDocument, GoalInDocumentOutput, usesOfGoals } from "./uses-of-goals.ts";

export type GoalTheoryView = GoalTheory & {
	/** Resources kept beside the goal, with what each is for. */
	readonly resources: readonly (Pick<Resource, "title" | "address"> & { readonly note: string })[];
	/** Technical assistance that was given for it, the newest first. */
	readonly assistance: readonly Fact<"assistance-given">[];
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
			options: z.array(factOutputs["weighed-option"]),
			interventions: z.array(factOutputs.intervention),
			resources: z.array(z.object({ title: z.string(), address: z.string(), note: z.string() })),
			assistance: z.array(factOutputs["assistance-given"]),
			usedIn: z.array(GoalInDocumentOutput),
		})
		.meta({ id: "TheoryOfAGoal" }),
	async run(context, { documentId, goalId }): Promise<GoalTheoryView> {
		const { stores } = context;
		const document = await getDocument(context, documentId);
		const goal = await getPart(stores, document.id, "goal", goalId);
		const [theory] = await stores.facts.list("theory-of-change", { goalId: goal.id });
		const options = await stores.facts.list("weighed-option", { goalId: goal.id });
		const interventions: Fact<"intervention">[] = [];
		for (const strategy of await stores.facts.list("strategy", { goalId: goal.id })) {
			interventions.push(...(await stores.facts.list("intervention", { strategyId: strategy.id })));
		}
		const assistance = await stores.facts.list("assistance-given", { goalId: goal.id });
		return {
			...{ theory: theory ?? null, options: optionsInOrder(options), interventions },
			resources: await keptBeside(stores, goal.id),
			usedIn: (await usesOfGoals(stores, [goal.id])).get(goal.id) ?? [],
			assistance: assistance.toSorted((a, b) => b.startedOn.localeCompare(a.startedOn)),
		};
	},
});

/** A resource that was taken out of the library since is no longer named. */
async function keptBeside(stores: Stores, goalId: string): Promise<GoalTheoryView["resources"]> {
	const found = [];
	for (const { resource, note } of await stores.facts.list("goal-resource", { goalId })) {
		const known =
			resourceLibrary.find(({ id }) => id === resource) ?? (await stores.facts.find("agency-resource", resource));
		if (known) found.push({ title: known.title, address: known.address, note });
	}
	return found;
}
