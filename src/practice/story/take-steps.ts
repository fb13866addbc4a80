import { addDays } from "../../domain/calendar/plain-date.ts";
import { takeStep } from "../../operations/take-step.ts";
import { approvePlan, attachSelfAssessment, bringToBoard, sign } from "./approve-plan.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Session } from "./session.ts";

/**
 * The plan's way through the workflow: each step by who may take it, with the reason given. Before a submission the Board acts
 * and both directors sign.
 */
export function takeSteps(story: PlanStory): readonly Session[] {
	const { times, draft, today } = story;
	return times.steps.flatMap((step, index) => {
		const { daysAgo, who, action, reason } = step;
		const session: Session = {
			day: addDays(today, -daysAgo),
			name: `plan ${times.key}: ${action}`,
			async run(desk) {
				if (action === "approve-by-board") return bringToBoard(desk, story, addDays(today, -daysAgo));
				if (action === "mark-ready" && times.steps.findIndex((each) => each.action === action) === index) {
					await attachSelfAssessment(desk, story);
				}
				const taken = await desk.perform(who, takeStep, {
					documentId: draft.documentId(),
					action,
					reason: reason ?? "",
					version: draft.documentVersion(),
				});
				draft.stepped(taken.version);
			},
		};
		if (action !== "submit") return [session];
		const ready = times.steps.slice(0, index).findLast((each) => each.action === "mark-ready");
		return [...approvePlan(story, step, ready?.daysAgo ?? daysAgo), session];
	});
}

/** Signatures given without a submission after them: a plan that waits for the other one. */
export function giveSignatures(story: PlanStory): readonly Session[] {
	const { times, today } = story;
	return (times.signatures ?? []).map(({ daysAgo, who, signatory }) => ({
		day: addDays(today, -daysAgo),
		name: `plan ${times.key}: signature of ${who}`,
		run: (desk) => sign(desk, story, signatory, who),
	}));
}
