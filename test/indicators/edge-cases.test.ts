import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { optionNames } from "../../src/indicators/engine/options.ts";
import { periodsFrom } from "../../src/indicators/engine/period.ts";
import type { IndicatorResults } from "../../src/indicators/engine/results.ts";
import { runIndicators } from "../../src/indicators/engine/run-indicators.ts";
import { filesOfWindow, readWindow } from "../../src/indicators/engine/window.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { countyOf, type EdgeCase } from "./edge-case.ts";
import { engineNames, withEngine } from "./engines.ts";
import { fileCases } from "./file-cases.ts";
import { maltreatmentCases } from "./maltreatment-cases.ts";
import { reentryCases } from "./reentry-cases.ts";
import { stayCases } from "./stay-cases.ts";
import { joinRows, rowsOf } from "./synthetic-child.ts";

// Section 8, cases 1 to 98: all children of a window are counted in one run, each in a county of its own.

const cases: readonly EdgeCase[] = [...stayCases, ...fileCases, ...maltreatmentCases, ...reentryCases];
const windows = [...new Set(cases.map(windowOf))];

function windowOf(each: EdgeCase): string {
	return each.window ?? "23A23B";
}

function optionsOf(each: EdgeCase): string {
	return JSON.stringify(each.options ?? {});
}

function rowsOfWindow(window: string) {
	const periods = periodsFrom(readWindow(window).periods[0], 5);
	const children = cases.filter((each) => windowOf(each) === window);
	return joinRows(children.map((each, index) => rowsOf(each.child, periods, countyOf(each.id), index + 1)));
}

let database: TestDatabase;
const results = new Map<string, IndicatorResults>();
const keyOf = (engine: string, window: string, options: string) => `${engine} ${window} ${options}`;

beforeAll(async () => {
	database = await createTestDatabase();
	for (const engineName of engineNames) {
		for (const window of windows) {
			await withEngine(engineName, database.adminUrl, rowsOfWindow(window), async (engine) => {
				const files = filesOfWindow(readWindow(window));
				for (const options of new Set(cases.filter((each) => windowOf(each) === window).map(optionsOf))) {
					const result = await runIndicators({ engine, files, window, by: "county", options: JSON.parse(options) });
					results.set(keyOf(engineName, window, options), result);
				}
			});
		}
	}
});
afterAll(() => database.drop());

describe.each(engineNames)("on %s", (engineName) => {
	it.each(cases)("case $id: $facts", (each) => {
		const result = results.get(keyOf(engineName, windowOf(each), optionsOf(each)));
		const counted = result?.results.filter((one) => "group" in one).map((one) => one.indicator);
		expect(counted).toEqual(expect.arrayContaining(Object.keys(each.expected)));
		const found = Object.keys(each.expected).map((indicator) => {
			const row = result?.results.find(
				(one) => "group" in one && one.indicator === indicator && one.group.county === countyOf(each.id),
			);
			return [indicator, row && "group" in row ? [row.numerator, row.denominator] : [0, 0]];
		});
		expect(Object.fromEntries(found)).toEqual(each.expected);
	});
});

describe("both engines", () => {
	it("give the same results to the last digit", () => {
		for (const [key, result] of results) {
			if (key.startsWith("DuckDB")) expect(results.get(key.replace("DuckDB", "PostgreSQL"))).toEqual(result);
		}
	});
});

describe("every option", () => {
	it.each(optionNames)("%s has a case with another value than the default", (name) => {
		expect(cases.filter((each) => each.options?.[name] !== undefined).map(({ id }) => id)).not.toEqual([]);
	});
});
