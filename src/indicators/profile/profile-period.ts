import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { FederalIndicator } from "../../domain/measure/federal-result.ts";
import { daysOf, nextPeriod } from "../engine/period.ts";
import type { AfcarsPeriod } from "../extracts/canonical-rows.ts";

/** A period of a data profile as profiles print it, with its first and last day. */
export type ProfilePeriod = { readonly label: string; readonly start: PlainDate; readonly end: PlainDate };

/** How the period of each indicator is written, for the problem that says so. */
export function periodForm(indicator: FederalIndicator): string {
	if (indicator === "S1") return "the fiscal year in both systems, such as 23AB_FY23 or 23A-23B, FY23-24";
	if (indicator === "S2") return "two fiscal years that follow each other, such as FY23-24";
	return "two half years that follow each other, such as 23A23B or 23A-23B";
}

/**
 * Reads the period of an indicator in the forms of data profiles (section 0.3): 23A23B and 23A-23B; for S1 also 23AB_FY23,
 * 23A-23B, FY23 and 23A-23B, FY23-24; for S2 FY23-24, whose first year is that of the reports. Undefined for anything else.
 */
export function readProfilePeriod(text: string, indicator: FederalIndicator): ProfilePeriod | undefined {
	const spelled = text
		.toUpperCase()
		.replace(/[\u2010-\u2015]/g, "-")
		.replace(/\s+/g, "");
	if (indicator === "S2") return readFiscalYears(spelled);
	return indicator === "S1" ? readBothSystems(spelled) : readHalfYears(spelled);
}

function readHalfYears(text: string): ProfilePeriod | undefined {
	const match = /^(\d\d[AB])-?(\d\d[AB])$/.exec(text);
	const [first, second] = [match?.[1], match?.[2]];
	if (!first || nextPeriod(first as AfcarsPeriod) !== second) return undefined;
	return { label: `${first}${second}`, ...daysFrom(first as AfcarsPeriod, second as AfcarsPeriod) };
}

function readBothSystems(text: string): ProfilePeriod | undefined {
	const match = /^(\d\d)A-?(\d\d)?B(?:[,;_/&+-]*FY(?:20)?(\d\d)(?:-(?:FY)?(?:20)?(\d\d))?)?$/.exec(text);
	if (!match) return undefined;
	const [, year = "", half = year, fiscal = year, next = after(year)] = match;
	if (half !== year || fiscal !== year || next !== after(year)) return undefined;
	return { label: `${year}AB_FY${year}`, ...daysOfYear(year) };
}

function readFiscalYears(text: string): ProfilePeriod | undefined {
	const match = /^(?:FY|FFY)(?:20)?(\d\d)-(?:FY|FFY)?(?:20)?(\d\d)$/.exec(text);
	const [year, next] = [match?.[1], match?.[2]];
	if (!year || next !== after(year)) return undefined;
	return { label: `FY${year}-${next}`, ...daysOfYear(year) };
}

/** "24" after "23". */
function after(year: string): string {
	return String((Number(year) + 1) % 100).padStart(2, "0");
}

function daysOfYear(year: string) {
	return daysFrom(`${year}A` as AfcarsPeriod, `${year}B` as AfcarsPeriod);
}

function daysFrom(first: AfcarsPeriod, last: AfcarsPeriod) {
	return { start: daysOf(first).first, end: daysOf(last).last };
}
