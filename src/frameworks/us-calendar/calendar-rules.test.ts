import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarEvent, type DueDate, dueDates } from "../../domain/calendar/due-dates.ts";
import { isPlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import { type WeekendPolicy, weekdayOf } from "../../domain/calendar/weekend.ts";
import { calendarRules } from "./calendar-rules.ts";
import checksums from "./checksums.json" with { type: "json" };
import data from "./rules.json" with { type: "json" };

const mississippi = "28";

function due(from: string, to: string, events: readonly CalendarEvent[] = [], stateCode = mississippi) {
	return dueDates({
		rules: calendarRules.rules,
		from: plainDate(from),
		to: plainDate(to),
		events,
		weekendPolicy: "literal",
		stateFiscalYearStart: "07-01",
		stateCode,
	});
}

const lines = (found: readonly DueDate[]) => found.map((each) => `${each.on} ${each.ruleId} ${each.covers}`);
const linesOn = (day: string) => lines(due(day, day));

it("is locked: rules.json changes only with a new version", () => {
	const sha256 = createHash("sha256").update(JSON.stringify(data)).digest("hex");
	const locked: Readonly<Record<string, string>> = checksums;
	expect(
		{ version: data.version, sha256 },
		'rules.json has changed. Raise its "version" and add it with this checksum to checksums.json; never change a listed one.',
	).toEqual({ version: data.version, sha256: locked[data.version] });
});

it("has each rule once", () => {
	const ids = calendarRules.rules.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

describe("the worked dates of section 4", () => {
	it.each([
		["2026-10-30", ["adoption-savings FFY2026"]],
		["2026-11-16", ["afcars April to September of FFY2026", "nytd April to September of FFY2026"]],
		["2026-12-15", ["caseworker-visits FFY2026", "ms-visits FFY2026"]],
		["2027-01-31", ["ms-annual-meeting The work due on June 30, 2027", "ncands FFY2026"]],
		["2027-05-17", ["afcars October to March of FFY2027", "nytd October to March of FFY2027"]],
		["2027-06-30", ["apsr FFY2028", "capta-update FFY2027", "cfs101-1-2 FFY2028", "cfs101-3 FFY2025"]],
		["2027-11-15", ["afcars April to September of FFY2027", "nytd April to September of FFY2027"]],
		["2028-06-30", ["apsr FFY2029", "cfs101-3 FFY2026"]],
		["2028-10-01", ["ms-initiate FFY2030-2034"]],
		["2029-01-31", ["ms-crp-engaged FFY2030-2034"]],
		["2029-03-31", ["ms-state-engaged FFY2030-2034"]],
		["2029-04-30", ["ms-local-engaged FFY2030-2034"]],
		["2029-06-30", ["cfsp FFY2030-2034", "cfsp-final-report FFY2025-2029", "cfs101-3 FFY2027"]],
	])("%s", (day, expected) => {
		expect(linesOn(day)).toEqual(expect.arrayContaining(expected.map((each) => `${day} ${each}`)));
	});

	it("2026-11-14 and 2027-05-15 are Saturdays, 2027-11-14 a Sunday: nothing is due then", () => {
		for (const day of ["2026-11-14", "2027-05-15", "2027-11-14"]) expect(linesOn(day)).toEqual([]);
		expect(due("2026-11-16", "2026-11-16")[0]).toMatchObject({
			literal: "2026-11-14",
			weekend: "November 14, 2026 is a Saturday: the rule moves it to the following Monday.",
		});
	});

	it("2029-06-30 is a Saturday whose rule says nothing: the day stays, with a warning", () => {
		expect(due("2029-06-30", "2029-06-30")[0]).toMatchObject({ weekend: expect.stringContaining("A Saturday:") });
	});

	it("there is no APSR in a year in which the CFSP is due (apsr), but a final report", () => {
		for (const year of [2024, 2029, 2034, 2039]) {
			const ids = due(`${year}-06-30`, `${year}-06-30`).map(({ ruleId }) => ruleId);
			expect(ids).toContain("cfsp");
			expect(ids).toContain("cfsp-final-report");
			expect(ids).not.toContain("apsr");
			expect(ids).not.toContain("ms-apsr");
		}
	});
});

describe("days counted from something that happened", () => {
	const span = ["2025-01-01", "2031-12-31"] as const;
	const without = new Set(lines(due(...span)));
	const on = (kind: CalendarEvent["kind"], day: string) =>
		lines(due(...span, [{ kind, on: plainDate(day) }])).filter((line) => !without.has(line));

	it("pip-submit: 90 days from the receipt of the notice", () => {
		expect(on("nonconformity-notice-received", "2026-11-30")).toEqual([
			"2027-02-28 pip-submit Notice received on November 30, 2026",
		]);
	});

	it("pip-resubmit: 30 days", () => {
		expect(on("pip-not-approved", "2028-01-30")[0]).toContain("2028-02-29 pip-resubmit");
	});

	it("pip-end and pip-extension: two years after approval, 60 days before it; pip-progress: eight quarters", () => {
		const found = on("pip-approved", "2028-02-29");
		expect(found.filter((line) => line.includes("pip-progress"))).toHaveLength(8);
		expect(found.find((line) => line.includes("pip-end"))).toContain("2030-02-28");
		expect(found.find((line) => line.includes("pip-extension"))).toContain("2029-12-30");
	});

	it("capta-crp-response: six months after the report reaches the State, the last day of a shorter month", () => {
		expect(on("panel-report-received", "2026-08-31")[0]).toContain("2027-02-28 capta-crp-response");
	});
});

describe("properties", () => {
	const day = fc
		.date({ min: new Date("2000-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
		.map((date) => plainDate(date.toISOString().slice(0, 10)));
	const policy = fc.constantFrom<WeekendPolicy>("literal", "following-monday", "preceding-friday");
	const ask = (from: string, to: string, weekendPolicy: WeekendPolicy) =>
		dueDates({
			...{ rules: calendarRules.rules, from: plainDate(from), to: plainDate(to), events: [], weekendPolicy },
			...{ stateFiscalYearStart: "07-01", stateCode: mississippi },
		});

	it("a span in two parts has what the whole has, whatever the policy", () => {
		fc.assert(
			fc.property(day, day, day, policy, (a, b, c, weekendPolicy) => {
				const [first = a, middle = b, last = c] = [a, b, c].sort();
				const next = new Date(Date.parse(middle) + 86_400_000).toISOString().slice(0, 10);
				const after = next > last ? [] : ask(next, last, weekendPolicy);
				expect([...ask(first, middle, weekendPolicy), ...after]).toEqual(ask(first, last, weekendPolicy));
			}),
			{ seed: 4, numRuns: 60 },
		);
	});

	it("with a policy that moves days nothing dated falls on a weekend, and every day is a real one within two of its own", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1995, max: 2040 }), policy, (year, weekendPolicy) => {
				for (const each of ask(`${year}-01-01`, `${year}-12-31`, weekendPolicy)) {
					expect(isPlainDate(each.on)).toBe(true);
					expect(Math.abs(Date.parse(each.on) - Date.parse(each.literal))).toBeLessThanOrEqual(2 * 86_400_000);
					if (weekendPolicy !== "literal" && each.precision === "day")
						expect(["Saturday", "Sunday"]).not.toContain(weekdayOf(each.on));
				}
			}),
			{ seed: 5, numRuns: 60 },
		);
	});

	it("a rule with effective dates is due on them and between, never outside, and changes nothing of the other rules", () => {
		fc.assert(
			fc.property(day, day, fc.constantFrom(...calendarRules.rules), (a, b, changed) => {
				const [from = a, to = b] = [a, b].sort();
				const span = { from: plainDate("2000-01-01"), to: plainDate("2040-12-31"), events: [], stateCode: mississippi };
				const common = { ...span, weekendPolicy: "literal", stateFiscalYearStart: "07-01" } as const;
				const all = dueDates({ ...common, rules: calendarRules.rules });
				const rules = calendarRules.rules.map((rule) => (rule.id === changed.id ? { ...rule, from, to } : rule));
				expect(dueDates({ ...common, rules })).toEqual(
					all.filter(({ ruleId, literal }) => ruleId !== changed.id || (literal >= from && literal <= to)),
				);
			}),
			{ seed: 6, numRuns: 40 },
		);
	});

	it("other States have no rule of Mississippi's", () => {
		const ids = due("2026-01-01", "2040-12-31", [], "06").map(({ ruleId }) => ruleId);
		expect(ids.filter((id) => id.startsWith("ms-"))).toEqual([]);
	});
});
