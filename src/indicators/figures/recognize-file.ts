/** What a file is, as far as its first bytes tell. `text` means: nothing else was recognized. */
export type FileKind =
	| "text"
	| "zip"
	| "old-excel"
	| "pdf"
	| "image"
	| "web-page"
	| "rich-text"
	| "compressed"
	| "empty";

/** The kind of a file in words, for a sentence that begins with "it is". */
export const fileKindWords: Readonly<Record<FileKind, string>> = {
	text: "a text file",
	zip: "an Excel workbook or another ZIP file under the name of a text file",
	"old-excel": "a workbook or document in the old Office format (.xls, .doc)",
	pdf: "a PDF document",
	image: "a picture",
	"web-page": "a web page",
	"rich-text": "a word processor's document",
	compressed: "a compressed file",
	empty: "empty",
};

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
	["zip", [0x50, 0x4b, 0x03, 0x04]],
	["zip", [0x50, 0x4b, 0x05, 0x06]],
	["old-excel", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
	["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
	["image", [0x89, 0x50, 0x4e, 0x47]],
	["image", [0xff, 0xd8, 0xff]],
	["image", [0x47, 0x49, 0x46, 0x38]],
	["image", [0x49, 0x49, 0x2a, 0x00]],
	["image", [0x4d, 0x4d, 0x00, 0x2a]],
	["compressed", [0x1f, 0x8b]],
	["compressed", [0x42, 0x5a, 0x68]],
	["compressed", [0x37, 0x7a, 0xbc, 0xaf]],
	["rich-text", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

const webPage = /^\s*<(!doctype|html|head|body|table|\?xml)\b/i;

/**
 * Recognizes a file by its content, never by its name: a workbook that is called `.csv` is still a workbook. The operation
 * that takes an upload sends `zip` to the reader of Excel workbooks and everything else here.
 */
export function recognizeFile(bytes: Uint8Array): FileKind {
	if (bytes.length === 0) return "empty";
	const found = signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
	if (found) return found[0];
	const start = String.fromCharCode(...bytes.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, "");
	return webPage.test(start) ? "web-page" : "text";
}
