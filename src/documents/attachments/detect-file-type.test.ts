import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { writeZip } from "../zip/write-zip.ts";
import { detectFileType, largestAttachment, nameForType } from "./detect-file-type.ts";

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
const zip = (...names: readonly string[]) => writeZip(names.map((name) => ({ name, content: bytes("x") })));
const word = await zip("[Content_Types].xml", "word/document.xml");
const excel = await zip("[Content_Types].xml", "xl/workbook.xml");
const macros = await zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
const others = await zip("a.pdf");
const messageOf = (content: Uint8Array) => {
	const detected = detectFileType(content);
	return detected.result === "refused" ? detected.message : `taken as ${detected.mediaType}`;
};

describe("what a file is", () => {
	it.each([
		["application/pdf", bytes("%PDF-1.7\n...\n%%EOF\n")],
		["image/png", bytes("\x89PNG\r\n\x1a\n....IEND\xaeB`\x82")],
		["image/jpeg", bytes("\xff\xd8\xff\xe0....\xff\xd9")],
		["application/vnd.openxmlformats-officedocument.wordprocessingml.document", word],
		["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", excel],
	])("is read from its content: %s", (mediaType, content) => {
		expect(detectFileType(content)).toEqual({ result: "known", mediaType });
	});

	it("is never a guess: any other content is refused in words", () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (content) => {
				expect(messageOf(content)).toMatch(/\. ?.*(attach|Attach)/u);
			}),
		);
	});
});

test.each([
	["nothing in it", bytes(""), /nothing in this file/],
	["a web page", bytes("<!doctype html><script>alert(1)</script>"), /kind of file is not taken/],
	["a drawing that can hold script", bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), /kind of file is not taken/],
	["a program", bytes("MZ\x90\x00"), /kind of file is not taken/],
	["an old Word file", bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), /old form.*protected by a password/],
	["macros", macros, /holds macros/],
	["other files", others, /packed file/],
	["a PDF that was broken off", bytes("%PDF-1.7\nhalf"), /The PDF is not whole/],
	["a picture that was broken off", bytes("\x89PNG\r\n\x1a\n...."), /The picture is not whole/],
	["a broken package", bytes("PK\x03\x04...."), /The file is not whole/],
	["too much", new Uint8Array(largestAttachment + 1), /larger than 20 MB/],
])("a file with %s is refused", (_, content, message) => {
	expect(messageOf(content)).toMatch(message);
});

test("the name gets the ending of its content", () => {
	expect(nameForType("minutes.pdf", "application/pdf")).toBe("minutes.pdf");
	expect(nameForType("Minutes.PDF", "application/pdf")).toBe("Minutes.PDF");
	expect(nameForType("photo.jpeg", "image/jpeg")).toBe("photo.jpeg");
	expect(nameForType("run.exe", "application/pdf")).toBe("run.exe.pdf");
});
