import { federalFiscalYearStart, fiscalYearBounds, fiscalYearOf } from "../calendar/fiscal-year.ts";
import { type PlainDate, plainDate } from "../calendar/plain-date.ts";

/** Federal fiscal years of a form that is prepared on a day: Parts I and II plan the coming one, Part III reports three before that. */
export function formYears(on: PlainDate): { readonly plans: number; readonly reports: number } {
	const plans = fiscalYearOf(on, federalFiscalYearStart) + 1;
	return { plans, reports: plans - 3 };
}

/** The years of a form that is sent on 30 June of a calendar year. */
export function yearsOfSubmission(submissionYear: number): { readonly plans: number; readonly reports: number } {
	return formYears(plainDate(`${submissionYear}-06-30`));
}

/** C15: the last day to spend funds of subpart 2 and Chafee: the end of the year after the one that they are for. */
export function spendingDeadline(federalFiscalYear: number): PlainDate {
	return fiscalYearBounds(federalFiscalYear + 1, federalFiscalYearStart).to;
}
