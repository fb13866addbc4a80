import type { DemographicUnit } from "../../domain/planning/planning-facts.ts";
import type { SheetRow } from "./sheet-row.ts";

type CensusTable = {
	readonly groups: readonly string[];
	readonly values: readonly number[];
	readonly unit: DemographicUnit;
	readonly note: string;
};

type Part = {
	/** The data profile of the American Community Survey that has it. */
	readonly table: "DP02" | "DP03";
	readonly unit: DemographicUnit;
	readonly whom: string;
	/** Each group with the line of the data profile that gives it: the numbers of the lines change from year to year, their names do not. */
	readonly lines: readonly (readonly [group: string, line: RegExp])[];
};

const poverty = "PERCENTAGE OF FAMILIES AND PEOPLE WHOSE INCOME IN THE PAST 12 MONTHS IS BELOW THE POVERTY LEVEL";
const language = (line: string) => exactly(`Estimate!!LANGUAGE SPOKEN AT HOME!!Population 5 years and over!!${line}`);
const birth = (line: string) => exactly(`Estimate!!PLACE OF BIRTH!!Total population!!${line}`);

/** What the open data profiles DP02 and DP03 tell of the parts of the profile that the agency's own files do not (MS-33). */
const parts: Readonly<Record<string, Part>> = {
	economic: {
		table: "DP03",
		unit: "percent",
		whom: "Percent, of all people, of children, of the labor force and of households",
		lines: [
			["People below the poverty level", exactly(`Percent!!${poverty}!!All people`)],
			["Children below the poverty level", exactly(`Percent!!${poverty}!!All people!!Under 18 years`)],
			["Unemployed", exactly("Percent!!EMPLOYMENT STATUS!!Civilian labor force!!Unemployment Rate")],
			[
				"Households with Food Stamps or SNAP",
				/^Percent!!INCOME AND BENEFITS \(.+\)!!Total households!!With Food Stamp\/SNAP benefits/iu,
			],
		],
	},
	culture: {
		table: "DP02",
		unit: "people",
		whom: "People, by where they were born",
		lines: [
			["Born in this State", birth("Native!!Born in United States!!State of residence")],
			["Born in another State", birth("Native!!Born in United States!!Different state")],
			[
				"Born in Puerto Rico, an island area, or abroad to American parents",
				/^Estimate!!PLACE OF BIRTH!!Total population!!Native!!Born in Puerto Rico[^!]*$/iu,
			],
			["Born abroad", birth("Foreign born")],
		],
	},
	language: {
		table: "DP02",
		unit: "people",
		whom: "People of 5 years and over, by the language they speak at home",
		lines: [
			["English only", language("English only")],
			["Spanish", language("Spanish")],
			["Other Indo-European languages", language("Other Indo-European languages")],
			["Asian and Pacific Islander languages", language("Asian and Pacific Islander languages")],
			["Other languages", language("Other languages")],
		],
	},
};

/** Is it a table of data.census.gov? Its first line has codes, its second their names. */
export function isCensusTable(names: readonly string[]): boolean {
	return names[0] === "GEO_ID" && names[1] === "NAME";
}

/**
 * Reads a data profile of the American Community Survey as data.census.gov hands it out (`ACSDP….DP02-Data.csv`, `….DP03-Data.csv`).
 * `codes` as in `readProfileTable`: the line of the State or county itself is taken where the file has it; else people of its
 * counties are added up. Percents are never added.
 */
export function readCensusTable(
	lines: readonly SheetRow[],
	{ panel, codes }: { readonly panel: string; readonly codes: readonly string[] },
): CensusTable | { readonly problems: readonly string[] } {
	const part = parts[panel];
	if (!part) {
		const told = "It fills the parts economic indicators (DP03), cultural attributes and languages (DP02).";
		return refuse(`A table of data.census.gov tells nothing of this part. ${told}`);
	}
	const [labels, ...data] = lines;
	const columns = part.lines.map(([, line]) => (labels?.cells ?? []).findIndex((each) => line.test(each.trim())));
	const absent = part.lines.filter((_, index) => columns[index] === -1).map(([group]) => group);
	if (absent.length > 0) {
		return refuse(
			`The second line of the file does not name: ${absent.join(", ")}. Take table ${part.table} of the American Community Survey from data.census.gov, as the zip file has it (“…-Data.csv”).`,
		);
	}
	const places = placesOf(data, codes);
	if (places.length === 0) return refuse(`The file has no line of the place with the code ${codes.join(", ")}.`);
	if (places.length > 1 && part.unit === "percent") {
		return refuse(
			`The file has ${places.length} counties of this place. Percents of several counties cannot be added up: take the table for the State itself, or choose one county.`,
		);
	}
	const problems: string[] = [];
	const values = columns.map((column) =>
		places.reduce((sum, { row, cells }) => {
			const text = (cells[column] ?? "").trim().replaceAll(",", "");
			if (!/^\d+(\.\d+)?$/u.test(text)) {
				problems.push(
					`Line ${row}: "${text.slice(0, 40)}" is not a number. The survey gives none for so small a place.`,
				);
			}
			return sum + Number(text);
		}, 0),
	);
	if (problems.length > 0) return { problems };
	const where = places.length === 1 ? (places[0]?.cells[1] ?? "").trim() : `${places.length} counties`;
	const groups = part.lines.map(([group]) => group);
	return { groups, values, unit: part.unit, note: `${part.whom}: ${where}, American Community Survey, ${part.table}.` };
}

/** The line of the place itself, else those of its counties: `0400000US28` is a State, `0500000US28001` a county. */
function placesOf(data: readonly SheetRow[], codes: readonly string[]): readonly SheetRow[] {
	const idOf = ({ cells }: SheetRow) => (cells[0] ?? "").trim();
	const own = data.filter((line) =>
		codes.some((code) => /^0[45]0/u.test(idOf(line)) && idOf(line).endsWith(`US${code}`)),
	);
	if (own.length > 0) return own;
	return data.filter((line) => idOf(line).startsWith("050") && codes.some((code) => idOf(line).includes(`US${code}`)));
}

function exactly(line: string): RegExp {
	return new RegExp(`^${line.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}$`, "iu");
}

function refuse(problem: string): { readonly problems: readonly string[] } {
	return { problems: [problem] };
}
