import { z } from "zod";
import { NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";

/** Takes an event or a step out of a State's calendar. It stays in the history. */
export const removeCalendarEntry = defineOperation({
	name: "remove-calendar-entry",
	title: "Take an event or a step out of a calendar",
	http: { method: "post", path: "/due-dates/{entryKind}/{entryId}/remove" },
	input: z.object({
		entryKind: z.enum(["calendar-occasion", "planning-step"]),
		entryId: z.uuid(),
		version: z.coerce.number().int().min(1),
		reason: z.string().trim().max(1000).default(""),
	}),
	output: VersionOutput,
	async run({ actor, stores }, { entryKind, entryId, version, reason }): Promise<{ version: number }> {
		const entry = await stores.facts.find(entryKind, entryId);
		if (!entry) throw new NotFound("There is no such entry in the calendar any more.");
		const { jurisdictionId } = entry;
		const role = requireRole(actor, "calendar.manage", await stores.jurisdictions.pathOf(jurisdictionId));
		const saved = await stores.facts.write({
			...{ kind: entryKind, id: entryId, verb: "remove", expectedVersion: version, patch: {} },
			...{ jurisdictionId, root: jurisdictionId, role, reason },
		});
		return { version: saved };
	},
});
