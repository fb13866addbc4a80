import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runEntryRate } from "../../src/indicators/entry/run-entry-rate.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { engineNames, withEngine } from "./engines.ts";
import { joinRows, rowsOf, type SyntheticChild } from "./synthetic-child.ts";

// Section 1.8: children who enter care in the window, per 1,000 children.

const enters = { stays: [{ in: "2022-11-01" }] };
const children: readonly (readonly [county: string, child: SyntheticChild])[] = [
	["06001", enters],
	["06001", { stays: [{ in: "2022-11-01", out: "2022-11-04" }] }],
	["06001", { stays: [{ in: "2022-11-01", out: "2022-12-20" }, { in: "2023-06-01" }] }],
	["06003", { ...enters, dob: "2010-01-01" }],
	["06003", { stays: [{ in: "2022-09-30" }] }],
	["06003", { ...enters, dob: null }],
	["06003", { dob: "2004-10-05", stays: [{ in: "2022-11-01" }] }],
	["06005", enters],
];
const line = { ageGroup: null, raceEthnicity: null, sex: null };
const population = [
	{ ...line, county: "06001", year: 2022, population: 1500 },
	{ ...line, county: "06003", year: 2022, population: 500 },
];

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

describe.each(engineNames)("the foster care entry rate on %s", (name) => {
	const rows = joinRows(
		children.map(([county, child], index) => {
			const told = rowsOf(child, ["23A", "23B"], String(index + 1).padStart(5, "0"), index + 1);
			return { ...told, afcarsRows: told.afcarsRows.map((row) => ({ ...row, county })) };
		}),
	);
	const run = (more: object = {}) =>
		withEngine(name, database.adminUrl, rows, (engine) =>
			runEntryRate({ engine, files: { afcars: ["23A", "23B"], ncands: [] }, window: "23A23B", population, ...more }),
		);

	it("counts each child once, short stays too, and says which year's population it is", async () => {
		const entry = { indicator: "ENTRY", populationYear: 2022 } as const;
		expect(await run({ by: "county" })).toEqual([
			{ ...entry, group: {}, numerator: 5, denominator: 2000, observed: 2.5 },
			{ ...entry, group: { county: "06001" }, numerator: 3, denominator: 1500, observed: 2 },
			{ ...entry, group: { county: "06003" }, numerator: 1, denominator: 500, observed: 2 },
		]);
	});

	it("says what is missing", async () => {
		expect(await run({ population: [], files: { afcars: ["23A"], ncands: [] } })).toEqual([
			{ indicator: "ENTRY", status: "needs-files", missing: ["23B", "population of 2023"] },
		]);
	});
});
