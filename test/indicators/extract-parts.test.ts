import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExtractParts } from "../../src/indicators/extracts/extract-parts.ts";
import type { ExtractProblem } from "../../src/indicators/extracts/extract-problems.ts";
import { type ExtractRows, noRows } from "../../src/indicators/extracts/extract-rows.ts";
import { readExtract } from "../../src/indicators/extracts/read-extract.ts";
import { findRecordEnd, readPart } from "../../src/indicators/extracts/read-part.ts";
import { makeExtracts } from "../../src/practice/extracts/make-extracts.ts";

// A file that is read in parts gives what one reader gives: the same rows, problems, numbers of records and lines, in the same order.

const files = makeExtracts({
	...{ seed: 5, children: 90, years: { first: 2023, last: 2023 } },
	...{ faults: ["bad-dates", "blank-ids", "wrong-codes"], faultShare: 0.3, edgeCases: true },
});
const text = [...(files.find(({ name }) => name.endsWith("23B.xml"))?.chunks ?? [])].join("");
const ends = [...text.matchAll(/<\/record>/g)].map(({ index }) => index + "</record>".length);

async function* chunks(bytes: Uint8Array, from: number): AsyncGenerator<Uint8Array> {
	for (let at = from; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
}

async function collect(bytes: Uint8Array, partBytes?: number) {
	const rows: ExtractRows = noRows();
	const problems: ExtractProblem[] = [];
	let asked = 0;
	let last = 0;
	const parts: ExtractParts = {
		...{ size: bytes.length, atOnce: 2, bytesFrom: (from) => chunks(bytes, from) },
		...(partBytes === undefined ? {} : { partBytes }),
		read: async (part) => {
			asked++;
			// Parts are done out of turn.
			await new Promise((resolve) => setTimeout(resolve, asked % 2));
			return structuredClone(readPart([bytes.subarray(part.from, part.to)], part));
		},
	};
	const reading = await readExtract(chunks(bytes, 0), {
		...{ file: 4, visits: true, onProblem: (problem) => problems.push(problem) },
		...(partBytes === undefined ? {} : { parts }),
		onRead: (read) => {
			last = read;
		},
		onRows: (batch) => {
			rows.afcars.push(...batch.afcars);
			rows.moves.push(...batch.moves);
			rows.visits.push(...batch.visits);
		},
	});
	return { result: { reading, rows, problems, last }, asked };
}

const bytesOf = (content: string) => Buffer.from(content, "latin1");

async function expectSame(bytes: Uint8Array, partBytes: number): Promise<number> {
	const { result, asked } = await collect(bytes, partBytes);
	expect(result).toEqual((await collect(bytes)).result);
	return asked;
}

describe("a file that is read in parts", () => {
	it("has records, problems and several parts", async () => {
		const { result, asked } = await collect(bytesOf(text), 20_000);
		expect(result.rows.afcars.length).toBeGreaterThan(50);
		expect(result.problems.length).toBeGreaterThan(10);
		expect(asked).toBeGreaterThan(10);
	});

	it("gives what one reader gives, wherever it is cut", async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 200_000 }), async (partBytes) => {
				await expectSame(bytesOf(text), partBytes);
			}),
			{ numRuns: 25, seed: 1 },
		);
	});

	it.each([
		["a record that is not well-formed", (at: number) => `${text.slice(0, at)}<record><a></record>${text.slice(at)}`],
		[
			"a comment with an end of a record in it",
			(at: number) => `${text.slice(0, at)}<!-- ${"</record> ".repeat(3000)}-->${text.slice(at)}`,
		],
		["text that is cut off", (at: number) => text.slice(0, at - 30)],
		[
			"another period between records",
			(at: number) => `${text.slice(0, at)}<E2_report_date>202303</E2_report_date>${text.slice(at)}`,
		],
		["bytes that are no UTF-8", (at: number) => `${text.slice(0, at)}\u00ff${text.slice(at)}`],
		["a character of two bytes", (at: number) => `${text.slice(0, at)}<x>\u00c3\u00a9</x>${text.slice(at)}`],
		["a wrong end tag", (at: number) => `${text.slice(0, at)}</other>${text.slice(at)}`],
		["a second document", (at: number) => text + text.slice(0, at)],
		["a huge value", (at: number) => `${text.slice(0, at)}<x>${"y".repeat(300_000)}</x>${text.slice(at)}`],
		[
			"a huge record",
			(at: number) =>
				`${text.slice(0, at)}<record>${"<x>yyyyyyyyyyyyyyyy</x>".repeat(250_000)}</record>${text.slice(at)}`,
		],
		["nothing after its records", () => text.slice(0, ends.at(-1))],
		["line ends of two signs", () => text.replaceAll("\n", "\r\n")],
		["prefixes", () => text.replace(/<(\/?)(?=[A-Za-z])/g, "<$1a:")],
	])("gives what one reader gives for %s", async (_, spoil) => {
		for (const which of [0, 3, Math.floor(ends.length / 2), ends.length - 1]) {
			await expectSame(bytesOf(spoil(ends[which] ?? 0)), 30_000);
		}
	});

	it("tells when a part could not be read", async () => {
		const bytes = bytesOf(text);
		const parts: ExtractParts = {
			...{ size: bytes.length, atOnce: 2, partBytes: 20_000, bytesFrom: (from) => chunks(bytes, from) },
			read: () => Promise.reject(new Error("The disk is gone.")),
		};
		const options = { file: 0, parts, onRows: () => undefined, onProblem: () => undefined };
		await expect(readExtract(chunks(bytes, 0), options)).rejects.toThrow("The disk is gone.");
	});
});

describe("the end of a record", () => {
	it.each([
		["<a></record><b>", 12],
		["</x:record>", 11],
		["<record>", -1],
		["<x:record>", -1],
		["</E4_child_record>", -1],
		["record>", -1],
	])("is found in %s", (content, end) => {
		expect(findRecordEnd(bytesOf(content))).toBe(end);
	});
});
