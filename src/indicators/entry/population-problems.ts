import type { ProblemWords } from "../figures/problem.ts";

/**
 * Every problem that reading a file of child population can find, besides those of taking a table apart (`figure-problems.ts`).
 * `found`, `expected` and `remedy` are clauses of one sentence, without capital and full stop; words in braces are filled in.
 */
export const populationProblems = {
	"population-headings-not-found": {
		tier: "reject",
		found: "none of the first {rows} rows has the headings year and population",
		expected: "one row names the columns: county, year, population",
		remedy: "give each column a heading, as in the template",
	},
	"population-column-twice": {
		tier: "reject",
		found: 'the heading "{value}" means {columnName}, and so does column {other}',
		expected: "each column stands there once",
		remedy: "delete one of them, or give it another heading",
	},
	"population-column-unused": {
		tier: "look-at",
		found: 'nothing is read from the column "{value}"',
		expected: "county, year and population are read, and ageGroup, raceEthnicity and sex where they are given",
		remedy: "correct the heading if it should be read",
	},
	"population-too-many-rows": {
		tier: "reject",
		found: "it has {value} rows",
		expected: "a file of child population has at most {limit} rows",
		remedy: "keep the rows of your State, and a row a county and year",
	},
	"population-no-rows": {
		tier: "reject",
		found: "no row below the headings is about {place}",
		expected: "at least one row with a county or the whole State, a year and a population",
		remedy: "choose the place that the file is about, or load its own file",
	},
	"population-county": {
		tier: "reject",
		found: 'county is "{value}"',
		expected: "five digits (06001), or nothing for the whole State",
		remedy: "write the county's code in five digits, without its name",
	},
	"population-county-zero": {
		tier: "look-at",
		found: 'county is "{value}", which was read as 0{value}',
		expected: "five digits; a spreadsheet takes the leading zero away",
		remedy: "nothing, unless another county is meant",
	},
	"population-year": {
		tier: "reject",
		found: 'year is "{value}"',
		expected: "a year of four digits: the population is that of its 1 July",
		remedy: "write the year alone, such as 2023",
	},
	"population-label": {
		tier: "reject",
		found: '{columnName} is "{value}"',
		expected: "one of: {labels}",
		remedy: "write one of these, or nothing where the row is of all",
	},
	"population-number": {
		tier: "mend",
		found: 'population is "{value}"',
		expected: "a whole number of children",
		remedy: "write the number of children of 0 to 17 years",
	},
	"population-twice": {
		tier: "mend",
		found: "there are two lines for {who}; the other is row {other}",
		expected: "each number stands there once",
		remedy: "delete the wrong row",
	},
	"population-ages-missing": {
		tier: "mend",
		found: "{who} has rows by age group, but none for {missing}",
		expected: "a row of all children of 0 to 17 years, or one for each age group",
		remedy: "add the rows that are missing, or one row without an age group",
	},
	"population-more-than-state": {
		tier: "mend",
		found: "the counties have {counties} children in {year} together, and the State {state}",
		expected: "the counties have at most as many children as the State",
		remedy: "check the row of the State (without county) and those of its counties",
	},
	"population-other-place": {
		tier: "look-at",
		found: "{count} rows are of places outside {place} and were left out",
		expected: "only rows of {place} are taken",
		remedy: "nothing, unless they should have been taken: then correct their county",
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

export type PopulationProblemId = keyof typeof populationProblems;
export const populationProblemIds = Object.keys(populationProblems) as [PopulationProblemId, ...PopulationProblemId[]];
