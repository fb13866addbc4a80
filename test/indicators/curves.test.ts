import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isWithinYear, runCohortBands } from "../../src/indicators/curves/cohort-bands.ts";
import { runCurves } from "../../src/indicators/curves/run-curves.ts";
import { runIndicators } from "../../src/indicators/engine/run-indicators.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { engineNames, withEngine } from "./engines.ts";
import { joinRows, rowsOf, type SyntheticChild } from "./synthetic-child.ts";

// Entry and exit cohorts of window 23A23B (October 2022 to September 2023), one made-up child each, in counties of their own.

const periods = ["23A", "23B", "24A", "24B", "25A"];
const files = { afcars: periods, ncands: [] };
const files8 = { afcars: [...periods, "25B", "26A", "26B"], ncands: [] };

const stay = (start: string, out?: string, reason: "REUNIFICATION" | "ADOPTION" | "RUNAWAY" = "REUNIFICATION") =>
	out ? { in: start, out, reason } : { in: start };

const children: Readonly<Record<string, SyntheticChild>> = {
	leavesInMonth12: { stays: [stay("2023-01-15", "2024-01-14")] },
	leavesInMonth13: { stays: [stay("2023-01-15", "2024-01-15", "ADOPTION")] },
	inCare: { stays: [stay("2023-01-15")] },
	runs: { stays: [stay("2022-11-01", "2023-03-01", "RUNAWAY")] },
	comesBack: { stays: [stay("2022-11-01", "2023-02-01"), stay("2023-06-15")] },
	turns18: { dob: "2005-03-01", stays: [stay("2023-01-15", "2023-04-01")] },
	tooShort: { stays: [stay("2023-01-01", "2023-01-07")] },
	noReason: { stays: [{ in: "2023-01-01", out: "2023-05-01", reason: null }] },
	bornLater: { dob: "2023-05-05", stays: [stay("2023-01-01", "2023-06-01")] },
	enteredBefore: { stays: [stay("2021-01-01", "2023-01-01", "ADOPTION")] },
};
const names = Object.keys(children);
const codeOf = (name: string) => String(names.indexOf(name) + 1).padStart(5, "0");

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

describe.each(engineNames)("curves on %s", (engineName) => {
	const rowsTold = (told: readonly string[]) =>
		joinRows(names.map((name, index) => rowsOf(children[name] ?? {}, told, codeOf(name), index + 1)));
	const run = async (cohort: "entry" | "exit", more: { by?: string; files?: typeof files; months?: number } = {}) => {
		const asked = { files, window: "23A23B", cohort, ...more };
		const found = await withEngine(engineName, database.adminUrl, rowsTold(asked.files.afcars), (engine) =>
			runCurves({ engine, ...asked }),
		);
		if ("status" in found) throw new Error(found.missing.join(", "));
		return found;
	};
	const entry = async (more = {}) => {
		const found = await run("entry", more);
		return found.cohort === "entry" ? found : Promise.reject(new Error("not the cohort that was asked for"));
	};
	const exit = async (more = {}) => {
		const found = await run("exit", more);
		return found.cohort === "exit" ? found : Promise.reject(new Error("not the cohort that was asked for"));
	};

	it("in steps of six months are P1 and P4 to the last child", async () => {
		const { bands, results } = await withEngine(engineName, database.adminUrl, rowsTold(periods), async (engine) => ({
			bands: await runCohortBands({ engine, files, window: "23A23B" }),
			results: (await runIndicators({ engine, files, window: "23A23B", by: "county" })).results,
		}));
		const stepOf = (cohort: "entry" | "exit") =>
			Object.fromEntries((bands[cohort] ?? []).map(({ county, band }) => [names[Number(county) - 1], band]));
		expect(stepOf("entry")).toEqual({
			...{ leavesInMonth12: "by-12", leavesInMonth13: "by-18", inCare: "in-care" },
			...{ runs: "other", comesBack: "by-6", turns18: "other" },
		});
		expect(stepOf("exit").comesBack).toBe("by-6");
		for (const [cohort, indicator] of [
			["entry", "P1"],
			["exit", "P4"],
		] as const) {
			const counted = results.flatMap((each) =>
				each.indicator === indicator && "group" in each && each.group.county ? [each] : [],
			);
			const cells = bands[cohort] ?? [];
			expect(counted.map(({ group, numerator, denominator }) => [group.county, numerator, denominator])).toEqual(
				cells
					.map(({ county, band, children: count }) => [county, isWithinYear(band) ? count : 0, count])
					.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
			);
		}
	});

	it("follow who enters: P1's cohort, each by its first entry (rules 2, 3 and 10; settled 17 and 22)", async () => {
		const { curves, filesEnd, files: read } = await entry({ by: "county" });
		expect({ filesEnd, read }).toEqual({ filesEnd: "2025-03-31", read: periods });
		const counted = curves.slice(1).map(({ group }) => names[Number(group.county) - 1]);
		expect(counted).toEqual(["leavesInMonth12", "leavesInMonth13", "inCare", "runs", "comesBack", "turns18"]);
		const at = (name: string, month: number) =>
			curves.find(({ group }) => group.county === codeOf(name))?.months.find((each) => each.month === month);
		expect(at("leavesInMonth12", 11)).toMatchObject({ atRisk: 1, permanency: 0, inCare: 100 });
		expect(at("leavesInMonth12", 12)).toMatchObject({ atRisk: 0, permanency: 100, reunification: 100 });
		expect(at("leavesInMonth13", 12)).toMatchObject({ atRisk: 1, permanency: 0 });
		expect(at("leavesInMonth13", 13)).toMatchObject({ atRisk: 0, adoption: 100 });
		expect(at("runs", 4)).toMatchObject({ permanency: 0, other: 0 });
		expect(at("runs", 5)).toMatchObject({ permanency: 0, other: 100 });
		expect(at("turns18", 2)).toMatchObject({ other: 100, reunification: 0 });
		expect(at("comesBack", 4)).toMatchObject({ reunification: 100 });
		// Seen for 26 completed months, to the end of 25A.
		expect(at("inCare", 26)).toMatchObject({ atRisk: 1, inCare: 100 });
		expect(at("inCare", 27)).toMatchObject({ atRisk: 0, inCare: null });
		expect(curves[0]?.months).toHaveLength(30);
	});

	it("hold the denominator of P1 and its share at 12 months where there is no trial home visit", async () => {
		const { curves } = await entry();
		const { results } = await withEngine(engineName, database.adminUrl, rowsTold(periods), (engine) =>
			runIndicators({ engine, files, window: "23A23B" }),
		);
		const p1 = results.find((each) => each.indicator === "P1");
		expect(p1).toMatchObject({ denominator: curves[0]?.children });
		expect(p1 && "observed" in p1 && p1.observed).toBeCloseTo(
			curves[0]?.months.find(({ month }) => month === 12)?.permanency ?? -1,
			9,
		);
	});

	it("read all files that follow without a gap, and no others", async () => {
		expect((await entry({ files: files8 })).filesEnd).toBe("2026-09-30");
		const gap = await entry({ files: { afcars: ["23A", "23B", "24B"], ncands: [] }, months: 6 });
		expect({ read: gap.files, months: gap.curves[0]?.months.length }).toEqual({ read: ["23A", "23B"], months: 6 });
		const missing = await withEngine(engineName, database.adminUrl, rowsTold(["23A"]), (engine) =>
			runCurves({ engine, window: "23A23B", cohort: "exit", files: { afcars: ["23A"], ncands: [] } }),
		);
		expect(missing).toEqual({ window: "23A23B", cohort: "exit", status: "needs-files", missing: ["23B"] });
	});

	it("tell how long who leaves stayed, and who comes back (P4's kinds; cases 93 to 98)", async () => {
		const { curves } = await exit({ by: "county" });
		const counted = curves.slice(1).map(({ group }) => names[Number(group.county) - 1]);
		expect(counted).toEqual(["runs", "comesBack", "turns18", "tooShort", "enteredBefore"]);
		const of = (name: string) => curves.find(({ group }) => group.county === codeOf(name));
		expect(of("enteredBefore")?.stays.find(({ exit: way }) => way === "adoption")).toEqual({
			...{ exit: "adoption", children: 1, days: { p25: 730, p50: 730, p75: 730 } },
			within: { "12": 0, "24": 0, "36": 100 },
		});
		expect(of("enteredBefore")?.reentry[0]?.children).toBe(0);
		expect(of("turns18")?.stays.find(({ exit: way }) => way === "other")).toMatchObject({ children: 1 });
		const back = of("comesBack")?.reentry[0]?.months.map(({ atRisk, reentered }) => [atRisk, reentered]);
		expect(back?.slice(3, 5)).toEqual([
			[1, 0],
			[0, 100],
		]);
		expect(curves[0]?.stays.find(({ exit: way }) => way === "all")?.children).toBe(5);
		expect(curves[0]?.reentry[0]?.children).toBe(2);
	});
});
