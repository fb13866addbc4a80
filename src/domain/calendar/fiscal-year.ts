import { type PlainDate, partsOf, plainDate } from "./plain-date.ts";

/** First day of a fiscal year, month and day: `10-01` for the federal one. */
export type FiscalYearStart = string;

/** The federal fiscal year runs from 1 October to 30 September and is named for the year it ends in (45 CFR 1357.10). */
export const federalFiscalYearStart: FiscalYearStart = "10-01";

/** The fiscal year that a day falls in, named for the calendar year it ends in. `start` is `MM-DD`; `01-01` is the calendar year. */
export function fiscalYearOf(date: PlainDate, start: FiscalYearStart): number {
	const { year } = partsOf(date);
	return start === "01-01" || date.slice(5) < start ? year : year + 1;
}

/** First and last day of a fiscal year that is named for the year it ends in. */
export function fiscalYearBounds(
	year: number,
	start: FiscalYearStart,
): { readonly from: PlainDate; readonly to: PlainDate } {
	const first = start === "01-01" ? year : year - 1;
	const from = plainDate(`${first}-${start}`);
	const next = Date.UTC(first + 1, Number(start.slice(0, 2)) - 1, Number(start.slice(3)));
	return { from, to: plainDate(new Date(next - 86_400_000).toISOString().slice(0, 10)) };
}

/** CFSP cycles cover five federal fiscal years from 1995, 2000, ... 2025, 2030 on. The first year of the one that has this year. */
export function cycleStartOf(federalYear: number): number {
	return federalYear - (((federalYear % 5) + 5) % 5);
}
