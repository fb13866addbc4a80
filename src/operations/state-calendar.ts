import { type CalendarSetting, defaultCalendarSetting } from "../domain/calendar/calendar-facts.ts";
import type { CalendarRule } from "../domain/calendar/calendar-rule.ts";
import type { CalendarEvent, DueDatesRequest } from "../domain/calendar/due-dates.ts";
import type { PlanningRules } from "../domain/planning/planning-rules.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findPlanningRules } from "../frameworks/planning-frameworks.ts";
import { calendarRules } from "../frameworks/us-calendar/calendar-rules.ts";
import { pipEvents } from "./pip-events.ts";
import type { Stores } from "./ports.ts";

export type StateCalendar = {
	/** What due days are worked out from, all but the span. */
	readonly calendar: Omit<DueDatesRequest, "from" | "to">;
	readonly setting: Omit<CalendarSetting, "jurisdictionId"> & { readonly version: number };
	readonly occasions: readonly Fact<"calendar-occasion">[];
	/** The planning rules that the State follows. */
	readonly framework: Fact<"planning-framework"> | undefined;
	readonly planningRules: PlanningRules | undefined;
};

/**
 * How a State's due dates are reckoned: the federal rules, the rules of the planning framework that it follows, its own settings, and
 * what happened in it. A report of a citizen review panel and the events of a Program Improvement Plan start their clocks by themselves.
 */
export async function getStateCalendar(stores: Stores, state: Fact<"jurisdiction">): Promise<StateCalendar> {
	const here = { jurisdictionId: state.id };
	const stored = (await stores.facts.list("calendar-setting", here))[0];
	const { weekendPolicy, stateFiscalYearStart } = stored ?? defaultCalendarSetting;
	const occasions = await stores.facts.list("calendar-occasion", here);
	const framework = (await stores.facts.list("planning-framework", here))[0];
	const planningRules = framework && findPlanningRules(framework.frameworkId);
	const reports = await stores.facts.list("panel-report", here);
	const recorded: readonly CalendarEvent[] = occasions.map(({ eventKind, on }) => ({ kind: eventKind, on }));
	const received = reports.map(({ receivedOn }): CalendarEvent => ({ kind: "panel-report-received", on: receivedOn }));
	const told = [...recorded, ...received, ...(await pipEvents(stores, state.id))];
	return {
		calendar: {
			...{ weekendPolicy, stateFiscalYearStart, stateCode: state.code, events: eachOnce(told) },
			rules: calendarRules.rules
				.filter(({ id }) => !planningRules?.repeatedRules.includes(id))
				.map((rule) => followed(rule, planningRules)),
		},
		setting: { weekendPolicy, stateFiscalYearStart, version: stored?.version ?? 0 },
		...{ occasions, framework, planningRules },
	};
}

/** The same thing on the same day may be told by more than one fact. */
function eachOnce(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
	return [...new Map(events.map((event) => [`${event.kind} ${event.on}`, event])).values()];
}

/** A rule of one State holds for every State that follows the framework it comes from. */
function followed(rule: CalendarRule, rules: PlanningRules | undefined): CalendarRule {
	return rules?.dueRules.includes(rule.id) ? { ...rule, stateCode: null } : rule;
}
