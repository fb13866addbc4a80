import { z } from "zod";
import { openPlanParts } from "./open-plan.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { movable, placeOf } from "./removable-part.ts";

/** Moves a part one place up or down among its neighbours; the numbers follow. At the end it stays where it is. */
export const movePart = defineOperation({
	name: "move-part",
	title: "Move a part of a plan",
	http: { method: "post", path: "/plans/{documentId}/parts/{id}/move" },
	input: z.object({ documentId: z.uuid(), kind: movable, id: z.uuid(), direction: z.enum(["up", "down"]) }),
	output: z.object({ moved: z.boolean() }),
	async run(context, input): Promise<{ moved: boolean }> {
		const { document, role } = await openPlanParts(context, input.documentId);
		const place = await placeOf(context, document.id, input.kind, input.id);
		const siblings = [...(await siblingsOf(context, place.fact, place.kind))].sort(
			(a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
		);
		const at = siblings.findIndex((each) => each.id === place.fact.id);
		const to = input.direction === "up" ? at - 1 : at + 1;
		const [moving] = siblings.splice(at, 1);
		if (!moving || to < 0 || to > siblings.length) return { moved: false };
		siblings.splice(to, 0, moving);
		for (const [index, each] of siblings.entries()) {
			if (each.position === index + 1) continue;
			await context.stores.facts.write({
				kind: place.kind,
				id: each.id,
				verb: "change",
				expectedVersion: each.version,
				patch: { position: index + 1 },
				jurisdictionId: document.jurisdictionId,
				root: document.id,
				role,
				reason: "",
			});
		}
		return { moved: true };
	},
});

type Placed = { readonly id: string; readonly version: number; readonly position: number };

function siblingsOf(
	{ stores }: OperationContext,
	fact: object,
	kind: "focus-area" | "goal-use" | "strategy" | "milestone" | "team-member",
): Promise<readonly Placed[]> {
	const field = (name: string) => String((fact as Record<string, unknown>)[name]);
	switch (kind) {
		case "focus-area":
			return stores.facts.list("focus-area", { documentId: field("documentId") });
		case "goal-use":
			return stores.facts.list("goal-use", { focusAreaId: field("focusAreaId") });
		case "strategy":
			return stores.facts.list("strategy", { goalId: field("goalId") });
		case "milestone":
			return stores.facts.list("milestone", { strategyId: field("strategyId") });
		case "team-member":
			return stores.facts.list("team-member", { documentId: field("documentId") });
	}
}
