import { z } from "zod";
import { InvalidInput, NotFound } from "./errors.ts";
import { getState } from "./get-state.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/** Offers a goal of the State to its regions, counties and Tribes: they may make it their own with a local target (INT-10). */
export const shareGoal = defineOperation({
	name: "share-goal",
	title: "Offer a goal of the State to its places",
	http: { method: "post", path: "/shared-goals" },
	input: z.object({ goalId: z.uuid(), note: z.string().trim().max(2000).default("") }),
	output: MadeOutput,
	async run({ actor, ids, stores }, { goalId, note }): Promise<{ id: string }> {
		const goal = await stores.facts.find("goal", goalId);
		if (!goal) throw new NotFound("There is no such goal.");
		const state = await getState(stores, goal.jurisdictionId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(state.id));
		const before = await stores.facts.list("shared-goal", { goalId });
		if (before.length > 0) {
			throw new InvalidInput([{ field: "goalId", message: "This goal is offered already. Choose another one." }]);
		}
		const id = ids.next();
		await stores.facts.write({
			...{ kind: "shared-goal", id, verb: "add", expectedVersion: 0 },
			patch: { jurisdictionId: state.id, goalId, note },
			...{ jurisdictionId: state.id, root: state.id, role, reason: "" },
		});
		return { id };
	},
});
