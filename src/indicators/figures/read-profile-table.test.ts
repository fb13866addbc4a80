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
