import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IndicatorEngine } from "../../src/indicators/engine/engine.ts";
import { indicatorOptions, optionNames } from "../../src/indicators/engine/options.ts";
import type { IndicatorResult, IndicatorResults, IndicatorValue } from "../../src/indicators/engine/results.ts";
import { runIndicators } from "../../src/indicators/engine/run-indicators.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { engineNames, withEngine } from "./engines.ts";
import { fileCases } from "./file-cases.ts";
import { maltreatmentCases } from "./maltreatment-cases.ts";
import { reentryCases } from "./reentry-cases.ts";
import { stayCases } from "./stay-cases.ts";
import { joinRows, type Rows, rowsOf, type SyntheticChild } from "./synthetic-child.ts";

const periods = ["22A", "22B", "23A", "23B", "24A", "24B", "25A"];
const files = { afcars: periods, ncands: [2022, 2023, 2024] };
const children = [...stayCases, ...fileCases, ...maltreatmentCases, ...reentryCases].map((each) => each.child);

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Children in two counties. */
function load(chosen: readonly SyntheticChild[], first = 0): Rows {
	return joinRows(
		chosen.map((child, index) => {
			const number = String(first + index + 1).padStart(5, "0");
			const rows = rowsOf(child, periods, number, first + index + 1);
			const county = index % 2 === 0 ? "06001" : "06003";
			return {
				...rows,
				afcarsRows: rows.afcarsRows.map((row) => ({ ...row, county })),
				ncandsRows: rows.ncandsRows.map((row) => ({ ...row, county })),
			};
		}),
	);
}

function count(engine: IndicatorEngine, window: string, by = "county,ageGroup") {
	return runIndicators({ engine, files, window, by });
}

/** The same rows so many years later, with the files that hold them. */
function moveByYears(rows: Rows, years: number) {
	const move = <Row extends object>(row: Row): Row =>
		Object.fromEntries(
			Object.entries(row).map(([field, value]) => {
				if (field === "period") return [field, `${Number(String(value).slice(0, 2)) + years}${String(value).slice(2)}`];
				if (field === "year") return [field, Number(value) + years];
				const isDate = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
				return [field, isDate ? `${Number(value.slice(0, 4)) + years}${value.slice(4)}` : value];
			}),
		) as Row;
	return {
		rows: {
			afcarsRows: rows.afcarsRows.map(move),
			afcarsMoves: rows.afcarsMoves.map(move),
			ncandsRows: rows.ncandsRows.map(move),
		},
		files: {
			afcars: files.afcars.map((period) => move({ period }).period),
			ncands: files.ncands.map((year) => year + years),
		},
	};
}

/** A result without the names of periods in it. */
function numbersOf(result: IndicatorResult | undefined) {
	return { ...result, exceededChecks: undefined };
}

describe("the engine", () => {
	it("gives the same results for rows in any order, however they are cut into batches", async () => {
		const rows = load(children);
		const expected = await withEngine("DuckDB", database.adminUrl, rows, (engine) => count(engine, "23A23B"));
		const everyRow = <Row>(all: readonly Row[]) => fc.shuffledSubarray([...all], { minLength: all.length });
		await fc.assert(
			fc.asyncProperty(
				everyRow(rows.afcarsRows),
				everyRow(rows.afcarsMoves),
				everyRow(rows.ncandsRows),
				fc.nat({ max: rows.afcarsRows.length }),
				async (afcarsRows, afcarsMoves, ncandsRows, cut) => {
					const head = { afcarsRows: afcarsRows.slice(0, cut), afcarsMoves: [], ncandsRows };
					await withEngine("DuckDB", database.adminUrl, head, async (engine) => {
						await engine.append({ afcarsRows: afcarsRows.slice(cut), afcarsMoves });
						expect(await count(engine, "23A23B")).toEqual(expected);
					});
				},
			),
			{ numRuns: 8, seed: 20_261_122 },
		);
	});

	it("lets an unrelated child change nothing but the totals", async () => {
		const rows = load(children);
		const expected = await withEngine("DuckDB", database.adminUrl, rows, (engine) => count(engine, "23A23B", "county"));
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...children), async (child) => {
				const elsewhere = load([child], 90_000);
				const moved = {
					...elsewhere,
					afcarsRows: elsewhere.afcarsRows.map((row) => ({ ...row, county: "06999" })),
					ncandsRows: elsewhere.ncandsRows.map((row) => ({ ...row, county: "06999" })),
				};
				await withEngine("DuckDB", database.adminUrl, joinRows([rows, moved]), async (engine) => {
					const { results } = await count(engine, "23A23B", "county");
					const others = results.filter((each) => !("group" in each) || (each.group.county ?? "06999") !== "06999");
					expect(others).toEqual(
						expected.results.filter((each) => !("group" in each) || each.group.county !== undefined),
					);
				});
			}),
			{ numRuns: 15, seed: 20_261_122 },
		);
	});

	it("counts the same on both engines for any children, window and options", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom(...children), { minLength: 1, maxLength: 60 }),
				fc.constantFrom("22A22B", "22B23A", "23A23B"),
				fc.record(Object.fromEntries(optionNames.map((name) => [name, fc.constantFrom(...indicatorOptions[name])]))),
				async (chosen, window, options) => {
					const by = "county,ageGroup,raceEthnicity,sex";
					const [first, second] = await Promise.all(
						engineNames.map((name) =>
							withEngine(name, database.adminUrl, load(chosen), (engine) =>
								runIndicators({ engine, files, window, by, options }),
							),
						),
					);
					expect(second).toEqual(first);
				},
			),
			{ numRuns: 10, seed: 20_261_122 },
		);
	});

	it("gives the same results when all dates move by four years", async () => {
		const rows = load(children);
		const expected = await withEngine("DuckDB", database.adminUrl, rows, (engine) => count(engine, "23A23B"));
		const moved = moveByYears(rows, 4);
		const found = await withEngine("DuckDB", database.adminUrl, moved.rows, (engine) =>
			runIndicators({ engine, files: moved.files, window: "27A27B", by: "county,ageGroup" }),
		);
		expect(found.results.map(numbersOf)).toEqual(expected.results.map(numbersOf));
	});

	it.each([1, 2, 3])("gives the same results, up to leap days, when all dates move by %i years", async (years) => {
		const rows = load(children.filter((child) => !JSON.stringify(child).includes("-02-29")));
		const total = ({ results }: IndicatorResults): Readonly<Record<string, IndicatorValue>> =>
			Object.fromEntries(
				results
					.filter((each): each is IndicatorValue => "group" in each && Object.keys(each.group).length === 0)
					.map((each) => [each.indicator, each]),
			);
		const expected = total(await withEngine("DuckDB", database.adminUrl, rows, (engine) => count(engine, "23A23B")));
		const moved = moveByYears(rows, years);
		const window = `${23 + years}A${23 + years}B`;
		const found = total(
			await withEngine("DuckDB", database.adminUrl, moved.rows, (engine) =>
				runIndicators({ engine, files: moved.files, window }),
			),
		);
		for (const indicator of ["P1", "P2", "P3", "P4"])
			expect(numbersOf(found[indicator])).toEqual(numbersOf(expected[indicator]));
		expect(found.S2?.denominator).toBe(expected.S2?.denominator);
		for (const indicator of ["S1", "P5"]) {
			expect(found[indicator]?.numerator).toBe(expected[indicator]?.numerator);
			const difference = (found[indicator]?.denominator ?? 0) - (expected[indicator]?.denominator ?? 0);
			expect(Math.abs(difference)).toBeLessThanOrEqual(children.length);
		}
	});

	it("partitions the total into groups", async () => {
		await withEngine("DuckDB", database.adminUrl, load(children), async (engine) => {
			const { results } = await count(engine, "23A23B", "sex,ageGroup");
			for (const total of results) {
				if (!("group" in total) || Object.keys(total.group).length > 0) continue;
				const groups = results.filter(
					(each) => each.indicator === total.indicator && "group" in each && each !== total,
				);
				const sum = groups.reduce((all, each) => all + ("group" in each ? each.denominator : 0), 0);
				expect(sum).toBe(total.denominator);
			}
		});
	});
});

describe.each(engineNames)("on %s", (name) => {
	it("the functions clamp 29 February: never on 28 February, reached on 1 March (case 59)", async () => {
		const ask = (sql: string) => ({ name: sql, sql: `select ${sql} as value` });
		const questions = [
			"completed_months(cast('2020-02-29' as date), cast('2021-02-28' as date))",
			"completed_months(cast('2020-02-29' as date), cast('2021-03-01' as date))",
			"completed_months(cast('2022-01-15' as date), cast('2023-01-14' as date))",
			"date_diff('day', cast('2004-02-29' as date), birthday_18(cast('2004-02-29' as date)))",
			"date_diff('day', cast('2020-02-29' as date), one_year_after(cast('2020-02-29' as date)))",
			"six_month_period(cast('2023-03-31' as date)) - six_month_period(cast('2022-10-01' as date))",
			"six_month_period(cast('2023-04-01' as date)) - six_month_period(cast('2023-03-31' as date))",
			"age_group(3)",
			"age_group(204)",
		];
		const nothing: Rows = { afcarsRows: [], afcarsMoves: [], ncandsRows: [] };
		const answers = await withEngine(name, database.adminUrl, nothing, (engine) =>
			engine.run({ kept: { parameters: [], steps: [] }, parameters: [], steps: [], questions: questions.map(ask) }),
		);
		const values = questions.map((each) => answers[each]?.[0]?.value);
		expect(values).toEqual([11, 12, 11, 6575, 366, 0, 1, "0-3 mos", "17 yrs"]);
	});

	it("answers 0 of 0 and no rate when there are no rows, and says what is missing", async () => {
		const nothing: Rows = { afcarsRows: [], afcarsMoves: [], ncandsRows: [] };
		const { results } = await withEngine(name, database.adminUrl, nothing, (engine) =>
			runIndicators({ engine, files: { afcars: ["22B", "23A"], ncands: [] }, window: "22B23A", by: "sex" }),
		);
		expect(results).toEqual([
			{ indicator: "S1", status: "not-applicable" },
			{ indicator: "S2", status: "not-applicable" },
			{ indicator: "P1", status: "needs-files", missing: ["23B", "24A", "24B"] },
			{ indicator: "P2", group: {}, numerator: 0, denominator: 0, observed: null },
			{ indicator: "P3", group: {}, numerator: 0, denominator: 0, observed: null },
			{ indicator: "P4", status: "needs-files", missing: ["23B", "24A"] },
			{ indicator: "P5", group: {}, numerator: 0, denominator: 0, observed: null },
		]);
	});

	it("counts again after more rows came, for other windows, on the same engine", async () => {
		const half = Math.floor(children.length / 2);
		const together = await withEngine(name, database.adminUrl, load(children), (engine) => count(engine, "22A22B"));
		await withEngine(name, database.adminUrl, load(children.slice(0, half * 2 - (half % 2))), async (engine) => {
			await count(engine, "23A23B");
			const rest = children.slice(half * 2 - (half % 2));
			await engine.append(load(rest, half * 2 - (half % 2)));
			expect(await count(engine, "22A22B")).toEqual(together);
		});
	});
});
