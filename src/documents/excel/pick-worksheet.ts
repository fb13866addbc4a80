import { readZipEntry, ZipError } from "../zip/read-zip.ts";
import { damagedRefusal, type WorkbookParts } from "./open-workbook.ts";
import type { WorksheetLimits } from "./worksheet-limits.ts";
import { tooLarge, unsafe, WorksheetRefused } from "./worksheet-refused.ts";
import { elementAttributes, withoutPrefix } from "./xml-elements.ts";

/** The parts that the values of one sheet need, unpacked and checked, as text. */
export interface PickedWorksheet {
	readonly sheetName: string;
	readonly sheet: string;
	readonly sharedStrings: string | undefined;
	readonly styles: string | undefined;
	/** Whether days are counted from 1904, as old Macintosh workbooks do. */
	readonly from1904: boolean;
}

const LONGEST_NUMBER_FORMAT = 255;

/** Unpacks the first visible sheet, or the one named, with its texts and number formats. Nothing else is unpacked. */
export async function pickWorksheet(
	bytes: Uint8Array,
	parts: WorkbookParts,
	limits: WorksheetLimits,
	wanted: string | undefined,
): Promise<PickedWorksheet> {
	const read = (name: string) => readPart(bytes, parts, name);
	const workbook = await read("xl/workbook.xml");
	const relations = await read("xl/_rels/workbook.xml.rels");
	if (workbook === undefined || relations === undefined) {
		throw new WorksheetRefused(
			"not-a-workbook",
			"This is an Office file, but not an Excel workbook. Choose the workbook.",
		);
	}
	const chosen = chooseSheet(workbook, wanted);
	const target = elementAttributes(relations, "Relationship").find(
		(relation) => relation.get("Id") === chosen.relation,
	);
	const sheet = await read(partName(target?.get("Target") ?? ""));
	if (sheet === undefined) throw damagedRefusal(`no part for sheet ${chosen.name}`);
	const sharedStrings = await read("xl/sharedstrings.xml");
	const styles = await read("xl/styles.xml");
	checkCounts(sheet, sharedStrings, limits);
	checkFormats(styles);
	const properties = elementAttributes(workbook, "workbookPr")[0];
	const from1904 = ["1", "true"].includes(properties?.get("date1904") ?? "");
	return { sheetName: chosen.name, sheet, sharedStrings, styles, from1904 };
}

function chooseSheet(workbook: string, wanted: string | undefined): { name: string; relation: string | undefined } {
	const sheets = elementAttributes(workbook, "sheet").map((sheet) => ({
		name: sheet.get("name") ?? "",
		visible: (sheet.get("state") ?? "visible") === "visible",
		relation: sheet.get("r:id") ?? [...sheet].find(([key]) => key.endsWith(":id"))?.[1],
	}));
	const visible = sheets.filter((sheet) => sheet.visible);
	const chosen = wanted === undefined ? visible[0] : visible.find((sheet) => sameName(sheet.name, wanted));
	if (chosen !== undefined) return chosen;
	const names = visible.map((sheet) => `"${sheet.name}"`).join(", ");
	throw new WorksheetRefused(
		"no-such-sheet",
		names === ""
			? "The workbook has no visible sheet. Unhide the sheet with the figures, save, and load it again."
			: `The workbook has no visible sheet named "${wanted}". It has ${names}.`,
	);
}

function sameName(one: string, other: string): boolean {
	return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** A target is relative to the folder `xl`, or begins with `/` and is relative to the file. */
function partName(target: string): string {
	return (target.startsWith("/") ? target.slice(1) : `xl/${target}`).toLowerCase();
}

async function readPart(bytes: Uint8Array, parts: WorkbookParts, name: string): Promise<string | undefined> {
	const entry = parts.get(name);
	if (entry === undefined) return undefined;
	try {
		const xml = new TextDecoder("utf-8", { fatal: true }).decode(await readZipEntry(bytes, entry));
		if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) {
			throw unsafe("one of its parts defines XML entities of its own", "");
		}
		return withoutPrefix(xml);
	} catch (error) {
		if (error instanceof ZipError || error instanceof TypeError) throw damagedRefusal(error);
		throw error;
	}
}

function checkCounts(sheet: string, sharedStrings: string | undefined, limits: WorksheetLimits): void {
	const cells = countElements(sheet, "c");
	const texts = sharedStrings === undefined ? 0 : countElements(sharedStrings, "si");
	if (cells > limits.cells || texts > limits.cells || countElements(sheet, "row") > limits.cells) {
		throw tooLarge(
			`the sheet has ${Math.max(cells, texts)} cells; at most ${limits.cells} can be read`,
			"Keep only the rows and columns with figures.",
		);
	}
	for (const match of sheet.matchAll(/<(?:row|c)\s[^>]*?\br="([A-Z]*)(\d+)"/gu)) {
		const [, column = "", row = ""] = match;
		if (column.length > 3 || Number(row) < 1 || Number(row) > 1_048_576) throw damagedRefusal(`cell ${column}${row}`);
	}
}

function checkFormats(styles: string | undefined): void {
	const formats = styles === undefined ? [] : elementAttributes(styles, "numFmt");
	if (formats.some((format) => (format.get("formatCode") ?? "").length > LONGEST_NUMBER_FORMAT)) {
		throw damagedRefusal("a number format longer than Excel allows");
	}
}

function countElements(xml: string, name: string): number {
	let found = 0;
	for (const _ of xml.matchAll(new RegExp(`<${name}[\\s/>]`, "gu"))) found += 1;
	return found;
}
