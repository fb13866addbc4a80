import { z } from "zod";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** Takes back the offer of a goal that no place has adopted: what was promised does not vanish. */
export const withdrawSharedGoal = defineOperation({
	name: "withdraw-shared-goal",
	title: "Take back the offer of a goal",
	http: { method: "post", path: "/shared-goals/{sharedGoalId}/withdraw" },
	input: z.object({ sharedGoalId: z.uuid(), version: z.coerce.number().int().min(1) }),
	output: VersionOutput,
	async run({ actor, stores }, { sharedGoalId, version }): Promise<{ version: number }> {
		const shared = await stores.facts.find("shared-goal", sharedGoalId);
		if (!shared) throw new NotFound("This goal is not offered any more.");
		const { jurisdictionId } = shared;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const adopted = await stores.facts.list("goal-adoption", { sharedGoalId });
		if (adopted.length > 0) {
			const message = "Places have adopted this goal. Ask them to give it up first; until then it stays.";
			throw new InvalidInput([{ field: "sharedGoalId", message }]);
		}
		const saved = await stores.facts.write({
			...{ kind: "shared-goal", id: sharedGoalId, verb: "remove", expectedVersion: version, patch: {} },
			...{ jurisdictionId, root: jurisdictionId, role, reason: "" },
		});
		return { version: saved };
	},
});
