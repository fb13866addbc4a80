import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { AfcarsPeriod } from "../extracts/canonical-rows.ts";
import type { IndicatorId } from "./indicator.ts";
import { daysOf, fiscalYearOf, nextPeriod, periodsFrom } from "./period.ts";
import { IndicatorRequestError } from "./request-error.ts";

/** A 12-month window: two AFCARS periods that follow each other. */
export type Window = {
	/** As profiles print it: "23A23B", "22B23A". */
	readonly name: string;
	readonly periods: readonly [AfcarsPeriod, AfcarsPeriod];
	readonly start: PlainDate;
	readonly end: PlainDate;
	/** The federal fiscal year of an October to September window; null for April to March, where S1 and S2 do not exist. */
	readonly fiscalYear: number | null;
};

/** Which files an indicator reads, in order of time. */
export type FileList = { readonly afcars: readonly AfcarsPeriod[]; readonly ncands: readonly number[] };

/** Reads "23A23B" or "22B23A" (section 0.3). Throws `IndicatorRequestError` for anything else. */
export function readWindow(text: string): Window {
	const match = /^(\d\d[AB])(\d\d[AB])$/.exec(text.trim().toUpperCase());
	const [first, second] = [match?.[1], match?.[2]];
	if (first === undefined || second === undefined || nextPeriod(first) !== second) {
		throw new IndicatorRequestError(
			`"${text}" is not a 12-month window. Expected two AFCARS periods that follow each other: 23A23B (October 2022 to September 2023) or 22B23A (April 2022 to March 2023).`,
		);
	}
	return {
		name: `${first}${second}`,
		periods: [first, second],
		start: daysOf(first).first,
		end: daysOf(second).last,
		fiscalYear: first.endsWith("A") ? fiscalYearOf(first) : null,
	};
}

/** How many AFCARS files each indicator reads (section 1, "Files"): the window's two, and those after it. */
export const afcarsFilesRead: Readonly<Record<IndicatorId, 0 | 2 | 4 | 5>> = {
	S1: 2,
	S2: 0,
	P1: 5,
	P2: 2,
	P3: 2,
	P4: 4,
	P5: 2,
};

/**
 * The files that an indicator reads for a window; undefined where it does not exist: S1 and S2 need the years of NCANDS, which are
 * federal fiscal years (settled 21).
 */
export function filesOf(indicator: IndicatorId, window: Window): FileList | undefined {
	const afcars = periodsFrom(window.periods[0], 5).slice(0, afcarsFilesRead[indicator]);
	if (indicator !== "S1" && indicator !== "S2") return { afcars, ncands: [] };
	return window.fiscalYear === null ? undefined : { afcars, ncands: [window.fiscalYear, window.fiscalYear + 1] };
}

/** All files that any indicator reads for a window: the five AFCARS files of P1, and two years of NCANDS where S1 and S2 exist. */
export function filesOfWindow(window: Window): FileList {
	return {
		afcars: periodsFrom(window.periods[0], 5),
		ncands: window.fiscalYear === null ? [] : [window.fiscalYear, window.fiscalYear + 1],
	};
}
