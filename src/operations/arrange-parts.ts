import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound, Refused } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { getPart } from "./plan-part.ts";

const removable = z.enum(["focus-area", "goal", "strategy", "milestone", "team-member"]);
type Removable = z.infer<typeof removable>;
const restorable = z.enum(["focus-area", "goal-use", "strategy", "milestone", "team-member"]);
type Restorable = z.infer<typeof restorable>;

/** What a part is removed by: a goal by its use in this document, so that other documents keep it. */
async function placeOf({ stores }: OperationContext, documentId: string, kind: Removable, id: string) {
	const part = await getPart(stores, documentId, kind, id);
	if (kind !== "goal") return { kind, fact: part as Fact<Exclude<Removable, "goal">> } as const;
	const use = (await stores.facts.list("goal-use", { documentId, goalId: id }))[0];
	return { kind: "goal-use", fact: use as Fact<"goal-use"> } as const;
}

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
		const { document, role } = await openPlan(context, input.documentId);
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

/** Moves a part one place up or down among its neighbours; the numbers follow. At the end it stays where it is. */
export const movePart = defineOperation({
	name: "move-part",
	title: "Move a part of a plan",
	http: { method: "post", path: "/plans/{documentId}/parts/{id}/move" },
	input: z.object({ documentId: z.uuid(), kind: removable, id: z.uuid(), direction: z.enum(["up", "down"]) }),
	output: z.object({ moved: z.boolean() }),
	async run(context, input): Promise<{ moved: boolean }> {
		const { document, role } = await openPlan(context, input.documentId);
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
