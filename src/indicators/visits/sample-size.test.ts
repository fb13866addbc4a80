import { describe, expect, it } from "vitest";
import { sampleSize } from "./sample-size.ts";

describe("the size of a sample of visits", () => {
	it.each([
		[10_000, 370],
		[50_000, 382],
		[1, 1],
		[0, 0],
		[10_000_000, 385],
	])("of %i children is %i", (children, size) => {
		expect(sampleSize(children)).toBe(size);
	});
});
