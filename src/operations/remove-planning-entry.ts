import { z } from "zod";
import { planningKinds } from "../domain/planning/planning-kinds.ts";
import { NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** Takes an entry out of a State's planning. It stays in the history. */
export const removePlanningEntry = defineOperation({
	name: "remove-planning-entry",
	title: "Take an entry out of a State's planning",
	http: { method: "post", path: "/planning-year/entries/{entryId}/remove" },
	input: z.object({
		kind: z.enum(planningKinds),
		entryId: z.uuid(),
		version: z.coerce.number().int().min(1),
		reason: z.string().trim().max(2000).default(""),
	}),
	output: VersionOutput,
	async run({ actor, stores }, { kind, entryId, version, reason }): Promise<{ version: number }> {
		const entry = await stores.facts.find(kind, entryId);
		if (!entry) throw new NotFound("There is no such entry any more. See the list.");
		const { jurisdictionId } = entry;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const saved = await stores.facts.write({
			...{ kind, id: entry.id, verb: "remove", expectedVersion: version, patch: {} },
			...{ jurisdictionId, root: jurisdictionId, role, reason },
		});
		return { version: saved };
	},
});
