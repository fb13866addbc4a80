import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCsv } from "./write-csv.ts";

describe("writeCsv", () => {
	it("quotes what needs it, ends lines with CRLF, and has no byte order mark", () => {
		expect(
			writeCsv([
				["Name", "Rate"],
				['O"Brien, Kate', 38.5],
				["two\nlines", null],
				[" spaced", false],
			]),
		).toBe('Name,Rate\r\n"O""Brien, Kate",38.5\r\n"two\nlines",\r\n" spaced",false\r\n');
	});

	it.each(["=1+1", "+1-2", "-cmd", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=HYPERLINK("http://x")', "-1+1"])(
		"gives %j an apostrophe",
		(text) => {
			const [[back]] = parse(writeCsv([[text]])) as [[string]];
			expect(back).toBe(`'${text}`);
		},
	);

	it.each(["-5", "+5.2", "-1,234.5", "38%", "a=b", "x@y.example", "", "1-2"])("leaves %j alone", (text) => {
		const [[back]] = parse(writeCsv([[text, "x"]])) as [[string]];
		expect(back).toBe(text);
	});

	it("comes back cell by cell from another reader, and no cell begins a formula", () => {
		const text = fc.string({ unit: "grapheme", maxLength: 12 }).map((each) => each.replace(/[\r\uFEFF]/gu, ""));
		const rows = fc.array(fc.tuple(text, text, fc.integer().map(String)), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(rows, (cells) => {
				const back = parse(writeCsv(cells), {
					relax_column_count: true,
					skip_empty_lines: false,
					bom: false,
				}) as string[][];
				expect(back.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠\t\n])/u, "")))).toEqual(
					cells.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠\t\n])/u, ""))),
				);
				for (const cell of back.flat()) expect(cell).not.toMatch(/^\s*[=@]|^\s*[+-]\D/u);
			}),
			{ seed: 20_261_121 },
		);
	});
});
