import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getNationalPerformance } from "../../frameworks/us-cfsr/national-performance.ts";
import { profileTemplate } from "./profile-columns.ts";
import { readProfilePeriod } from "./profile-period.ts";
import { readProfileRelease } from "./profile-release.ts";
import { type ProfileOptions, readProfile } from "./read-profile.ts";

const kentucky: ProfileOptions = {
	state: { code: "21", name: "Kentucky" },
	national: getNationalPerformance("round-4"),
	release: null,
	compareAtDisplayPrecision: "yes",
};
const maryland = { ...kentucky, state: { code: "24", name: "State of Maryland" } };

/** State-level results as the Children's Bureau published them for two States. */
const published = readFileSync(new URL("published-results.csv", import.meta.url));
const publishedRows = published
	.toString()
	.trim()
	.split("\n")
	.slice(1)
	.map((line) => line.split(","));

function read(text: string, options: Partial<ProfileOptions> = {}) {
	return readProfile({ bytes: new TextEncoder().encode(text) }, { ...kentucky, release: "2025-08", ...options });
}

const headings = "Indicator,Period,Denominator,Numerator,Observed,RSP,Lower,Upper,Status";
const idsOf = (reading: ReturnType<typeof read>) => reading.problems.map(({ rule }) => rule.id);

describe("published profiles", () => {
	it.each([
		["KY", kentucky, 24],
		["MD", maryland, 24],
	] as const)("all results of %s come out with the status that was published", (area, options, count) => {
		const reading = readProfile({ bytes: published }, options);
		if (!reading.taken) throw new Error(JSON.stringify(reading.problems));
		const words = { better: "better", "no-different": "nodiff", worse: "worse", "not-calculated": "dq" };
		const found = reading.results.map(({ indicator, period, status }) => [indicator, period, words[status]]);
		const expected = publishedRows
			.filter(([where]) => where === area)
			.map((cells) => [cells[2], cells[3], cells.at(-1)]);
		expect(found).toHaveLength(count);
		expect(found).toEqual(expected);
		expect(idsOf(reading)).toEqual(["profile-other-area", "profile-read-as-share"]);
	});

	it("takes shares times 100 and rates as they are", () => {
		const reading = readProfile({ bytes: published }, kentucky);
		const results = reading.taken ? reading.results : [];
		expect(results.find(({ indicator, period }) => indicator === "P1" && period === "23A23B")).toMatchObject({
			...{ row: 5, denominator: 4335, numerator: 2097, observed: 48.4, riskStandardized: 46.3 },
			...{ lower: 44.9, upper: 47.8, profile: "2025-08", periodStart: "2022-10-01", periodEnd: "2023-09-30" },
		});
		expect(results.find(({ indicator, period }) => indicator === "S1" && period === "23AB_FY23")).toMatchObject({
			...{ observed: 18.08, riskStandardized: 23.17, lower: 21.24, upper: 25.28 },
		});
		expect(results.filter(({ status }) => status === "not-calculated")).toHaveLength(3);
		for (const { status, riskStandardized, reason } of results) {
			expect(riskStandardized === null).toBe(status === "not-calculated");
			expect(reason === "").toBe(status !== "not-calculated");
		}
	});

	it("case 101: Kentucky's moves are above national performance as observed, and no different by the interval", () => {
		const reading = readProfile({ bytes: published }, kentucky);
		const found =
			reading.taken && reading.results.find(({ indicator, period }) => `${indicator}${period}` === "P523A23B");
		expect(found).toMatchObject({ observed: 4.97, riskStandardized: 4.45, status: "no-different" });
		const recurrence = readProfile({ bytes: published }, maryland);
		const s2 = recurrence.taken && recurrence.results.find(({ period }) => period === "FY21-22");
		expect(s2).toMatchObject({ observed: 8.5, riskStandardized: 11.5, status: "worse" });
	});
});

describe("units", () => {
	it.each([
		["percent signs", "P1,23A23B,4335,2097,48.4%,46.3%,44.9%,47.8%,better", [48.4, 46.3], []],
		["percent without signs", "P1,23A23B,4335,2097,48.4,46.3,44.9,47.8,better", [48.4, 46.3], []],
		["shares", "P1,23A23B,4335,2097,0.484,0.463,0.449,0.478,better", [48.4, 46.3], ["profile-read-as-share"]],
		["shares without counts", "P1,23A23B,,,0.484,0.463,0.449,0.478,", [48.4, 46.3], ["profile-read-as-share"]],
		["a small percentage", "P4,23A23B,10000,70,0.7,0.8,0.6,0.9,better", [0.7, 0.8], []],
		["a rate", "P5,23A23B,666930,3313,4.97,4.45,4.3,4.6,", [4.97, 4.45], []],
		["no observed performance", "P1,23A23B,4000,2000,,46.3,44.9,47.8,", [50, 46.3], []],
	])("%s", (_name, line, [observed, riskStandardized], problems) => {
		const reading = read(`${headings}\n${line}\n`);
		expect(reading.problems.map(({ rule }) => rule.id)).toEqual(problems);
		expect(reading.taken && reading.results[0]).toMatchObject({ observed, riskStandardized });
	});

	it.each([
		["shares and percent in one row", "P1,23A23B,4335,2097,48.4,0.463,0.449,0.478,", "profile-unit-mixed"],
		["some percent signs", "P1,23A23B,4335,2097,48.4%,46.3,44.9,47.8,", "profile-unit-mixed"],
		["a percent sign at a rate", "P5,23A23B,666930,3313,4.97,4.45%,4.3,4.6,", "profile-percent-sign"],
		["counts that give something else", "P1,23A23B,4335,2097,47.1,46.3,44.9,47.8,", "profile-observed-disagrees"],
		["more than all", "P1,23A23B,4335,5000,115.3,46.3,44.9,47.8,", "profile-percent-above-100"],
		["RSP outside of its interval", "P1,23A23B,,,48.4,49.3,44.9,47.8,", "profile-interval-order"],
		["half an interval", "P1,23A23B,,,48.4,46.3,44.9,,", "profile-interval-incomplete"],
		["no RSP and no DQ", "P1,23A23B,,,48.4,,,,", "profile-rsp-missing"],
		["DQ beside numbers", "P1,23A23B,,,48.4,46.3,44.9,47.8,DQ", "profile-not-calculated-with-numbers"],
		["a word for a number", "P1,23A23B,,,48.4,about 46,44.9,47.8,", "profile-number"],
		["half a child", "P1,23A23B,4335.5,2097,48.4,46.3,44.9,47.8,", "profile-count-not-whole"],
		["a period of data used", "P1,23A-25A,,,48.4,46.3,44.9,47.8,", "profile-period-not-understood"],
		["an unknown indicator", "P9,23A23B,,,48.4,46.3,44.9,47.8,", "profile-indicator-unknown"],
	])("%s keeps the file from being taken, with row, column, value and remedy", (_name, line, id) => {
		const reading = read(`${headings}\n${line}\n`);
		expect(reading.taken).toBe(false);
		const problem = reading.problems.find(({ rule }) => rule.id === id);
		expect(problem?.place.row).toBe(2);
		expect(problem?.place.column).toMatch(/^[A-I]$/);
		expect(problem?.remedy).not.toBe("");
	});
});

describe("the table", () => {
	it("finds headings below a title and by other names, and an interval in one cell", () => {
		const text =
			"State data profile,,,\n,,,\nStatewide Data Indicator,12-Month Period,Risk-Standardized Performance,RSP Interval\nPlacement stability,24B-25A,3.72,3.59–3.86\n";
		const reading = read(text);
		expect(reading.taken && reading.results[0]).toMatchObject({
			indicator: "P5",
			lower: 3.59,
			upper: 3.86,
			status: "better",
		});
	});

	it("looks at a status that is not the one of the interval, and shows the one of the interval", () => {
		const reading = read(`${headings}\nP2,23A23B,,,44.9,44.9,43.8,46.0,better\n`);
		expect(reading.taken && reading.results[0]).toMatchObject({ status: "no-different", publishedStatus: "better" });
		const [problem] = reading.problems;
		expect(problem).toMatchObject({ tier: "look-at", place: { row: 2, column: "I" }, value: "better" });
		expect(problem?.message).toContain("43.8% to 46.0% against 43.8% is no different");
		const raw = read(`${headings}\nP2,23A23B,,,,44.9,43.84,46.0,\n`, { compareAtDisplayPrecision: "raw" });
		expect(raw.taken && raw.results[0]?.status).toBe("better");
	});

	it("takes a result that stands there twice once, and refuses two different ones", () => {
		const line = "P2,23A23B,,,44.9,44.9,43.8,46.0,\n";
		const twice = read(`${headings}\n${line}${line}`);
		expect([twice.taken && twice.results.length, idsOf(twice)]).toEqual([1, ["profile-same-row-twice"]]);
		expect(idsOf(read(`${headings}\n${line}${line.replace("46.0", "47.0")}`))).toEqual(["profile-same-row-different"]);
	});

	it("needs the release, once for the load or in a column", () => {
		expect(idsOf(read(`${headings}\nP2,23A23B,,,44.9,44.9,43.8,46.0,\n`, { release: null }))).toEqual([
			"profile-column-missing",
		]);
	});

	it("has no result of another State, nor of a county", () => {
		const reading = read(`State,${headings}\n21001,P2,23A23B,,,44.9,44.9,43.8,46.0,\n`);
		expect(idsOf(reading)).toEqual(["profile-other-area", "profile-no-results"]);
		expect(reading.taken).toBe(false);
	});

	it("refuses the template without rows", () => {
		expect(idsOf(read(profileTemplate()))).toEqual(["profile-no-results"]);
	});

	it("never throws, whatever the cells hold, and takes nothing that blocks", () => {
		const cell = fc.oneof(
			fc.constantFrom("P1", "S1", "23A23B", "DQ", "0.5", "50%", "<10", "1e9", "", "-3", "FY23-24", "=1+1"),
			fc.string({ maxLength: 12 }).map((text) => text.replace(/["\r\n,]/g, "")),
		);
		const line = fc.array(cell, { minLength: 9, maxLength: 9 }).map((cells) => cells.join(","));
		fc.assert(
			fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
				const reading = read(`${headings}\n${lines.join("\n")}\n`);
				expect(reading.taken).toBe(reading.problems.every(({ tier }) => tier === "look-at"));
			}),
			{ seed: 5, numRuns: 300 },
		);
	});
});

describe("periods and releases", () => {
	it.each([
		["P1", "23A23B", "23A23B"],
		["P1", "22b–23a", "22B23A"],
		["P1", "23B23A", undefined],
		["P1", "FY23-24", undefined],
		["S1", "23AB_FY23", "23AB_FY23"],
		["S1", "23A-23B, FY23-24", "23AB_FY23"],
		["S1", "23A23B, FY23", "23AB_FY23"],
		["S1", "23A-24B, FY23-24", undefined],
		["S1", "22B23A", undefined],
		["S2", "FY23-24", "FY23-24"],
		["S2", "FFY 2023-2024", "FY23-24"],
		["S2", "FY23-25", undefined],
	] as const)("%s %s is %s", (indicator, text, label) => {
		expect(readProfilePeriod(text, indicator)?.label).toBe(label);
	});

	it.each([
		["2025_08", "2025-08"],
		["2025-8-15", "2025-08"],
		["8/2025", "2025-08"],
		["August 2025", "2025-08"],
		["2025-13", undefined],
		["last summer", undefined],
	])("%s is %s", (text, release) => {
		expect(readProfileRelease(text)).toBe(release);
	});
});
