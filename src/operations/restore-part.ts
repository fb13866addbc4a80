import { z } from "zod";
import { NotFound, Refused } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import type { Restorable } from "./removable-part.ts";
import { restorable } from "./removable-part.ts";

/**
 * Brings back a part that was removed, with all that stood below it, where it stood. `id` is that of the removed fact; for
 * a goal, of its place in the plan.
 */
export const restorePart = defineOperation({
	name: "restore-part",
	title: "Bring back a removed part of a plan",
	http: { method: "post", path: "/plans/{documentId}/parts/{id}/restore" },
	input: z.object({ documentId: z.uuid(), id: z.uuid() }),
	output: z.object({ kind: restorable }),
	async run(context, input): Promise<{ kind: Restorable }> {
		const { document, role } = await openPlan(context, input.documentId);
		const last = (await context.stores.actions.ofSubject(input.id)).at(-1);
		const kind = restorable.safeParse(last?.kind);
		if (!last || last.root !== document.id || !kind.success) throw new NotFound("There is no such part in this plan.");
		if (last.verb !== "remove") throw new Refused("This part is in the plan: it was brought back already.");
		await context.stores.facts.write({
			kind: kind.data,
			id: input.id,
			verb: "restore",
			expectedVersion: last.position,
			patch: {},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		});
		return { kind: kind.data };
	},
});
