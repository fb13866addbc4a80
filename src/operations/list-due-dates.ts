import { z } from "zod";
import { CalendarSetting } from "../domain/calendar/calendar-facts.ts";
import type { CalendarRule } from "../domain/calendar/calendar-rule.ts";
import { type CalendarEvent, type PlannedDueDate, planBack } from "../domain/calendar/due-dates.ts";
import { addDays, addMonths, PlainDate, plainDate } from "../domain/calendar/plain-date.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { calendarRules } from "../frameworks/us-calendar/calendar-rules.ts";
import { ownedDueDates } from "./due-notices.ts";
import { InvalidInput } from "./errors.ts";
import { getState } from "./get-state.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { dayOf } from "./plan-checks.ts";
import { getStateCalendar } from "./state-calendar.ts";

/** A due date with its steps, who answers for it, and when it was done. Owners are known to those who read how the State plans. */
export type OwnedPlannedDueDate = PlannedDueDate & {
	readonly owners: readonly string[];
	readonly doneOn: PlainDate | null;
};

export type DueDateList = {
	readonly jurisdictionId: string;
	readonly from: PlainDate;
	readonly to: PlainDate;
	/** Version of the rules that the days were worked out from. */
	readonly rulesVersion: string;
	readonly setting: Omit<CalendarSetting, "jurisdictionId"> & { readonly version: number };
	readonly dueDates: readonly OwnedPlannedDueDate[];
	/** Rules of the State for which nothing is dated: no day is known, or what starts their clock has not been recorded. */
	readonly undated: readonly {
		readonly ruleId: string;
		readonly name: string;
		readonly formula: string;
		readonly source: string;
	}[];
	readonly occasions: readonly Fact<"calendar-occasion">[];
	readonly planningSteps: readonly Fact<"planning-step">[];
};

/** The last day for which the rules are worked out. */
const horizon = plainDate("2040-12-31");

const PlannedDueDateOutput = z
	.object({
		ruleId: z.string(),
		name: z.string(),
		on: PlainDate,
		literal: PlainDate,
		precision: z.enum(["day", "month"]).describe("`month`: the rule names only a month; `on` is its last day."),
		covers: z.string(),
		weekend: z.string().nullable(),
		federalFiscalYear: z.int(),
		stateFiscalYear: z.int(),
		status: z.enum(["confirmed", "knowledge", "unknown", "seed"]),
		steps: z.array(z.object({ label: z.string(), on: PlainDate, daysBefore: z.int() })),
		owners: z.array(z.string()).describe("Who answers for it, to those who read how the State plans."),
		doneOn: PlainDate.nullable().describe("The day on which it was done; null while nothing says so."),
	})
	.meta({ id: "DueDate" });

/**
 * What is due for a State in a span of days up to 2040, with fiscal years and the State's own steps; without days, from today for twelve
 * months. Steps may lie before the span.
 */
export const listDueDates = defineOperation({
	name: "list-due-dates",
	title: "List what is due for a State",
	http: { method: "get", path: "/due-dates" },
	input: z.object({ jurisdictionId: z.uuid(), from: PlainDate.optional(), to: PlainDate.optional() }),
	output: z.object({
		jurisdictionId: z.uuid(),
		from: PlainDate,
		to: PlainDate,
		rulesVersion: z.string(),
		setting: CalendarSetting.omit({ jurisdictionId: true }).extend({
			version: z.int().min(0).describe("0 while the State has said nothing and the defaults hold."),
		}),
		dueDates: z.array(PlannedDueDateOutput),
		undated: z.array(z.object({ ruleId: z.string(), name: z.string(), formula: z.string(), source: z.string() })),
		occasions: z.array(factOutputs["calendar-occasion"]),
		planningSteps: z.array(factOutputs["planning-step"]),
	}),
	async run({ stores, clock }, input): Promise<DueDateList> {
		const state = await getState(stores, input.jurisdictionId);
		const from = input.from ?? dayOf(clock());
		const to = input.to ?? addDays(addMonths(from, 12), -1);
		checkSpan(from, to);
		const here = { jurisdictionId: state.id };
		const { calendar, setting, occasions } = await getStateCalendar(stores, state);
		const planningSteps = await stores.facts.list("planning-step", here);
		const { dueDates: found } = await ownedDueDates(stores, state, { day: dayOf(clock()), from, to });
		const names = new Map<string, string>();
		for (const id of new Set(found.flatMap(({ ownerIds }) => ownerIds))) {
			names.set(id, (await stores.facts.find("person", id))?.name ?? "");
		}
		return {
			...{ jurisdictionId: state.id, from, to, rulesVersion: calendarRules.version, occasions, planningSteps },
			setting,
			dueDates: found.map(({ ownerIds, done: _done, ...each }) => ({
				...each,
				owners: ownerIds.flatMap((id) => names.get(id) || []),
				steps: planBack(
					each.on,
					planningSteps.filter(({ ruleId }) => ruleId === each.ruleId),
				),
			})),
			undated: calendar.rules
				.filter((rule) => isUndated(rule, calendar.events) && (rule.stateCode ?? state.code) === state.code)
				.map(({ id, name, formula, source }) => ({ ruleId: id, name, formula, source })),
		};
	},
});

function checkSpan(from: PlainDate, to: PlainDate): void {
	const refuse = (field: string, message: string) => {
		throw new InvalidInput([{ field, message }]);
	};
	if (to < from) refuse("to", "The last day lies before the first. Give a later one.");
	if (to > horizon) refuse("to", "Due dates are worked out up to the end of 2040. Give an earlier last day.");
	if (from < "1995-01-01") refuse("from", "The first planning cycle began in 1995. Give a later first day.");
}

function isUndated({ timing }: CalendarRule, events: readonly CalendarEvent[]): boolean {
	if (timing.kind === "event") return !events.some(({ kind }) => kind === timing.event);
	return timing.kind === "undated";
}
