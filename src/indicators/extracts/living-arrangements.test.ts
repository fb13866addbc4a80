import { describe, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { summarizeArrangements } from "./living-arrangements.ts";
import { makeDateReader } from "./read-extract-date.ts";

const readDate = makeDateReader("YYYYMMDD");
const foster = (date: string, first = "", second = "") =>
	new Map([
		[112, date],
		[113, "1"],
		...(first ? [[125, first] as const] : []),
		...(second ? [[136, second] as const] : []),
	]);
const facility = (date: string, type: string) =>
	new Map([
		[112, date],
		[113, "0"],
		[120, type],
	]);
const home = "14";
const runaway = "12";

const movesOf = (rows: readonly ReadonlyMap<number, string>[], exit: string | null = null) =>
	summarizeArrangements(rows, exit === null ? null : plainDate(exit), readDate).moves;

describe("moves of an AFCARS 2020 stay (settled reading 8)", () => {
	it("counts none for one setting all along (case 60)", () => {
		expect(movesOf([foster("20221115", "1980")])).toEqual([]);
		expect(movesOf([])).toEqual([]);
	});

	it("counts shelter, foster home A, foster home B as two (case 61)", () => {
		expect(movesOf([facility("20221115", "3"), foster("20221120", "1980"), foster("20230105", "1975")])).toEqual([
			"2022-11-20",
			"2023-01-05",
		]);
	});

	it("counts none when a foster home changes its type, with the same foster parents (case 62)", () => {
		expect(movesOf([foster("20221115", "1980", "1982"), foster("20230201", "1980", "1982")])).toEqual([]);
		expect(movesOf([foster("20221115", "1980", "1982"), foster("20230201", "1980")])).toEqual(["2023-02-01"]);
	});

	it("takes foster homes without a birth year for different ones", () => {
		expect(movesOf([foster("20221115"), foster("20230201")])).toEqual(["2023-02-01"]);
	});

	it("counts a return after an absence as none and another home as one (cases 63, 64, 67)", () => {
		const a = foster("20221115", "1980");
		expect(movesOf([a, facility("20230101", runaway), foster("20230111", "1980")])).toEqual([]);
		expect(movesOf([a, facility("20230101", runaway), foster("20230111", "1970")])).toEqual(["2023-01-11"]);
		expect(movesOf([a, facility("20230101", home), foster("20230111", "1970")])).toEqual(["2023-01-11"]);
	});

	it("takes a facility of the same type for the same only after an absence", () => {
		const group = facility("20221115", "2");
		expect(movesOf([group, facility("20230101", "2")])).toEqual(["2023-01-01"]);
		expect(movesOf([group, facility("20230101", "13"), facility("20230105", "2")])).toEqual([]);
		expect(movesOf([group, facility("20230101", "13"), facility("20230105", "4")])).toEqual(["2023-01-05"]);
		expect(movesOf([foster("20221115", "1980"), facility("20230101", runaway), group])).toHaveLength(1);
	});

	it("counts hospitals as settings", () => {
		expect(movesOf([foster("20221115", "1980"), facility("20230101", "11"), foster("20230501", "1980")])).toHaveLength(
			2,
		);
	});

	it("goes by date, not by order, leaves out undated rows and makes the first countable one the initial placement", () => {
		const rows = [
			foster("20230105", "1975"),
			foster("20221115", "1980"),
			foster("20239999", "1960"),
			facility("20221101", runaway),
		];
		expect(movesOf(rows)).toEqual(["2023-01-05"]);
	});

	it("leaves out rows after the exit, not one on its day", () => {
		const rows = [foster("20221115", "1980"), foster("20230105", "1975"), foster("20230106", "1970")];
		expect(movesOf(rows, "2023-01-05")).toEqual(["2023-01-05"]);
		expect(summarizeArrangements(rows, plainDate("2023-01-05"), readDate).lastSettingStart).toBe("2023-01-05");
	});
});

describe("the last setting of an AFCARS 2020 stay", () => {
	it("is a trial home visit when the last row is placed at home (case 36)", () => {
		const rows = [facility("20230920", home), foster("20221115", "1980")];
		expect(summarizeArrangements(rows, plainDate("2023-11-04"), readDate)).toEqual({
			moves: [],
			countable: true,
			lastIsTrialHomeVisit: true,
			lastSettingStart: "2023-09-20",
		});
		expect(summarizeArrangements([...rows, foster("20231001", "1980")], null, readDate).lastIsTrialHomeVisit).toBe(
			false,
		);
	});

	it("has no placement when nothing countable has a date", () => {
		expect(summarizeArrangements([facility("20230920", home), foster("", "1980")], null, readDate).countable).toBe(
			false,
		);
		expect(summarizeArrangements([], null, readDate)).toMatchObject({ countable: false, lastSettingStart: null });
	});
});
