import { addDays, addMonths, type PlainDate, partsOf, plainDate } from "../../domain/calendar/plain-date.ts";

/** The last day of the quarter that lies `quarters` later (or earlier, when negative). */
export function moveQuarters(quarterEnd: PlainDate, quarters: number): PlainDate {
	return addDays(addMonths(addDays(quarterEnd, 1), quarters * 3), -1);
}

/**
 * The quarter with which the practice figures end: the last one that was over at least three months before `today`,
 * because figures are published about three months after the quarter.
 */
export function newestQuarterEnd(today: PlainDate): PlainDate {
	const { year, month } = partsOf(today);
	const first = plainDate(`${year}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, "0")}-01`);
	const ofThisQuarter = addDays(addMonths(first, 3), -1);
	const candidates = [-1, -2].map((quarters) => moveQuarters(ofThisQuarter, quarters));
	return candidates.find((end) => moveQuarters(end, 1) <= today) ?? moveQuarters(ofThisQuarter, -2);
}

/** The ends of `count` quarters that lie one after another, oldest first. */
export function listQuarterEnds(newest: PlainDate, count: number): readonly PlainDate[] {
	return Array.from({ length: count }, (_, index) => moveQuarters(newest, index - count + 1));
}

/** "2026 quarter 2". */
export function nameQuarter(quarterEnd: PlainDate): string {
	const { year, month } = partsOf(quarterEnd);
	return `${year} quarter ${Math.ceil(month / 3)}`;
}
