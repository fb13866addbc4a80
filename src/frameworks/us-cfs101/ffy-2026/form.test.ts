import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { checkForm } from "../../../domain/money/checks/check-form.ts";
import { type CellValue, listCells, withTotals } from "../../../domain/money/form-cells.ts";
import { cfs101Ffy2022 } from "../ffy-2022/form.ts";
import checksums from "./checksums.json" with { type: "json" };
import data from "./form.json" with { type: "json" };
import { cfs101Ffy2026 } from "./form.ts";

function findings(id: string, values: Readonly<Record<string, CellValue>>): readonly string[] {
	const form = {
		...{ edition: cfs101Ffy2026, values: withTotals(cfs101Ffy2026, new Map(Object.entries(values))) },
		...{ years: { plans: 2028, reports: 2025 }, today: plainDate("2027-06-01"), approved: undefined },
	};
	return checkForm(form)
		.filter((each) => each.id === id)
		.flatMap((each) => each.findings.map(({ outcome, cell, message }) => `${outcome} ${cell} ${message}`));
}

it("is locked: form.json changes only with a new version", () => {
	const locked: Readonly<Record<string, string>> = checksums;
	expect(createHash("sha256").update(JSON.stringify(data)).digest("hex")).toBe(locked[data.version]);
});

it("has every cell of the edition before, so that a form carries over", () => {
	const cells = new Set(listCells(cfs101Ffy2026).map(({ id }) => id));
	expect(listCells(cfs101Ffy2022).filter(({ id }) => !cells.has(id))).toEqual([]);
});

it("C4: administration of the caseworker visit funds is at most 10 percent, to the cent", () => {
	const at = (cents: number) => findings("C4", { "one.8.amount": 100_00, "one.8a.amount": cents });
	expect(at(10_00).some((each) => each.startsWith("met one.8a.amount C4: 10 percent x $100.00 (line 8)"))).toBe(true);
	expect(at(10_01).some((each) => each.startsWith("error one.8a.amount C4: "))).toBe(true);
});

it("C11: foster care in qualified residential treatment programs counts to what FFY2005 limits, and to the total", () => {
	const planned = { "base.ffy2005-federal.amount": 100_00, "two.foster-residential.cws": 100_01 };
	expect(findings("C11", planned).some((each) => each.startsWith("error two.foster-residential.cws"))).toBe(true);
	expect(withTotals(cfs101Ffy2026, new Map([["two.foster-residential.cws", 7]])).get("two.total.cws")).toBe(7);
});
