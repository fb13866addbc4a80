import type { CalendarSetting } from "../../../domain/calendar/calendar-facts.ts";
import type { PlannedDueDate } from "../../../domain/calendar/due-dates.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";

/** Something that is due, who answers for it, and when it was done. */
export type ListedDueDate = PlannedDueDate & {
	readonly owners: readonly string[];
	readonly doneOn: PlainDate | null;
};

/** What is due for a State, and what that was worked out from. */
export type DueDateListProps = {
	readonly jurisdictionId: string;
	readonly from: PlainDate;
	readonly to: PlainDate;
	readonly rulesVersion: string;
	readonly setting: Omit<CalendarSetting, "jurisdictionId"> & { readonly version: number };
	readonly dueDates: readonly ListedDueDate[];
	readonly undated: readonly UndatedRuleProps[];
	readonly occasions: readonly Fact<"calendar-occasion">[];
	readonly planningSteps: readonly Fact<"planning-step">[];
};

type UndatedRuleProps = {
	readonly ruleId: string;
	readonly name: string;
	readonly formula: string;
	readonly source: string;
};

/** A rule to which steps can lead. */
export type DueRuleProps = { readonly id: string; readonly name: string };
