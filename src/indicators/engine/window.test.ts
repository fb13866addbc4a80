import { describe, expect, it } from "vitest";
import { IndicatorRequestError } from "./request-error.ts";
import { filesOf, readWindow } from "./window.ts";

describe("readWindow", () => {
	it("reads October to September and April to March windows", () => {
		expect(readWindow("23A23B")).toEqual({
			name: "23A23B",
			periods: ["23A", "23B"],
			start: "2022-10-01",
			end: "2023-09-30",
			fiscalYear: 2023,
		});
		expect(readWindow("19b20a")).toEqual({
			name: "19B20A",
			periods: ["19B", "20A"],
			start: "2019-04-01",
			end: "2020-03-31",
			fiscalYear: null,
		});
	});

	it.each(["", "23A", "23A24B", "23B23A", "23A23A", "FY23", "23C23D"])("refuses %j in plain words", (text) => {
		expect(() => readWindow(text)).toThrow(IndicatorRequestError);
		expect(() => readWindow(text)).toThrow(/Expected two AFCARS periods that follow each other/);
	});
});

describe("filesOf", () => {
	it("lists five files for P1, four for P4, two for the others, and two years of NCANDS (section 1)", () => {
		const window = readWindow("23A23B");
		expect(filesOf("P1", window)).toEqual({ afcars: ["23A", "23B", "24A", "24B", "25A"], ncands: [] });
		expect(filesOf("P4", window)).toEqual({ afcars: ["23A", "23B", "24A", "24B"], ncands: [] });
		for (const indicator of ["P2", "P3", "P5"] as const) {
			expect(filesOf(indicator, window)).toEqual({ afcars: ["23A", "23B"], ncands: [] });
		}
		expect(filesOf("S1", window)).toEqual({ afcars: ["23A", "23B"], ncands: [2023, 2024] });
		expect(filesOf("S2", window)).toEqual({ afcars: [], ncands: [2023, 2024] });
	});

	it("has no S1 and S2 in April to March windows (settled 21)", () => {
		const window = readWindow("22B23A");
		expect(filesOf("S1", window)).toBeUndefined();
		expect(filesOf("S2", window)).toBeUndefined();
		expect(filesOf("P1", window)?.afcars).toEqual(["22B", "23A", "23B", "24A", "24B"]);
	});
});
