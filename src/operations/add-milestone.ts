import { z } from "zod";
import { Milestone } from "../domain/plan/plan-facts.ts";
import { openPlanParts } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { getPart } from "./plan-part.ts";

/** Adds a milestone to a strategy of the plan, after those that are there. */
export const addMilestone = defineOperation({
	name: "add-milestone",
	title: "Add a milestone",
	http: { method: "post", path: "/plans/{documentId}/milestones" },
	input: Milestone.pick({ strategyId: true, statement: true })
		.extend(
			Milestone.pick({
				timeframeMonths: true,
				dueOn: true,
				assignedTitle: true,
				assignedPersonId: true,
				assignedAgency: true,
				population: true,
			}).partial().shape,
		)
		.extend({ documentId: z.uuid() }),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const { stores, ids } = context;
		const { document, role } = await openPlanParts(context, input.documentId);
		const strategy = await getPart(stores, document.id, "strategy", input.strategyId);
		const siblings = await stores.facts.list("milestone", { strategyId: strategy.id });
		const id = ids.next();
		await stores.facts.write({
			kind: "milestone",
			id,
			verb: "add",
			expectedVersion: 0,
			patch: {
				jurisdictionId: document.jurisdictionId,
				strategyId: strategy.id,
				position: Math.max(0, ...siblings.map((each) => each.position)) + 1,
				statement: input.statement,
				timeframeMonths: input.timeframeMonths ?? null,
				dueOn: input.dueOn ?? null,
				assignedTitle: input.assignedTitle ?? "",
				assignedPersonId: input.assignedPersonId ?? null,
				assignedAgency: input.assignedAgency ?? "",
				population: input.population ?? [],
				status: "not-started",
				completedOn: null,
			},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		});
		return { id };
	},
});
