import { daysBetween, type PlainDate } from "../calendar/plain-date.ts";
import type { MilestoneStatus } from "./plan-facts.ts";

/** How a milestone stands to its day: settled, coming, due soon or today, or late. */
export type MilestoneStanding = "settled" | "no-date" | "later" | "due-soon" | "due-today" | "late";

/** When owners hear of their milestones: so many days before, on the day, and then each so many days while late. */
export type ReminderDays = { readonly before: number; readonly lateEvery: number };

/** A milestone is stale when it is past due by more days than this and nobody has said since how it stands. */
export const staleAfterDays = 14;

type Dated = { readonly status: MilestoneStatus; readonly dueOn: PlainDate | undefined };

/** Completed and dropped milestones ask for nothing more. */
export function isSettled(status: MilestoneStatus): boolean {
	return status === "completed" || status === "dropped";
}

export function milestoneStanding({ status, dueOn }: Dated, today: PlainDate, soonDays: number): MilestoneStanding {
	if (isSettled(status)) return "settled";
	if (!dueOn) return "no-date";
	const days = daysBetween(today, dueOn);
	if (days < 0) return "late";
	if (days === 0) return "due-today";
	return days <= soonDays ? "due-soon" : "later";
}

/** Does this milestone ask for a mail today: `before` days ahead, on the day, or each `lateEvery` days after it? */
export function asksForMail(milestone: Dated, today: PlainDate, days: ReminderDays): boolean {
	if (isSettled(milestone.status) || !milestone.dueOn) return false;
	const left = daysBetween(today, milestone.dueOn);
	return left === days.before || left === 0 || (left < 0 && -left % days.lateEvery === 0);
}

/** Past due by more than `staleAfterDays`, and without a report since it was due. */
export function isStale(milestone: Dated & { readonly reportedOn: PlainDate | null }, today: PlainDate): boolean {
	const { status, dueOn, reportedOn } = milestone;
	if (isSettled(status) || !dueOn || daysBetween(dueOn, today) <= staleAfterDays) return false;
	return reportedOn === null || reportedOn < dueOn;
}

/** A report must be explained when the milestone is delayed or dropped, late, or was completed after its day. */
export function needsExplanation(
	report: { readonly status: MilestoneStatus; readonly completedOn: PlainDate | null },
	dueOn: PlainDate | undefined,
	today: PlainDate,
): boolean {
	if (report.status === "delayed" || report.status === "dropped") return true;
	if (!dueOn) return false;
	return report.status === "completed" ? (report.completedOn ?? today) > dueOn : today > dueOn;
}
