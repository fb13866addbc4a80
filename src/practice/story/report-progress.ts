import { addDays, addMonths, daysBetween, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { assemblePlan } from "../../domain/plan/assemble-plan.ts";
import type { MilestoneNode } from "../../domain/plan/plan-graph.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { reportMilestone } from "../../operations/report-milestone.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Desk, Session } from "./session.ts";

/** What planners write beside a report, in turn. */
const notes = [
	"Reported at the meeting of the SIP team; the record is kept with the minutes.",
	"Done. The written record is in the plan's binder.",
	"Completed and shown to the partners.",
] as const;
const lateNote = "Two positions stood empty in the spring. The team agreed on a new day with the partners.";

/** Every fourth milestone is late and is reported so; the others are completed by the day they are due. */
const isLate = (index: number) => index % 4 === 3;

/** Each quarter after the State has accepted a plan, its planner reports on the milestones that have come due. */
export function reportProgress(story: PlanStory): readonly Session[] {
	const { times, today } = story;
	const accepted = times.steps.find((step) => step.action === "accept");
	if (!accepted) return [];
	const days: PlainDate[] = [];
	for (let day = addMonths(addDays(today, -accepted.daysAgo), 3); day < today; day = addMonths(day, 3)) days.push(day);
	return days.map((day) => ({
		day,
		name: `plan ${times.key}: report on milestones`,
		run: (desk) => report(desk, story, day),
	}));
}

async function report(desk: Desk, { times, draft }: PlanStory, day: PlainDate): Promise<void> {
	const documentId = draft.documentId();
	const { facts } = await desk.perform(times.planner, getPlan, { documentId });
	for (const [index, node] of milestonesOf(facts).entries()) {
		const { milestone, dueOn } = node;
		if (!dueOn || dueOn > day || milestone.status === "completed") continue;
		const common = { documentId, milestoneId: milestone.id, version: milestone.version };
		const justLate = isLate(index) && daysBetween(dueOn, day) < 120;
		if (justLate && milestone.status === "delayed") continue;
		await desk.perform(
			times.planner,
			reportMilestone,
			justLate
				? { ...common, status: "delayed", reason: lateNote }
				: {
						...common,
						status: "completed",
						completedOn: isLate(index) ? addDays(day, -9) : addDays(dueOn, -((index * 5) % 17)),
						reason: notes[index % notes.length],
					},
		);
	}
}

function milestonesOf(facts: Parameters<typeof assemblePlan>[0]): readonly MilestoneNode[] {
	return assemblePlan(facts).components.flatMap((component) =>
		component.goals.flatMap((goal) => goal.strategies.flatMap((strategy) => strategy.milestones)),
	);
}
