import { z } from "zod";
import { formatDate, PlainDate } from "../domain/calendar/plain-date.ts";
import type { Role } from "../domain/people/roles.ts";
import { dueOn } from "../domain/plan/assemble-plan.ts";
import { needsExplanation } from "../domain/plan/milestone-standing.ts";
import { MilestoneStatus } from "../domain/plan/plan-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { type InputProblem, InvalidInput } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import type { OperationContext } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import type { Stores } from "./ports.ts";

/** What somebody says of a milestone: signed in, or through a mailed link. */
export const milestoneReport = {
	status: MilestoneStatus,
	completedOn: PlainDate.nullable().default(null),
	/** What shows that it was done: words, or a link. */
	proof: z.string().trim().max(4000).default(""),
	/** What happened, or why it is late: kept with the milestone and in the history. */
	reason: z.string().trim().max(2000).default(""),
};
const MilestoneReport = z.object(milestoneReport);

/**
 * The last days of milestones, by their ids: the day given, or the end of the timeframe, which runs from the period for which the
 * goal was set, whatever document it stands in (INT-09).
 */
export async function dueDaysOf(
	{ facts }: Stores,
	milestones: readonly Fact<"milestone">[],
	/** Their strategies, where they were read already. */
	known?: readonly Fact<"strategy">[],
): Promise<ReadonlyMap<string, PlainDate | undefined>> {
	const starts = new Map<string, PlainDate | undefined>();
	const timed = milestones.filter((each) => each.dueOn === null && each.timeframeMonths !== null);
	const places = new Set(timed.map((each) => each.jurisdictionId));
	if (places.size > 0) {
		const [jurisdictionId] = places;
		const here = jurisdictionId && places.size === 1 ? { jurisdictionId } : {};
		const cycles = new Map((await facts.list("cycle", here)).map(({ id, startsOn }) => [id, startsOn]));
		const goals = new Map((await facts.list("goal", here)).map(({ id, cycleId }) => [id, cycles.get(cycleId)]));
		for (const { id, goalId } of known ?? (await facts.list("strategy", here))) starts.set(id, goals.get(goalId));
	}
	return new Map(milestones.map((each) => [each.id, dueOn(each, starts.get(each.strategyId))]));
}

/** Checks a report and writes it. Only how the milestone stands changes: what was agreed stays as it was accepted. */
export async function writeMilestoneReport(
	{ clock, stores }: OperationContext,
	about: {
		readonly milestone: Fact<"milestone">;
		readonly dueOn: PlainDate | undefined;
		readonly rootId: string;
		readonly role: Role | null;
		/** Stands before the reason in the history. */
		readonly how?: string;
		readonly version: number;
	},
	report: z.infer<typeof MilestoneReport>,
): Promise<number> {
	const { milestone, dueOn } = about;
	const today = dayOf(clock());
	const completedOn = report.status === "completed" ? (report.completedOn ?? today) : null;
	const problems: InputProblem[] = [];
	if (completedOn && completedOn > today) {
		problems.push({
			field: "completedOn",
			message: "Nothing can be completed on a day to come. Give the day on which it was done.",
		});
	}
	if (report.reason === "" && needsExplanation({ status: report.status, completedOn }, dueOn, today)) {
		const late = report.status !== "delayed" && report.status !== "dropped" && dueOn;
		problems.push({
			field: "reason",
			message: late
				? `It was due on ${formatDate(dueOn)}. Say why it is late: the State and your partners will ask.`
				: "Say why: the State and your partners will ask.",
		});
	}
	if (problems.length > 0) throw new InvalidInput(problems);
	return mergeSave(stores, milestone, {
		kind: "milestone",
		id: milestone.id,
		verb: "change",
		expectedVersion: about.version,
		patch: {
			status: report.status,
			completedOn,
			proof: report.proof || milestone.proof,
			explanation: report.reason || milestone.explanation,
			reportedOn: today,
		},
		jurisdictionId: milestone.jurisdictionId,
		root: about.rootId,
		role: about.role,
		reason: [about.how, report.reason].filter(Boolean).join(" "),
	});
}
