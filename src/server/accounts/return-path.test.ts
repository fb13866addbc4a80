import fc from "fast-check";
import { expect, test } from "vitest";
import { safeReturnPath } from "./return-path.ts";

test.each(["/", "/plans/7?tab=goals#objective-1.1", "/a%2f%2fb", "/plans//7", "/?to=https://evil.example"])(
	"%s is a path here",
	(path) => {
		expect(safeReturnPath(path)).toBe(path);
	},
);

test.each([
	undefined,
	"",
	"plans",
	"https://evil.example/",
	"//evil.example",
	"///evil.example",
	"/\\evil.example",
	"/\t/evil.example",
	"/\n/evil.example",
	"/.//evil.example",
	"/a/..//evil.example",
	"/%2e//evil.example",
	"javascript:alert(1)",
	`/${"x".repeat(3000)}`,
])("%j leads home", (wanted) => {
	expect(safeReturnPath(wanted)).toBe("/");
});

test("whatever is asked for, a browser stays on this server and needs no second cleaning", () => {
	const piece = fc.constantFrom(
		"/",
		"\\",
		".",
		"..",
		"%2e",
		"%2f",
		"evil.example",
		":",
		"@",
		"?",
		"#",
		"\t",
		" ",
		"é",
		"a",
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const path = safeReturnPath(pieces.join(""));
			expect(new URL(path, "https://plans.county.example").origin).toBe("https://plans.county.example");
			expect(safeReturnPath(path)).toBe(path);
		}),
		{ seed: 20261123, numRuns: 5000 },
	);
});
