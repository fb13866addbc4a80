import { addDays } from "../../domain/calendar/plain-date.ts";
import { takeStep } from "../../operations/take-step.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Session } from "./session.ts";

/** The plan's way through the workflow: each step by who may take it, with the reason given. */
export function takeSteps({ times, draft, today }: PlanStory): readonly Session[] {
	return times.steps.map(({ daysAgo, who, action, reason }) => ({
		day: addDays(today, -daysAgo),
		name: `plan ${times.key}: ${action}`,
		async run(desk) {
			const step = await desk.perform(who, takeStep, {
				documentId: draft.documentId(),
				action,
				reason: reason ?? "",
				version: draft.documentVersion(),
			});
			draft.stepped(step.version);
		},
	}));
}
