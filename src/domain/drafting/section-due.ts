import { daysBetween, type PlainDate } from "../calendar/plain-date.ts";
import type { ReminderDays } from "../plan/milestone-standing.ts";
import type { SectionStanding } from "./drafting-facts.ts";

type Assigned = { readonly standing: SectionStanding; readonly dueOn: PlainDate | null };

/** Past its day and not done. */
export function isOverdue({ standing, dueOn }: Assigned, today: PlainDate): boolean {
	return standing !== "done" && dueOn !== null && dueOn < today;
}

/** Stands in a mail about sections: overdue, or due within `before` days. */
export function isDueSoon(section: Assigned, today: PlainDate, before: number): boolean {
	const { standing, dueOn } = section;
	return standing !== "done" && dueOn !== null && daysBetween(today, dueOn) <= before;
}

/** Asks for a mail today: `before` days ahead, on the day, or each `lateEvery` days after it. As milestones do. */
export function sectionAsksForMail({ standing, dueOn }: Assigned, today: PlainDate, days: ReminderDays): boolean {
	if (standing === "done" || dueOn === null) return false;
	const left = daysBetween(today, dueOn);
	return left === days.before || left === 0 || (left < 0 && -left % days.lateEvery === 0);
}
