import { federalFiscalYearStart, fiscalYearOf } from "./fiscal-year.ts";
import { addMonths, type PlainDate, plainDate } from "./plain-date.ts";

/**
 * From which day the yearly papers of a plan are counted. `period-end`: the paper closes the plan's own period, and the authority names no
 * day. `not-stated`: the authority does not say, or nobody knows.
 */
export type DueBasis = "acceptance" | "period-start" | "period-end" | "fixed-date" | "not-stated";

/** When a yearly paper is due; `certain` is false where the authority does not say and the anniversary of acceptance is taken. */
export type YearlyDue = { readonly on: PlainDate; readonly certain: boolean };

/**
 * What an edition says of its yearly papers: a fixed day of the year, `MM-DD`, and how many there are; and for papers that come more
 * often, what was agreed for the plan: every so many months.
 */
export type YearlyTerms = {
	readonly dueDay?: string | undefined;
	readonly count?: number | undefined;
	readonly everyMonths?: number | undefined;
};

/**
 * The day on which the nth yearly paper of a plan is due: the nth anniversary of its acceptance or of its first day, as the edition
 * says (SIP-112); where the edition has a fixed day, that day in the nth federal fiscal year of the plan. February 29 becomes
 * February 28 in a year without one. Undefined before a plan is accepted, and where the authority has another rule of its own.
 */
export function yearlyDueOn(
	basis: DueBasis,
	plan: { readonly acceptedOn: PlainDate | null; readonly startsOn: PlainDate; readonly endsOn: PlainDate },
	number: number,
	{ dueDay, everyMonths = 12 }: YearlyTerms = {},
): YearlyDue | undefined {
	if (plan.acceptedOn === null) return undefined;
	if (basis === "fixed-date") {
		if (!dueDay) return undefined;
		const year = fiscalYearOf(plan.startsOn, federalFiscalYearStart) + number - 1;
		return { on: plainDate(`${year}-${dueDay}`), certain: true };
	}
	if (basis === "period-end") return { on: plan.endsOn, certain: false };
	const first = basis === "period-start" ? plan.startsOn : plan.acceptedOn;
	return { on: addMonths(first, everyMonths * number), certain: basis !== "not-stated" };
}

/** The numbers of the yearly papers that a plan has: those that fall due before it ends, and no more than the edition says. */
export function yearlyNumbers(
	basis: DueBasis,
	plan: { readonly acceptedOn: PlainDate | null; readonly startsOn: PlainDate; readonly endsOn: PlainDate },
	terms: YearlyTerms = {},
): readonly number[] {
	const numbers: number[] = [];
	for (let number = 1; number <= (terms.count ?? 20); number++) {
		if (!isWithin(basis, plan, number, terms)) break;
		numbers.push(number);
	}
	return numbers;
}

/**
 * Does a plan have an nth paper? One that falls due before it ends; of papers that come more often than yearly also the last, whose
 * period begins before the plan ends.
 */
export function isWithin(
	basis: DueBasis,
	plan: { readonly acceptedOn: PlainDate | null; readonly startsOn: PlainDate; readonly endsOn: PlainDate },
	number: number,
	terms: YearlyTerms,
): boolean {
	const due = yearlyDueOn(basis, plan, number, terms);
	if (!due) return false;
	const latest = terms.everyMonths === undefined ? due.on : addMonths(due.on, -terms.everyMonths);
	return latest <= plan.endsOn;
}
