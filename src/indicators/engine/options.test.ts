import { describe, expect, it } from "vitest";
import { snakeCase } from "./canonical-tables.ts";
import { compareGroups, readGroupings } from "./groups.ts";
import { optionNames, readOptions } from "./options.ts";

describe("readOptions", () => {
	it("has the defaults of section 9", () => {
		expect(readOptions()).toEqual({
			within12Months: "months",
			s2Within12Months: "days",
			rollup: "initial",
			s1LastDayReport: "include",
			s1DayCap: "window",
			firstReportFatality: "keep",
			p4MultipleExits: "first",
			samePeriodReentry: "legacy",
			duplicateIds: "drop",
		});
		expect(readOptions({ s1DayCap: "365" }).s1DayCap).toBe("365");
	});

	it("lists what is allowed when a name or value is not known", () => {
		expect(() => readOptions({ rolup: "chain" })).toThrow(
			/"rolup" is not an option\. The options are within12Months, /,
		);
		expect(() => readOptions({ duplicateIds: "keep" })).toThrow(
			'"keep" is not a value of the option duplicateIds. Allowed are drop, first, last (drop if nothing is said).',
		);
	});

	it("has columns as the texts of the steps name them", () => {
		expect(optionNames.map(snakeCase)).toEqual([
			"within_12_months",
			"s2_within_12_months",
			"rollup",
			"s1_last_day_report",
			"s1_day_cap",
			"first_report_fatality",
			"p4_multiple_exits",
			"same_period_reentry",
			"duplicate_ids",
		]);
	});
});

describe("readGroupings", () => {
	it("reads names with commas between, or a list", () => {
		expect(readGroupings("county, ageGroup")).toEqual(["county", "ageGroup"]);
		expect(readGroupings(["sex"])).toEqual(["sex"]);
		expect(readGroupings("")).toEqual([]);
		expect(readGroupings()).toEqual([]);
	});

	it("refuses what is not known, and names that come twice", () => {
		expect(() => readGroupings("age")).toThrow(/Group by county, ageGroup, raceEthnicity, sex/);
		expect(() => readGroupings("sex,sex")).toThrow(/Cannot group by "sex" twice/);
	});

	it("orders ages as the profiles show them, and counties by code", () => {
		const ages = [{ ageGroup: "17 yrs" }, { ageGroup: "4-11 mos" }, { ageGroup: "0-3 mos" }, { ageGroup: "11-16 yrs" }];
		expect(ages.sort(compareGroups).map((each) => each.ageGroup)).toEqual([
			"0-3 mos",
			"4-11 mos",
			"11-16 yrs",
			"17 yrs",
		]);
		const counties = [{ county: "unknown" }, { county: "06037" }, { county: "06001" }];
		expect(counties.sort(compareGroups).map((each) => each.county)).toEqual(["06001", "06037", "unknown"]);
	});
});
