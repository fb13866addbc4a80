import { type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import type { AfcarsPeriod } from "../extracts/canonical-rows.ts";

/** The period after this one, six months later: 22B after 22A, 23A after 22B. Round 4 knows periods of this century only. */
export function nextPeriod(period: AfcarsPeriod): AfcarsPeriod {
	const year = Number(period.slice(0, 2));
	return period.endsWith("A") ? `${twoDigits(year)}B` : `${twoDigits(year + 1)}A`;
}

/** This many periods in order, the first given: `periodsFrom("22B", 2)` is 22B and 23A. */
export function periodsFrom(first: AfcarsPeriod, count: number): readonly AfcarsPeriod[] {
	const periods = [first];
	while (periods.length < count) periods.push(nextPeriod(periods.at(-1) ?? first));
	return periods;
}

/** The federal fiscal year of a period: 2023 for 23A and 23B. */
export function fiscalYearOf(period: AfcarsPeriod): number {
	return 2000 + Number(period.slice(0, 2));
}

/** Files in order of time: 23A is 46, 23B is 47 (as in the step `file_row`). */
export function periodNumber(period: AfcarsPeriod): number {
	return Number(period.slice(0, 2)) * 2 + (period.endsWith("A") ? 0 : 1);
}

/** First and last day: 23A is 1 October 2022 to 31 March 2023, 23B is 1 April to 30 September 2023. */
export function daysOf(period: AfcarsPeriod): { readonly first: PlainDate; readonly last: PlainDate } {
	const year = fiscalYearOf(period);
	return period.endsWith("A")
		? { first: plainDate(`${year - 1}-10-01`), last: plainDate(`${year}-03-31`) }
		: { first: plainDate(`${year}-04-01`), last: plainDate(`${year}-09-30`) };
}

function twoDigits(year: number): string {
	return String(year % 100).padStart(2, "0");
}
