import { readZipDirectory, readZipEntry, type ZipEntry, ZipError } from "../../zip/read-zip.ts";
import { findZipDanger, megabytes } from "../../zip/zip-danger.ts";
import { SAVE_AS_DOCX, WordFileRefused } from "./word-file-refused.ts";

const LIMITS = { fileSize: 25_000_000, parts: 2000, unpackedSize: 200_000_000, ratio: 200, part: 10_000_000 } as const;
const COMPOUND_START = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const MACROS = "It can carry macros, which are never needed to edit a plan.";

/** The texts of a Word file that are read: everything else in it is left packed. */
export type WordParts = {
	readonly document: string;
	readonly comments: string | undefined;
	readonly customProperties: string | undefined;
	readonly numbering: string | undefined;
	readonly styles: string | undefined;
};

/**
 * Looks at a file from outside and unpacks the parts with its text. Refused with `WordFileRefused`: what is no Word document,
 * what is locked, what can carry macros, what would become too large.
 */
export async function openWordFile(bytes: Uint8Array): Promise<WordParts> {
	if (bytes.length > LIMITS.fileSize) {
		throw new WordFileRefused(
			`The file has ${megabytes(bytes.length)} MB; at most ${megabytes(LIMITS.fileSize)} MB can be read. Take pictures out of it, or make them smaller, and load it again.`,
		);
	}
	if (COMPOUND_START.every((byte, index) => bytes[index] === byte)) throw compoundRefusal(bytes);
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new WordFileRefused(`This is not a Word document. ${SAVE_AS_DOCX}`);
	try {
		return await readParts(bytes);
	} catch (error) {
		if (!(error instanceof ZipError)) throw error;
		throw new WordFileRefused(`The file is damaged or was cut off on its way. ${SAVE_AS_DOCX}`, { cause: error });
	}
}

async function readParts(bytes: Uint8Array): Promise<WordParts> {
	const entries = readZipDirectory(bytes);
	const danger = findZipDanger(entries, LIMITS, "Word document");
	if (danger !== undefined) throw new WordFileRefused(`The file was not opened, since ${danger}. ${SAVE_AS_DOCX}`);
	if (entries.some((entry) => entry.encrypted)) throw passwordRefusal();
	const parts = new Map(entries.map((entry) => [entry.name.replace(/^\//u, "").toLowerCase(), entry]));
	const read = async (name: string) => {
		const entry = parts.get(name);
		return entry === undefined ? undefined : readText(bytes, entry);
	};
	const types = await read("[content_types].xml");
	if (types === undefined || !parts.has("word/document.xml")) throw wrongKind(parts);
	if (/macroEnabled/iu.test(types) || parts.has("word/vbaproject.bin")) {
		throw new WordFileRefused(`This is a Word document with macros (.docm). ${MACROS} ${SAVE_AS_DOCX}`);
	}
	return {
		document: (await read("word/document.xml")) ?? "",
		comments: await read("word/comments.xml"),
		customProperties: await read("docprops/custom.xml"),
		numbering: await read("word/numbering.xml"),
		styles: await read("word/styles.xml"),
	};
}

async function readText(bytes: Uint8Array, entry: ZipEntry): Promise<string> {
	if (entry.size > LIMITS.part) {
		throw new WordFileRefused(
			`The text of this file would have ${megabytes(entry.size)} MB; at most ${megabytes(LIMITS.part)} MB can be read. Load the plan alone, without other papers in the same file.`,
		);
	}
	const content = await readZipEntry(bytes, entry);
	if (content[0] === 0xff && content[1] === 0xfe) return content.toString("utf16le");
	return content.toString("utf8").replace(/^\ufeff/u, "");
}

function wrongKind(parts: ReadonlyMap<string, ZipEntry>): WordFileRefused {
	if (parts.has("content.xml") && parts.has("mimetype")) {
		return new WordFileRefused(`This is an OpenDocument file. ${SAVE_AS_DOCX}`);
	}
	if (parts.has("xl/workbook.xml")) return new WordFileRefused("This is an Excel workbook, not a Word document.");
	return new WordFileRefused(`This is a zip file, not a Word document. ${SAVE_AS_DOCX}`);
}

/** Old Word files and documents with a password are both compound files (MS-CFB); the second name their content. */
function compoundRefusal(bytes: Uint8Array): WordFileRefused {
	if (Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"))) return passwordRefusal();
	return new WordFileRefused(`This is an old Word file (.doc). ${SAVE_AS_DOCX}`);
}

function passwordRefusal(): WordFileRefused {
	return new WordFileRefused(
		"The file is protected by a password. Open it in Word, remove the password, save it, and load it again.",
	);
}
