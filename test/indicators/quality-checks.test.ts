import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IndicatorValue } from "../../src/indicators/engine/results.ts";
import { runIndicators } from "../../src/indicators/engine/run-indicators.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { engineNames, withEngine } from "./engines.ts";
import { joinRows, type Rows, rowsOf, type SyntheticChild } from "./synthetic-child.ts";

// Section 2.4 and settled 20: each check on a handful of children.

const periods = ["23A", "23B", "24A", "24B", "25A"];
const files = { afcars: periods, ncands: [2023, 2024] };

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

function load(children: readonly SyntheticChild[]): Rows {
	return joinRows(
		children.map((child, index) => rowsOf(child, periods, String(index + 1).padStart(5, "0"), index + 1)),
	);
}

function times(count: number, child: SyntheticChild): readonly SyntheticChild[] {
	return Array.from({ length: count }, () => child);
}

const inCare: SyntheticChild = { stays: [{ in: "2022-11-01" }] };
const gone: SyntheticChild = { ...inCare, mend: (row) => (row.period === "23A" ? {} : undefined) };

describe.each(engineNames)("data-quality checks on %s", (engineName) => {
	const run = (children: readonly SyntheticChild[], given = files) =>
		withEngine(engineName, database.adminUrl, load(children), (engine) =>
			runIndicators({ engine, files: given, window: "23A23B" }),
		);
	const find = async (children: readonly SyntheticChild[], check: string, period: string, given = files) => {
		const { quality } = await run(children, given);
		const found = quality.find((each) => each.check === check && each.period === period);
		return found && [found.failed, found.of, found.exceeded];
	};

	it("case 48: more than 40 % of the IDs are not in the next file", async () => {
		expect(await find([...times(3, inCare), ...times(2, gone)], "id-no-match-next-period", "23A")).toEqual([
			2,
			5,
			false,
		]);
		const { results, quality } = await run([...times(2, inCare), ...times(2, gone)]);
		expect(quality.find((each) => each.check === "id-no-match-next-period")).toEqual({
			check: "id-no-match-next-period",
			system: "AFCARS",
			period: "23A",
			failed: 2,
			of: 4,
			percent: 50,
			limit: 40,
			exceeded: true,
		});
		const total = results.find((each) => each.indicator === "P1") as IndicatorValue;
		expect(total.exceededChecks).toContain("id-no-match-next-period 23A");
		expect([total.numerator, total.denominator]).toEqual([0, 2]);
	});

	it("case 49: 96 % of the children have one removal", async () => {
		const again = { stays: [{ in: "2022-10-03", out: "2022-10-20" }, { in: "2022-12-01" }] };
		expect(await find([...times(24, inCare), again], "pct-first-removal", "23A")).toEqual([24, 25, true]);
		expect(await find([...times(19, inCare), again], "pct-first-removal", "23A")).toEqual([19, 20, false]);
	});

	it("counts records that break a rule of their own", async () => {
		const children: readonly SyntheticChild[] = [
			...times(4, inCare),
			{ dob: null, stays: [{ in: "2022-11-01" }] },
			{ dob: "2022-12-01", stays: [{ in: "2022-11-01", out: "2022-11-20" }] },
			{ stays: [{ in: "2022-11-01", out: "2022-11-01" }] },
			{ stays: [{ in: "2022-11-10", out: "2022-11-01" }], mend: (row) => (row.period === "23A" ? {} : undefined) },
			{ stays: [{ in: "2022-11-01", out: "2022-12-01", reason: null, placements: null }] },
			{ ...inCare, mend: () => ({ removal: null }) },
		];
		const { quality } = await run(children);
		const counts = Object.fromEntries(
			quality.filter((each) => each.period === "23A").map((each) => [each.check, [each.failed, each.of]]),
		);
		expect(counts).toEqual({
			"id-no-match-next-period": [4, 10],
			"dob-after-entry": [1, 8],
			"dob-after-exit": [1, 4],
			"dropped-records": [0, 10],
			"same-day": [1, 4],
			"exit-before-removal": [1, 4],
			"missing-dob": [1, 10],
			"missing-removal-date": [1, 10],
			"missing-discharge-reason": [1, 4],
			"missing-num-placements": [1, 10],
			"pct-first-removal": [10, 10],
		});
	});

	it("counts dropped records, and looks ahead only where the next file is given", async () => {
		expect(await find([...times(8, inCare), gone], "dropped-records", "23A")).toEqual([1, 9, true]);
		const { results, quality } = await run([inCare, gone], { ...files, afcars: ["23A"] });
		expect(quality.find((each) => each.check === "dropped-records")).toMatchObject({ failed: 0, of: 0, percent: null });
		expect(results).toContainEqual({ indicator: "P2", status: "needs-files", missing: ["23B"] });
	});

	it("compares victims across years, and with AFCARS", async () => {
		const again = { on: "2023-11-05" };
		const children: readonly SyntheticChild[] = [
			{ ...inCare, reports: [{ on: "2023-01-05" }, { on: "2023-02-05" }, again] },
			{ reports: [{ on: "2023-01-05" }, { ...again, sex: "male" }] },
			{
				reports: [
					{ on: "2023-01-05", age: 5 },
					{ ...again, age: 9 },
				],
			},
			{
				reports: [
					{ on: "2023-01-05", age: 0 },
					{ ...again, age: 1, dob: "2015-06-06" },
				],
			},
			{
				reports: [
					{ on: "2023-01-05", age: 0, dob: null },
					{ ...again, age: 1 },
				],
			},
			{ reports: [{ on: "2023-01-05", age: null, linked: false }, again] },
			{ reports: [{ on: "2023-01-05", victim: false }] },
		];
		const { quality } = await run(children);
		const counts = Object.fromEntries(
			quality
				.filter((each) => each.period === "FY23")
				.map((each) => [each.check, [each.failed, each.of, each.exceeded]]),
		);
		expect(counts).toEqual({
			"victim-ids-match": [6, 6, false],
			"ids-match-demog-differ": [3, 4, true],
			"missing-age": [1, 7, true],
			"has-afcars-id": [6, 7, false],
			"afcars-id-matches": [2, 6, false],
		});
	});

	it("finds that no AFCARS ID matches", async () => {
		const unmatched: SyntheticChild = { reports: [{ on: "2023-01-05" }] };
		expect(await find([inCare, unmatched], "afcars-id-matches", "FY23")).toEqual([0, 1, true]);
		expect(await find([unmatched], "afcars-id-matches", "FY23", { ...files, afcars: [] })).toEqual([0, 0, false]);
	});
});
