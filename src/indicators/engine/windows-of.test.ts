import { describe, expect, it } from "vitest";
import { windowsOf } from "./windows-of.ts";

describe("the windows that files allow", () => {
	it("are those of which some indicator has all its files, oldest first", () => {
		const files = { afcars: ["23A", "22B", "23B", "24B"], ncands: [2020, 2021] };
		expect(windowsOf(files).map(({ name }) => name)).toEqual(["20A20B", "22B23A", "23A23B"]);
	});

	it("are none for one file", () => {
		expect(windowsOf({ afcars: ["23A"], ncands: [2023] })).toEqual([]);
	});
});
