import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indicatorIds } from "../../src/indicators/engine/indicator.ts";
import type { IndicatorRecord } from "../../src/indicators/engine/record.ts";
import type { IndicatorValue } from "../../src/indicators/engine/results.ts";
import { runIndicators } from "../../src/indicators/engine/run-indicators.ts";
import { runRecords } from "../../src/indicators/engine/run-records.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { countyOf } from "./edge-case.ts";
import { engineNames, withEngine } from "./engines.ts";
import { fileCases } from "./file-cases.ts";
import { maltreatmentCases } from "./maltreatment-cases.ts";
import { reentryCases } from "./reentry-cases.ts";
import { stayCases } from "./stay-cases.ts";
import { joinRows, rowsOf } from "./synthetic-child.ts";

// The records behind every number of every edge case: their sums are the counts, to the last one, whatever is asked for.

const cases = [...stayCases, ...fileCases, ...maltreatmentCases, ...reentryCases];
const periods = ["22A", "22B", "23A", "23B", "24A", "24B", "25A"];
const files = { afcars: periods, ncands: [2022, 2023, 2024] };
const rows = joinRows(cases.map((each, index) => rowsOf(each.child, periods, countyOf(each.id), index + 1)));
const choices: readonly Readonly<Record<string, string>>[] = [
	{},
	{
		rollup: "chain",
		p4MultipleExits: "every",
		s1DayCap: "365",
		s1LastDayReport: "exclude",
		firstReportFatality: "drop",
		samePeriodReentry: "never",
		duplicateIds: "first",
		within12Months: "anniversary",
		s2Within12Months: "anniversary",
	},
];

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Sums by county, those without a denominator left out, as results do. */
function sumsOf(records: readonly IndicatorRecord[]) {
	const sums = new Map<string, [number, number]>();
	for (const { group, numerator, denominator } of records) {
		const [before, of] = sums.get(group.county) ?? [0, 0];
		sums.set(group.county, [before + numerator, of + denominator]);
	}
	return Object.fromEntries([...sums].filter(([, [, of]]) => of > 0).sort());
}

describe("the records behind a number", () => {
	const all: IndicatorRecord[][] = [];
	it.each(engineNames)("sum up to it, for every indicator, window and choice on %s", async (name) => {
		const found: IndicatorRecord[] = [];
		await withEngine(name, database.adminUrl, rows, async (engine) => {
			for (const options of choices) {
				for (const window of ["22A22B", "22B23A", "23A23B"]) {
					const { results } = await runIndicators({ engine, files, window, by: "county", options });
					for (const indicator of indicatorIds) {
						const values = results.filter((each): each is IndicatorValue => each.indicator === indicator && "group" in each);
						if (values.length === 0) continue;
						const records = await runRecords({ engine, files, indicator, window, options });
						const counted = values
							.filter(({ group }) => group.county !== undefined)
							.map(({ group, numerator, denominator }) => [group.county, [numerator, denominator]]);
						expect({ indicator, window, sums: sumsOf(records) }).toEqual({
							indicator,
							window,
							sums: Object.fromEntries(counted),
						});
						for (const each of records.filter(({ leftOut }) => leftOut !== null)) {
							expect([each.numerator, each.denominator]).toEqual([0, 0]);
						}
						found.push(...records);
					}
				}
			}
		});
		expect(found.length).toBeGreaterThan(1000);
		all.push(found);
		if (all.length === 2) expect(all[1]).toEqual(all[0]);
	});
});
