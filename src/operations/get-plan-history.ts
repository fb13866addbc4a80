import { z } from "zod";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { NotFound } from "./errors.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { LoggedActionOutput } from "./outputs/log-outputs.ts";
import { PlanFactsOutput } from "./outputs/plan-outputs.ts";
import type { LoggedAction } from "./ports.ts";

const pageSize = 100;

/** All that was done in a plan, newest first, 100 actions a page. `before` is the `seq` of the last one seen. */
export const getPlanHistory = defineOperation({
	name: "get-plan-history",
	title: "Get the history of a plan",
	http: { method: "get", path: "/plans/{documentId}/history" },
	input: z.object({
		documentId: z.uuid(),
		before: z.coerce.number().int().optional(),
		only: z.literal("actions").optional().describe("Leaves out the plan as it stands, for who has it already."),
	}),
	output: z.object({
		actions: z.array(LoggedActionOutput),
		facts: PlanFactsOutput.optional(),
		nextBefore: z.int().nullable().describe("Pass it as `before` for the next page; null on the last one."),
	}),
	async run(
		context,
		input,
	): Promise<{ actions: readonly LoggedAction[]; facts?: PlanFacts; nextBefore: number | null }> {
		const document = await getDocument(context, input.documentId);
		const page = { limit: pageSize, ...(input.before === undefined ? {} : { before: input.before }) };
		const actions = await context.stores.actions.ofRoot(document.id, page);
		const nextBefore = actions.length === pageSize ? (actions.at(-1)?.seq ?? null) : null;
		if (input.only === "actions") return { actions, nextBefore };
		const facts = await context.stores.plans.find(document.id);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		return { actions, facts, nextBefore };
	},
});
