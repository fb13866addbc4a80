import { describe, expect, it } from "vitest";
import { collectExtract } from "../../../src/indicators/extracts/collect-extract.ts";
import { readExtract } from "../../../src/indicators/extracts/read-extract.ts";
import { createRandom } from "../../../src/practice/random.ts";
import { compareColumns } from "./compare-columns.ts";
import { fuzzRound, goodFiles } from "./hold-file.ts";
import { goodTables, holdTable, tableFaults } from "./hold-table.ts";
import { entityBomb } from "./mutate.ts";

// Files of each kind, spoiled in every way that we could think of: never a crash, never a hang, taken whole or refused with a reason,
// and no value that means nothing passes in silence. `npm run fuzz` goes on for as long as it is told.

describe("spoiled files", () => {
	it("good files are good", async () => {
		for (const bytes of Object.values(goodFiles)) expect((await collectExtract(bytes)).reading.usable).toBe(true);
	});

	it("are held: seeds 1 to 400", { timeout: 120_000 }, async () => {
		const faults: string[] = [];
		for (let seed = 1; seed <= 400; seed++) faults.push(...(await fuzzRound(seed)));
		expect(faults).toEqual([]);
	});

	it("records of fixed width hold what stands in their columns", async () => {
		for (const kind of ["afcars-legacy", "ncands"] as const) {
			const { compared, faults } = compareColumns(goodFiles[kind], await collectExtract(goodFiles[kind]));
			expect(faults).toEqual([]);
			expect(compared).toBeGreaterThanOrEqual(20);
		}
	});

	it("good tables are good", () => {
		for (const kind of ["figures", "profile", "population"] as const)
			expect(holdTable(kind, goodTables[kind])).toEqual({ taken: true, faults: [] });
	});

	it("tables of figures, profiles and population are taken whole or refused in words: seeds 1 to 1500", {
		timeout: 120_000,
	}, () => {
		const faults: string[] = [];
		for (let seed = 1; seed <= 1500; seed++) faults.push(...tableFaults(createRandom(seed, "table"), seed));
		expect(faults).toEqual([]);
	});

	it("an entity bomb is refused before anything grows", async () => {
		const { ids, reading } = await collectExtract(entityBomb);
		expect([reading.usable, ids]).toEqual([false, [expect.stringMatching(/^xml-doctype|file-kind$/)]]);
	});

	it("a million errors are all told, in bounded memory", { timeout: 120_000 }, async () => {
		const line = `${"9".repeat(2)}202203${"?".repeat(189)}\n`.padEnd(198, " ");
		const block = Buffer.from(line.repeat(1000), "latin1");
		let told = 0;
		const before = process.memoryUsage().rss;
		const reading = await readExtract(repeat(block, 100), {
			file: 0,
			onRows: () => undefined,
			onProblem: () => {
				told += 1;
			},
		});
		expect(reading.records).toBe(100_000);
		expect(told).toBeGreaterThan(1_000_000);
		expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
	});
});

async function* repeat(block: Uint8Array, times: number): AsyncIterable<Uint8Array> {
	for (let count = 0; count < times; count++) yield block;
}
