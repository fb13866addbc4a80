import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExtractProblem } from "../../indicators/extracts/extract-problems.ts";
import { type ExtractRows, noRows } from "../../indicators/extracts/extract-rows.ts";
import { makeExtracts } from "../../practice/extracts/make-extracts.ts";
import { type ReadingWays, readExtractFile } from "./read-extract-file.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const program = pathToFileURL(path.join(root, ".build/test/extract-thread.mjs"));

let folder: string;

beforeAll(async () => {
	await build({
		entryPoints: [path.join(import.meta.dirname, "extract-thread.ts")],
		outfile: path.join(root, ".build/test/extract-thread.mjs"),
		...{ bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "warning" },
	});
	folder = await mkdtemp(path.join(tmpdir(), "throughline-threads-"));
	for (const { name, chunks } of makeExtracts({
		...{ seed: 7, children: 200, years: { first: 2022, last: 2023 } },
		...{ faults: ["bad-dates", "wrong-codes"], faultShare: 0.2 },
	})) {
		await writeFile(path.join(folder, name), [...chunks].join(""), "latin1");
	}
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function collect(name: string, ways: ReadingWays) {
	const rows: ExtractRows = noRows();
	const problems: ExtractProblem[] = [];
	const reading = await readExtractFile(
		path.join(folder, name),
		{
			...{ file: 2, visits: true, onProblem: (problem) => problems.push(problem) },
			onRows: (batch) => {
				rows.afcars.push(...batch.afcars);
				rows.moves.push(...batch.moves);
				rows.ncands.push(...batch.ncands);
				rows.visits.push(...batch.visits);
			},
		},
		ways,
	);
	return { reading, rows, problems };
}

describe("a file that several threads read", () => {
	it.each(["afcars-23A.xml", "afcars-23B.xml", "afcars-22B.txt", "ncands-2023.txt"])(
		"gives what one gives: %s",
		async (name) => {
			const one = await collect(name, { threads: 1 });
			expect(one.reading.records).toBeGreaterThan(20);
			expect(await collect(name, { program, threads: 3, least: 0, partBytes: 40_000 })).toEqual(one);
		},
	);

	it("is refused by an error when its threads cannot start", async () => {
		const missing = pathToFileURL(path.join(folder, "missing.mjs"));
		const ways = { program: missing, threads: 2, least: 0, partBytes: 40_000 };
		await expect(collect("afcars-23A.xml", ways)).rejects.toThrow("missing.mjs");
	});
});
