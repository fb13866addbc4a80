import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import { runVisits } from "../../src/indicators/visits/run-visits.ts";
import { type VisitResults, visitThresholds } from "../../src/indicators/visits/visit-results.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { engineNames, withEngine } from "./engines.ts";
import { joinRows, rowsOf, type SyntheticChild } from "./synthetic-child.ts";

// Section 5: monthly caseworker visits of federal fiscal year 2024 (October 2023 to September 2024), cases 102 and 103.

type Visited = SyntheticChild & { readonly home?: readonly string[]; readonly away?: readonly string[] };

/** One visit in the middle of each of so many months, from this one on. */
function monthly(first: string, count: number): readonly string[] {
	const [year = 0, month = 0] = first.split("-").map(Number);
	return Array.from({ length: count }, (_, index) => {
		const at = year * 12 + month - 1 + index;
		return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-15`;
	});
}

const always = { stays: [{ in: "2022-05-01" }] };
const children: Readonly<Record<string, Visited>> = {
	A: { ...always, home: monthly("2023-10", 7), away: monthly("2024-05", 5) },
	B: {
		stays: [{ in: "2024-01-02", out: "2024-06-30" }],
		away: ["2024-02-02", "2024-02-12", "2024-02-22", ...monthly("2024-04", 3)],
	},
	C: { stays: [{ in: "2024-03-10", out: "2024-04-05" }], away: ["2024-03-15", "2024-04-02"] },
	D: { ...always, dob: "2006-08-15", home: monthly("2023-10", 10) },
};

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

describe.each(engineNames)("monthly caseworker visits on %s", (name) => {
	async function count(chosen: readonly Visited[], options: Record<string, string> = {}): Promise<VisitResults> {
		const county = (index: number) => String(index + 1).padStart(5, "0");
		const rows = joinRows(chosen.map((child, index) => rowsOf(child, ["24A", "24B"], county(index), index + 1)));
		const visitRows = chosen.flatMap(({ home = [], away = [] }, index) =>
			[...home.map((on) => [on, true] as const), ...away.map((on) => [on, false] as const)].map(
				([on, inResidence]) => ({
					period: on < "2024-04-01" ? "24A" : "24B",
					child: `06-${county(index)}`,
					county: county(index),
					visitedOn: plainDate(on),
					inResidence,
				}),
			),
		);
		return withEngine(name, database.adminUrl, rows, async (engine) => {
			await engine.append({ visitRows });
			const found = await runVisits({
				...{ engine, year: 2024, by: "county", options },
				files: { afcars: ["24A", "24B"], ncands: [] },
			});
			if ("status" in found) throw new Error("needs files");
			return found;
		});
	}
	const months = ({ results }: VisitResults) =>
		Object.fromEntries(
			results.map(({ group, ...each }) => [
				group.county ?? "all",
				[each.children, each.childMonths, each.visited, each.inResidence],
			]),
		);

	it("give the worked numbers of section 5.3: children A, B and D, but not C", async () => {
		const found = await count(Object.values(children));
		expect(months(found)).toEqual({
			all: [3, 28, 26, 17],
			"00001": [1, 12, 12, 7],
			"00002": [1, 5, 4, 0],
			"00004": [1, 11, 10, 10],
		});
		expect(found.thresholds).toEqual([
			{ measure: "visited", limit: 95, percent: (26 / 28) * 100, met: false },
			{ measure: "inResidence", limit: 50, percent: (17 / 26) * 100, met: true },
		]);
		expect(found.sampleSize).toBe(3);
	});

	it("leave the month of the 18th birthday out when age18Month says so", async () => {
		const { D } = children;
		expect(months(await count(D ? [D] : [], { age18Month: "wholeMonth" })).all).toEqual([1, 10, 10, 10]);
	});

	it("case 102: three visits in one month are one visited month", async () => {
		const child = {
			stays: [{ in: "2024-01-01", out: "2024-01-31" }],
			home: ["2024-01-03"],
			away: ["2024-01-09", "2024-01-31"],
		};
		expect(months(await count([child])).all).toEqual([1, 1, 1, 1]);
	});

	it("case 103: in care from 1 to 31 January, exit on 31 January, is a full month", async () => {
		const month = (first: string, last: string) => ({ stays: [{ in: first, out: last }] });
		expect(months(await count([month("2024-01-01", "2024-01-31")])).all).toEqual([1, 1, 0, 0]);
		expect(months(await count([month("2024-01-01", "2024-01-30")])).all).toEqual([0, 0, 0, 0]);
		expect(months(await count([month("2024-01-02", "2024-01-31")])).all).toEqual([0, 0, 0, 0]);
	});

	it("join stays without a day between, and take none that is faulty", async () => {
		const joined = {
			stays: [
				{ in: "2024-01-01", out: "2024-01-15" },
				{ in: "2024-01-16", out: "2024-01-31" },
			],
		};
		const apart = {
			stays: [
				{ in: "2024-01-01", out: "2024-01-15" },
				{ in: "2024-01-17", out: "2024-01-31" },
			],
		};
		expect(months(await count([joined, apart, { ...always, dob: null }]))).toEqual({
			all: [1, 1, 0, 0],
			"00001": [1, 1, 0, 0],
		});
	});

	it("say which files are missing, and which years are none", async () => {
		await withEngine(name, database.adminUrl, joinRows([]), async (engine) => {
			const files = { afcars: ["24A"], ncands: [] };
			expect(await runVisits({ engine, files, year: 2024 })).toEqual({
				year: 2024,
				status: "needs-files",
				missing: ["24B"],
			});
			await expect(runVisits({ engine, files, year: 2022 })).rejects.toThrow("from 2023 on");
			await expect(runVisits({ engine, files, year: 2024, options: { rollup: "chain" } })).rejects.toThrow(
				"age18Month",
			);
		});
	});
});

describe("the limits", () => {
	it.each([
		[95, 100, true],
		[94.9, 100, false],
	])("are held against the percent before it is rounded: %d of %d", (visited, childMonths, met) => {
		const total = { group: {}, children: 1, inResidence: 0, visitedPercent: 0, inResidencePercent: 0 };
		expect(visitThresholds({ ...total, visited: visited * 10, childMonths: childMonths * 10 })[0]?.met).toBe(met);
	});
});
