import type { CollectedExtract } from "../../../src/indicators/extracts/collect-extract.ts";

// What the readers of fixed width made of a record, against its columns as the federal layouts number them. Nothing of the readers is
// used: lines are split and sliced here. Records with a problem are passed over, since the reader says what it did with them.

/** Columns from 1 to the last one, as layouts write them. */
const columns = (line: string, first: number, last: number) => line.slice(first - 1, last);

const isBlank = (text: string) => /^(?:\s*|0+|9+)$/.test(text);
const yearFirst = (text: string) =>
	isBlank(text) ? null : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
const monthFirst = (text: string) =>
	isBlank(text) ? null : `${text.slice(4, 8)}-${text.slice(0, 2)}-${text.slice(2, 4)}`;

const reasons = [
	...["REUNIFICATION", "RELATIVE", "ADOPTION", "EMANCIPATION", "GUARDIANSHIP", "TRANSFER", "RUNAWAY", "DEATH"],
];
const sexes: Readonly<Record<string, string>> = { "1": "male", "2": "female" };

function linesOf(bytes: Buffer): readonly string[] {
	const text = bytes.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "");
	return text.split("\n").map((line) => line.replace(/\r$/, ""));
}

/** Lines that are records of children: up to # or $, without @ lines, the summary of 174 characters and blank lines. */
function legacyRecords(bytes: Buffer): readonly string[] {
	const lines = linesOf(bytes);
	const end = lines.findIndex((line) => /^[#$]/.test(line));
	return lines
		.slice(0, end < 0 ? undefined : end)
		.filter((line) => !line.startsWith("@") && line.trim() !== "" && line.length !== 174);
}

type Comparison = { readonly compared: number; readonly faults: readonly string[] };

/** Compares the records of a file that was read without a problem of theirs. */
export function compareColumns(bytes: Buffer, read: CollectedExtract): Comparison {
	const { kind, usable } = read.reading;
	const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
	if (!usable || isUtf16 || (kind !== "afcars-legacy" && kind !== "ncands")) return { compared: 0, faults: [] };
	const lines = kind === "ncands" ? linesOf(bytes).filter((line) => line.trim() !== "") : legacyRecords(bytes);
	const told = new Set(read.problems.map(({ record }) => record));
	const rows = kind === "ncands" ? ncandsRows(bytes, read) : legacyRows(read);
	const faults: string[] = [];
	let compared = 0;
	for (const [index, line] of lines.entries()) {
		if (told.has(index + 1)) continue;
		compared++;
		const expected = JSON.stringify(kind === "ncands" ? expectNcands(line) : expectLegacy(line));
		const found = JSON.stringify(rows.get(index + 1));
		if (found !== expected) faults.push(`record ${index + 1} was read as ${found}; its columns say ${expected}`);
	}
	return { compared, faults };
}

function expectLegacy(line: string): readonly unknown[] {
	const exit = yearFirst(columns(line, 169, 176));
	return [
		...[columns(line, 9, 13), columns(line, 14, 25).trim(), sexes[columns(line, 42, 42)] ?? "unknown"],
		...[yearFirst(columns(line, 34, 41)), yearFirst(columns(line, 76, 83)), exit],
		...[yearFirst(columns(line, 68, 75)), yearFirst(columns(line, 92, 99))],
		exit === null ? null : (reasons[Number(columns(line, 185, 185)) - 1] ?? null),
	];
}

function legacyRows({ rows }: CollectedExtract): ReadonlyMap<number, readonly unknown[]> {
	return new Map(
		rows.afcars.map((row) => [
			row.record,
			[
				...[row.county, row.recordNumber, row.sex, row.dob, row.removal, row.exit],
				...[row.priorDischarge, row.lastSettingStart, row.reason],
			],
		]),
	);
}

function expectNcands(line: string): readonly unknown[] {
	return [
		...[columns(line, 5, 6).toUpperCase(), columns(line, 31, 33), columns(line, 7, 18).trim()],
		...[columns(line, 19, 30).trim(), sexes[columns(line, 73, 73)] ?? "unknown", Number(columns(line, 63, 64))],
		...[monthFirst(columns(line, 65, 72)), monthFirst(columns(line, 34, 41)), monthFirst(columns(line, 305, 312))],
		columns(line, 293, 304).trim() || null,
	];
}

/** Rows by record: rows of NCANDS carry their line, blank lines counted. */
function ncandsRows(bytes: Buffer, { rows }: CollectedExtract): ReadonlyMap<number, readonly unknown[]> {
	const records = new Map<number, number>();
	for (const [index, line] of linesOf(bytes).entries())
		if (line.trim() !== "") records.set(index + 1, records.size + 1);
	return new Map(
		rows.ncands.map((row) => [
			records.get(row.line) ?? 0,
			[
				...[row.state, row.county.slice(2), row.report, row.child.slice(3), row.sex, row.age],
				...[row.dob, row.reportDate, row.incidentDate, row.afcarsId],
			],
		]),
	);
}
