import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { writeWorkbook, writeWorkbookTo } from "./write-workbook.ts";

const PROPERTIES = { creator: "Alder County", title: "Figures", created: "2026-11-21" };

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
	return workbook;
}

describe("writeWorkbook", () => {
	it("freezes a bold header, sizes columns, and states who made it when", async () => {
		const columns = [
			{ header: "Indicator" },
			{ header: "A long header of more than forty characters, cut" },
			{ header: "W", width: 7 },
		];
		const workbook = await open(
			await writeWorkbook([{ name: "Figures", columns, rows: [["C1.3", 1, 2]] }], PROPERTIES),
		);
		const sheet = workbook.getWorksheet("Figures");
		expect(sheet?.views).toMatchObject([{ state: "frozen", ySplit: 1 }]);
		expect(sheet?.getRow(1).font).toMatchObject({ bold: true });
		expect([1, 2, 3].map((column) => sheet?.getColumn(column).width)).toEqual([12, 40, 7]);
		expect(workbook.creator).toBe("Alder County");
		expect(workbook.created.toISOString()).toBe("2026-11-21T00:00:00.000Z");
	});

	it("stores what looks like a formula as text in a text cell, and other text and numbers as they are", async () => {
		const rows = [['=HYPERLINK("http://x")'], ["+1+2"], ["-2"], ["plain"], [-2], ["a\u0000b"]];
		const workbook = await open(await writeWorkbook([{ name: "S", columns: [{ header: "=x" }], rows }], PROPERTIES));
		const cells = [1, 2, 3, 4, 5, 6, 7].map((row) => workbook.getWorksheet("S")?.getCell(row, 1));
		expect(cells.map((cell) => cell?.value)).toEqual(["=x", '=HYPERLINK("http://x")', "+1+2", "-2", "plain", -2, "ab"]);
		expect(cells.every((cell) => cell?.formula === undefined)).toBe(true);
		expect(cells.map((cell) => cell?.numFmt === "@")).toEqual([false, true, true, false, false, false, false]);
	});

	it("gives every sheet a name that Excel allows, and none twice", async () => {
		const columns = [{ header: "x" }];
		const names = ["Outcomes/2003: [all]?*", "outcomes 2003   all", "", "y".repeat(40)];
		const workbook = await open(
			await writeWorkbook(
				names.map((name) => ({ name, columns, rows: [] })),
				PROPERTIES,
			),
		);
		const given = workbook.worksheets.map((sheet) => sheet.name);
		expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(4);
		for (const name of given) expect(name).toMatch(/^[^\\/?*[\]:']{1,31}$/u);
	});

	it("streams: rows are asked for one by one and leave before the last is there", async () => {
		const output = new PassThrough();
		let sent = 0;
		output.on("data", (chunk: Buffer) => {
			sent += chunk.length;
		});
		let sentBeforeEnd = 0;
		async function* rows() {
			for (let row = 0; row < 20_000; row += 1) {
				if (row % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
				yield [`row ${row} ${(row * 7919) % 10_007}`, row];
			}
			sentBeforeEnd = sent;
		}
		await writeWorkbookTo(
			output,
			[{ name: "S", columns: [{ header: "a" }, { header: "b" }], rows: rows() }],
			PROPERTIES,
		);
		expect(sentBeforeEnd).toBeGreaterThan(10_000);
	});
});
