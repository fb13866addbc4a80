import { z } from "zod";
import { NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** A place gives up a goal of the State that it had adopted, with the reason. What was promised stays in the history. */
export const giveUpGoal = defineOperation({
	name: "give-up-goal",
	title: "Give up an adopted goal",
	http: { method: "post", path: "/goal-adoptions/{adoptionId}/give-up" },
	input: z.object({
		adoptionId: z.uuid(),
		version: z.coerce.number().int().min(1),
		reason: z.string().trim().min(1, "Say why: the State reads it.").max(2000),
	}),
	output: VersionOutput,
	async run({ actor, stores }, { adoptionId, version, reason }): Promise<{ version: number }> {
		const adoption = await stores.facts.find("goal-adoption", adoptionId);
		if (!adoption) throw new NotFound("There is no such adopted goal any more.");
		const { jurisdictionId } = adoption;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const saved = await stores.facts.write({
			...{ kind: "goal-adoption", id: adoptionId, verb: "remove", expectedVersion: version, patch: {} },
			...{ jurisdictionId, root: jurisdictionId, role, reason },
		});
		return { version: saved };
	},
});
