import { z } from "zod";
import { NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** Takes away a resource of an agency, one that is kept beside a goal, or an entry of assistance. It stays in the history. */
export const removeResource = defineOperation({
	name: "remove-resource",
	title: "Take away a resource or an entry of assistance",
	http: { method: "post", path: "/resources/{resourceKind}/{entryId}/remove" },
	input: z.object({
		resourceKind: z.enum(["agency-resource", "goal-resource", "assistance-given"]),
		entryId: z.uuid(),
		version: z.coerce.number().int().min(1),
	}),
	output: VersionOutput,
	async run({ actor, stores }, { resourceKind, entryId, version }): Promise<{ version: number }> {
		const entry = await stores.facts.find(resourceKind, entryId);
		if (!entry) throw new NotFound("It is not there any more.");
		const { jurisdictionId } = entry;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const saved = await stores.facts.write({
			...{ kind: resourceKind, id: entryId, verb: "remove", expectedVersion: version, patch: {} },
			...{ jurisdictionId, root: jurisdictionId, role, reason: "" },
		});
		return { version: saved };
	},
});
