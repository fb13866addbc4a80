import type { PlainDate } from "../calendar/plain-date.ts";
import { isStale, type MilestoneStanding, milestoneStanding } from "./milestone-standing.ts";
import type { MilestoneNode, PlanGraph } from "./plan-graph.ts";

/** A milestone in the order of its day. */
export type TimelineRow = {
	readonly node: MilestoneNode;
	/** The number of the component that it stands in. */
	readonly component: number;
	readonly standing: MilestoneStanding;
	readonly stale: boolean;
};

/** How many days before its day a milestone counts as due soon. */
const soonDays = 30;

/** The milestones of a plan by due date, those without one last. A milestone of a goal that is used twice stands once. */
export function timelineOf(graph: PlanGraph, today: PlainDate): readonly TimelineRow[] {
	const rows = new Map<string, TimelineRow>();
	for (const { number, goals } of graph.components) {
		for (const node of goals.flatMap(({ strategies }) => strategies.flatMap(({ milestones }) => milestones))) {
			const { milestone, dueOn } = node;
			if (rows.has(milestone.id)) continue;
			const dated = { status: milestone.status, dueOn, reportedOn: milestone.reportedOn };
			const standing = milestoneStanding(dated, today, soonDays);
			rows.set(milestone.id, { node, component: number, standing, stale: isStale(dated, today) });
		}
	}
	// Sorting keeps the plan's own order among those of one day.
	return [...rows.values()].sort((a, b) => compare(a.node.dueOn ?? "9999", b.node.dueOn ?? "9999"));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
