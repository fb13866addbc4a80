import { z } from "zod";
import { Strategy } from "../domain/plan/plan-facts.ts";
import { openPlanParts } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { getPart } from "./plan-part.ts";

/** Adds a strategy to a goal of the plan, after those that are there. */
export const addStrategy = defineOperation({
	name: "add-strategy",
	title: "Add a strategy",
	http: { method: "post", path: "/plans/{documentId}/strategies" },
	input: Strategy.pick({ goalId: true, statement: true, rationale: true, population: true })
		.partial({ rationale: true, population: true })
		.extend({ documentId: z.uuid() }),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const { stores, ids } = context;
		const { document, role } = await openPlanParts(context, input.documentId);
		const goal = await getPart(stores, document.id, "goal", input.goalId);
		const siblings = await stores.facts.list("strategy", { goalId: goal.id });
		const id = ids.next();
		await stores.facts.write({
			kind: "strategy",
			id,
			verb: "add",
			expectedVersion: 0,
			patch: {
				jurisdictionId: document.jurisdictionId,
				goalId: goal.id,
				position: Math.max(0, ...siblings.map((each) => each.position)) + 1,
				statement: input.statement,
				rationale: input.rationale ?? "",
				population: input.population ?? [],
			},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		});
		return { id };
	},
});
