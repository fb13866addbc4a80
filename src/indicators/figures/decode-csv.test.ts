import { describe, expect, it } from "vitest";
import { decodeCsv } from "./decode-csv.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean) =>
	Uint8Array.from(
		[...`\ufeff${text}`].flatMap((sign) => {
			const [high, low] = [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255];
			return bigEndian ? [high, low] : [low, high];
		}),
	);
const cellsOf = (bytes: Uint8Array) => decodeCsv(bytes).rows.map(({ cells }) => cells);
const table = "county,indicator\nPeñasco,4-P1\n";
const rows = [
	["county", "indicator"],
	["Peñasco", "4-P1"],
];

describe("decodeCsv", () => {
	it.each([
		["UTF-8", utf8(table)],
		["UTF-8", utf8(`\ufeff${table}`)],
		["UTF-16LE", utf16(table, false)],
		["UTF-16BE", utf16(table, true)],
	])("reads %s without a word", (encoding, bytes) => {
		expect(decodeCsv(bytes)).toMatchObject({ encoding, problems: [] });
		expect(cellsOf(bytes)).toEqual(rows);
	});

	it("reads Windows-1252, also its curly quotes and the euro, and says so", () => {
		const bytes = Uint8Array.from([...utf8("a,b\n"), 0x93, 0x80, 0x94, 0x2c, 0xf1, 0x0a]);
		expect(cellsOf(bytes)).toEqual([
			["a", "b"],
			["“€”", "ñ"],
		]);
		expect(decodeCsv(bytes).problems.map(({ rule }) => rule.id)).toEqual(["read-as-windows"]);
	});

	it.each([
		["semicolons", ";"],
		["tabs", "\t"],
		["commas", ","],
	])("finds %s by the headings, also below a title with other signs", (_name, sign) => {
		const text = [
			"One; two, three, four\tfive",
			["county", "indicator", "period"].join(sign),
			["A", "B", "C"].join(sign),
		];
		expect(cellsOf(utf8(text.join("\n"))).at(-1)).toEqual(["A", "B", "C"]);
	});

	it.each(["\n", "\r\n", "\r"])(
		"ends lines at %j, and keeps line breaks, quotes and separators inside quotes",
		(end) => {
			expect(cellsOf(utf8(`a,b${end}"x, ""y""","two\nlines"${end}`))).toEqual([
				["a", "b"],
				['x, "y"', "two\nlines"],
			]);
		},
	);

	it("numbers rows as a spreadsheet does, after empty rows and cells of several lines", () => {
		expect(decodeCsv(utf8('a,b\n\n"1\n2",x\n\n\nc,d\n')).rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
			[1, "a"],
			[3, "1\n2"],
			[6, "c"],
		]);
	});

	it.each([
		["a PDF", utf8("%PDF-1.7\n1 0 obj"), "a PDF document"],
		["a workbook under another name", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), "an Excel workbook"],
		["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "old Office format"],
		["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), "a picture"],
		["a web page", utf8('\ufeff <!DOCTYPE html><script>alert("x")</script>'), "a web page"],
		["a table of a web page", utf8("<table><tr><td>1</td></tr></table>"), "a web page"],
		["NUL bytes", utf8("a,b\n\u0000,2\n"), "not a text file"],
		["UTF-16 without a mark", utf16("a,b\n", false).subarray(2), "not a text file"],
	])("refuses %s in one sentence", (_name, bytes, words) => {
		const { problems, rows: none } = decodeCsv(bytes);
		expect(none).toEqual([]);
		expect(problems).toHaveLength(1);
		expect(problems[0]?.message).toContain(words);
	});

	it("names the row of a quotation mark that is never closed", () => {
		expect(decodeCsv(utf8('a,b\n1,2\n3,"4\n5,6\n')).problems[0]?.place.row).toBe(3);
	});

	it("names row and column of a stray quotation mark", () => {
		expect(decodeCsv(utf8('a,b\n1,2\n3,4"\n')).problems[0]?.place).toEqual({ row: 3, column: "B", columnName: null });
	});
});
