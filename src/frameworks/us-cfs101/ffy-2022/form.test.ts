import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { caseworkerShortfall } from "../../../domain/money/caseworker-shortfall.ts";
import { checkForm } from "../../../domain/money/checks/check-form.ts";
import type { CheckedForm } from "../../../domain/money/checks/finding.ts";
import { type CellValue, listCells, withTotals } from "../../../domain/money/form-cells.ts";
import { matchOf } from "../../../domain/money/match.ts";
import checksums from "./checksums.json" with { type: "json" };
import data from "./form.json" with { type: "json" };
import { cfs101Ffy2022 } from "./form.ts";

type Values = Readonly<Record<string, CellValue | null>>;

/** Part I of Alabama for FFY2015 as far as it is known: subpart 2 with its lines. */
const alabama: Values = {
	"one.7.amount": 5_793_524_00,
	"one.7a.amount": 1_680_122_00,
	"one.7b.amount": 1_448_381_00,
	"one.7c.amount": 1_448_381_00,
	"one.7d.amount": 1_158_705_00,
	"one.7e.amount": 0,
	"one.7f.amount": 57_935_00,
};

function formOf(values: Values, options: Partial<CheckedForm> = {}): CheckedForm {
	const filled = Object.entries(values).flatMap(([cell, value]) => (value === null ? [] : [[cell, value] as const]));
	return {
		edition: cfs101Ffy2022,
		values: withTotals(cfs101Ffy2022, new Map(filled)),
		years: { plans: 2028, reports: 2025 },
		today: plainDate("2027-06-01"),
		approved: undefined,
		...options,
	};
}

/** What a check says, outcome and cell, of Alabama's amounts with some changed. */
function found(id: string, changed: Values = {}, options: Partial<CheckedForm> = {}): readonly string[] {
	const result = checkForm(formOf({ ...alabama, ...changed }, options)).find((each) => each.id === id);
	for (const { message } of result?.findings ?? []) expect(message).toMatch(new RegExp(`^${id}: `));
	return (result?.findings ?? []).map(({ outcome, cell }) => `${outcome} ${cell}`);
}
const said = (id: string, changed: Values, options: Partial<CheckedForm> = {}) =>
	checkForm(formOf({ ...alabama, ...changed }, options))
		.filter((each) => each.id === id)
		.flatMap(({ findings }) => findings.map(({ message }) => message))
		.join(" ");

it("is locked: form.json changes only with a new version", () => {
	const locked: Readonly<Record<string, string>> = checksums;
	expect(createHash("sha256").update(JSON.stringify(data)).digest("hex")).toBe(locked[data.version]);
});

it("every check of the list says something of an empty form, and leads to a cell that exists", () => {
	const cells = new Set(listCells(cfs101Ffy2022).map(({ id }) => id));
	const results = checkForm(formOf({}));
	expect(results.map(({ id }) => id)).toEqual(Array.from({ length: 17 }, (_, index) => `C${index + 1}`));
	for (const { findings } of results) for (const { cell } of findings) expect(cells).toContain(cell);
	expect(results.filter(({ outcome }) => outcome === "error")).toEqual([]);
});

it("no values whatever make a check point at a cell that does not exist", () => {
	const typed = listCells(cfs101Ffy2022).filter(({ computed }) => !computed);
	const cells = new Set(listCells(cfs101Ffy2022).map(({ id }) => id));
	const anything = fc.dictionary(
		fc.constantFrom(...typed.filter(({ kind }) => kind === "dollars" || kind === "count").map(({ id }) => id)),
		fc.nat(9_999_999_99),
		{ maxKeys: 60 },
	);
	fc.assert(
		fc.property(anything, (values) => {
			for (const { findings } of checkForm(formOf(values))) {
				for (const { cell } of findings) expect(cells).toContain(cell);
			}
		}),
		{ seed: 1, numRuns: 50 },
	);
});

it("C1: cells of a workbook that are no typed numbers are told; kept amounts always are numbers", () => {
	expect(found("C1")).toEqual(["met one.6.amount"]);
	const untyped = [{ cell: "one.7.amount", message: "Part I, cell C10 is a formula." }];
	expect(found("C1", {}, { untyped })).toEqual(["error one.7.amount"]);
});

it("C2: the lines of Alabama FFY2015 add up; one cent off is told with the gap", () => {
	expect(found("C2")).toEqual(["met one.7.amount"]);
	expect(found("C2", { "one.7e.amount": 1 })).toEqual(["error one.7.amount"]);
	expect(said("C2", { "one.7e.amount": 1 })).toContain("$0.01 is itemized too much");
});

it.each([
	["C3", "6a", "6", 10],
	["C4", "7f", "7", 10],
	["C9", "10a", "10", 30],
])("%s: line %s is at most its percentage of line %s, to the cent", (id, line, of, percent) => {
	const at = (cents: number) => found(id, { [`one.${of}.amount`]: 100_00, [`one.${line}.amount`]: cents });
	expect(at(percent * 100)).toContain(`met one.${line}.amount`);
	expect(at(percent * 100 + 1)).toContain(`error one.${line}.amount`);
});

it("C3: of what was spent, administration is at most 10 percent of federal and match together", () => {
	const spent = { "three.6.actual": 75_00, "work.spent-6.value": 25_00 };
	expect(found("C3", { ...spent, "three.6a.actual": 10_00 })).toContain("met three.6a.actual");
	expect(found("C3", { ...spent, "three.6a.actual": 10_01 })).toContain("error three.6a.actual");
	expect(found("C3", spent)).toContain("unknown three.6a.actual");
});

it("C4: a category with nothing is told", () => {
	expect(found("C4", { "one.7d.amount": null })).toContain("warning one.7d.amount");
});

it("C5: Alabama's smallest category clears 20 percent by 20 cents: exact amounts are compared, not percents", () => {
	expect(found("C5").every((each) => each.startsWith("met"))).toBe(true);
	expect(said("C5", {})).toContain("20 percent x $5,793,524.00 (line 7) = $1,158,704.80; line 7d is $1,158,705.00");
	expect(found("C5", { "one.7d.amount": 1_158_704_80 })).toContain("met one.7d.amount");
	const below = { "one.7d.amount": 1_158_704_79 };
	expect(found("C5", below)).toContain("warning one.7d.amount");
	expect(found("C5", { ...below, "work.rationale.value": "The need is elsewhere." })).toContain("met one.7d.amount");
});

it("C6 C7 C8: the match is a share of the total, so a third or a quarter of the federal amount, or none", () => {
	const match = (line: string, cents: number) => {
		const program = cfs101Ffy2022.programs.find((each) => each.line === line);
		if (program === undefined) throw new Error(`No program has line ${line}.`);
		return matchOf(cents, program.match);
	};
	expect(match("6", 75_00)).toMatchObject({ state: 25_00, total: 100_00 });
	expect(match("10", 80_00)).toMatchObject({ state: 20_00, total: 100_00 });
	expect(match("9", 80_00)).toMatchObject({ state: 0, total: 80_00 });
	expect(found("C6", { "one.6.amount": 75_00, "match.6.state": 20_00, "match.6.local": 5_00 })).toContain(
		"met match.6.state",
	);
	expect(found("C6", { "one.6.amount": 75_00, "match.6.state": 24_99 })).toContain("error match.6.state");
	expect(found("C6", { "one.6.amount": 75_00 })).toContain("unknown match.6.state");
	expect(found("C7", { "one.10.amount": 80_00, "match.10.donated": 20_00 })).toContain("met match.10.state");
	expect(found("C8", { "one.9.amount": 80_00 })).toEqual(["met one.9.amount"]);
	expect(said("C6", { "one.6.amount": 75_00 })).toContain("one third of the federal amount. $75.00 / 3 = $25.00");
});

it("C9: room and board is for nobody under 18, which the work paper states", () => {
	const some = { "one.10.amount": 100_00, "one.10a.amount": 1_00 };
	expect(found("C9", some)).toContain("unknown work.room-and-board-adults.value");
	expect(found("C9", { ...some, "work.room-and-board-adults.value": "no" })).toContain(
		"error work.room-and-board-adults.value",
	);
});

it("C10: a voucher is at most $5,000; the average tells when one must be above it", () => {
	const asked = { "one.11.amount": 10_000_00, "two.vouchers.individuals": 2 };
	expect(found("C10", { ...asked, "work.largest-voucher.value": 5000_00 })).toContain("met work.largest-voucher.value");
	expect(found("C10", { ...asked, "work.largest-voucher.value": 5000_01 })).toContain(
		"error work.largest-voucher.value",
	);
	expect(found("C10", asked)).toContain("met two.vouchers.individuals");
	expect(found("C10", { ...asked, "one.11.amount": 10_000_01 })).toContain("warning two.vouchers.individuals");
});

it("C11: subpart 1 for child care, foster care and adoption is at most the amount of FFY2005, not of 1979", () => {
	const base = { "base.ffy2005-federal.amount": 100_00, "base.level-1979.amount": 1_00 };
	const planned = { ...base, "two.child-care.cws": 40_00, "two.foster-family.cws": 60_00 };
	expect(found("C11", planned)).toContain("met two.child-care.cws");
	expect(found("C11", { ...planned, "two.adoption-subsidy.cws": 1 })).toContain("error two.child-care.cws");
	expect(found("C11", planned)).toContain("warning base.level-1979.amount");
	expect(found("C11", { "two.child-care.cws": 1 })).toContain("unknown base.ffy2005-federal.amount");
	const counted = { "base.ffy2005-match.amount": 5_00, "work.match-foster-care.value": 5_01 };
	expect(found("C11", counted)).toContain("error work.match-foster-care.value");
});

it("C12: below the base year 1992 is a warning, to the cent", () => {
	const base = { "base.base-1992.amount": 100_00 };
	expect(found("C12", { ...base, "work.spent-7.value": 100_00 })).toEqual(["met work.spent-7.value"]);
	expect(found("C12", { ...base, "work.spent-7.value": 99_99 })).toEqual(["warning work.spent-7.value"]);
	expect(found("C12")).toEqual(["unknown base.base-1992.amount"]);
});

it("C13: the estimate is what Part I of that year said; actual less estimated is shown", () => {
	const approved = new Map([["one.7.amount", 100_00]]);
	const spent = { "three.7.estimated": 100_00, "three.7.actual": 90_00 };
	expect(found("C13", spent, { approved })).toEqual(["met three.7.estimated"]);
	expect(said("C13", spent, { approved })).toContain("actual $90.00 - estimated $100.00 = -$10.00");
	expect(found("C13", { ...spent, "three.7.estimated": 99_99 }, { approved })).toEqual(["warning three.7.estimated"]);
	expect(found("C13", { "three.7.actual": 1 })).toContain("error three.7.estimated");
	expect(found("C13", spent)).toContain("unknown three.6.estimated");
});

it("C14: families and individuals, population and area for each program on which something was spent", () => {
	const spent = { "three.9.actual": 1_00, "three.9.individuals": 0, "three.9.families": 3 };
	expect(found("C14", { ...spent, "three.9.population": "All", "three.9.area": "Statewide" })).toEqual([
		"met three.9.individuals",
	]);
	expect(found("C14", spent)).toEqual(["error three.9.population"]);
});

it("C15: what is left of subpart 2 or Chafee lapses after 30 September of the next year", () => {
	const spent = { "three.7.estimated": 100_00, "three.7.actual": 90_00 };
	expect(said("C15", spent)).toContain("$100.00 - $90.00 = $10.00 left after that day: it lapses");
	expect(said("C15", spent, { today: plainDate("2026-09-30") })).toContain("to spend by then");
	expect(found("C15", { ...spent, "three.7.actual": 100_00 })).toContain("met three.7.actual");
});

it("C16: the label is that of the planned year, and a signed copy goes with the workbook", () => {
	expect(found("C16")).toEqual(["warning head.5.value", "unknown work.signed-copy.value"]);
	const years = { plans: 2022, reports: 2019 };
	expect(found("C16", { "work.signed-copy.value": "yes" }, { years })).toEqual([
		"met head.5.value",
		"met work.signed-copy.value",
	]);
});

it("C17: 1, 3 or 5 points by full points short, each standard by itself", () => {
	expect(caseworkerShortfall({ visits: 95, inResidence: 50 })).toEqual({ visits: 0, inResidence: 0 });
	expect(caseworkerShortfall({ visits: 94.9, inResidence: 40 })).toEqual({ visits: 1, inResidence: 3 });
	expect(caseworkerShortfall({ visits: 85.1, inResidence: 30 })).toEqual({ visits: 1, inResidence: 5 });
	const visits = { "one.6.amount": 74_00, "work.visits.value": 94_90, "work.in-residence.value": 50_00 };
	expect(found("C17", visits)).toEqual(["warning work.visits.value", "met work.in-residence.value"]);
	expect(said("C17", visits)).toContain("75 - 1 = 74 percent; the match of line 6 would be $74.00 x 26 / 74 = $26.00");
});
