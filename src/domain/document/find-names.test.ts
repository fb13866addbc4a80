import fc from "fast-check";
import { expect, test } from "vitest";
import { findNames } from "./find-names.ts";

test("INT-14: finds whole words, whatever their case and accents, and no part of a word", () => {
	const lines = ["The Annual report", "ANN's brother José was there.", "Ann Lee and Ann  Lee-Ray", "Nothing"];
	expect(findNames(["Ann", "jose", "Ann Lee"], lines)).toEqual([
		{ name: "Ann", line: "ANN's brother José was there." },
		{ name: "jose", line: "ANN's brother José was there." },
		{ name: "Ann", line: "Ann Lee and Ann  Lee-Ray" },
		{ name: "Ann Lee", line: "Ann Lee and Ann  Lee-Ray" },
	]);
	expect(findNames(["...", ""], lines)).toEqual([]);
});

test("INT-14: a name that was put into a text is found, wherever it stands", () => {
	const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{2,9}$/u);
	fc.assert(
		fc.property(fc.array(word, { maxLength: 8 }), fc.array(word, { minLength: 1, maxLength: 3 }), (around, name) => {
			const text = [...around.slice(0, 4), name.join(" ").toUpperCase(), ...around.slice(4)].join(", ");
			expect(findNames([name.join(" ")], [text])).toHaveLength(1);
		}),
		{ seed: 20_261_128 },
	);
});
