import { parseArgs } from "node:util";
import { StateFiscalYearStart } from "../../domain/calendar/calendar-facts.ts";
import { CalendarEventKind } from "../../domain/calendar/calendar-rule.ts";
import { type CalendarEvent, type DueDate, dueDates } from "../../domain/calendar/due-dates.ts";
import { addDays, addMonths, isPlainDate, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import { WeekendPolicy } from "../../domain/calendar/weekend.ts";
import { calendarRules } from "../../frameworks/us-calendar/calendar-rules.ts";
import { dayOf } from "../../operations/plan-checks.ts";
import { CommandError } from "../command-error.ts";
import type { Run } from "../commands.ts";
import { printResult } from "../open.ts";
import { alignColumns } from "./indicators/align-columns.ts";

/** Lists what is due for a State, from the rules alone. */
export const dueDatesCommand: Run = async (rest, world) => {
	const { values } = parseArgs({
		args: [...rest],
		options: {
			state: { type: "string" },
			year: { type: "string" },
			from: { type: "string" },
			to: { type: "string" },
			weekend: { type: "string", default: "literal" },
			"fiscal-year-start": { type: "string", default: "07-01" },
			event: { type: "string", multiple: true, default: [] },
			json: { type: "boolean" },
		},
	});
	if (!/^\d{2}$/.test(values.state ?? "")) {
		throw new CommandError("Say for which State, by its FIPS code of two digits: --state 28 for Mississippi.");
	}
	const { from, to } = readSpan(values, dayOf(world.clock()));
	const start = StateFiscalYearStart.safeParse(values["fiscal-year-start"]);
	if (!start.success) throw new CommandError("--fiscal-year-start is a month and a day, for example 07-01.");
	const policy = WeekendPolicy.safeParse(values.weekend);
	if (!policy.success) throw new CommandError(`--weekend is one of ${WeekendPolicy.options.join(", ")}.`);
	const found = dueDates({
		...{ rules: calendarRules.rules, from, to, weekendPolicy: policy.data, stateFiscalYearStart: start.data },
		...{ events: values.event.map(readEvent), stateCode: values.state ?? "" },
	});
	printResult(world, values.json, { from, to, rulesVersion: calendarRules.version, dueDates: found }, table(found));
	return 0;
};

function readSpan(
	values: { readonly year?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined },
	today: PlainDate,
): { readonly from: PlainDate; readonly to: PlainDate } {
	if (values.year !== undefined) {
		if (!/^(199[5-9]|20[0-3]\d|2040)$/.test(values.year)) throw new CommandError("--year is from 1995 to 2040.");
		return { from: plainDate(`${values.year}-01-01`), to: plainDate(`${values.year}-12-31`) };
	}
	const from = values.from === undefined ? today : readDay("--from", values.from);
	const to = values.to === undefined ? addDays(addMonths(from, 12), -1) : readDay("--to", values.to);
	if (to < from || to > "2040-12-31") {
		throw new CommandError("--to must not lie before --from, nor after 2040-12-31.");
	}
	return { from, to };
}

function readDay(option: string, text: string): PlainDate {
	if (!isPlainDate(text)) throw new CommandError(`${option} "${text}" is no date. Write it as 2027-06-30.`);
	return plainDate(text);
}

function readEvent(text: string): CalendarEvent {
	const [kind = "", on = ""] = text.split("=");
	const parsed = CalendarEventKind.safeParse(kind);
	if (!parsed.success || !isPlainDate(on)) {
		throw new CommandError(
			`--event "${text}" cannot be read. Write KIND=DATE such as pip-approved=2027-06-30. KIND is one of ${CalendarEventKind.options.join(", ")}.`,
		);
	}
	return { kind: parsed.data, on: plainDate(on) };
}

function table(found: readonly DueDate[]): string {
	if (found.length === 0) return "Nothing is due in these days.";
	const rows = found.map(({ on, name, covers, precision, weekend }) => {
		const day = precision === "month" ? `${on.slice(0, 7)} (month)` : on;
		return [day, name, covers, weekend ?? ""];
	});
	return alignColumns([["Due", "What", "Covers", ""], ...rows], []).join("\n");
}
