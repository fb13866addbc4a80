import { writeWorkbook } from "../../src/documents/excel/write-workbook.ts";
import { readZipDirectory, readZipEntry } from "../../src/documents/zip/read-zip.ts";
import { writeZip } from "../../src/documents/zip/write-zip.ts";

/** A file that cannot be taken, and what the person is told. */
export type BadFile = {
	readonly what: string;
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly told: RegExp;
};

const headings = "Indicator,Period start,Period end,Numerator,Denominator,Population group,Source,Data as of";
export const row = "3F,2020-01-01,2020-12-31,31,250,all,Extract of the test,2021-04-01";
export const text = (...lines: readonly string[]) => new TextEncoder().encode(`${lines.join("\n")}\n`);
/** A good file, as far as it goes: one figure. */
export const goodFile = (line = row) => text(headings, line);

/** A small workbook whose sheet unpacks to 50 MB. */
async function zipBomb(): Promise<Uint8Array> {
	const workbook = await writeWorkbook([{ name: "Figures", columns: [{ header: "Indicator" }], rows: [["3F"]] }], {
		title: "Figures",
		creator: "Test",
		created: "2026-01-01",
	});
	const parts = await Promise.all(
		readZipDirectory(workbook).map(async (entry) => ({
			name: entry.name,
			content: entry.name.includes("sheet1") ? Buffer.alloc(50_000_000) : await readZipEntry(workbook, entry),
		})),
	);
	return writeZip(parts);
}

/** Files of every wrong kind that people and attackers hand in. */
export async function badFiles(): Promise<readonly BadFile[]> {
	return [
		{ what: "a PDF under the name of a CSV", name: "figures.csv", bytes: text("%PDF-1.7", "1 0 obj"), told: /PDF/u },
		{
			what: "a picture",
			name: "figures.csv",
			bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
			told: /picture/u,
		},
		{ what: "a web page", name: "figures.csv", bytes: text("<!doctype html><p>Sign in</p>"), told: /web page/u },
		{ what: "nothing", name: "figures.csv", bytes: new Uint8Array(), told: /there is nothing in it/u },
		{ what: "headings alone", name: "figures.csv", bytes: text(headings), told: /no row has a figure/u },
		{ what: "another table", name: "figures.csv", bytes: text("Name,Phone", "Ana,555"), told: /column|heading/iu },
		{ what: "a wrong number", name: "figures.csv", bytes: goodFile(row.replace("31", "many")), told: /many/u },
		{
			what: "a good row and a bad one",
			name: "figures.csv",
			bytes: text(headings, row, row.replace("3F", "9Z")),
			told: /9Z/u,
		},
		{ what: "bytes that are no text", name: "figures.csv", bytes: brokenText(), told: /encod|UTF-8|characters/iu },
		{ what: "a workbook that bursts", name: "figures.xlsx", bytes: await zipBomb(), told: /larger|unpack/iu },
		{
			what: "a broken workbook",
			name: "figures.xlsx",
			bytes: text("PK\u0003\u0004 and no more"),
			told: /workbook|ZIP|Excel/u,
		},
	];
}

/** UTF-8 with bytes that cannot stand there, and a zero byte. */
function brokenText(): Uint8Array {
	const bytes = goodFile();
	return Uint8Array.from([...bytes.slice(0, 120), 0, 0xff, 0xfe, 0x80, 0, ...bytes.slice(120)]);
}
