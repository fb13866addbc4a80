import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IndicatorEngine } from "../../src/indicators/engine/engine.ts";
import { explainRecord } from "../../src/indicators/engine/explain-record.ts";
import { type IndicatorId, indicatorIds } from "../../src/indicators/engine/indicator.ts";
import { indicatorOptions, optionNames } from "../../src/indicators/engine/options.ts";
import type { IndicatorRecord } from "../../src/indicators/engine/record.ts";
import type { IndicatorResults, IndicatorValue } from "../../src/indicators/engine/results.ts";
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
type Options = Readonly<Record<string, string>>;
const choices: readonly Options[] = [
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

/** The records of an indicator, after seeing that they sum up to its counts. */
async function recordsOf(engine: IndicatorEngine, indicator: IndicatorId, results: IndicatorResults, options: Options) {
	const { window } = results;
	const records = await runRecords({ engine, files, indicator, window, options });
	const counted = results.results
		.filter((each): each is IndicatorValue => each.indicator === indicator && "group" in each)
		.filter(({ group }) => group.county !== undefined)
		.map(({ group, numerator, denominator }) => [group.county, [numerator, denominator]]);
	const sums = sumsOf(records);
	expect({ indicator, window, options, sums }).toEqual({
		...{ indicator, window, options },
		sums: Object.fromEntries(counted),
	});
	const adding = records.filter((each) => each.leftOut !== null && (each.numerator !== 0 || each.denominator !== 0));
	expect(adding).toEqual([]);
	return records;
}

describe("the records behind a number", () => {
	const onEach: IndicatorRecord[][] = [];

	it.each(engineNames)(
		"sum up to it, for every indicator, window and choice on %s",
		{ timeout: 120_000 },
		async (name) => {
			const found: IndicatorRecord[] = [];
			await withEngine(name, database.adminUrl, rows, async (engine) => {
				for (const options of choices) {
					for (const window of ["22A22B", "22B23A", "23A23B"]) {
						const results = await runIndicators({ engine, files, window, by: "county", options });
						const given = results.results.filter((each) => "group" in each).map((each) => each.indicator);
						for (const indicator of new Set(given))
							found.push(...(await recordsOf(engine, indicator, results, options)));
					}
				}
			});
			expect(found.length).toBeGreaterThan(1000);
			for (const each of found) expect(explainRecord(each).words).not.toContain("an unknown date");
			onEach.push(found);
			expect(onEach.at(-1)).toEqual(onEach[0]);
		},
	);

	it("sum up to it for any children in any counties", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.subarray(cases, { minLength: 1 }),
				fc.record(Object.fromEntries(optionNames.map((name) => [name, fc.constantFrom(...indicatorOptions[name])]))),
				async (chosen, options) => {
					const some = joinRows(
						chosen.map((each, index) => rowsOf(each.child, periods, countyOf(String(index % 3)), index + 1)),
					);
					await withEngine("DuckDB", database.adminUrl, some, async (engine) => {
						const results = await runIndicators({ engine, files, window: "23A23B", by: "county", options });
						for (const indicator of indicatorIds) await recordsOf(engine, indicator, results, options);
					});
				},
			),
			{ numRuns: 10, seed: 20_261_127 },
		);
	});
});
