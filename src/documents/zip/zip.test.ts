import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readZipDirectory, readZipEntry, ZipError } from "./read-zip.ts";
import { writeZip } from "./write-zip.ts";

const contents = fc.uniqueArray(
	fc.record({
		name: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
		content: fc.uint8Array({ maxLength: 500 }),
	}),
	{ maxLength: 6, selector: ({ name }) => name },
);

async function readAll(bytes: Uint8Array) {
	return Promise.all(
		readZipDirectory(bytes).map(async (entry) => ({
			name: entry.name,
			content: new Uint8Array(await readZipEntry(bytes, entry)),
		})),
	);
}

describe("zip files", () => {
	it("come back as they were written, packed or not", async () => {
		await fc.assert(
			fc.asyncProperty(contents, fc.boolean(), async (entries, compress) => {
				const expected = entries.map(({ name, content }) => ({ name, content: new Uint8Array(content) }));
				expect(await readAll(await writeZip(entries, { compress }))).toEqual(expected);
			}),
			{ seed: 20_261_121, numRuns: 50 },
		);
	});

	it("are refused when any byte is changed or the end is missing, never read wrongly", async () => {
		const original = await writeZip([{ name: "a.txt", content: Buffer.from("hello hello hello") }]);
		const expected = await readAll(original);
		await fc.assert(
			fc.asyncProperty(fc.nat(original.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
				const damaged = original.with(at, ((original[at] ?? 0) + change) % 256);
				const outcome = await Promise.resolve(damaged)
					.then(readAll)
					.catch((error: unknown) => error);
				if (Array.isArray(outcome))
					expect(outcome.map(({ content }) => content)).toEqual(outcome.length === 0 ? [] : [expected[0]?.content]);
				else expect(outcome).toBeInstanceOf(ZipError);
			}),
			{ seed: 20_261_121, numRuns: 300 },
		);
		expect(() => readZipDirectory(original.subarray(0, -1))).toThrow(ZipError);
		expect(() => readZipDirectory(new Uint8Array(0))).toThrow(ZipError);
	});

	it("never unpack to more than they declare", async () => {
		const bytes = await writeZip([{ name: "bomb", content: Buffer.alloc(10_000_000) }]);
		const [entry] = readZipDirectory(bytes);
		if (entry === undefined) throw new Error("no entry");
		await expect(readZipEntry(bytes, { ...entry, size: 1000 })).rejects.toThrow(/larger than it says/u);
	});
});
