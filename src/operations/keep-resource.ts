import { z } from "zod";
import { resourceLibrary } from "../frameworks/us-resources/library.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/** Keeps a resource beside a goal, with a note of what it is for. */
export const keepResource = defineOperation({
	name: "keep-resource",
	title: "Keep a resource beside a goal",
	http: { method: "post", path: "/goals/{goalId}/resources" },
	input: z.object({
		goalId: z.uuid(),
		resource: z.string().min(1).max(80),
		note: z.string().trim().max(2000).default(""),
	}),
	output: MadeOutput,
	async run({ actor, ids, stores }, { goalId, resource, note }): Promise<{ id: string }> {
		const goal = await stores.facts.find("goal", goalId);
		if (!goal) throw new NotFound("There is no such goal.");
		const { jurisdictionId } = goal;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const isInLibrary = resourceLibrary.some(({ id }) => id === resource);
		const isOwn = z.uuid().safeParse(resource).success && (await stores.facts.find("agency-resource", resource));
		if (!isInLibrary && !isOwn) throw new NotFound("There is no such resource any more.");
		if ((await stores.facts.list("goal-resource", { goalId, resource })).length > 0) {
			throw new InvalidInput([
				{ field: "goalId", message: "This goal has the resource already. Choose another goal." },
			]);
		}
		const id = ids.next();
		await stores.facts.write({
			...{ kind: "goal-resource", id, verb: "add", expectedVersion: 0 },
			...{ patch: { jurisdictionId, goalId, resource, note }, jurisdictionId, root: jurisdictionId, role, reason: "" },
		});
		return { id };
	},
});
