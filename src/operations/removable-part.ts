import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import type { OperationContext } from "./operation.ts";
import { getPart } from "./plan-part.ts";

export const removable = z.enum(["focus-area", "goal", "strategy", "milestone", "team-member"]);
type Removable = z.infer<typeof removable>;
export const restorable = z.enum(["focus-area", "goal-use", "strategy", "milestone", "team-member"]);
export type Restorable = z.infer<typeof restorable>;

/** What a part is removed by: a goal by its use in this document, so that other documents keep it. */
export async function placeOf({ stores }: OperationContext, documentId: string, kind: Removable, id: string) {
	const part = await getPart(stores, documentId, kind, id);
	if (kind !== "goal") return { kind, fact: part as Fact<Exclude<Removable, "goal">> } as const;
	const use = (await stores.facts.list("goal-use", { documentId, goalId: id }))[0];
	return { kind: "goal-use", fact: use as Fact<"goal-use"> } as const;
}
