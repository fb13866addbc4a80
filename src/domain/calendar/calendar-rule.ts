import { z } from "zod";
import { PlainDate } from "./plain-date.ts";

const text = z.string().trim().min(1);
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "is not a month and day such as 06-30");

/** What happened from which some due days are counted. */
export const CalendarEventKind = z.enum([
	"nonconformity-notice-received",
	"pip-not-approved",
	"pip-approved",
	"pip-implementation-ended",
	"onsite-review-ended",
	"panel-report-received",
	"panel-met",
	"chafee-change-implemented",
	"prevention-plan-effective",
	"cqi-day-set",
]);
export type CalendarEventKind = z.infer<typeof CalendarEventKind>;

export const calendarEventLabels: Readonly<Record<CalendarEventKind, string>> = {
	"nonconformity-notice-received": "Notice of nonconformity received",
	"pip-not-approved": "Notice received that the PIP is not approved",
	"pip-approved": "PIP approved",
	"pip-implementation-ended": "PIP implementation ended",
	"onsite-review-ended": "Onsite review ended, or its discrepancies resolved",
	"panel-report-received": "Annual report of a citizen review panel received",
	"panel-met": "A citizen review panel met",
	"chafee-change-implemented": "Change of the Chafee plan implemented",
	"prevention-plan-effective": "Title IV-E prevention plan took effect",
	"cqi-day-set": "Day that the CQI unit set for its annual plan and report",
};

/** How many days, months or years after (or, negative, before) a day. */
const Offset = z.strictObject({ count: z.number().int(), unit: z.enum(["days", "months", "years"]) });
export type Offset = z.infer<typeof Offset>;

/**
 * When a rule makes something due, as data. Years are calendar years unless said.
 * - `yearly`: on these days of every year. `covers` says what each is about, by the year that it falls in.
 * - `cycle`: once in a CFSP cycle FFY k to k+4, in the year k plus `yearOffset`.
 * - `month`: in these months; the rule names no day, and the last day of the month is taken.
 * - `event`: counted from something that happened.
 * - `undated`: the source gives no day.
 */
export const Timing = z.discriminatedUnion("kind", [
	z.strictObject({
		kind: z.literal("yearly"),
		on: z.array(z.strictObject({ day: monthDay, covers: text })).min(1),
		/** Not in the years in which a new CFSP is due (a final report takes its place). */
		skipCfspYears: z.boolean(),
	}),
	z.strictObject({ kind: z.literal("cycle"), day: monthDay, yearOffset: z.number().int(), covers: text }),
	z.strictObject({
		kind: z.literal("month"),
		months: z.array(z.number().int().min(1).max(12)).min(1),
		covers: text,
		skipCfspYears: z.boolean(),
	}),
	z.strictObject({
		kind: z.literal("event"),
		event: CalendarEventKind,
		/** Applied one after the other. */
		offsets: z.array(Offset).min(1),
		/** How often the offsets are applied again: 8 for eight quarters. */
		times: z.number().int().min(1),
		covers: text,
	}),
	z.strictObject({ kind: z.literal("undated") }),
]);
export type Timing = z.infer<typeof Timing>;

/**
 * One due-date rule of an authority. `covers` may hold `{ffy}`, `{ffy-1}`, `{ffy-2}`, `{ffy+1}` (the federal fiscal year named for the
 * calendar year of the due day, and years beside it), `{year}`, `{cycle}` and `{ending-cycle}` (CFSP cycles that begin, and end, with this
 * submission), `{date}` (the event's day) and `{number}` (which time it is).
 */
export const CalendarRule = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	name: text,
	/** FIPS code of the only State that it is for; null = every State. */
	stateCode: z.string().nullable(),
	timing: Timing,
	/** `following-monday` where the source says so; null: the source says nothing, the State's own policy is used. */
	weekend: z.literal("following-monday").nullable(),
	/** First and last day of the years for which the rule is known to hold; null = open. */
	from: PlainDate.nullable(),
	to: PlainDate.nullable(),
	formula: text,
	status: z.enum(["confirmed", "knowledge", "unknown", "seed"]),
	source: text,
	note: z.string(),
});
export type CalendarRule = z.infer<typeof CalendarRule>;

export const calendarStatusWords: Readonly<Record<CalendarRule["status"], string>> = {
	confirmed: "Confirmed in a source",
	knowledge: "Known in the field, not confirmed: check before you rely on it",
	unknown: "Not known: the source gives no day",
	seed: "From Mississippi's planning rules (18 Miss. Code R. 6-1)",
};

export const CalendarRuleSet = z.strictObject({ version: text, title: text, rules: z.array(CalendarRule).min(1) });
export type CalendarRuleSet = z.infer<typeof CalendarRuleSet>;
