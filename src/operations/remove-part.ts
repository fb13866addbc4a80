import { z } from "zod";
import { openPlan, openPlanParts } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { placeOf, removable } from "./removable-part.ts";

/**
 * Removes a part from a plan. What is below it goes with it and comes back with it; nothing is deleted, and the history
 * keeps who removed it and why.
 */
export const removePart = defineOperation({
	name: "remove-part",
	title: "Remove a part of a plan",
	http: { method: "post", path: "/plans/{documentId}/parts/{id}/remove" },
	input: z.object({ documentId: z.uuid(), kind: removable, id: z.uuid(), reason: z.string().max(2000).default("") }),
	output: z.object({ removed: z.literal(true) }),
	async run(context, input): Promise<{ removed: true }> {
		const { document, role } = await (input.kind === "team-member" ? openPlan : openPlanParts)(
			context,
			input.documentId,
		);
		const place = await placeOf(context, document.id, input.kind, input.id);
		await context.stores.facts.write({
			kind: place.kind,
			id: place.fact.id,
			verb: "remove",
			expectedVersion: place.fact.version,
			patch: {},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: input.reason,
		});
		return { removed: true };
	},
});
