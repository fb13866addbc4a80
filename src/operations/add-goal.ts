import { z } from "zod";
import { Goal } from "../domain/plan/plan-facts.ts";
import { NotFound, Refused } from "./errors.ts";
import { openPlanParts } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";

/**
 * Adds an improvement goal to a component: the goal itself (of the planning cycle), its place in this document, and the
 * objective that will make it measurable. An existing goal of the cycle can be used again: one goal, two uses.
 */
export const addGoal = defineOperation({
	name: "add-goal",
	title: "Add an improvement goal",
	http: { method: "post", path: "/plans/{documentId}/goals" },
	input: Goal.pick({ goalKind: true, statement: true, population: true })
		.partial({ population: true })
		.extend({ documentId: z.uuid(), focusAreaId: z.uuid(), existingGoalId: z.uuid().optional() }),
	output: z.object({ id: z.uuid(), objectiveId: z.uuid().nullable() }),
	async run(context, input): Promise<{ id: string; objectiveId: string | null }> {
		const { stores, ids } = context;
		const { document, role } = await openPlanParts(context, input.documentId);
		const area = await stores.facts.find("focus-area", input.focusAreaId);
		if (area?.documentId !== document.id) throw new NotFound("There is no such component in this plan any more.");
		const { jurisdictionId } = document;
		const common = { verb: "add", expectedVersion: 0, jurisdictionId, root: document.id, role, reason: "" } as const;
		let goalId = input.existingGoalId;
		let objectiveId: string | null = null;
		if (goalId) {
			const goal = await stores.facts.find("goal", goalId);
			if (goal?.jurisdictionId !== jurisdictionId) throw new NotFound("There is no such goal in this jurisdiction.");
			// Another component may use it too: a goal held once can answer two outcomes.
			if ((await stores.facts.list("goal-use", { focusAreaId: area.id, goalId })).length > 0) {
				throw new Refused("This component uses the goal already. Choose another, or write a new one.");
			}
		} else {
			goalId = ids.next();
			objectiveId = ids.next();
			await stores.facts.write({
				...common,
				kind: "goal",
				id: goalId,
				patch: {
					jurisdictionId,
					cycleId: document.cycleId,
					statement: input.statement,
					goalKind: input.goalKind,
					population: input.population ?? [],
				},
			});
			await stores.facts.write({
				...common,
				kind: "objective",
				id: objectiveId,
				patch: { jurisdictionId, goalId, position: 1, statement: "", measureId: null, evidenceOfCompletion: "" },
			});
		}
		const uses = await stores.facts.list("goal-use", { focusAreaId: area.id });
		await stores.facts.write({
			...common,
			kind: "goal-use",
			id: ids.next(),
			patch: {
				jurisdictionId,
				documentId: document.id,
				focusAreaId: area.id,
				goalId,
				position: Math.max(0, ...uses.map((each) => each.position)) + 1,
			},
		});
		return { id: goalId, objectiveId };
	},
});
