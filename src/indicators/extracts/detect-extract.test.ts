import { describe, expect, it } from "vitest";
import { detectExtract } from "./detect-extract.ts";
import { childFileLine, file2020, legacyLine } from "./sample-extracts.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const detect = (text: string) => detectExtract(encode(text));

describe("detectExtract", () => {
	it.each([
		[legacyLine(), { kind: "afcars-legacy", period: "22B" }],
		[`@\r\n${"1".repeat(174)}\r\n${legacyLine({ REPDATMO: "03" })}\r\n`, { kind: "afcars-legacy", period: "22A" }],
		[legacyLine().slice(0, 185), { kind: "afcars-legacy", period: "22B" }],
		[legacyLine({ REPDATYR: "    " }), { kind: "afcars-legacy", period: null }],
		[childFileLine(), { kind: "ncands", period: "2023" }],
		[`${childFileLine().padEnd(352, "1")}\n`, { kind: "ncands", period: "2023" }],
		[childFileLine({ SubYr: "" }), { kind: "ncands", period: null }],
		[file2020(), { kind: "afcars-2020", period: "23A" }],
		[`\ufeff${file2020(undefined, "202409")}`, { kind: "afcars-2020", period: "24B" }],
		[file2020().replaceAll("acf:data", "data"), { kind: "afcars-2020", period: "23A" }],
		[file2020(undefined, "202401"), { kind: "afcars-2020", period: null }],
		[file2020([]), { kind: "afcars-2020", period: "23A" }],
	])("recognizes a file by its content (%#)", (text, expected) => {
		expect(detect(text)).toEqual(expected);
	});

	it.each([
		["", "empty"],
		[" \n\n", "empty but for blanks"],
		["%PDF-1.7\n%âãÏÓ", "a PDF document"],
		["PK\u0003\u0004rest", "an Excel workbook or another ZIP file"],
		["<!DOCTYPE html><html><body>", "a web page"],
		["<html><head></head></html>", "a web page"],
		[
			'<?xml version="1.0"?><acf:data xmlns:acf="http://www.acf.hhs.gov" schema="schema_aga.xsd"><records>',
			"an AFCARS adoption and guardianship assistance file",
		],
		[
			file2020(["<record><E4_child_record_number>A</E4_child_record_number></record>"]),
			"AFCARS XML without removals, perhaps an AFCARS adoption and guardianship assistance file",
		],
		["<!-- only", "XML without a tag"],
		["<workbook><sheet/></workbook>", "XML of another kind (its first tag is <workbook>)"],
		[
			"06202209CHILD00000012010070420220501".padEnd(72, "0"),
			"an AFCARS adoption file, or foster care lines that are cut off",
		],
		["indicator,period,numerator\nP1,2023,4\n", "a table with separators (CSV)"],
		['{"records": []}', "JSON or a program's own text"],
		["@\n#\n", "a file with summary lines and no records"],
		["Dear all, here is the file.\n", "text of another kind (its first line has 27 characters)"],
		["0620220".repeat(20_000), "text without ends of lines"],
	])("names what it is not (%#)", (text, words) => {
		expect(detect(text)).toEqual({ kind: "other", words });
	});

	it("names files that are not text of this kind", () => {
		const utf16 = (text: string, little: boolean) =>
			Uint8Array.from([...text].flatMap((sign) => (little ? [sign.charCodeAt(0), 0] : [0, sign.charCodeAt(0)])));
		const ebcdic = Uint8Array.from([..."0620220901001"].map((digit) => 0xf0 + Number(digit)));
		const words = (bytes: Uint8Array) => detectExtract(bytes);
		expect(words(Uint8Array.from([0x1f, 0x8b, 8, 0]))).toMatchObject({ words: "a compressed file" });
		expect(words(Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd]))).toMatchObject({ words: "a compressed file" });
		expect(words(Uint8Array.from([0xff, 0xfe, 0x3c, 0]))).toMatchObject({ words: "UTF-16 text" });
		expect(words(utf16(legacyLine(), true))).toMatchObject({ words: "UTF-16 text" });
		expect(words(utf16(file2020(), false))).toMatchObject({ words: "UTF-16 text" });
		expect(words(ebcdic)).toMatchObject({ words: "mainframe text (EBCDIC)" });
		expect(words(Uint8Array.from([1, 2, 3, 0, 5, 6, 7, 8, 9]))).toMatchObject({ words: "a program's own file" });
	});

	it("looks at no more than 64 KB", () => {
		const long = encode(`<?xml version="1.0"?><!--${"x".repeat(70_000)}-->${file2020()}`);
		expect(detectExtract(long).kind).toBe("other");
	});
});
