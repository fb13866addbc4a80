import type { PlanningStep } from "./calendar-facts.ts";
import type { CalendarEventKind, CalendarRule, Offset, Timing } from "./calendar-rule.ts";
import { cycleStartOf, type FiscalYearStart, federalFiscalYearStart, fiscalYearOf } from "./fiscal-year.ts";
import { addDays, addMonths, daysInMonth, formatDate, type PlainDate, partsOf, plainDate } from "./plain-date.ts";
import { moveFromWeekend, type WeekendPolicy, weekdayOf } from "./weekend.ts";

/** Something that is due. */
export type DueDate = {
	readonly ruleId: string;
	readonly name: string;
	/** The day that counts, after the weekend policy. */
	readonly on: PlainDate;
	/** The day that the rule itself gives. */
	readonly literal: PlainDate;
	/** `month`: the rule names only a month; `on` is its last day. */
	readonly precision: "day" | "month";
	/** What it is about: "FFY2028". */
	readonly covers: string;
	/** Set where the day is a Saturday or Sunday. */
	readonly weekend: string | null;
	readonly federalFiscalYear: number;
	readonly stateFiscalYear: number;
	readonly status: CalendarRule["status"];
};

/** A due date with the State's own steps on the way to it, the earliest first. */
export type PlannedDueDate = DueDate & { readonly steps: readonly PlannedStep[] };

export type PlannedStep = { readonly label: string; readonly on: PlainDate; readonly daysBefore: number };

/** Something that happened, from which due days are counted. */
export type CalendarEvent = { readonly kind: CalendarEventKind; readonly on: PlainDate };

export type DueDatesRequest = {
	readonly rules: readonly CalendarRule[];
	/** First and last day that are asked for, both included. */
	readonly from: PlainDate;
	readonly to: PlainDate;
	readonly events: readonly CalendarEvent[];
	/** For rules whose source says nothing of weekends. */
	readonly weekendPolicy: WeekendPolicy;
	readonly stateFiscalYearStart: FiscalYearStart;
	/** FIPS code of the State; rules of other States are left out. */
	readonly stateCode: string;
};

/**
 * What is due in a span of days, in order of the day. Days are calendar days without time or zone (calendar rules 1 and 2); no holiday is
 * known. A due day that the weekend policy moves into or out of the span is told where it lands.
 */
export function dueDates(request: DueDatesRequest): readonly DueDate[] {
	// A weekend moves a day by two at most, over the end of a year too.
	const years = range(partsOf(request.from).year - 1, partsOf(request.to).year + 1);
	const found = request.rules
		.filter(({ stateCode }) => stateCode === null || stateCode === request.stateCode)
		.flatMap((rule) =>
			occurrences(rule.timing, years, request.events)
				.filter(({ on }) => (rule.from === null || on >= rule.from) && (rule.to === null || on <= rule.to))
				.map((each) => describe(rule, each, request)),
		)
		.filter(({ on }) => on >= request.from && on <= request.to);
	return found.sort((a, b) => a.on.localeCompare(b.on) || a.name.localeCompare(b.name, "en"));
}

type Occurrence = { readonly on: PlainDate; readonly covers: string; readonly precision: "day" | "month" };

function occurrences(
	timing: Timing,
	years: readonly number[],
	events: readonly CalendarEvent[],
): readonly Occurrence[] {
	switch (timing.kind) {
		case "yearly":
			return years
				.filter((year) => !(timing.skipCfspYears && isCfspYear(year)))
				.flatMap((year) =>
					timing.on.map(({ day, covers }) => {
						return { on: plainDate(`${year}-${day}`), covers: fill(covers, year), precision: "day" as const };
					}),
				);
		case "cycle":
			return years
				.filter((year) => (year - timing.yearOffset) % 5 === 0)
				.map((year) => {
					const covers = fill(timing.covers, year - timing.yearOffset - 1);
					return { on: plainDate(`${year}-${timing.day}`), covers, precision: "day" };
				});
		case "month":
			return years
				.filter((year) => !(timing.skipCfspYears && isCfspYear(year)))
				.flatMap((year) =>
					timing.months.map((month) => {
						const last = `${year}-${String(month).padStart(2, "0")}-${daysInMonth(year, month)}`;
						return { on: plainDate(last), covers: fill(timing.covers, year), precision: "month" as const };
					}),
				);
		case "event":
			return events
				.filter(({ kind }) => kind === timing.event)
				.flatMap(({ on }) =>
					range(1, timing.times).map((number) => {
						const due = timing.offsets.reduce(
							(day, { count, unit }) => addOffset(day, { count: count * number, unit }),
							on,
						);
						const covers = fill(timing.covers, partsOf(due).year)
							.replaceAll("{date}", formatDate(on))
							.replaceAll("{number}", String(number));
						return { on: due, covers, precision: "day" as const };
					}),
				);
		case "undated":
			return [];
	}
}

/** Is a CFSP due in this calendar year: June 30 of the year before a cycle begins? */
function isCfspYear(year: number): boolean {
	return cycleStartOf(year + 1) === year + 1;
}

/** Fills in the federal fiscal years beside the calendar year of the due day. */
function fill(covers: string, year: number): string {
	const next = cycleStartOf(year + 1);
	return covers
		.replace(/\{ffy(?:([+-])(\d))?\}/gu, (_, sign, count) => `FFY${year + Number(`${sign ?? "+"}${count ?? 0}`)}`)
		.replaceAll("{year}", String(year))
		.replaceAll("{cycle}", `FFY${next}-${next + 4}`)
		.replaceAll("{ending-cycle}", `FFY${next - 5}-${next - 1}`);
}

/** A day moved by an offset; a day that the month does not have becomes its last (29 February + 1 year = 28 February). */
export function addOffset(date: PlainDate, { count, unit }: Offset): PlainDate {
	if (unit === "days") return addDays(date, count);
	return addMonths(date, unit === "months" ? count : count * 12);
}

function describe(
	rule: CalendarRule,
	{ on: literal, covers, precision }: Occurrence,
	request: DueDatesRequest,
): DueDate {
	const on = precision === "month" ? literal : moveFromWeekend(literal, rule.weekend ?? request.weekendPolicy);
	return {
		ruleId: rule.id,
		name: rule.name,
		on,
		literal,
		precision,
		covers,
		weekend: weekendWords(rule, literal, on, precision),
		federalFiscalYear: fiscalYearOf(on, federalFiscalYearStart),
		stateFiscalYear: fiscalYearOf(on, request.stateFiscalYearStart),
		status: rule.status,
	};
}

function weekendWords(
	rule: CalendarRule,
	literal: PlainDate,
	on: PlainDate,
	precision: Occurrence["precision"],
): string | null {
	const weekday = weekdayOf(literal);
	if (precision === "month" || (weekday !== "Saturday" && weekday !== "Sunday")) return null;
	if (rule.weekend !== null)
		return `${formatDate(literal)} is a ${weekday}: the rule moves it to the following Monday.`;
	if (on !== literal)
		return `${formatDate(literal)} is a ${weekday}: moved by this State's own policy; the source says nothing of weekends.`;
	return `A ${weekday}: send it on the working day before.`;
}

/** Back-planning: the steps with their days, the earliest first. A step on a weekend is told on the Friday before. */
export function planBack(
	due: PlainDate,
	steps: readonly Pick<PlanningStep, "label" | "daysBefore">[],
): readonly PlannedStep[] {
	return [...steps]
		.sort((a, b) => b.daysBefore - a.daysBefore)
		.map(({ label, daysBefore }) => ({
			label,
			daysBefore,
			on: moveFromWeekend(addDays(due, -daysBefore), "preceding-friday"),
		}));
}

function range(from: number, to: number): readonly number[] {
	return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
