import { type FigureColumn, spellHeading } from "../figures/figure-columns.ts";

/** All columns of a file of child population, in the order of the template. Read by the reader and by the guide. */
export const populationColumns = {
	county: {
		name: "county",
		headings: ["county", "county code", "county fips", "fips", "fips code", "geoid"],
		holds: "The county's code of five digits; nothing for the whole State.",
		needed: "no; without it each row is of the whole State",
		example: "06001",
	},
	year: {
		name: "year",
		headings: ["year", "calendar year", "estimate year"],
		holds: "The population is that of the 1 July of this year.",
		needed: "yes",
		example: "2023",
	},
	ageGroup: {
		name: "ageGroup",
		headings: ["ageGroup", "age group", "age"],
		holds: "One of the age groups of the results; nothing where the row is of all children of 0 to 17 years.",
		needed: "no",
		example: "1-5 yrs",
	},
	raceEthnicity: {
		name: "raceEthnicity",
		headings: ["raceEthnicity", "race ethnicity", "race and ethnicity", "race/ethnicity"],
		holds: "One of the labels of the results; nothing where the row is of all.",
		needed: "no",
		example: "White",
	},
	sex: {
		name: "sex",
		headings: ["sex"],
		holds: "female or male; nothing where the row is of both.",
		needed: "no",
		example: "female",
	},
	population: {
		name: "population",
		headings: ["population", "child population", "children", "children under 18", "population under 18", "count"],
		holds: "Children of 0 to 17 years who live there.",
		needed: "yes",
		example: "334500",
	},
	state: {
		name: "state",
		headings: ["state"],
		holds: "Two digits of the State. Only to tell rows of another State without a county, which are left out.",
		needed: "no",
		example: "06",
	},
} as const satisfies Record<string, FigureColumn>;

export type PopulationColumn = keyof typeof populationColumns;

const byHeading = new Map<string, PopulationColumn>(
	(Object.keys(populationColumns) as readonly PopulationColumn[]).flatMap((key) =>
		populationColumns[key].headings.map((heading) => [spellHeading(heading), key] as const),
	),
);

/** The column that a heading means; undefined when it is none that is read. */
export function findPopulationColumn(heading: string): PopulationColumn | undefined {
	return byHeading.get(spellHeading(heading));
}

/** The template: a row of headings and nothing else. */
export function populationTemplate(): string {
	return "county,year,population\r\n";
}
