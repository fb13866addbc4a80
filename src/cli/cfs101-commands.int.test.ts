import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "../../test/support/run-command.ts";
import { formSheets } from "../documents/budget/form-sheets.ts";
import { type GridSheet, writeGrid } from "../documents/excel/write-grid.ts";
import { type CellValue, withTotals } from "../domain/money/form-cells.ts";
import { currentFormEdition } from "../frameworks/us-cfs101/form-editions.ts";

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "throughline-cfs101-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Subpart 2 of Alabama for FFY2015. */
const alabama: readonly (readonly [string, CellValue])[] = [
	["one.7.amount", 5_793_524_00],
	["one.7a.amount", 1_680_122_00],
	["one.7b.amount", 1_448_381_00],
	["one.7c.amount", 1_448_381_00],
	["one.7d.amount", 1_158_705_00],
	["one.7f.amount", 57_935_00],
];

async function writeForm(
	name: string,
	change: (sheets: readonly GridSheet[]) => readonly GridSheet[] = (same) => same,
) {
	const values = withTotals(currentFormEdition, new Map(alabama));
	const years = { plans: 2015, reports: 2012 };
	const sheets = formSheets({ edition: currentFormEdition, stateName: "Alabama", years, values });
	const bytes = await writeGrid(change(sheets), { creator: "Test", title: "CFS-101", created: "2014-06-30" });
	await writeFile(path.join(folder, name), bytes);
}

const run = (...args: readonly string[]) =>
	runCommand(["cfs101", ...args], { environment: {}, folder, clock: () => new Date("2014-06-30T00:00:00Z") });

it("checks Alabama FFY2015 without a server: C5 clears 20 percent by 20 cents", async () => {
	await writeForm("alabama.xlsx");
	const { exitCode, printed } = await run("check", "alabama.xlsx");
	expect(printed).toContain("Met: C5: 20 percent x $5,793,524.00 (line 7) = $1,158,704.80; line 7d is $1,158,705.00");
	expect(printed).toContain("Met: C1: Every amount in the workbook is a typed number.");
	expect(exitCode).toBe(0);
	const json = (await run("check", "alabama.xlsx", "--json")).json();
	expect(json).toMatchObject({ usable: true, years: { plans: 2015, reports: 2012 }, problems: [] });
	expect(json.checks).toHaveLength(17);
});

it("names the cell whose total is wrong, and says how to mend a wrong use", async () => {
	await writeForm("wrong.xlsx", (sheets) =>
		sheets.map((sheet) => ({
			...sheet,
			rows: sheet.rows.map((row) =>
				row.map((cell) => (cell.value === 5_793_524 && cell.style === "total" ? { ...cell, value: 1 } : cell)),
			),
		})),
	);
	const { exitCode, printed } = await run("check", "wrong.xlsx");
	expect(exitCode).toBe(1);
	expect(printed).toContain("To fix: Part I, cell C15: the total of line 7g Total itemized says 1.00");
	expect((await run("check")).complaint).toContain("Use: throughline cfs101 check FILE");
	expect((await run("export", "x", "--out", "x.txt")).complaint).toContain("End it in .xlsx");
	await writeFile(path.join(folder, "text.xlsx"), "no workbook");
	const refused = await run("check", "text.xlsx");
	expect(refused.exitCode).toBe(1);
	expect(refused.printed).toContain("To fix: This is not an Excel workbook");
});
