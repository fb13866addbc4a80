import { z } from "zod";
import { CalendarEventKind } from "./calendar-rule.ts";
import { isPlainDate, PlainDate } from "./plain-date.ts";
import { WeekendPolicy } from "./weekend.ts";

/** First day of a State's fiscal year, `MM-DD`. 29 February is none. */
export const StateFiscalYearStart = z
	.string()
	.refine((text) => /^\d{2}-\d{2}$/.test(text) && isPlainDate(`2025-${text}`), {
		message: "Expected the month and day on which the State's fiscal year begins, for example 07-01.",
	});

/** How a State reckons its due dates. One fact for each State. */
export const CalendarSetting = z.object({
	jurisdictionId: z.uuid(),
	/** For rules whose source says nothing of weekends. */
	weekendPolicy: WeekendPolicy,
	stateFiscalYearStart: StateFiscalYearStart,
});
export type CalendarSetting = z.infer<typeof CalendarSetting>;

/** What is taken where a State has said nothing. */
export const defaultCalendarSetting: Omit<CalendarSetting, "jurisdictionId"> = {
	weekendPolicy: "literal",
	stateFiscalYearStart: "07-01",
};

/** Something that happened in a State and starts a clock. */
export const CalendarOccasion = z.object({
	jurisdictionId: z.uuid(),
	eventKind: CalendarEventKind,
	on: PlainDate,
	note: z.string().trim().max(1000),
});
export type CalendarOccasion = z.infer<typeof CalendarOccasion>;

/** A step of a State's own before something is due: clearance by the Governor, Tribes, courts, the Medicaid agency. */
export const PlanningStep = z.object({
	jurisdictionId: z.uuid(),
	/** The due-date rule that it leads to. */
	ruleId: z.string().min(1).max(60),
	label: z.string().trim().min(1, "Say what the step is.").max(200),
	daysBefore: z.number().int().min(1, "At least 1 day before.").max(730, "At most 730 days before."),
});
export type PlanningStep = z.infer<typeof PlanningStep>;
