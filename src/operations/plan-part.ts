import { entryKinds, isEntryKind } from "../domain/document/entry-kinds.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import type { Stores } from "./ports.ts";

/** The kinds of facts that a plan is made of and that people change one by one. */
export const partKinds = [
	"focus-area",
	"goal",
	"objective",
	"baseline",
	"target",
	"strategy",
	"milestone",
	"team-member",
	"party",
	...entryKinds,
] as const;
export type PartKind = (typeof partKinds)[number];

/** Finds a part and makes sure that it belongs to this plan: a goal by its use, what is below a goal by its goal. */
export async function getPart<K extends PartKind>(
	stores: Stores,
	documentId: string,
	kind: K,
	id: string,
): Promise<Fact<K>> {
	const part = await stores.facts.find(kind, id);
	if (part && (await belongsTo(stores, documentId, kind, part))) return part;
	throw new NotFound(
		"This part of the plan is not there any more. Somebody may have removed it: see the plan's history.",
	);
}

async function belongsTo(
	stores: Stores,
	documentId: string,
	kind: PartKind,
	part: object & { id: string },
): Promise<boolean> {
	const parentOf = (field: string) => String((part as Record<string, unknown>)[field] ?? "");
	const via = async (parentKind: PartKind, parentId: string) => {
		const parent = await stores.facts.find(parentKind, parentId);
		return parent ? belongsTo(stores, documentId, parentKind, parent) : false;
	};
	if (isEntryKind(kind)) return parentOf("documentId") === documentId;
	switch (kind) {
		case "focus-area":
		case "team-member":
			return parentOf("documentId") === documentId;
		case "goal":
			return (await stores.facts.list("goal-use", { documentId, goalId: part.id })).length > 0;
		case "objective":
		case "strategy":
			return via("goal", parentOf("goalId"));
		case "baseline":
		case "target":
			return via("objective", parentOf("objectiveId"));
		case "milestone":
			return via("strategy", parentOf("strategyId"));
		case "party":
			return (await stores.facts.list("team-member", { documentId, partyId: part.id })).length > 0;
	}
}
