import { describe, expect, it } from "vitest";
import { readProfileTable } from "./read-profile-table.ts";

const races = ["H", "NHWA", "NHBA", "NHIA", "NHAA", "NHNA", "NHTOM"];
const header = [
	"SUMLEV",
	"STATE",
	"COUNTY",
	"YEAR",
	"AGEGRP",
	"TOT_POP",
	...races.flatMap((each) => [`${each}_MALE`, `${each}_FEMALE`]),
];

/** A line of a county: each race with so many boys and one girl fewer. */
function line(county: string, year: number, ageGroup: number, boys: readonly number[], total?: number): string {
	const counts = boys.flatMap((each) => [each, each - 1]);
	const all = total ?? counts.reduce((sum, each) => sum + each, 0);
	return ["050", "28", county, year, ageGroup, all, ...counts].join(",");
}
const file = (...lines: readonly string[]) => [header.join(","), ...lines].join("\n");
const read = (csv: string, panel = "race-ethnicity", codes: readonly string[] = ["28"]) =>
	readProfileTable(csv, { panel, codes });
const boys = [10, 20, 30, 4, 5, 6, 7];

describe("the Census Bureau's file of race and Hispanic origin (MS-33, MS-34)", () => {
	it("gives the children up to 14 of the counties in its newest year, each in one group", () => {
		const csv = file(
			line("1", 5, 1, boys),
			line("1", 6, 0, [99, 99, 99, 99, 99, 99, 99]),
			line("1", 6, 1, boys),
			line("3", 6, 2, boys),
			line("3", 6, 4, [50, 50, 50, 50, 50, 50, 50]),
		);
		expect(read(csv)).toEqual({
			result: "read",
			groups: [
				...["Hispanic or Latino", "White", "Black or African American", "American Indian or Alaska Native", "Asian"],
				...["Native Hawaiian or other Pacific Islander", "Two or more races"],
			],
			values: [38, 78, 118, 14, 18, 22, 26],
			note: "Children of ages 0 to 14 of 2 counties, year 6 of the file.",
		});
		expect(read(csv, "race-ethnicity", ["28003"])).toMatchObject({ values: [19, 39, 59, 7, 9, 11, 13] });
	});

	it("is refused where its groups do not add up to its own total, where a column is missing, and for another part", () => {
		expect(read(file(line("1", 6, 1, boys, 158)))).toMatchObject({
			problems: [expect.stringContaining("add up to 157, the file’s own total of ages 0 to 14 is 158")],
		});
		expect(read("STATE,COUNTY,YEAR,AGEGRP\n28,1,6,1")).toMatchObject({
			problems: [expect.stringContaining("lacks these columns: TOT_POP, H_MALE")],
		});
		expect(read(file(line("1", 6, 1, boys)), "age")).toMatchObject({ result: "refused" });
		expect(read(file(line("1", 6, 1, boys)), "race-ethnicity", ["29"])).toMatchObject({
			problems: [expect.stringContaining("no county with the code 29")],
		});
	});
});

describe("a data profile of data.census.gov (MS-33, MS-34)", () => {
	const poverty =
		"Percent!!PERCENTAGE OF FAMILIES AND PEOPLE WHOSE INCOME IN THE PAST 12 MONTHS IS BELOW THE POVERTY LEVEL!!All people";
	const economic = [
		["DP03_0009PE", "Percent!!EMPLOYMENT STATUS!!Civilian labor force!!Unemployment Rate"],
		[
			"DP03_0074PE",
			"Percent!!INCOME AND BENEFITS (IN 2023 INFLATION-ADJUSTED DOLLARS)!!Total households!!With Food Stamp/SNAP benefits in the past 12 months",
		],
		["DP03_0128PE", poverty],
		["DP03_0129PE", `${poverty}!!Under 18 years`],
	] as const;
	const languages = ["English only", "Language other than English", "Spanish", "Other Indo-European languages"]
		.concat("Asian and Pacific Islander languages", "Other languages")
		.map(
			(each, i) => [`DP02_01${i}E`, `Estimate!!LANGUAGE SPOKEN AT HOME!!Population 5 years and over!!${each}`] as const,
		);
	type Columns = readonly (readonly [code: string, label: string])[];
	const table = (columns: Columns, ...lines: readonly (readonly (string | number)[])[]) =>
		[
			["GEO_ID", "NAME", ...columns.map(([code]) => code)],
			["Geography", "Geographic Area Name", ...columns.map(([, label]) => label)],
			...lines,
		]
			.map((cells) => `${cells.map((each) => `"${each}"`).join(",")},`)
			.join("\n");
	const state = ["0400000US28", "Mississippi", "5.2", "14.1", "19.1", "26.4"];

	it("gives the economic indicators of the place itself in percent, by the names of their lines", () => {
		const csv = table(economic, state, ["0500000US28001", "Adams County", "7.0", "20.0", "30.0", "41.5"]);
		expect(read(csv, "economic", ["28"])).toMatchObject({
			unit: "percent",
			groups: ["People below the poverty level", "Children below the poverty level", "Unemployed", expect.any(String)],
			values: [19.1, 26.4, 5.2, 14.1],
			note: expect.stringContaining("Mississippi"),
		});
		expect(read(csv, "economic", ["28001"])).toMatchObject({ values: [30, 41.5, 7, 20] });
	});

	it("adds people of several counties up, and never percents", () => {
		const counties = [
			["0500000US28001", "Adams County", "1,000", 80, 50, 10, 15, 5],
			["0500000US28003", "Alcorn County", 2_000, 90, 60, 10, 15, 5],
		] as const;
		expect(read(table(languages, ...counties), "language", ["28"])).toMatchObject({
			unit: "people",
			values: [3_000, 110, 20, 30, 10],
			note: expect.stringContaining("2 counties"),
		});
		const percents = table(economic, ["0500000US28001", "A", 1, 2, 3, 4], ["0500000US28003", "B", 1, 2, 3, 4]);
		expect(read(percents, "economic", ["28"])).toMatchObject({
			problems: [expect.stringContaining("cannot be added up")],
		});
	});

	it("is refused for a part of which it tells nothing, without its names, for another State, and where it gives no number", () => {
		expect(read(table(economic, state), "religion")).toMatchObject({ problems: [expect.stringContaining("DP03")] });
		expect(read(table(economic, state), "language")).toMatchObject({ problems: [expect.stringContaining("DP02")] });
		expect(read(table(economic, state), "economic", ["29"])).toMatchObject({
			problems: [expect.stringContaining("29")],
		});
		const small = ["0400000US28", "Mississippi", "N", "14.1", "19.1", "26.4"];
		expect(read(table(economic, small), "economic")).toMatchObject({ problems: [expect.stringContaining('"N"')] });
	});
});
