import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { type CellValue, type FormCell, listCells, withTotals } from "../../domain/money/form-cells.ts";
import { readTypedValue } from "../../domain/money/typed-value.ts";
import { currentFormEdition } from "../../frameworks/us-cfs101/form-editions.ts";
import { readWorkbookCells } from "../excel/read-worksheet.ts";
import { type GridSheet, writeGrid } from "../excel/write-grid.ts";
import { parseNeutralDocument } from "../neutral/parse-neutral-document.ts";
import { buildFormPaper } from "./form-paper.ts";
import { formSheets } from "./form-sheets.ts";
import { type FoundCell, readFormSheets } from "./read-form-sheets.ts";
import { readFormWorkbook } from "./read-form-workbook.ts";

const typedCells = listCells(currentFormEdition).filter(({ computed }) => !computed);
const years = { plans: 2028, reports: 2025 };
type Values = ReadonlyMap<string, CellValue>;

function anyValue({ kind }: FormCell): fc.Arbitrary<CellValue> {
	if (kind === "dollars") return fc.nat(9_999_999_999_999);
	if (kind === "count") return fc.nat(999_999_999);
	if (kind === "percent") return fc.nat(100_00);
	if (kind === "yes-no") return fc.constantFrom("yes", "no");
	return fc
		.oneof(fc.string({ unit: "grapheme", maxLength: 60 }), fc.constantFrom("=A1", "12-3456789", "007", "1,200", "-"))
		.map((text) => {
			const read = readTypedValue("text", text);
			return "value" in read && read.value !== null ? read.value : "Statewide";
		});
}

const filled: fc.Arbitrary<Values> = fc
	.subarray(typedCells)
	.chain((cells) => fc.tuple(...cells.map((cell) => anyValue(cell).map((value) => [cell.id, value] as const))))
	.map((pairs) => new Map(pairs));

/** A value of the cell's kind that is another than the one before. */
function another({ kind }: FormCell, before: CellValue | undefined, number: number): CellValue {
	if (kind === "yes-no") return before === "yes" ? "no" : "yes";
	if (kind === "text") return `Edited ${number}${before === `Edited ${number}` ? " again" : ""}`;
	return number === before ? number + 1 : number;
}

function sheetsOf(typed: Values): readonly GridSheet[] {
	return formSheets({
		edition: currentFormEdition,
		years,
		stateName: "Halcyon",
		values: withTotals(currentFormEdition, typed),
	});
}

/** What a spreadsheet program holds of a sheet, without writing the file. */
function foundIn(sheets: readonly GridSheet[]): ReadonlyMap<string, readonly FoundCell[]> {
	return new Map(
		sheets.map(({ name, rows }) => [
			name,
			rows.flatMap((row, index) =>
				row.flatMap(({ value }, column): readonly FoundCell[] =>
					value === null || value === ""
						? []
						: [
								{
									...{ row: index + 1, column: column + 1, text: String(value) },
									held: typeof value === "number" ? "number" : "text",
								},
							],
				),
			),
		]),
	);
}

describe("the workbook of form CFS-101", () => {
	it("out and in again changes nothing, whatever the form holds", () => {
		fc.assert(
			fc.property(filled, (typed) => {
				const reading = readFormSheets(currentFormEdition, foundIn(sheetsOf(typed)));
				expect(reading.problems).toEqual([]);
				expect(reading.notes).toEqual([]);
				expect(new Map(reading.typed)).toEqual(typed);
				expect(reading).toMatchObject({ stateName: "Halcyon", years });
			}),
			{ seed: 1, numRuns: 100 },
		);
	});

	it("n cells that are edited come back as n changes, each in its cell", () => {
		const edits = fc.uniqueArray(fc.constantFrom(...typedCells), {
			minLength: 1,
			maxLength: 30,
			selector: ({ id }) => id,
		});
		fc.assert(
			fc.property(filled, edits, fc.infiniteStream(fc.nat(10_000)), (typed, cells, numbers) => {
				const edited = cells.map(
					(cell) => [cell.id, another(cell, typed.get(cell.id), numbers.next().value ?? 1)] as const,
				);
				const next = new Map([...typed, ...edited]);
				const reading = readFormSheets(currentFormEdition, foundIn(sheetsOf(next)));
				const changed = typedCells.filter(({ id }) => reading.typed.get(id) !== typed.get(id)).map(({ id }) => id);
				expect(new Set(changed)).toEqual(new Set(cells.map(({ id }) => id)));
			}),
			{ seed: 2, numRuns: 60 },
		);
	});

	test("C1: the file itself holds typed numbers and no formula, and reads back the same", async () => {
		const [typed = new Map<string, CellValue>()] = fc.sample(filled, { seed: 3, numRuns: 1 });
		const full = new Map([...typed, ["one.7d.amount", 1_158_704_80], ["one.7.amount", 5_793_524_00]] as const);
		const bytes = await writeGrid(sheetsOf(full), { creator: "Halcyon", title: "CFS-101", created: "2027-06-01" });
		const reading = await readFormWorkbook(currentFormEdition, bytes);
		expect(reading.problems).toEqual([]);
		expect(new Map(reading.typed)).toEqual(full);
		const cells = (await readWorkbookCells(bytes, ["Part I"])).get("Part I") ?? [];
		expect(cells.filter(({ held }) => held === "formula")).toEqual([]);
		expect(cells.find(({ row, column }) => row === 12 && column === 3)).toMatchObject({
			text: "1158704.8",
			held: "number",
		});
		expect(cells.find(({ row, column }) => row === 1 && column === 3)?.text).toBe(currentFormEdition.label);
	});

	it("names the cell of everything that is wrong", () => {
		const sheets = new Map(foundIn(sheetsOf(new Map([["one.6.amount", 100_00]]))));
		const put = (name: string, ...cells: readonly FoundCell[]) => {
			const at = new Set(cells.map(({ row, column }) => `${row} ${column}`));
			const kept = (sheets.get(name) ?? []).filter(({ row, column }) => !at.has(`${row} ${column}`));
			sheets.set(name, [...kept, ...cells]);
		};
		put(
			"Part I",
			{ row: 6, column: 3, text: "100", held: "formula" },
			{ row: 7, column: 3, text: "10", held: "text" },
			{ row: 8, column: 3, text: "1.234", held: "number" },
			{ row: 9, column: 2, text: "Something else", held: "text" },
			{ row: 10, column: 7, text: "5", held: "number" },
		);
		put("Part III", { row: 1, column: 9, text: "CFS-101, FFY2030", held: "text" });
		const { problems, untyped } = readFormSheets(currentFormEdition, sheets);
		expect(problems.map(({ place }) => place).toSorted()).toEqual([
			"Part I, cell B9",
			"Part I, cell C6",
			"Part I, cell C7",
			"Part I, cell C8",
			"Part I, cell G10",
			"Part III, cell I1",
		]);
		expect(untyped.map(({ cell }) => cell)).toEqual(["one.6.amount", "one.6a.amount"]);
	});

	it("a total that differs is told, and what its parts give is kept", () => {
		const sheets = new Map(foundIn(sheetsOf(new Map([["one.7a.amount", 100_00]]))));
		const rows = sheets.get("Part I") ?? [];
		sheets.set(
			"Part I",
			rows.map((each) => (each.row === 15 && each.column === 3 ? { ...each, text: "90" } : each)),
		);
		const { problems, notes } = readFormSheets(currentFormEdition, sheets);
		expect(problems).toEqual([]);
		expect(notes).toMatchObject([{ place: "Part I, cell C15" }]);
	});
});

it("the paper of the form is a sound document with every amount in it", () => {
	const values = withTotals(currentFormEdition, new Map<string, CellValue>([["one.7d.amount", 1_158_704_80]]));
	const paper = buildFormPaper({
		...{
			edition: currentFormEdition,
			years,
			values,
			stateName: "Halcyon",
			revision: 1,
			today: plainDate("2027-06-01"),
		},
		...{ status: { label: "Draft", draft: true }, versionHash: "0".repeat(64) },
	});
	expect(parseNeutralDocument(paper)).toBeTruthy();
	expect(JSON.stringify(paper)).toContain("1,158,704.80");
	const lines = JSON.stringify(paper);
	for (const label of currentFormEdition.certification?.signatures ?? []) expect(lines).toContain(label);
	expect(lines).toContain(currentFormEdition.certification?.text);
	expect(JSON.stringify(paper)).toContain("Request for FFY2028, spending of FFY2025, revision 1");
});

describe("every line that is known of the form stands in it and in its workbook (B2-09)", () => {
	const known: Readonly<Record<string, readonly string[]>> = {
		head: ["1", "2", "2a", "3", "4", "5"],
		one: [
			...["6", "6a", "7", "7a", "7b", "7c", "7d", "7e", "7f", "7g", "8", "8a", "9", "10", "10a", "11"],
			// Line 12 and after: what is released of an allotment, and what more is asked for, of each program that has it.
			...["6", "7", "8", "10", "11"].flatMap((line) => [`released-${line}`, `additional-${line}`]),
		],
		two: [
			...["protective", "preservation", "support", "reunification", "adoption-promotion", "other"],
			...[
				"foster-family",
				"foster-group",
				"foster-residential",
				"adoption-subsidy",
				"guardianship",
				"independent-living",
				"vouchers",
			],
			...["administration", "training", "foster-parents", "adoptive-parents", "child-care", "caseworkers", "total"],
		],
		three: ["6", "6a", "7", "7a", "7b", "7c", "7d", "7e", "7f", "8", "9", "10", "10a", "11"],
	};
	const labels = new Set(
		sheetsOf(new Map()).flatMap(({ rows }) => rows.flat().map(({ value }) => String(value ?? ""))),
	);

	it.each(Object.entries(known))("part %s", (id, lines) => {
		const part = currentFormEdition.parts.find((each) => each.id === id);
		expect(part?.lines.map((line) => line.id)).toEqual(expect.arrayContaining([...lines]));
		for (const line of part?.lines ?? []) {
			expect(
				[...labels].some((text) => text.includes(line.label)),
				line.label,
			).toBe(true);
		}
	});
});
