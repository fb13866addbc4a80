import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { explainRecord } from "./explain-record.ts";
import { indicatorIds } from "./indicator.ts";
import { reasonsOf } from "./reasons.ts";
import type { IndicatorRecord } from "./record.ts";

const record: IndicatorRecord = {
	indicator: "P1",
	subject: "stay",
	child: "06-1",
	file: 0,
	record: 1,
	group: { county: "06001", ageGroup: "1-5 yrs", raceEthnicity: "White", sex: "female" },
	removal: "2023-01-01",
	exit: "2023-01-07",
	careEnd: "2023-01-07",
	exitReason: "REUNIFICATION",
	nextRemoval: null,
	reportDate: null,
	incidentDate: null,
	initialDate: null,
	monthsInCare: null,
	numerator: 0,
	denominator: 0,
	leftOut: "stay-under-8-days",
};

describe("why a record counts or not", () => {
	it("is said with the facts and the number of the rule", () => {
		expect(explainRecord(record)).toEqual({
			rule: "P1-3",
			words: "left out: stayed 6 days; stays under 8 days do not count; rule P1-3",
			source: "Data Dictionary Aug 2022, exclusions",
		});
	});

	it("is said of counted records too", () => {
		const counted = { ...record, leftOut: null, denominator: 1 };
		expect(explainRecord({ ...counted, numerator: 1 }).words).toBe(
			"counted: achieved, left care on 2023-01-07: reunification; rule P1-1",
		);
		expect(explainRecord({ ...counted, exit: null, exitReason: null }).words).toBe(
			"counted: not achieved, no exit is known; rule P1-1",
		);
		expect(explainRecord({ ...counted, indicator: "P5", numerator: 1, denominator: 120 }).words).toBe(
			"counted: 1 move in 120 days; rule P5-1",
		);
	});

	it("has words for every id that the steps give, and no others", () => {
		const folder = path.resolve(import.meta.dirname, "../definitions");
		const idsIn = (name: string) =>
			readdirSync(path.join(folder, name, "v1")).flatMap((file) => {
				const text = readFileSync(path.join(folder, name, "v1", file), "utf8");
				return [...text.matchAll(/(?:then|else|,) '([a-z0-9]+(?:-[a-z0-9]+)*)'/g)].map((match) => match[1] ?? "");
			});
		const faults = ["missing-dob", "dob-after-entry", "exit-before-removal", "same-day", "dob-after-exit"];
		const notReasons = ["day", "chain", "first", "last", "drop", "unknown", "days", "months", "legacy", "include"];
		for (const indicator of indicatorIds) {
			const shared = indicator === "P2" || indicator === "P3" ? firstDayIds : [];
			const given = new Set([...(indicator === "S2" ? [] : faults), ...shared, ...idsIn(indicator.toLowerCase())]);
			for (const each of notReasons) given.delete(each);
			const known = Object.keys(reasonsOf(indicator)).filter((each) => each !== "counted");
			expect({ indicator, ids: known.sort() }).toEqual({ indicator, ids: [...given].sort() });
		}
	});
});

const firstDayIds = ["age-18-on-first-day", "dropped-records", "missing-discharge-reason", "same-period-reentry"];
