import { plainDate } from "../../domain/calendar/plain-date.ts";
import { adoptGoal } from "../../operations/adopt-goal.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { shareGoal } from "../../operations/share-goal.ts";
import type { Desk } from "./session.ts";

/** The State offers the first goal of its plan, and two counties adopt it with targets of their own. */
export async function shareFirstGoal(desk: Desk, documentId: string): Promise<void> {
	const { facts } = await desk.perform("odalys", getPlan, { documentId });
	const goal = facts.goals.find(({ statement }) => statement.startsWith("Children go home sooner"));
	const objective = facts.objectives.find(({ goalId }) => goalId === goal?.id);
	if (!goal || !objective) return;
	const { id: sharedGoalId } = await desk.perform("odalys", shareGoal, {
		...{ goalId: goal.id, note: "Set the target that your county can reach; small counties may say so in the note." },
	});
	const adopt = { sharedGoalId, objectiveId: objective.id, by: plainDate("2027-06-30") };
	await desk.perform("maribel", adoptGoal, {
		...{ ...adopt, jurisdictionId: desk.placeId("alder"), target: 42, note: "With family meetings in both offices." },
	});
	await desk.perform("samuel", adoptGoal, {
		...{
			...adopt,
			jurisdictionId: desk.placeId("birch"),
			target: 38,
			note: "Few children: one sibling group moves the rate.",
		},
	});
}
