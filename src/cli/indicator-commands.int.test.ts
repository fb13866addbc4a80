import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../test/support/run-command.ts";
import { createTestDatabase } from "../../test/support/test-database.ts";
import type { IndicatorResults } from "../indicators/engine/results.ts";
import type { EdgeCase } from "../practice/extracts/edge-cases/edge-case.ts";
import { edgeCases } from "../practice/extracts/edge-cases/edge-case-children.ts";

// From raw files to indicators by the command line: every edge case of the rules as one made-up child in a county of its own, in
// files of both formats.

let home: string;
beforeAll(async () => {
	home = await mkdtemp(path.join(tmpdir(), "throughline-indicators-"));
	await done("make-files", "--edge-cases", "--out", "cases");
});
afterAll(() => rm(home, { recursive: true, force: true }));

const run = (...args: readonly string[]) =>
	runCommand(args, { environment: {}, folder: home, clock: () => new Date("2026-01-01T00:00:00Z") });

async function done(...args: readonly string[]): Promise<string> {
	const { exitCode, printed, complaint } = await run(...args);
	expect({ args, exitCode, complaint: exitCode === 0 ? "" : complaint }).toEqual({ args, exitCode: 0, complaint: "" });
	return printed;
}

/** Why a command was refused, with exit code 1 and nothing on standard output. */
async function refusal(...args: readonly string[]): Promise<string> {
	const { exitCode, printed, complaint } = await run(...args);
	expect({ args, exitCode, printed }).toEqual({ args, exitCode: 1, printed: "" });
	return complaint;
}

/** The indicators of all files of a folder. */
async function count(folder: string, ...rest: readonly string[]): Promise<IndicatorResults> {
	const names = (await readdir(path.join(home, folder))).map((name) => path.join(folder, name));
	const files = (start: string) => names.filter((name) => path.basename(name).startsWith(start));
	const given = ["--afcars", ...files("afcars"), "--ncands", ...files("ncands")];
	return JSON.parse(await done("indicators", ...given, ...rest, "--json")) as IndicatorResults;
}

type Asked = { readonly window: string; readonly options: Readonly<Record<string, string>> };

function wordsOf(expectation: EdgeCase["expectations"][number]): string {
	return "excluded" in expectation ? "out" : `${expectation.numerator} of ${expectation.denominator}`;
}

function valueFor({ results }: IndicatorResults, indicator: string, county: string): string {
	const found = results.find((each) => each.indicator === indicator && "group" in each && each.group.county === county);
	return found && "group" in found ? `${found.numerator} of ${found.denominator}` : "out";
}

describe("indicators from files", () => {
	/** Each window and choice of options is counted once. */
	const counted = new Map<string, Promise<IndicatorResults>>();
	const countOnce = ({ window, options = {} }: Partial<Asked>) => {
		const key = JSON.stringify([window, options]);
		const given = Object.entries(options).flatMap(([name, value]) => ["--option", `${name}=${value}`]);
		const found = counted.get(key) ?? count("cases", "--window", window ?? "", "--by", "county", ...given);
		counted.set(key, found);
		return found;
	};

	it.each(edgeCases.filter(({ expectations }) => expectations.length > 0))(
		"count case $id as the rules say: $facts",
		async ({ county, expectations }) => {
			const asked = expectations.map(({ indicator, window, options = {} }) => ({ indicator, window, options }));
			const found = expectations.map(async (each, index) => ({
				...asked[index],
				found: valueFor(await countOnce(each), each.indicator, county),
			}));
			const expected = expectations.map((each, index) => ({ ...asked[index], found: wordsOf(each) }));
			expect(await Promise.all(found)).toEqual(expected);
		},
	);

	it.each(edgeCases.filter(({ alone }) => alone))(
		"find the fault of a whole file: case $id",
		async ({ id, quality }) => {
			const { quality: found } = await count(`cases/case-${id}`, "--window", id === "48" ? "22A22B" : "23A23B");
			expect(quality.length).toBeGreaterThan(0);
			for (const each of quality) expect(found).toContainEqual(expect.objectContaining(each));
		},
	);

	it("are the same from the same seed, and readable as a table", async () => {
		await done("make-files", "--out", "one", "--children", "400", "--seed", "7", "--years", "2023-2025");
		await done("make-files", "--out", "two", "--children", "400", "--seed", "7", "--years", "2023-2025");
		const request = ["--window", "23A23B", "--by", "sex,ageGroup"];
		expect(await count("one", ...request)).toEqual(await count("two", ...request));
		const files = ["--afcars", "one/afcars-23A.xml", "one/afcars-23B.xml"];
		const table = await done("indicators", ...files, "--window", "23A23B");
		expect(table).toMatch(/^P5 +all +[\d,]+ +[\d,]+ +\d+\.\d\d per 1,000 days$/mu);
		expect(table).toContain("needs FY23, FY24");
	});

	it("are the same on PostgreSQL", async () => {
		const request = ["--window", "23A23B", "--by", "county"];
		const database = await createTestDatabase();
		try {
			const onPostgres = ["--engine", "postgres", "--database-url", database.adminUrl];
			expect(await count("cases", ...request, ...onPostgres)).toEqual(await count("cases", ...request));
		} finally {
			await database.drop();
		}
		const file = ["--afcars", "cases/afcars-23A.xml", "--window", "23A23B"];
		expect(await refusal("indicators", ...file, "--engine", "postgres")).toContain("--database-url");
		expect(await refusal("indicators", ...file, "--engine", "spss")).toContain("duckdb");
	});

	it("are one JSON object with the names, the order and the units that programs rely on", async () => {
		const found = await count("cases", "--window", "23A23B", "--by", "county");
		expect(Object.keys(found)).toEqual(["window", "results", "quality"]);
		const names = found.results.map(({ indicator }) => indicator);
		expect([...new Set(names)]).toEqual(["S1", "S2", "P1", "P2", "P3", "P4", "P5"]);
		const scales = { S1: 100_000, P5: 1000 } as Readonly<Record<string, number>>;
		for (const [index, each] of found.results.entries()) {
			if (!("group" in each)) continue;
			const { indicator, group, numerator, denominator, observed } = each;
			expect(Object.keys(each).slice(0, 5)).toEqual(["indicator", "group", "numerator", "denominator", "observed"]);
			expect(Object.keys(group)).toEqual(indicator === names[index - 1] ? ["county"] : []);
			expect(observed).toBe((numerator / denominator) * (scales[indicator] ?? 100));
		}
		const keys = ["check", "system", "period", "failed", "of", "percent", "limit", "exceeded"];
		for (const each of found.quality) expect(Object.keys(each)).toEqual(keys);
		const files = ["--afcars", "cases/afcars-23A.xml", "cases/afcars-23B.xml", "--window", "23A23B", "--json"];
		const { results } = JSON.parse(await done("indicators", ...files)) as IndicatorResults;
		expect(results).toContainEqual({ indicator: "P4", status: "needs-files", missing: ["24A", "24B"] });
	});

	it("are masked with --public: no small number, and no whole beside a single masked part", async () => {
		const asked = ["--window", "23A23B", "--by", "raceEthnicity"];
		const whole = await count("cases", ...asked);
		const shown = await count("cases", ...asked, "--public");
		expect(shown.results.length).toBe(whole.results.length);
		const numbers = shown.results.flatMap((each) => ("group" in each ? [each.numerator, each.denominator] : []));
		expect(numbers.filter((each) => each !== null && each > 0 && each < 11)).toEqual([]);
		expect(numbers).toContain(null);
		expect(shown.results.some((each) => "masked" in each && each.masked === true)).toBe(true);
		expect(shown.quality.filter(({ failed }) => failed !== null && failed > 0 && failed < 11)).toEqual([]);
		const names = (await readdir(path.join(home, "cases"))).filter((name) => name.startsWith("afcars-2"));
		const given = ["--afcars", ...names.map((name) => path.join("cases", name)), "--window", "23A23B", "--public"];
		expect(await done("indicators", ...given, "--by", "sex")).toContain("* Not shown");
		expect(await refusal("indicators", ...given, "--records", "r.csv")).toContain("Leave one of them out");
	});

	it("come with the foster care entry rate when the population is given, and say what is missing when not", async () => {
		await writeFile(path.join(home, "people.csv"), "county,year,population\n,2022,1000000\n99104,2022,2000\n");
		const found = await count("cases", "--window", "23A23B", "--by", "county", "--population", "people.csv");
		const entries = (found.results as readonly { indicator: string }[]).filter(
			({ indicator }) => indicator === "ENTRY",
		);
		expect(entries).toEqual([
			expect.objectContaining({ group: {}, denominator: 1_000_000, populationYear: 2022 }),
			{
				indicator: "ENTRY",
				group: { county: "99104" },
				numerator: 1,
				denominator: 2000,
				observed: 0.5,
				populationYear: 2022,
			},
		]);
		const files = ["--afcars", "cases/afcars-23A.xml", "cases/afcars-23B.xml", "--window", "23A23B"];
		const shown = await count(
			"cases",
			"--window",
			"23A23B",
			"--by",
			"county",
			"--population",
			"people.csv",
			"--public",
		);
		expect(shown.results).toContainEqual(
			expect.objectContaining({ indicator: "ENTRY", group: { county: "99104" }, numerator: null, masked: true }),
		);
		expect(await done("indicators", ...files)).toContain("needs the child population of 1 July 2023");
		const table = await done("indicators", ...files, "--population", "people.csv");
		expect(table).toContain("population of 1 July 2022, the newest year before 1 July 2023 that is given");
		expect(await refusal("indicators", ...files, "--population", "gone.csv")).toContain("gone.csv");
	});

	it("come with the records behind them: why each counted or not", async () => {
		const results = await count("cases", "--window", "23A23B", "--records", "records.csv");
		const text = await readFile(path.join(home, "records.csv"), "utf8");
		const [heading = "", ...lines] = text.trimEnd().split("\r\n");
		expect(heading.split(",").slice(0, 5)).toEqual(["indicator", "subject", "child", "file", "record"]);
		const p1 = lines.filter((line) => line.startsWith("P1,")).map((line) => line.split(","));
		const at = heading.split(",").indexOf("denominator");
		const total = results.results.find((each) => each.indicator === "P1");
		expect(p1.reduce((sum, cells) => sum + Number(cells[at]), 0)).toBe(total && "group" in total && total.denominator);
		expect(lines.filter((line) => line.includes("left out: stayed 6 days"))).toHaveLength(3 + 1);
		const files = ["--afcars", "cases/afcars-23A.xml", "--window", "23A23B"];
		expect((await run("indicators", ...files, "--records", "records.csv")).complaint).toContain("not written over");
	});

	it("say in plain words what cannot be done", async () => {
		const file = "cases/afcars-23A.xml";
		expect(await refusal("indicators", "--afcars", file)).toContain("--window 23A23B");
		expect(await refusal("indicators", "--afcars", file, "--window", "23A24A")).toContain("22B23A");
		expect(await refusal("indicators", "--afcars", file, "--window", "23A23B", "--option", "rollup=x")).toContain(
			"chain",
		);
		expect(await refusal("indicators", "--afcars", "gone.xml", "--window", "23A23B")).toContain("no such file");
		expect(await refusal("indicators", "--ncands", file, "--window", "23A23B")).toContain("Give it after --afcars");
		expect(await refusal("indicators", "--afcars", file, file, "--window", "23A23B")).toContain("both of 23A");
		await writeFile(path.join(home, "cut.xml"), '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>');
		expect(await refusal("indicators", "--afcars", "cut.xml", "--window", "23A23B")).toContain("cut.xml");
	});
});

describe("counties compared from files", () => {
	it("come with observed and adjusted figures and their interval, named as local, on both engines", async () => {
		await done("make-files", "--out", "many", "--children", "3000", "--seed", "5", "--years", "2023-2025");
		const names = (await readdir(path.join(home, "many"))).map((name) => path.join("many", name));
		const of = (start: string) => names.filter((name) => path.basename(name).startsWith(start));
		const given = ["--afcars", ...of("afcars"), "--ncands", ...of("ncands"), "--window", "23A23B"];
		const found = JSON.parse(await done("compare-counties", ...given, "--indicator", "P1,P5,S1", "--json"));
		expect(found).toMatchObject({
			window: "23A23B",
			about: expect.stringContaining("Local approximation, not federal"),
		});
		expect(found.comparisons.map(({ indicator }: { indicator: string }) => indicator)).toEqual(["S1", "P1", "P5"]);
		const [, p1] = found.comparisons;
		const counted = await count("many", "--window", "23A23B", "--by", "county");
		const p1Values = counted.results.flatMap((each) => (each.indicator === "P1" && "group" in each ? [each] : []));
		expect(p1.status).toBe("compared");
		expect(p1.state).toMatchObject({ numerator: p1Values[0]?.numerator, denominator: p1Values[0]?.denominator });
		const counties = p1.counties as readonly Record<string, number | string>[];
		expect(counties.map(({ county, numerator, denominator }) => [county, numerator, denominator])).toEqual(
			p1Values.slice(1).map(({ group, numerator, denominator }) => [group.county, numerator, denominator]),
		);
		expect(counties.some(({ adjusted, observed }) => adjusted !== null && adjusted !== observed)).toBe(true);
		const table = await done("compare-counties", ...given);
		expect(table).toContain("It is not risk-standardized performance of the Children's Bureau");
		expect(table).toMatch(/County +Children +Observed +Adjusted +95% interval +Beside the state/u);
		const database = await createTestDatabase();
		try {
			const onPostgres = ["--engine", "postgres", "--database-url", database.adminUrl];
			const there = await done("compare-counties", ...given, "--indicator", "P1,P5,S1", ...onPostgres, "--json");
			expect(JSON.parse(there)).toEqual(found);
		} finally {
			await database.drop();
		}
	}, 120_000);

	it("are not published, and what cannot be compared says why", async () => {
		const given = ["--afcars", "cases/afcars-23A.xml", "cases/afcars-23B.xml", "--window", "23A23B"];
		expect(await refusal("compare-counties", ...given, "--public")).toContain("one fit of all their counts");
		expect(await refusal("compare-counties", ...given, "--indicator", "P9")).toContain("P1, P2, P3");
		expect(await refusal("compare-counties", "--window", "23A23B")).toContain("--afcars FILE");
		const table = await done("compare-counties", ...given);
		expect(table).toContain("S1: needs FY23, FY24.");
		expect(table).toContain("P1: needs 24A, 24B, 25A.");
		expect(table).toMatch(/not judged: fewer than 30 children$/mu);
	});
});

describe("curves from files", () => {
	it("follow who enters and who leaves, the same on both engines and by groups that add up", async () => {
		await done("make-files", "--out", "curves", "--children", "600", "--seed", "9", "--years", "2023-2025");
		const names = (await readdir(path.join(home, "curves"))).filter((name) => name.startsWith("afcars"));
		const given = ["--afcars", ...names.map((name) => path.join("curves", name)), "--window", "23A23B"];
		const database = await createTestDatabase();
		try {
			for (const cohort of ["entry", "exit"]) {
				const asked = ["curves", "--cohort", cohort, ...given, "--by", "sex", "--json"];
				const found = JSON.parse(await done(...asked));
				const there = await done(...asked, "--engine", "postgres", "--database-url", database.adminUrl);
				expect(JSON.parse(there)).toEqual(found);
				expect(found).toMatchObject({ window: "23A23B", cohort, filesEnd: "2025-09-30" });
				const [total, ...groups] = found.curves;
				const atRisk = (each: { months?: { atRisk: number }[]; reentry?: { months: { atRisk: number }[] }[] }) =>
					(each.months ?? each.reentry?.[0]?.months ?? []).map((month) => month.atRisk);
				const sums = atRisk(total).map((_, at) =>
					groups.reduce((sum: number, each: object) => sum + (atRisk(each)[at] ?? 0), 0),
				);
				expect(sums).toEqual(atRisk(total));
			}
		} finally {
			await database.drop();
		}
		expect(await done("curves", "--cohort", "entry", ...given)).toMatch(/^ +Month +At risk +Permanency|^Month/mu);
		const exits = await done("curves", "--cohort", "exit", ...given);
		expect(exits).toMatch(/^All exits +[\d,]+ +[\d,]+ +[\d,]+ +[\d,]+ +\d+\.\d/mu);
		expect(exits).toContain("percent who came back");
	}, 120_000);

	it("say in plain words what cannot be done", async () => {
		const given = ["--afcars", "cases/afcars-23A.xml", "--window", "23A23B", "--cohort", "exit"];
		expect(await refusal("curves", ...given.slice(0, 4))).toContain("--cohort entry|exit");
		expect(await refusal("curves", ...given, "--public")).toContain("most months have 1 to 10");
		expect(await refusal("curves", ...given, "--months", "0")).toContain("from 1 to 120 months");
		expect(await refusal("curves", ...given, "--by", "shoe")).toContain("county, ageGroup");
		expect(await done("curves", ...given)).toBe("Window 23A23B needs 23B.");
	});
});

describe("visits from files", () => {
	it("are counted for a fiscal year, with both limits", async () => {
		await done("make-files", "--out", "year", "--children", "400", "--seed", "7", "--years", "2023-2024");
		const files = ["--afcars", "year/afcars-24A.xml", "year/afcars-24B.xml", "--year", "2024"];
		const found = JSON.parse(await done("visits", ...files, "--by", "sex", "--json"));
		const [total, ...groups] = found.results;
		expect(total).toMatchObject({ group: {}, visitedPercent: (total.visited / total.childMonths) * 100 });
		expect(total.childMonths).toBeGreaterThan(1000);
		const sum = (field: string) =>
			groups.reduce((all: number, each: Record<string, number>) => all + (each[field] ?? 0), 0);
		for (const field of ["children", "childMonths", "visited", "inResidence"]) expect(sum(field)).toBe(total[field]);
		expect(found.thresholds.map(({ limit }: { limit: number }) => limit)).toEqual([95, 50]);
		const table = await done("visits", ...files);
		expect(table).toMatch(/before rounding\), at least 95 is asked for: (not )?met/u);
		expect(table).toContain("age18Month");
	});

	it("say in plain words what cannot be done", async () => {
		expect(await refusal("visits", "--afcars", "cases/afcars-23A.xml")).toContain("--year 2024");
		expect(await refusal("visits", "--afcars", "cases/afcars-23A.xml", "--year", "2021")).toContain("23A");
		const missing = await done("visits", "--afcars", "cases/afcars-23A.xml", "--year", "2023");
		expect(missing).toBe("Fiscal year 2023 needs 23B.");
	});
});

describe("the files", () => {
	it("are checked: problems with place, value and remedy, and what the file is", async () => {
		await done(
			"make-files",
			"--out",
			"bad",
			"--children",
			"300",
			"--years",
			"2022-2023",
			"--faults",
			"bad-dates,wrong-codes",
		);
		const lines = (await done("check-file", "bad/afcars-22B.txt", "--json"))
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(lines.at(-1)).toMatchObject({ kind: "afcars-legacy", period: "22B", usable: true });
		expect(lines.length).toBeGreaterThan(1);
		expect(lines[0]).toMatchObject({
			tier: expect.stringMatching(/^(mend|look)$/u),
			remedy: expect.stringMatching(/\.$/u),
		});
		const { exitCode, printed } = await run("check-file", "bad/../../nothing", "--json");
		expect({ exitCode, printed }).toEqual({ exitCode: 1, printed: "" });
	});

	it("are never written over", async () => {
		expect(await refusal("make-files", "--edge-cases", "--out", "cases")).toContain("is there already");
		expect(await refusal("make-files", "--out", "x", "--years", "2025-2021")).toContain("2021-2025");
		expect(await refusal("make-files", "--out", "x", "--faults", "fire")).toContain("bad-dates");
	});
});
