import { readZipDirectory, type ZipEntry, ZipError } from "../zip/read-zip.ts";
import { findZipDanger, megabytes } from "../zip/zip-danger.ts";
import type { WorksheetLimits } from "./worksheet-limits.ts";
import { tooLarge, unsafe, WorksheetRefused } from "./worksheet-refused.ts";

/** The parts of a workbook by name, as its directory declares them. Nothing is unpacked yet. */
export type WorkbookParts = ReadonlyMap<string, ZipEntry>;

const ZIP_START = [0x50, 0x4b];
const COMPOUND_START = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SAVE_AS = "Open it in your spreadsheet program, save it as .xlsx or CSV, and load that file.";

/**
 * Looks at a file from outside: what kind it is, and what its zip directory declares. Refuses what is no workbook, what
 * is locked, and what would become too large, before anything is unpacked.
 */
export function openWorkbook(bytes: Uint8Array, limits: WorksheetLimits): WorkbookParts {
	if (bytes.length > limits.fileSize) {
		throw tooLarge(
			`the file has ${megabytes(bytes.length)} MB; at most ${megabytes(limits.fileSize)} MB can be read`,
			"Keep only the sheet with the figures, or split the file.",
		);
	}
	if (startsWith(bytes, COMPOUND_START)) throw compoundRefusal(bytes);
	if (!startsWith(bytes, ZIP_START)) {
		throw new WorksheetRefused("not-a-workbook", `This is not an Excel workbook. ${SAVE_AS}`);
	}
	const entries = readEntries(bytes);
	const danger = findZipDanger(entries, limits, "workbook");
	if (danger !== undefined) throw unsafe(danger, SAVE_AS);
	if (entries.some((entry) => entry.encrypted)) throw passwordRefusal();
	const parts = new Map(entries.map((entry) => [entry.name.replace(/^\//u, "").toLowerCase(), entry]));
	checkKind(parts);
	return parts;
}

function readEntries(bytes: Uint8Array): ZipEntry[] {
	try {
		return readZipDirectory(bytes);
	} catch (error) {
		if (error instanceof ZipError) throw damagedRefusal(error);
		throw error;
	}
}

export function damagedRefusal(cause: unknown): WorksheetRefused {
	return new WorksheetRefused("damaged", `The file is damaged or was cut off on its way. ${SAVE_AS}`, { cause });
}

function checkKind(parts: WorkbookParts): void {
	if (parts.has("xl/workbook.bin")) {
		throw new WorksheetRefused("old-format", `This is a binary Excel workbook (.xlsb). ${SAVE_AS}`);
	}
	if (parts.has("content.xml") && parts.has("mimetype")) {
		throw new WorksheetRefused("old-format", `This is an OpenDocument file. ${SAVE_AS}`);
	}
	if (!parts.has("[content_types].xml")) {
		throw new WorksheetRefused("not-a-workbook", `This is a zip file, not an Excel workbook. ${SAVE_AS}`);
	}
}

/** Old Excel files and workbooks with a password are both compound files (MS-CFB); the second name their content. */
function compoundRefusal(bytes: Uint8Array): WorksheetRefused {
	const locked = Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
	if (locked) return passwordRefusal();
	return new WorksheetRefused("old-format", `This is an old Excel file (.xls). ${SAVE_AS}`);
}

function passwordRefusal(): WorksheetRefused {
	return new WorksheetRefused(
		"password",
		"The file is protected by a password. Open it in Excel, remove the password, save it, and load it again.",
	);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}
