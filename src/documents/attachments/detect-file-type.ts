import { readZipDirectory, ZipError } from "../zip/read-zip.ts";

/** The kinds of file that can be attached, in the words of people, with what their content and their name show. */
export const attachmentTypes = {
	"application/pdf": { label: "PDF", extension: "pdf" },
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": { label: "Word", extension: "docx" },
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { label: "Excel", extension: "xlsx" },
	"image/png": { label: "PNG picture", extension: "png" },
	"image/jpeg": { label: "JPEG picture", extension: "jpg" },
} as const;
export type AttachmentType = keyof typeof attachmentTypes;

/** At most 20 MB. */
export const largestAttachment = 20 * 1024 * 1024;

/** Said before a file is chosen. */
export const attachmentLimits = "PDF, Word (.docx), Excel (.xlsx), PNG or JPEG, at most 20 MB, without macros";

export type DetectedFile =
	| { readonly result: "known"; readonly mediaType: AttachmentType }
	| { readonly result: "refused"; readonly message: string };

/**
 * What kind of file this is, by its content alone: names lie. Files that can carry programs, that are not whole, or that nobody
 * can be expected to open in ten years are refused, with what to do instead.
 */
export function detectFileType(bytes: Uint8Array): DetectedFile {
	if (bytes.length === 0) return refused("There is nothing in this file. Choose the file again.");
	if (bytes.length > largestAttachment) {
		return refused("The file is larger than 20 MB. Scan it with fewer colors or split it, then attach the parts.");
	}
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (startsWith(view, "%PDF-")) return detectPdf(view);
	if (startsWith(view, "\x89PNG\r\n\x1a\n")) {
		return view.lastIndexOf("IEND", undefined, "latin1") > 0 ? known("image/png") : brokenOff("picture");
	}
	if (startsWith(view, "\xff\xd8\xff")) {
		return view.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0 ? known("image/jpeg") : brokenOff("picture");
	}
	if (startsWith(view, "PK\x03\x04")) return detectOffice(bytes);
	if (startsWith(view, "\xd0\xcf\x11\xe0")) {
		return refused(
			"This is a Word or Excel file of the old form (.doc, .xls), or one that is protected by a password. Save it as .docx, .xlsx or PDF without a password, then attach that.",
		);
	}
	return refused(`This kind of file is not taken. Attach ${attachmentLimits}; save it as PDF if you can.`);
}

function detectPdf(view: Buffer): DetectedFile {
	// The end may be followed by a few bytes that a mail program or scanner added.
	const end = view.lastIndexOf("%%EOF", undefined, "latin1");
	return end >= 0 && view.length - end < 4096 ? known("application/pdf") : brokenOff("PDF");
}

function detectOffice(bytes: Uint8Array): DetectedFile {
	let names: ReadonlySet<string>;
	try {
		names = new Set(readZipDirectory(bytes).map(({ name }) => name));
	} catch (error) {
		if (!(error instanceof ZipError)) throw error;
		return brokenOff("file");
	}
	if ([...names].some((name) => /vbaproject\.bin$/iu.test(name))) {
		return refused(
			"This file holds macros, which are small programs. Save it without macros or as PDF, then attach that.",
		);
	}
	if (names.has("[Content_Types].xml")) {
		if (names.has("word/document.xml")) {
			return known("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
		}
		if (names.has("xl/workbook.xml")) {
			return known("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		}
	}
	return refused("This is a packed file (.zip) or of a kind that is not taken. Unpack it, and attach the files in it.");
}

/** The file's name with the ending that its content asks for. */
export function nameForType(fileName: string, mediaType: AttachmentType): string {
	const { extension } = attachmentTypes[mediaType];
	const fits = extension === "jpg" ? /\.jpe?g$/iu : new RegExp(`\\.${extension}$`, "iu");
	return fits.test(fileName) ? fileName : `${fileName.slice(0, 250)}.${extension}`;
}

function startsWith(view: Buffer, signature: string): boolean {
	return view.subarray(0, signature.length).equals(Buffer.from(signature, "latin1"));
}

function known(mediaType: AttachmentType): DetectedFile {
	return { result: "known", mediaType };
}

function refused(message: string): DetectedFile {
	return { result: "refused", message };
}

function brokenOff(what: string): DetectedFile {
	return refused(
		`The ${what} is not whole: its end is missing. Open it on your computer, save it again, then attach it again.`,
	);
}
