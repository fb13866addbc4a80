import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectPieces } from "../../src/indicators/extracts/collect-extract.ts";
import { type LineFormat, LineReader } from "../../src/indicators/extracts/line-reader.ts";
import type { ProblemTally } from "../../src/indicators/extracts/problem-tally.ts";
import { LegacyAfcarsLines } from "../../src/indicators/extracts/read-legacy-afcars.ts";
import { NcandsLines } from "../../src/indicators/extracts/read-ncands.ts";
import { makeExtracts } from "../../src/practice/extracts/make-extracts.ts";

// Lines with nothing to report are read from their bytes, all others from their text. Whatever a file holds, its rows and problems, their
// order and their places are those of a reader that reads every line from its text.

class SlowAfcarsLines extends LegacyAfcarsLines {
	override readSoundLine(): boolean {
		return false;
	}
}
class SlowNcandsLines extends NcandsLines {
	override readSoundLine(): boolean {
		return false;
	}
}

const made = new Map(
	[...makeExtracts({ seed: 5, children: 400, years: { first: 2021, last: 2022 } })].map(({ name, chunks }) => [
		name,
		Buffer.from([...chunks].join(""), "latin1"),
	]),
);

type Make = (options: { readonly file: number; readonly tally: ProblemTally }) => LineFormat;

function read(make: Make, pieces: readonly Uint8Array[]) {
	try {
		return collectPieces((tally) => new LineReader(make({ file: 3, tally })), pieces);
	} catch (error) {
		return error;
	}
}

/** What may stand in place of a byte: signs that fields are written with, and some that no field has. */
const signs = fc.constantFrom(...Buffer.from("0123489 19A\t:\r\n\u0000\u007fé@#$", "latin1"), 0x85, 0xff);

/** Some lines of a file with bytes changed, fields blanked and lines cut, doubled or put together, in pieces cut anywhere. */
function spoiled(file: Uint8Array): fc.Arbitrary<readonly Uint8Array[]> {
	const lines = Buffer.from(file).toString("latin1").split("\n");
	const change = fc.record({ at: fc.nat(), length: fc.constantFrom(1, 1, 2, 8), sign: signs });
	const damage = fc.oneof(
		{ weight: 5, arbitrary: fc.constant([]) },
		{ weight: 4, arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }) },
	);
	const ends = fc.constantFrom("\n", "\n", "\n", "\r\n", "\n\n", "  \n", "");
	const line = fc.tuple(fc.nat(lines.length - 1), damage, ends).map(([number, changes, end]) => {
		const bytes = Buffer.from(lines[number] ?? "", "latin1");
		for (const { at, length, sign } of changes) {
			const from = at % Math.max(1, bytes.length);
			bytes.fill(sign, from, Math.min(bytes.length, from + length));
		}
		return Buffer.concat([bytes, Buffer.from(end)]);
	});
	return fc.tuple(fc.array(line, { maxLength: 25 }), fc.array(fc.nat(6000), { maxLength: 4 })).map(([all, cuts]) => {
		const whole = Buffer.concat([Buffer.from(`${lines.find(({ length }) => length > 180) ?? ""}\n`, "latin1"), ...all]);
		const places = [0, ...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length];
		return places.slice(1).map((to, index) => whole.subarray(places[index], to));
	});
}

describe.each([
	["AFCARS", "afcars-22A.txt", (options) => new LegacyAfcarsLines(options), (options) => new SlowAfcarsLines(options)],
	["NCANDS", "ncands-2022.txt", (options) => new NcandsLines(options), (options) => new SlowNcandsLines(options)],
] satisfies [string, string, Make, Make][])("%s of fixed width", (_kind, name, fast, slow) => {
	const file = made.get(name) ?? Buffer.alloc(0);

	it("is read alike from bytes and from text, whole", () => {
		expect(file.length).toBeGreaterThan(20_000);
		const answer = read(fast, [file]);
		expect(answer).toEqual(read(slow, [file]));
	});

	it("is read alike from bytes and from text, spoiled and cut anywhere", () => {
		fc.assert(
			fc.property(spoiled(file), (pieces) => {
				expect(read(fast, pieces)).toEqual(read(slow, pieces));
			}),
			{ numRuns: 600, seed: 11 },
		);
	});

	it("reads most lines from their bytes", () => {
		let [sound, all] = [0, 0];
		const count: Make = (options) => {
			const format = fast(options);
			return {
				...{ readLine: format.readLine.bind(format), settle: format.settle.bind(format) },
				readSoundLine: (...line) => {
					const isSound = format.readSoundLine(...line);
					all++;
					if (isSound) sound++;
					return isSound;
				},
				get period() {
					return format.period;
				},
				get records() {
					return format.records;
				},
			};
		};
		read(count, [file]);
		expect(sound / all).toBeGreaterThan(0.9);
	});
});
