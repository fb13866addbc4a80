import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import { maskedMark } from "../../../domain/measure/masking.ts";
import type { Unit } from "../../../domain/measure/measure-facts.ts";
import type { IndicatorCountProps, IndicatorRunProps } from "./indicator-props.ts";

/** What each indicator counts (CFSR Round 4 Data Dictionary, August 2022), in plain words. */
export const countedWords: Readonly<Record<string, { readonly numerator: string; readonly denominator: string }>> = {
	S1: {
		numerator: "substantiated or indicated reports about children while they were in care",
		denominator: "days in care in the window",
	},
	S2: {
		numerator: "children with another substantiated or indicated report within 12 months",
		denominator: "children with a substantiated or indicated report in the window",
	},
	P1: {
		numerator: "children discharged to permanency within 12 months of entering",
		denominator: "children who entered care in the window",
	},
	P2: {
		numerator: "children discharged to permanency by the last day of the window",
		denominator: "children in care on its first day for 12 to 23 months",
	},
	P3: {
		numerator: "children discharged to permanency by the last day of the window",
		denominator: "children in care on its first day for 24 months or more",
	},
	P4: {
		numerator: "children who came back into care within 12 months of leaving it",
		denominator: "children who left care in the window to reunification, a relative or guardianship",
	},
	P5: {
		numerator: "moves to another placement setting",
		denominator: "days in care in the window of children who entered in it",
	},
	ENTRY: {
		numerator: "children under 18 who entered care in the window, each once; short stays count too",
		denominator: "children of 0 to 17 years who live there, on the 1 July in the window",
	},
	VISITS: {
		numerator: "of these months, those with at least one visit of a caseworker",
		denominator: "calendar months that children under 18 were in care on every day (child-months)",
	},
	RESIDENCE: {
		numerator: "of these months, those with a visit where the child lives",
		denominator: "months in care with at least one visit of a caseworker (child-months)",
	},
};

/** What must stand beside every number: it is not the one that is held against national performance. */
export const observedWords =
	"These are observed figures. They are not held against national performance: only the risk-standardized figure of the state data profile may be.";

/** Said of what is counted beside the seven indicators. */
export const contextWords =
	"It is context beside the statewide data indicators: there is no national performance for it.";

export const p5EstimateWords =
	"From AFCARS 2020 files (23A and later) P5 is a local estimate. The federal rule that turns living arrangements into moves is not published, so ours could not be verified.";

/** "12 months ending September 30, 2023 (23A23B)" */
export function windowWords({ window, windowStart, windowEnd }: IndicatorRunProps): string {
	return `${describePeriod(windowStart, windowEnd)} (${window})`;
}

/** A number of a table: a star for what is masked, a dash for what is not known. */
export function countWords(value: number | null, isMasked: boolean): string {
	if (value === null) return isMasked ? maskedMark : "–";
	return value.toLocaleString("en-US");
}

export function observedValue({ observed, isMasked }: IndicatorCountProps, unit: Unit): string {
	if (observed === null) return isMasked ? maskedMark : "–";
	return formatValue(observed, unit);
}

/** The same without the words of the unit, where those stand elsewhere: "9.74", "38.5%". */
export function observedNumber(count: IndicatorCountProps, unit: Unit): string {
	return observedValue(count, unit).replace(/ per .*$/, "");
}

/** Said of figures whose files are gone; undefined of others. */
export function earlierCountingWords({ goneFiles, countedOn }: IndicatorRunProps): string | undefined {
	if (goneFiles.length === 0) return undefined;
	const [files, are] = [listWords(goneFiles.map(fileWords)), goneFiles.length === 1 ? "is" : "are"];
	return `The newest files no longer allow this window: ${files} ${are} not among them. The figures are those counted on ${formatDate(countedOn)}.`;
}

/** "AFCARS 25B", "NCANDS FY24", "the child population of 2023": which file is missing. */
export function fileWords(period: string): string {
	if (period.startsWith("population")) return `the child ${period}`;
	return period.startsWith("FY") ? `NCANDS ${period}` : `AFCARS ${period}`;
}

/** Names with commas and "and". */
export function listWords(names: readonly string[]): string {
	return new Intl.ListFormat("en-US", { type: "conjunction" }).format(names);
}
