import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectExtract, collectPieces } from "./collect-extract.ts";
import { describeExtractProblem } from "./describe-extract-problem.ts";
import { type ExtractProblemId, extractProblems } from "./extract-problems.ts";
import { ExtractRefusal } from "./extract-refusal.ts";
import type { ExtractReader } from "./extract-rows.ts";
import type { ProblemTally } from "./problem-tally.ts";
import { Afcars2020Reader } from "./read-afcars-2020.ts";
import { readExtract } from "./read-extract.ts";
import { makeLegacyAfcarsReader } from "./read-legacy-afcars.ts";
import { makeNcandsReader } from "./read-ncands.ts";
import {
	arrangement,
	childFileLine,
	chunksOf,
	file2020,
	legacyLine,
	record2020,
	removal1993,
	removal2020,
	visit,
} from "./sample-extracts.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const legacyFile = [
	"@",
	"1".repeat(174),
	legacyLine(),
	// One letter of two bytes; the line has 197 bytes.
	legacyLine({ RECNUMBR: "É", DOB: "20101399" }).replace("É ", "É"),
	legacyLine().slice(0, 190),
	"#",
].join("\r\n");
const childFile = [childFileLine(), childFileLine({ ChAge: "99", RptDt: "" }), childFileLine({ ChID: "" })].join("\n");
const xmlFile = file2020([
	record2020({ E4_child_record_number: "<![CDATA[é]]>&#x1F600;" }),
	record2020({}, [
		removal1993("20150101", "20151231"),
		removal2020({
			exit: "20230202",
			reason: "9",
			arrangements: [
				arrangement({ from: "20221115", parent1: "1980" }),
				arrangement({ from: "20230110", type: "12" }),
				arrangement({ from: "20230120", parent1: "1970" }),
			],
			visits: [visit("20221201", "1"), visit("20231399", "2")],
		}),
	]),
]);
const files: readonly (readonly [string, string, (tally: ProblemTally) => ExtractReader])[] = [
	["afcars-legacy", legacyFile, (tally) => makeLegacyAfcarsReader({ file: 0, tally })],
	["ncands", childFile, (tally) => makeNcandsReader({ file: 0, tally })],
	["afcars-2020", xmlFile, (tally) => new Afcars2020Reader({ file: 0, tally, visits: true })],
];

describe("readExtract", () => {
	it.each(files)("recognizes and reads %s", async (kind, file) => {
		const { reading, rows } = await collectExtract(file, { visits: true });
		expect(reading).toMatchObject({ kind, usable: true });
		expect(rows.afcars.length + rows.ncands.length).toBeGreaterThan(1);
	});

	it.each(files)("gives the same rows and problems however %s is cut", async (_, file, makeReader) => {
		const bytes = encode(file);
		const whole = collectPieces(makeReader, [bytes]);
		expect(whole.problems.length).toBeGreaterThan(0);
		expect(
			collectPieces(
				makeReader,
				[...bytes].map((byte) => Uint8Array.of(byte)),
			),
		).toEqual(whole);
		// Every place in the files of lines, every third in the longer XML.
		for (let cut = 0; cut <= bytes.length; cut += Math.ceil(bytes.length / 1_500))
			expect(collectPieces(makeReader, [bytes.slice(0, cut), bytes.slice(cut)])).toEqual(whole);
		const { rows, problems } = await collectExtract(file, { visits: true, cuts: [1, 2, 3, 100, 101, 500] });
		expect({ rows, problems }).toEqual(whole);
	});

	it.each(files)("never throws anything but its own refusal for damaged bytes of %s", async (_, file, makeReader) => {
		const bytes = encode(file);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 20 }),
				fc.nat({ max: bytes.length }),
				async (changes, cut) => {
					const damaged = bytes.slice();
					for (const [at, byte] of changes) damaged[at] = byte;
					const pieces = [damaged.slice(0, cut), damaged.slice(cut)];
					try {
						collectPieces(makeReader, pieces);
					} catch (error) {
						expect(error).toBeInstanceOf(ExtractRefusal);
					}
					const { reading, ids } = await collectExtract(damaged);
					expect(reading.usable).toBe(!ids.some((id) => extractProblems[id as ExtractProblemId].tier === "reject"));
				},
			),
			{ numRuns: 150, seed: 20260103 },
		);
	});

	it("never throws for bytes without sense", async () => {
		const sense = fc.constantFrom(
			"<",
			">",
			"<record>",
			"</record>",
			"<!--",
			"<![CDATA[",
			"&",
			"06202209",
			"2023CA",
			"\n",
			"acf:data",
			'"',
		);
		const bytes = fc.oneof(
			fc.uint8Array({ maxLength: 600 }),
			fc.array(sense, { maxLength: 80 }).map((parts) => encode(parts.join(""))),
		);
		await fc.assert(
			fc.asyncProperty(bytes, async (file) => {
				const { reading, problems } = await collectExtract(file);
				expect(reading.problemsByTier.reject > 0).toBe(!reading.usable);
				for (const problem of problems)
					expect(describeExtractProblem(problem).message).not.toMatch(/[{}]value|undefined/);
			}),
			{ numRuns: 400, seed: 20260104 },
		);
		for (const [, , makeReader] of files)
			fc.assert(
				fc.property(bytes, (file) => {
					try {
						collectPieces(makeReader, [file]);
					} catch (error) {
						expect(error).toBeInstanceOf(ExtractRefusal);
					}
				}),
				{ numRuns: 200, seed: 20260105 },
			);
	});

	it("refuses what is no extract, and says what it is", async () => {
		const { reading, problems } = await collectExtract("%PDF-1.7 and more");
		expect(reading).toMatchObject({ kind: "other", period: null, records: 0, usable: false });
		expect(problems.map((problem) => describeExtractProblem(problem).message)).toEqual([
			expect.stringMatching(/^The file: it is a PDF document; indicators are counted from AFCARS .*; choose the file/),
		]);
		expect((await collectExtract("")).ids).toEqual(["file-empty"]);
	});

	it.each([
		["blanks in an end tag", `<a>${" ".repeat(200)}</a${" ".repeat(250_000)}x></a>`],
		["blanks in a tag", `<a ${" ".repeat(250_000)}x`],
		["names", `<a>${"<b".repeat(120_000)}`],
		["open comments", "<!--".repeat(60_000)],
		["open instructions", "<?".repeat(120_000)],
		["quotes", `<a ${`b="`.repeat(80_000)}`],
		["ampersands", `<a>${"&".repeat(250_000)}</a>`],
		["brackets", `<a>${"]".repeat(250_000)}</a>`],
	])("is not held up by many %s", async (_, text) => {
		const { reading } = await collectExtract(text);
		expect(reading.usable).toBe(false);
		expect(() => collectPieces((tally) => new Afcars2020Reader({ file: 0, tally }), [encode(text)])).toThrow(
			ExtractRefusal,
		);
	});

	it("refuses a line that never ends", async () => {
		const { ids } = await collectExtract(`${legacyLine()}\n${"1".repeat(70_000)}\n${legacyLine()}`);
		expect(ids).toEqual(["line-without-end"]);
	});

	it("hands out rows in batches and waits for each, counts problems and keeps none", async () => {
		const lines = 30_000;
		async function* source() {
			for (let made = 0; made < lines; made += 1_000) yield encode(`${legacyLine({ DOB: "" })}\n`.repeat(1_000));
		}
		let [waiting, largest, batches, count, listed] = [0, 0, 0, 0, 0];
		const reading = await readExtract(source(), {
			file: 0,
			onRows: async ({ afcars }) => {
				expect(waiting++).toBe(0);
				await Promise.resolve();
				waiting--;
				batches++;
				count += afcars.length;
				largest = Math.max(largest, afcars.length);
			},
			onProblem: () => listed++,
		});
		expect([count, listed, reading.problemsByTier]).toEqual([lines, lines, { reject: 0, mend: lines, look: 0 }]);
		expect(reading.problemsById.get("birth-date-missing")).toBe(lines);
		expect(batches).toBeGreaterThan(4);
		expect(largest).toBeLessThan(6_000);
	});

	it("lets errors of the caller through", async () => {
		const failing = readExtract(chunksOf(legacyLine()), {
			file: 0,
			onRows: () => {
				throw new Error("the disk is full");
			},
			onProblem: () => {},
		});
		await expect(failing).rejects.toThrow("the disk is full");
	});
});

describe("describeExtractProblem", () => {
	it("says where the problem is, what was found, what was expected and how to mend it", async () => {
		const { problems } = await collectExtract([legacyLine({ SEX: "" }), legacyLine({ RECNUMBR: "" })].join("\n"));
		expect(problems.map((problem) => describeExtractProblem(problem).message)).toEqual([
			"Record 1, line 1, element 7 (Sex): the sex is blank; sex is 1 for male and 2 for female; it is counted under “unknown”; correct the code if results by sex matter.",
			"Record 2, line 2, element 4 (Record number): there is no record number; each child has a record number that stays the same; without it nothing links, and the record counts nowhere; correct it in the record and export the file again.",
		]);
	});

	it("says every problem in whole words", () => {
		for (const id of Object.keys(extractProblems) as ExtractProblemId[]) {
			const { tier } = extractProblems[id];
			const words = describeExtractProblem({
				id,
				tier,
				file: 0,
				record: 1234,
				line: 5,
				element: { number: "21", name: "Date" },
				value: "$&",
			});
			expect(words.place).toBe("Record 1,234, line 5, element 21 (Date)");
			expect(words.message).not.toMatch(/[{}]|\.;|\.\./);
			expect(words.found.includes("$&")).toBe(extractProblems[id].found.includes("{value}"));
			for (const sentence of [words.found, words.expected, words.remedy]) expect(sentence).toMatch(/^[A-Z"“$].*\.$/);
		}
	});
});
