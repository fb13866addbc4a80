import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readZipDirectory, readZipEntry } from "../zip/read-zip.ts";
import { writeZip } from "../zip/write-zip.ts";
import { readWorksheet } from "./read-worksheet.ts";
import { WORKSHEET_LIMITS } from "./worksheet-limits.ts";
import { WorksheetRefused } from "./worksheet-refused.ts";
import { writeWorkbook } from "./write-workbook.ts";

const PROPERTIES = { creator: "Alder County", title: "Figures", created: "2026-11-21" };

async function workbookOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	fill(workbook);
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A workbook with some parts put in place of its own, as a hostile or unusual program would write them. */
async function changed(change: (parts: Map<string, string>) => void): Promise<Uint8Array> {
	const bytes = await workbookOf((workbook) => {
		workbook.addWorksheet("Figures").addRow(["Indicator", 12]);
	});
	const parts = new Map<string, string>();
	for (const entry of readZipDirectory(bytes))
		parts.set(entry.name, (await readZipEntry(bytes, entry)).toString("utf8"));
	change(parts);
	return writeZip([...parts].map(([name, xml]) => ({ name, content: Buffer.from(xml, "utf8") })));
}

function sheet(inside: string): string {
	return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</worksheet>`;
}

async function refusal(bytes: Uint8Array, limits = WORKSHEET_LIMITS): Promise<WorksheetRefused> {
	const error = await readWorksheet(bytes, limits).catch((reason: unknown) => reason);
	if (error instanceof WorksheetRefused) return error;
	throw new Error(`not refused: ${JSON.stringify(error)} ${String(error)}`);
}

describe("readWorksheet", () => {
	it("reads every kind of cell as text and keeps the numbers of rows", async () => {
		const bytes = await workbookOf((workbook) => {
			const target = workbook.addWorksheet("Figures");
			target.getCell("A1").value = "Indicator";
			target.getCell("B1").value = { richText: [{ text: "Rate " }, { font: { bold: true }, text: "in %" }] };
			target.getCell("A3").value = new Date(Date.UTC(2003, 5, 30));
			target.getCell("A3").numFmt = "m/d/yyyy";
			target.getCell("B3").value = 0.1 + 0.2;
			target.getCell("C3").value = { formula: "B3*2", result: 0.6 };
			target.getCell("D3").value = { error: "#REF!" };
			target.getCell("E3").value = { formula: "1/0", result: { error: "#DIV/0!" } };
			target.getCell("F3").value = 0.385;
			target.getCell("F3").numFmt = "0.0%";
			target.getCell("H3").value = true;
			target.getCell("A5").value = { text: "state", hyperlink: "https://example.org" };
			target.getCell("B5").value = { formula: "DATE(2003,6,30)", result: new Date(Date.UTC(2003, 5, 30)) };
			target.getCell("B5").numFmt = "yyyy-mm-dd";
			target.getCell("C5").value = "007";
		});
		expect(await readWorksheet(bytes)).toEqual({
			sheetName: "Figures",
			rows: [
				{ row: 1, cells: ["Indicator", "Rate in %"] },
				{ row: 3, cells: ["2003-06-30", "0.3", "0.6", "#REF!", "#DIV/0!", "38.5%", "", "TRUE"] },
				{ row: 5, cells: ["state", "2003-06-30", "007"] },
			],
		});
	});

	it("takes the first visible sheet, or the one named, and never a hidden one", async () => {
		const bytes = await workbookOf((workbook) => {
			workbook.addWorksheet("Secret", { state: "hidden" }).addRow(["hidden"]);
			workbook.addWorksheet("Vault", { state: "veryHidden" }).addRow(["very hidden"]);
			workbook.addWorksheet("First & foremost").addRow(["one"]);
			workbook.addWorksheet("Second").addRow(["two"]);
		});
		expect(await readWorksheet(bytes)).toMatchObject({ sheetName: "First & foremost", rows: [{ cells: ["one"] }] });
		const named = await readWorksheet(bytes, WORKSHEET_LIMITS, { sheetName: " second " });
		expect(named).toMatchObject({ sheetName: "Second", rows: [{ cells: ["two"] }] });
		await expect(readWorksheet(bytes, WORKSHEET_LIMITS, { sheetName: "Secret" })).rejects.toThrow(
			'no visible sheet named "Secret". It has "First & foremost", "Second".',
		);
	});

	it("reads back what we write, formula-like texts included", async () => {
		const rows = [
			["=1+1", -5, "2003-06-30"],
			["@x", 1.25, null],
			["-cmd", true, "2004-01-01"],
		];
		const columns = [{ header: "Text" }, { header: "Number" }, { header: "Day", kind: "date" as const }];
		const bytes = await writeWorkbook([{ name: "A/B: ok?", columns, rows }], PROPERTIES);
		expect(await readWorksheet(bytes)).toEqual({
			sheetName: "A B  ok",
			rows: [
				{ row: 1, cells: ["Text", "Number", "Day"] },
				{ row: 2, cells: ["=1+1", "-5", "2003-06-30"] },
				{ row: 3, cells: ["@x", "1.25"] },
				{ row: 4, cells: ["-cmd", "TRUE", "2004-01-01"] },
			],
		});
	});

	it("counts days from 1904 where the workbook does", async () => {
		const bytes = await workbookOf((workbook) => {
			workbook.properties.date1904 = true;
			const cell = workbook.addWorksheet("S").getCell("A1");
			cell.value = new Date(Date.UTC(2003, 5, 30));
			cell.numFmt = "yyyy-mm-dd";
		});
		expect((await readWorksheet(bytes)).rows).toEqual([{ row: 1, cells: ["2003-06-30"] }]);
	});

	it("reads texts written in the cell, also in several runs, and parts with prefixed names", async () => {
		const inline = await changed((parts) =>
			parts.set(
				"xl/worksheets/sheet1.xml",
				sheet(
					'<sheetData><row r="2"><c r="B2" t="inlineStr"><is><r><t>one </t></r><r><t>&lt;two&gt;</t></r></is></c></row></sheetData>',
				),
			),
		);
		expect((await readWorksheet(inline)).rows).toEqual([{ row: 2, cells: ["", "one <two>"] }]);
		const prefixed = await changed((parts) =>
			parts.set(
				"xl/worksheets/sheet1.xml",
				'<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
			),
		);
		expect((await readWorksheet(prefixed)).rows).toEqual([{ row: 1, cells: ["7"] }]);
	});

	it.each([
		[
			"a merge of the whole sheet",
			'<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
		],
		[
			"a rule for every cell",
			'<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
		],
		[
			"a column of a billion",
			'<cols><col min="1" max="999999999" width="9"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
		],
		[
			"a value in the last row",
			'<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row></sheetData>',
		],
	])("is not held up by %s", async (_, inside) => {
		const bytes = await changed((parts) => parts.set("xl/worksheets/sheet1.xml", sheet(inside)));
		const { rows } = await readWorksheet(bytes);
		expect(rows[0]).toEqual({ row: 1, cells: ["1"] });
	});

	it("ignores names defined for whole columns", async () => {
		const bytes = await changed((parts) => {
			const workbook = parts.get("xl/workbook.xml") ?? "";
			parts.set(
				"xl/workbook.xml",
				workbook.replace(
					"</workbook>",
					'<definedNames><definedName name="x">Figures!$A$1:$XFD$1048576</definedName></definedNames></workbook>',
				),
			);
		});
		expect((await readWorksheet(bytes)).rows).toEqual([{ row: 1, cells: ["Indicator", "12"] }]);
	});
});

describe("readWorksheet refuses in words", () => {
	const COMPOUND = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]);

	it("an old .xls file", async () => {
		const { reason, message } = await refusal(COMPOUND);
		expect(reason).toBe("old-format");
		expect(message).toMatch(/old Excel file.*save it as \.xlsx or CSV/u);
	});

	it("a workbook with a password", async () => {
		const locked = Buffer.concat([COMPOUND, Buffer.from("EncryptedPackage", "utf16le")]);
		expect((await refusal(locked)).message).toMatch(/protected by a password.*remove the password/u);
	});

	it("an encrypted zip entry", async () => {
		const bytes = Buffer.from(await changed(() => undefined));
		const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
		bytes.writeUInt16LE(bytes.readUInt16LE(directory + 8) | 1, directory + 8);
		expect((await refusal(bytes)).reason).toBe("password");
	});

	it.each([
		["text", Buffer.from("Indicator,Rate\r\n")],
		["nothing", Buffer.alloc(0)],
	])("%s", async (_, bytes) => {
		expect((await refusal(bytes)).reason).toBe("not-a-workbook");
	});

	it("a zip file of other things, and a Word file", async () => {
		expect((await refusal(await writeZip([{ name: "a.txt", content: Buffer.from("a") }]))).message).toMatch(
			/zip file, not an Excel/u,
		);
		const word = await writeZip([{ name: "[Content_Types].xml", content: Buffer.from("<Types/>") }]);
		expect((await refusal(word)).message).toMatch(/not an Excel workbook/u);
	});

	it("a binary workbook and an OpenDocument file", async () => {
		expect((await refusal(await writeZip([{ name: "xl/workbook.bin", content: Buffer.from("a") }]))).message).toMatch(
			/\.xlsb/u,
		);
		const ods = await writeZip(["mimetype", "content.xml"].map((name) => ({ name, content: Buffer.from("x") })));
		expect((await refusal(ods)).message).toMatch(/OpenDocument/u);
	});

	it("a file that was cut off", async () => {
		const bytes = await changed(() => undefined);
		expect((await refusal(bytes.subarray(0, bytes.length - 30))).message).toMatch(/damaged or was cut off/u);
	});

	it("a file that is too large", async () => {
		expect((await refusal(new Uint8Array(11_000_000))).message).toMatch(/has 11 MB; at most 10 MB/u);
	});

	it("a zip bomb, before it is unpacked", async () => {
		const bomb = await changed((parts) => parts.set("xl/worksheets/sheet1.xml", sheet(" ".repeat(50_000_000))));
		expect(bomb.length).toBeLessThan(100_000);
		expect((await refusal(bomb)).message).toMatch(/more than 200 times larger/u);
	});

	it("many parts that add up", async () => {
		const limits = { ...WORKSHEET_LIMITS, unpackedSize: 10_000, parts: 30 };
		const noise = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode(33 + ((index * index) % 90))).join(
			"",
		);
		expect((await refusal(await changed((parts) => parts.set("xl/media/a", noise)), limits)).reason).toBe("unsafe");
		const many = await changed((parts) => {
			for (let index = 0; index < 40; index += 1) parts.set(`xl/media/${index}`, "x");
		});
		expect((await refusal(many, { ...WORKSHEET_LIMITS, parts: 30 })).message).toMatch(
			/parts, and a workbook has at most 30/u,
		);
	});

	it("a part that says it is smaller than it is", async () => {
		const bytes = Buffer.from(
			await changed((parts) => parts.set("xl/worksheets/sheet1.xml", sheet("<sheetData/>".padEnd(300_000)))),
		);
		for (const entry of readZipDirectory(bytes)) {
			if (!entry.name.endsWith("sheet1.xml")) continue;
			const name = bytes.lastIndexOf(Buffer.from(entry.name));
			bytes.writeUInt32LE(1000, name - 46 + 24);
		}
		expect((await refusal(bytes)).reason).toBe("damaged");
	});

	it.each(["../../etc/passwd", "/../x", "xl\\..\\..\\x", "C:/x", "xl/\u0000x"])("a part named %j", async (name) => {
		expect((await refusal(await changed((parts) => parts.set(name, "x")))).reason).toBe("unsafe");
	});

	it("two parts of one name", async () => {
		expect((await refusal(await changed((parts) => parts.set("XL/workbook.xml", "x")))).message).toMatch(/same name/u);
	});

	it("XML entities that would grow", async () => {
		const laughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${sheet("<sheetData/>")}`;
		expect((await refusal(await changed((parts) => parts.set("xl/worksheets/sheet1.xml", laughs)))).message).toMatch(
			/XML entities/u,
		);
	});

	it("a part that is not XML, not UTF-8, or points nowhere", async () => {
		const broken = await changed((parts) =>
			parts.set("xl/worksheets/sheet1.xml", sheet('<sheetData><row r="1"><c r="A1">')),
		);
		expect((await refusal(broken)).reason).toBe("damaged");
		const strings = await changed((parts) =>
			parts.set(
				"xl/worksheets/sheet1.xml",
				sheet('<sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData>'),
			),
		);
		expect((await refusal(strings)).reason).toBe("damaged");
		const relation = await changed((parts) => parts.set("xl/_rels/workbook.xml.rels", "<Relationships/>"));
		expect((await refusal(relation)).reason).toBe("damaged");
	});

	it.each([
		["more rows", { rows: 2 }, /has 3 rows; at most 2/u],
		["more cells", { cells: 2 }, /cells; at most 2/u],
		["more columns", { columns: 1 }, /value in column 2; at most 1/u],
	])("%s than may be read", async (_, limit, words) => {
		const bytes = await workbookOf((workbook) => {
			workbook.addWorksheet("S").addRows([
				["a", 1],
				["b", 2],
				["c", 3],
			]);
		});
		const { reason, message } = await refusal(bytes, { ...WORKSHEET_LIMITS, ...limit });
		expect([reason, message]).toEqual(["too-large", expect.stringMatching(words)]);
	});

	it("a sheet that takes too long or too much memory", async () => {
		const rows = Array.from(
			{ length: 60_000 },
			(_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>value ${index}</t></is></c></row>`,
		).join("");
		const bytes = await changed((parts) =>
			parts.set("xl/worksheets/sheet1.xml", sheet(`<sheetData>${rows}</sheetData>`)),
		);
		expect((await refusal(bytes, { ...WORKSHEET_LIMITS, milliseconds: 150 })).message).toMatch(
			/could not be read within/u,
		);
		expect((await refusal(bytes, { ...WORKSHEET_LIMITS, memory: 24 })).reason).toBe("damaged");
	});
});
