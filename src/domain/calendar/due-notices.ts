import type { DueDate } from "./due-dates.ts";
import { daysBetween, type PlainDate } from "./plain-date.ts";
import { weekdayOf } from "./weekend.ts";

/** What stands behind a due date: who owns it, and whether it was done. */
export type OwnedDueDate = Pick<DueDate, "ruleId" | "name" | "on" | "covers"> & {
	readonly ownerIds: readonly string[];
	readonly done: boolean;
	/** One of the State's own steps on the way: reminded of until its day, never late. */
	readonly isStep?: boolean;
};

/** Who answers for the whole: those who get the weekly list, and those who are told of what is late. */
export type NoticeReaders = { readonly digest: readonly string[]; readonly escalation: readonly string[] };

export type NoticeKind = "owner" | "digest" | "escalation";

export type PlannedNotice = {
	readonly personId: string;
	readonly kind: NoticeKind;
	readonly dueDates: readonly OwnedDueDate[];
};

/** An owner hears this many days before the day, on the day, and, once it is late, the day after and each week from then. */
const daysBefore: readonly number[] = [60, 30, 14, 7, 1, 0];
const weekly = 7;
/** The owner of what a step leads to hears of the step this many days before, and on its day. */
const daysBeforeStep: readonly number[] = [14, 7, 0];
/** How far the weekly list looks ahead. */
const digestDays = 60;
/** What nobody has marked as done for a year is no longer mailed about. */
const longest = 365;

/**
 * Who gets a mail about due dates on a day: owners before their day, before the steps on the way, and while they are late; the coordinator each Monday with all that
 * is late or near; whoever is accountable with what is late, the day after and each week from then. The same day gives the same mails.
 */
export function planNotices(
	day: PlainDate,
	dueDates: readonly OwnedDueDate[],
	readers: NoticeReaders,
): readonly PlannedNotice[] {
	const open = dueDates.filter(
		({ done, on, isStep }) => !done && (isStep ? on >= day : daysBetween(on, day) <= longest),
	);
	const asking = open.filter((each) => asksOn(each, day));
	const owners = [...new Set(asking.flatMap(({ ownerIds }) => ownerIds))];
	const late = open.filter(({ on }) => on < day);
	const near = open.filter(({ on }) => on >= day && daysBetween(day, on) <= digestDays);
	const isLateMailDay = late.some((each) => asksOn(each, day));
	return [
		...owners.map((personId): PlannedNotice => {
			const mine = asking.filter(({ ownerIds }) => ownerIds.includes(personId));
			return { personId, kind: "owner", dueDates: mine };
		}),
		...(weekdayOf(day) === "Monday" && late.length + near.length > 0
			? readers.digest.map((personId): PlannedNotice => ({ personId, kind: "digest", dueDates: [...late, ...near] }))
			: []),
		...(isLateMailDay
			? readers.escalation.map((personId): PlannedNotice => ({ personId, kind: "escalation", dueDates: late }))
			: []),
	];
}

function asksOn({ on, isStep }: OwnedDueDate, day: PlainDate): boolean {
	const left = daysBetween(day, on);
	if (isStep) return daysBeforeStep.includes(left);
	return left >= 0 ? daysBefore.includes(left) : (-left - 1) % weekly === 0;
}
