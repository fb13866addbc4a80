import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { writeWorkbook } from "../../../documents/excel/write-workbook.ts";
import type { ExtractProblem } from "../../../indicators/extracts/extract-problems.ts";
import { problemSheets } from "./send-problems.ts";

async function* problems(count: number): AsyncGenerator<ExtractProblem> {
	for (let record = 1; record <= count; record++) {
		yield {
			id: "sex-unknown",
			tier: "look",
			file: 0,
			record,
			line: record,
			element: null,
			value: "=1+1",
			county: "06001",
		};
	}
}

const properties = { creator: "Throughline", title: "Problems", created: "2026-07-01" };

async function open(count: number, rows: number, mayGoOn = async () => true) {
	const workbook = new ExcelJS.Workbook();
	const bytes = await writeWorkbook(problemSheets(problems(count), count, rows, mayGoOn), properties);
	await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
	return workbook.worksheets;
}

it("goes on on a next sheet where one is full, and loses and repeats nothing", async () => {
	const sheets = await open(25, 10);
	expect(sheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
		["Problems 1 of 3", 11],
		["Problems 2 of 3", 11],
		["Problems 3 of 3", 6],
	]);
	const records = sheets.flatMap((sheet) => sheet.getColumn(4).values.filter((value) => typeof value === "number"));
	expect(records).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});

it.each([
	[0, ["Problems"], [1]],
	[10, ["Problems"], [11]],
])("has one sheet for %i problems", async (count, names, rows) => {
	const sheets = await open(count, 10);
	expect(sheets.map(({ name }) => name)).toEqual(names);
	expect(sheets.map(({ rowCount }) => rowCount)).toEqual(rows);
});

it("stops when nobody reads any more", async () => {
	let asked = 0;
	const sheets = await open(25, 10, async () => ++asked <= 3);
	expect(sheets.map(({ rowCount }) => rowCount)).toEqual([4, 1, 1]);
});
