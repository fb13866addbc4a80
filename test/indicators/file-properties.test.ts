import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IndicatorResults } from "../../src/indicators/engine/results.ts";
import { runIndicators } from "../../src/indicators/engine/run-indicators.ts";
import { readExtract } from "../../src/indicators/extracts/read-extract.ts";
import { makeExtracts } from "../../src/practice/extracts/make-extracts.ts";
import { openDuckdbEngine } from "../../src/storage/duckdb/duckdb-engine.ts";
import { definitionsFolder } from "./engines.ts";

// What must not matter in raw files: the order of records, where a file is cut as it is read, and whether it comes in two parts.

type File = { readonly head: string; readonly records: readonly string[]; readonly foot: string };

const files = makeExtracts({ seed: 11, children: 120, years: { first: 2022, last: 2024 }, edgeCases: false }).map(
	({ name, chunks }) => takeApart(name, [...chunks].join("")),
);
const given = { afcars: ["22A", "22B", "23A", "23B", "24A", "24B"], ncands: [2022, 2023, 2024] };

/** A file as its records and what stands around them. */
function takeApart(name: string, text: string): File {
	if (!name.endsWith(".xml")) return takeLines(text);
	const records = [...text.matchAll(/<record>[\s\S]*?<\/record>/g)];
	const last = records.at(-1);
	const end = last ? last.index + last[0].length : text.length;
	return {
		head: text.slice(0, records[0]?.index ?? end),
		records: records.map(([each]) => each),
		foot: text.slice(end),
	};
}

/** Legacy files have lines that are no record: of a sign alone, or shorter. */
function takeLines(text: string): File {
	const lines = text.split(/(?<=\n)/);
	const length = Math.max(...lines.map((line) => line.length));
	const first = lines.findIndex((line) => line.length === length);
	const past = lines.findLastIndex((line) => line.length === length) + 1;
	return { head: lines.slice(0, first).join(""), records: lines.slice(first, past), foot: lines.slice(past).join("") };
}

const textOf = ({ head, records, foot }: File) => head + records.join("") + foot;

/** The results of files, read in pieces of this many bytes. */
async function count(texts: readonly string[], piece = 1 << 20): Promise<IndicatorResults> {
	const engine = await openDuckdbEngine({ definitionsFolder, threads: 2 });
	try {
		for (const [file, text] of texts.entries()) {
			const reading = await readExtract(inPieces(text, piece), {
				file,
				onRows: ({ afcars, moves, ncands }) =>
					engine.append({ afcarsRows: afcars, afcarsMoves: moves, ncandsRows: ncands }),
				onProblem: () => undefined,
			});
			expect(reading.usable).toBe(true);
		}
		return await runIndicators({ engine, files: given, window: "22A22B", by: "county,ageGroup" });
	} finally {
		await engine.close();
	}
}

async function* inPieces(text: string, piece: number): AsyncGenerator<Uint8Array> {
	const bytes = new TextEncoder().encode(text);
	for (let start = 0; start < bytes.length; start += piece) yield bytes.subarray(start, start + piece);
}

describe("the results of files", () => {
	const expected = count(files.map(textOf));

	it("have something to count", async () => {
		const { results } = await expected;
		const totals = results.filter((each) => "group" in each && Object.keys(each.group).length === 0);
		expect(totals.filter((each) => "group" in each && each.denominator > 0).length).toBeGreaterThanOrEqual(5);
	});

	it("do not depend on the order of records", async () => {
		const shuffled = fc.tuple(
			...files.map(({ records }) => fc.shuffledSubarray([...records], { minLength: records.length })),
		);
		await fc.assert(
			fc.asyncProperty(shuffled, async (orders) => {
				const texts = files.map((file, index) => textOf({ ...file, records: orders[index] ?? [] }));
				expect(await count(texts)).toEqual(await expected);
			}),
			{ numRuns: 4, seed: 20_261_127 },
		);
	});

	it("do not depend on where files are cut as they are read", async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 700, max: 9000 }), async (piece) => {
				expect(await count(files.map(textOf), piece)).toEqual(await expected);
			}),
			{ numRuns: 4, seed: 20_261_127 },
		);
	});

	it("do not depend on whether a file comes in two parts", async () => {
		await fc.assert(
			fc.asyncProperty(fc.double({ min: 0.1, max: 0.9, noNaN: true }), async (share) => {
				const parts = files.flatMap((file) => {
					const cut = Math.max(1, Math.floor(file.records.length * share));
					const rest = file.records.slice(cut);
					const halves = [file.records.slice(0, cut), ...(rest.length > 0 ? [rest] : [])];
					return halves.map((records) => textOf({ ...file, records }));
				});
				expect(await count(parts)).toEqual(await expected);
			}),
			{ numRuns: 3, seed: 20_261_127 },
		);
	});
});
