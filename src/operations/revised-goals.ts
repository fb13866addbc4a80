import { z } from "zod";
import { goesOn } from "../domain/plan/carry-over-facts.ts";
import { revisionsOf } from "../domain/plan/revisions.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import type { Stores } from "./ports.ts";

export const RevisedGoalOutput = z
	.object({ adoptionId: z.uuid(), place: z.string(), statement: z.string(), what: z.enum(["revised", "closed"]) })
	.meta({ id: "RevisedGoal" });
/** A goal that a place adopted, and that the State has revised since, or has closed for good. */
export type RevisedGoal = z.infer<typeof RevisedGoalOutput>;

/** How many revisions concern what was adopted and came after the place in the log at which it was saved last. */
export function countRevisedSince(
	{ objectiveId }: Fact<"goal-adoption">,
	revisions: readonly { readonly objectiveId: string | null; readonly seq: number }[],
	seen: number,
): number {
	return revisions.filter((each) => each.seq > seen && (each.objectiveId === null || each.objectiveId === objectiveId))
		.length;
}

/** Of some adoptions those that ask for another look; nothing is read where there are none. */
export async function listRevisedGoals(
	{ actions, facts, plans }: Stores,
	adoptions: readonly Fact<"goal-adoption">[],
): Promise<readonly RevisedGoal[]> {
	if (adoptions.length === 0) return [];
	const seen = new Map((await actions.lastOf(adoptions.map(({ id }) => id))).map((each) => [each.subject, each.seq]));
	const done = (await actions.ofSharedGoals()).filter(({ action }) => revisionsOf(action).length > 0);
	const closings = await plans.closingsOfSharedGoals();
	const found: RevisedGoal[] = [];
	for (const adoption of adoptions) {
		const { id, sharedGoalId, jurisdictionId } = adoption;
		const closed = closings.some((each) => each.sharedGoalId === sharedGoalId && !goesOn(each.closing));
		const revisions = done
			.filter((each) => each.sharedGoalId === sharedGoalId)
			.map(({ objectiveId, action }) => ({ objectiveId, seq: action.seq }));
		if (!closed && countRevisedSince(adoption, revisions, seen.get(id) ?? 0) === 0) continue;
		const shared = await facts.find("shared-goal", sharedGoalId);
		const goal = shared && (await facts.find("goal", shared.goalId));
		const place = await facts.find("jurisdiction", jurisdictionId);
		if (!goal || !place) continue;
		const { statement } = goal;
		found.push({ adoptionId: id, place: place.name, statement, what: closed ? "closed" : "revised" });
	}
	return found;
}
