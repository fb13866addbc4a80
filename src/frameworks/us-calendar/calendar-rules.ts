import { CalendarRuleSet } from "../../domain/calendar/calendar-rule.ts";
import data from "./rules.json" with { type: "json" };

/** Due-date rules of the State's plans and reports. Locked by version and checksum. */
export const calendarRules: CalendarRuleSet = CalendarRuleSet.parse(data);
