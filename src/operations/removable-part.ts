import { z } from "zod";
import { entryKinds } from "../domain/document/entry-kinds.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import type { OperationContext } from "./operation.ts";
import { getPart } from "./plan-part.ts";

export const movable = z.enum(["focus-area", "goal", "strategy", "milestone", "team-member"]);
export const removable = z.enum([...movable.options, ...entryKinds]);
type Removable = z.infer<typeof removable>;
export const restorable = z.enum(["focus-area", "goal-use", "strategy", "milestone", "team-member", ...entryKinds]);
export type Restorable = z.infer<typeof restorable>;

type Placed<K extends Removable> = K extends "goal" ? "goal-use" : Exclude<K, "goal">;
type Place<K extends Removable> = { readonly kind: Placed<K>; readonly fact: Fact<Placed<K>> };

/** What a part is removed by: a goal by its use in this document, so that other documents keep it. */
export async function placeOf<K extends Removable>(
	{ stores }: OperationContext,
	documentId: string,
	kind: K,
	id: string,
): Promise<Place<K>> {
	const part = await getPart(stores, documentId, kind, id);
	if (kind !== "goal") return { kind, fact: part } as unknown as Place<K>;
	const use = (await stores.facts.list("goal-use", { documentId, goalId: id }))[0];
	return { kind: "goal-use", fact: use } as unknown as Place<K>;
}
