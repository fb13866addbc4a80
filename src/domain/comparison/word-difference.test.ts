import fc from "fast-check";
import { expect, test } from "vitest";
import { type DifferencePart, wordDifference } from "./word-difference.ts";

const word = fc.constantFrom("the", "county", "re-entry", "12", "%", "families", "é", "\u{1F600}", "can’t", "\n", ".");
const text = fc.array(fc.oneof(word, fc.string({ maxLength: 4 })), { maxLength: 30 }).map((parts) => parts.join(" "));
const side = (parts: readonly DifferencePart[], left: "added" | "removed") =>
	parts
		.filter((part) => part.kind !== left)
		.map((part) => part.text)
		.join("");

test("the parts make up both texts, to the last space", () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			const parts = wordDifference(before, after);
			expect(side(parts, "added")).toBe(before);
			expect(side(parts, "removed")).toBe(after);
		}),
		{ seed: 21, numRuns: 500 },
	);
});

test("no part is empty, and no two neighbours are of one kind", () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			const parts = wordDifference(before, after);
			expect(parts.filter((part) => part.text === "")).toEqual([]);
			expect(parts.filter((part, i) => part.kind === parts[i - 1]?.kind)).toEqual([]);
		}),
		{ seed: 22, numRuns: 300 },
	);
});

test("one text with itself has no difference", () => {
	fc.assert(
		fc.property(text, (same) => {
			expect(wordDifference(same, same)).toEqual(same === "" ? [] : [{ kind: "same", text: same }]);
		}),
		{ seed: 23 },
	);
});

test("a changed word shows alone; a changed phrase shows as one", () => {
	expect(wordDifference("Train staff by June 2026.", "Train all staff by July 2026.")).toEqual([
		{ kind: "same", text: "Train " },
		{ kind: "added", text: "all " },
		{ kind: "same", text: "staff by " },
		{ kind: "removed", text: "June" },
		{ kind: "added", text: "July" },
		{ kind: "same", text: " 2026." },
	]);
	expect(wordDifference("Hold a meeting soon", "Hold two hearings soon")).toEqual([
		{ kind: "same", text: "Hold " },
		{ kind: "removed", text: "a meeting" },
		{ kind: "added", text: "two hearings" },
		{ kind: "same", text: " soon" },
	]);
});

test("the way found is the shortest one", () => {
	const parts = wordDifference("a b c a b b a", "c b a b a c");
	const changed = parts.filter((part) => part.kind !== "same").flatMap((part) => part.text.match(/[a-c]/gu) ?? []);
	expect(changed).toHaveLength(5);
});

test("two long texts with nothing in common are told whole", () => {
	const long = (word: string) => Array.from({ length: 15_000 }, (_, i) => `${word}${i}`).join(" ");
	const parts = wordDifference(long("a"), long("b"));
	expect(side(parts, "added")).toBe(long("a"));
	expect(side(parts, "removed")).toBe(long("b"));
});
