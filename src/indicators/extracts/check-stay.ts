import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { ElementName, ProblemTally } from "./problem-tally.ts";
import { meansNoDate } from "./read-extract-date.ts";

/** A date of a stay: as written, as read, and which element it is. */
export type StayDate = { readonly text: string; readonly date: PlainDate | null; readonly element: ElementName };

/** Reports a text that stands where a date belongs and is none. True when it was reported. */
export function reportImpossible({ text, date, element }: StayDate, tally: ProblemTally): boolean {
	if (date !== null || meansNoDate(text)) return false;
	tally.report("date-impossible", element, text);
	return true;
}

/**
 * Looks whether the dates of one stay can be true together (the federal checks on birth, removal and exit dates; indicators
 * leave such records out). The row is handed on as it is.
 */
export function checkStay(
	stay: { readonly dob: StayDate; readonly removal: StayDate; readonly exit: StayDate; readonly periodEnd: PlainDate },
	tally: ProblemTally,
): void {
	const { dob, removal, exit, periodEnd } = stay;
	if (dob.date === null && !reportImpossible(dob, tally)) tally.report("birth-date-missing", dob.element);
	if (removal.date === null && !reportImpossible(removal, tally)) tally.report("removal-date-missing", removal.element);
	reportImpossible(exit, tally);
	if (dob.date !== null && removal.date !== null && dob.date > removal.date)
		tally.report("birth-after-removal", dob.element, dob.text);
	if (dob.date !== null && exit.date !== null && dob.date > exit.date)
		tally.report("birth-after-exit", dob.element, dob.text);
	if (removal.date !== null && exit.date !== null && exit.date <= removal.date)
		tally.report(exit.date === removal.date ? "exit-same-day" : "exit-before-removal", exit.element, exit.text);
	for (const each of [removal, exit])
		if (each.date !== null && each.date > periodEnd) tally.report("date-after-period", each.element, each.text);
}

/** True when `checkStay` has nothing to report of these dates: the usual case, told without looking at what was written. */
export function isSoundStay(
	dob: PlainDate | null,
	removal: PlainDate | null,
	exit: PlainDate | null,
	periodEnd: PlainDate,
): boolean {
	return (
		dob !== null &&
		removal !== null &&
		dob <= removal &&
		removal <= periodEnd &&
		(exit === null || (exit > removal && exit <= periodEnd))
	);
}
