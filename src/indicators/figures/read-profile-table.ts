import type { DemographicUnit } from "../../domain/planning/planning-facts.ts";
import { decodeCsv } from "./decode-csv.ts";
import { isCensusTable, readCensusTable } from "./read-census-table.ts";
import type { SheetRow } from "./sheet-row.ts";

/** A table of groups and numbers out of a file, or what is wrong with it. */
export type ProfileTableRead =
	| {
			readonly result: "read";
			readonly groups: readonly string[];
			readonly values: readonly number[];
			readonly note: string;
			/** Where the file itself says what is counted. */
			readonly unit?: DemographicUnit;
	  }
	| { readonly result: "refused"; readonly problems: readonly string[] };

/** Which people of the Census file a part of the profile tells of, by the columns of ages under 18. */
const censusAges = [
	{ label: "Ages 0 to 4", column: "UNDER5" },
	{ label: "Ages 5 to 13", column: "AGE513" },
	{ label: "Ages 14 to 17", column: "AGE1417" },
] as const;

/**
 * Reads a table of the demographic profile: two columns, group and number, or the Census Bureau's open county file of ages and sexes
 * (`cc-est...-agesex`) or of races (`cc-est...-alldata`), of which the children of the counties given are added up for its newest year, or a
 * data profile of data.census.gov. `codes` are five digits, State and county; for a whole State its two digits take every county of the
 * file.
 */
export function readProfileTable(
	csv: string,
	about: { readonly panel: string; readonly codes: readonly string[] },
): ProfileTableRead {
	const { rows, problems } = decodeCsv(new TextEncoder().encode(csv));
	const [header, ...lines] = rows;
	if (!header) return refuse(problems.map(({ message }) => message));
	const names = header.cells.map((cell) => cell.trim().toUpperCase());
	if (names.includes("COUNTY") && names.includes("POPESTIMATE")) return readCensus(names, lines, about);
	if (names.includes("COUNTY") && names.includes("AGEGRP")) return readCensusRaces(names, lines, about);
	if (isCensusTable(names)) {
		const table = readCensusTable(lines, about);
		return "problems" in table ? refuse(table.problems) : { result: "read", ...table };
	}
	return readTwoColumns(rows);
}

function readTwoColumns(rows: readonly SheetRow[]): ProfileTableRead {
	const groups: string[] = [];
	const values: number[] = [];
	const problems: string[] = [];
	for (const [index, { row, cells }] of rows.entries()) {
		const [group = "", number = ""] = cells.map((cell) => cell.trim());
		const plain = number.replaceAll(",", "").replace(/\s*%$/u, "");
		if (group === "" && number === "") continue;
		if (!/^\d+(\.\d+)?$/u.test(plain)) {
			// The first line may be the names of the columns.
			if (index > 0)
				problems.push(
					`Line ${row}: "${number.slice(0, 40)}" is not a number. Expected a group and a number, for example "Ages 0 to 5,1204".`,
				);
			continue;
		}
		groups.push(group);
		values.push(Number(plain));
	}
	if (groups.length > 60)
		problems.push(`The file has ${groups.length} groups; a table holds 60 at most. Join the smallest.`);
	if (groups.length === 0 && problems.length === 0)
		problems.push("The file has no group with a number. Expected two columns: group and number.");
	return problems.length > 0 ? refuse(problems) : { result: "read", groups, values, note: "" };
}

function readCensus(
	names: readonly string[],
	lines: readonly SheetRow[],
	{ panel, codes }: { readonly panel: string; readonly codes: readonly string[] },
): ProfileTableRead {
	if (panel !== "age" && panel !== "gender") {
		return refuse([
			"This is the Census Bureau’s file of ages and sexes: it fills the parts age and gender. Choose one of them.",
		]);
	}
	const wanted = panel === "age" ? ["TOT"] : ["MALE", "FEM"];
	const columns = censusAges.flatMap(({ column }) => wanted.map((kind) => `${column}_${kind}`));
	const opened = openCensus(names, lines, { codes, columns, file: "agesex" });
	if ("problems" in opened) return refuse(opened.problems);
	const { counted, counties, newest, cell } = opened;
	const broken = counted.find((line) => columns.some((name) => !/^\d+$/u.test(cell(line, name))));
	if (broken) return refuse([`Line ${broken.row}: a count is not a whole number.`]);
	const sum = (column: string) => counted.reduce((total, line) => total + Number(cell(line, column)), 0);
	const rows =
		panel === "age"
			? censusAges.map(({ label, column }) => [label, sum(`${column}_TOT`)] as const)
			: (
					[
						["Boys", "MALE"],
						["Girls", "FEM"],
					] as const
				).map(
					([label, kind]) =>
						[label, censusAges.reduce((total, { column }) => total + sum(`${column}_${kind}`), 0)] as const,
				);
	return {
		result: "read",
		groups: rows.map(([label]) => label),
		values: rows.map(([, value]) => value),
		note: `Children under 18 of ${countiesInWords(counties)}, year ${newest} of the file.`,
	};
}

/** Race and Hispanic origin as the Census Bureau's file has them, so that each person is in one group: "not Hispanic" by race, and Hispanic. */
const censusRaces = [
	...[["Hispanic or Latino", "H"] as const, ["White", "NHWA"] as const, ["Black or African American", "NHBA"] as const],
	...[["American Indian or Alaska Native", "NHIA"] as const, ["Asian", "NHAA"] as const],
	...[["Native Hawaiian or other Pacific Islander", "NHNA"] as const, ["Two or more races", "NHTOM"] as const],
] as const;
/** Age groups of five years: 0 to 4, 5 to 9, 10 to 14. The next goes to 19 and is no group of children alone. */
const childAges = ["1", "2", "3"];

/** The open county file of race and Hispanic origin (`cc-est...-alldata`): children up to 14 of the counties given, newest year. */
function readCensusRaces(
	names: readonly string[],
	lines: readonly SheetRow[],
	{ panel, codes }: { readonly panel: string; readonly codes: readonly string[] },
): ProfileTableRead {
	if (panel !== "race-ethnicity") {
		return refuse([
			"This is the Census Bureau’s file of race and Hispanic origin: it fills the part race and ethnicity. Choose it.",
		]);
	}
	const columns = censusRaces.flatMap(([, code]) => [`${code}_MALE`, `${code}_FEMALE`]);
	const opened = openCensus(names, lines, { codes, columns: ["AGEGRP", "TOT_POP", ...columns], file: "alldata" });
	if ("problems" in opened) return refuse(opened.problems);
	const { counted, counties, newest, cell } = opened;
	const children = counted.filter((line) => childAges.includes(cell(line, "AGEGRP")));
	const broken = children.find((line) => ["TOT_POP", ...columns].some((name) => !/^\d+$/u.test(cell(line, name))));
	if (broken) return refuse([`Line ${broken.row}: a count is not a whole number.`]);
	const sum = (column: string) => children.reduce((total, line) => total + Number(cell(line, column)), 0);
	const values = censusRaces.map(([, code]) => sum(`${code}_MALE`) + sum(`${code}_FEMALE`));
	const [all, added] = [sum("TOT_POP"), values.reduce((total, each) => total + each, 0)];
	if (children.length === 0 || all !== added) {
		const gap = `The groups add up to ${added}, the file’s own total of ages 0 to 14 is ${all}.`;
		return refuse([`${gap} Take the county file “alldata” as the Census Bureau publishes it.`]);
	}
	const groups = censusRaces.map(([label]) => label);
	return {
		result: "read",
		groups,
		values,
		note: `Children of ages 0 to 14 of ${countiesInWords(counties)}, year ${newest} of the file.`,
	};
}

type OpenedCensus = {
	/** Lines of the newest year of the counties that are wanted. */
	readonly counted: readonly SheetRow[];
	readonly counties: number;
	readonly newest: number;
	readonly cell: (line: SheetRow, name: string) => string;
};

/** The lines of the wanted counties in the newest year of one of the Census Bureau's county files, or what is wrong with it. */
function openCensus(
	names: readonly string[],
	lines: readonly SheetRow[],
	{
		codes,
		columns,
		file,
	}: { readonly codes: readonly string[]; readonly columns: readonly string[]; readonly file: string },
): OpenedCensus | { readonly problems: readonly string[] } {
	const at = (name: string) => names.indexOf(name);
	const absent = ["STATE", "COUNTY", "YEAR", ...columns].filter((name) => at(name) < 0);
	if (absent.length > 0) {
		return {
			problems: [
				`The file lacks these columns: ${absent.join(", ")}. Take the county file “${file}” as the Census Bureau publishes it.`,
			],
		};
	}
	const cell = (line: SheetRow, name: string) => (line.cells[at(name)] ?? "").trim();
	const codeOf = (line: SheetRow) => `${cell(line, "STATE").padStart(2, "0")}${cell(line, "COUNTY").padStart(3, "0")}`;
	const mine = lines.filter((line) => codes.some((code) => codeOf(line).startsWith(code)));
	if (mine.length === 0) {
		const words = codes.slice(0, 5).join(", ");
		return { problems: [`The file has no county with the code ${words}. Take the file of this State.`] };
	}
	const newest = Math.max(...mine.map((line) => Number(cell(line, "YEAR"))));
	const counted = mine.filter((line) => Number(cell(line, "YEAR")) === newest);
	return { counted, counties: new Set(counted.map(codeOf)).size, newest, cell };
}

function countiesInWords(counties: number): string {
	return `${counties} ${counties === 1 ? "county" : "counties"}`;
}

function refuse(problems: readonly string[]): ProfileTableRead {
	return { result: "refused", problems };
}
