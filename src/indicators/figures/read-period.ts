import { addDays, addMonths, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import type { UsualPeriod } from "../../domain/measure/indicator.ts";
import { type DateReading, dayOfMonth, findMonthIn, readDate } from "./read-date.ts";

export type PeriodReading =
	| { readonly kind: "period"; readonly start: PlainDate; readonly end: PlainDate }
	/** A quarter's name, which means three months or the twelve that end with it: see `periodOfQuarter`. */
	| Quarter
	| { readonly kind: "one-day" }
	| { readonly kind: "unclear-year"; readonly year: string }
	| { readonly kind: "impossible"; readonly why: string }
	| { readonly kind: "unknown" };

export interface Quarter {
	readonly kind: "quarter";
	readonly year: number;
	readonly quarter: number;
}

const quarterFirst = /^(?:Q|Quarter )([1-4])[ ,/-]*(\d{4})(?: extract)?$/i;
const quarterLast = /^(\d{4})[ ,/-]*(?:Q|Quarter )([1-4])(?: extract)?$/i;
const yearKinds = /^(CY|FFY|calendar year|federal fiscal year) ?(\d{4})$/i;
const stateYear = /^(?:SFY|state fiscal year) ?(\d{4})[-–/](?:(\d{4})|(\d{2}))$/i;
const bareYear = /^(?:FY|fiscal year|SFY|state fiscal year|year)? ?((?:19|20)\d{2})$/i;
const ending = /^(?:(12|twelve)[ -]months?|year|(quarter|3 months|three months)) (?:ending|ended|to)(?: on)? (.+)$/i;

/** The quarter of a calendar year that a text names: Q2 2026, 2026Q2, 2026 Quarter 2 Extract. */
export function findQuarter(text: string): Quarter | undefined {
	const first = quarterFirst.exec(text);
	const last = quarterLast.exec(text);
	const [year, quarter] = [first?.[2] ?? last?.[1], first?.[1] ?? last?.[2]];
	if (year === undefined || quarter === undefined || Number(year) < 1900) return undefined;
	return { kind: "quarter", year: Number(year), quarter: Number(quarter) };
}

/**
 * Reads a reporting period as its label writes it: JUL2025-JUN2026, 2025-07-01/2026-06-30, 7/1/2025 - 6/30/2026,
 * July 2025 to June 2026, Q2 2026, 12 months ending June 30, 2026, FFY 2025 (October to September), SFY 2025-26 (July to
 * June), CY 2025, JUN2026. The order of the two days is not checked here.
 */
export function readPeriod(cell: string): PeriodReading {
	const text = cell.trim().replace(/\s+/g, " ");
	const quarter = findQuarter(text);
	if (quarter) return quarter;
	return readYear(text) ?? readEnding(text) ?? readRange(text) ?? readSingle(text);
}

function between(start: string, end: string): PeriodReading {
	return { kind: "period", start: plainDate(start), end: plainDate(end) };
}

function readYear(text: string): PeriodReading | undefined {
	const kind = yearKinds.exec(text);
	const year = Number(kind?.[2] ?? 0);
	if (kind && year > 1900)
		return /^c/i.test(kind[1] ?? "")
			? between(`${year}-01-01`, `${year}-12-31`)
			: between(`${year - 1}-10-01`, `${year}-09-30`);
	const state = stateYear.exec(text);
	if (state && Number(state[1]) >= 1900) {
		const [from, to] = [Number(state[1]), state[2] ?? state[3] ?? ""];
		return String(from + 1).endsWith(to) ? between(`${from}-07-01`, `${from + 1}-06-30`) : { kind: "unknown" };
	}
	const bare = bareYear.exec(text);
	return bare ? { kind: "unclear-year", year: bare[1] ?? "" } : undefined;
}

function readEnding(text: string): PeriodReading | undefined {
	const match = ending.exec(text);
	if (!match) return undefined;
	const last = readPoint(match[3] ?? "", "last");
	if (last.kind !== "date") return last.kind === "impossible" ? last : undefined;
	const months = match[2] === undefined ? 12 : 3;
	return { kind: "period", start: addMonths(addDays(last.date, 1), -months), end: last.date };
}

const partings = / to | through | thru | ?[–—/-] ?/gi;

/** Tries every place at which the text may part into two days or two months. */
function readRange(text: string): PeriodReading | undefined {
	let impossible: PeriodReading | undefined;
	for (const parting of text.matchAll(partings)) {
		const [from, to] = [text.slice(0, parting.index), text.slice(parting.index + parting[0].length)];
		const [start, end] = [readPoint(from, "first"), readPoint(to, "last")];
		if (start.kind === "date" && end.kind === "date") return { kind: "period", start: start.date, end: end.date };
		const halves = [start, end];
		if (halves.every(({ kind }) => kind === "date" || kind === "impossible"))
			impossible = halves.find((half) => half.kind === "impossible");
	}
	return impossible;
}

/** A day, or a month as its first or last day. */
function readPoint(text: string, edge: "first" | "last"): DateReading {
	const month = findMonthIn(text);
	return month ? { kind: "date", date: dayOfMonth(month, edge) } : readDate(text);
}

function readSingle(text: string): PeriodReading {
	const month = findMonthIn(text);
	if (month) return { kind: "period", start: dayOfMonth(month, "first"), end: dayOfMonth(month, "last") };
	const day = readDate(text);
	return day.kind === "date" ? { kind: "one-day" } : day.kind === "impossible" ? day : { kind: "unknown" };
}

/**
 * The days that a quarter's name stands for. For indicators that are counted by quarter the three months; for all others
 * the twelve months that end with it, because the California Child Welfare Indicators Project publishes rolling years
 * ending each quarter.
 */
export function periodOfQuarter(
	{ year, quarter }: Quarter,
	usual: UsualPeriod | null,
): { start: PlainDate; end: PlainDate } {
	const end = dayOfMonth({ year, month: quarter * 3 }, "last");
	return { start: addMonths(addDays(end, 1), usual === "quarter" ? -3 : -12), end };
}
