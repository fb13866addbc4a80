import type { ProblemWords } from "../figures/problem.ts";

/**
 * Every problem that reading a state data profile can find, besides those of taking a table apart (`figure-problems.ts`). `found`,
 * `expected` and `remedy` are clauses of one sentence, without capital and full stop; words in braces are filled in.
 */
export const profileProblems = {
	"profile-headings-not-found": {
		tier: "reject",
		found: "none of the first {rows} rows has the headings of a data profile",
		expected: "one row names the columns: indicator, period, RSP, lower, upper",
		remedy: "give each column a heading, as in the template",
	},
	"profile-column-missing": {
		tier: "reject",
		found: "there is no column for it",
		expected: "{columnName} is needed; these headings are understood: {headings}",
		remedy: "add the column or correct its heading",
	},
	"profile-column-twice": {
		tier: "reject",
		found: 'the heading "{value}" means {columnName}, and so does column {other}',
		expected: "each column stands there once",
		remedy: "delete one of them, or give it another heading",
	},
	"profile-column-unused": {
		tier: "look-at",
		found: 'nothing is read from the column "{value}"',
		expected: "only the columns of the template are read",
		remedy: "correct the heading if it should be read",
	},
	"profile-too-many-rows": {
		tier: "reject",
		found: "it has {value} rows",
		expected: "a data profile has at most {limit} rows",
		remedy: "keep the rows of your State",
	},
	"profile-no-results": {
		tier: "reject",
		found: "no row has a federal result of {state}",
		expected: "at least one row of S1, S2 or P1 to P5 for {state}",
		remedy: "choose the State that the file is about, or load its own profile",
	},
	"profile-other-area": {
		tier: "look-at",
		found: '{count} rows are about "{value}" and were left out',
		expected: "only rows of {state} itself are taken; figures of its counties have no federal status",
		remedy: "nothing, unless they should have been taken: then correct the name of the area",
	},
	"profile-context-row": {
		tier: "look-at",
		found: "{count} rows of the entry rate were left out",
		expected: "the foster care entry rate is context and has no federal status",
		remedy: "nothing",
	},
	"profile-indicator-unknown": {
		tier: "reject",
		found: '"{value}" is none of the statewide data indicators',
		expected: "S1, S2, P1, P2, P3, P4 or P5, or the indicator's name",
		remedy: "write the code",
	},
	"profile-period-not-understood": {
		tier: "reject",
		found: '"{value}" is no period of {indicator}',
		expected: "{form}",
		remedy: "write the period as the profile prints it",
	},
	"profile-release-not-understood": {
		tier: "reject",
		found: '"{value}" is no release of a data profile',
		expected: "year and month of its release, such as 2025-08 or August 2025",
		remedy: "write it like that",
	},
	"profile-number": {
		tier: "reject",
		found: '"{value}" is not a number that can be read',
		expected: "digits with a decimal point, a percent sign at most after it, or DQ where nothing was calculated",
		remedy: "type the number as the profile prints it",
	},
	"profile-count-not-whole": {
		tier: "mend",
		found: "{value} is not a whole number",
		expected: "children, reports, moves and days are counted whole",
		remedy: "type the number as the profile prints it",
	},
	"profile-numerator-above": {
		tier: "mend",
		found: "the numerator {value} is larger than the denominator {denominator}",
		expected: "the children of the numerator are among those of the denominator",
		remedy: "check both against the profile",
	},
	"profile-percent-sign": {
		tier: "mend",
		found: "{value} has a percent sign",
		expected: "{indicator} is a rate {unit}",
		remedy: "take the sign away, and check that the column is that of the rate",
	},
	"profile-percent-above-100": {
		tier: "mend",
		found: "{value} is more than 100 percent",
		expected: "{indicator} is a share of children",
		remedy: "check the number against the profile",
	},
	"profile-unit-mixed": {
		tier: "mend",
		found: "some numbers of the row are shares (0.458) and others are percent (45.8)",
		expected: "one row is in one unit",
		remedy: "write all of them in percent",
	},
	"profile-read-as-share": {
		tier: "look-at",
		found: "the numbers of {count} rows were read as shares and taken times 100 ({rows})",
		expected: "a row is taken as shares when its counts say so, or when without counts none of its numbers is above 1",
		remedy: "nothing, unless they are percent: then put a percent sign behind them",
	},
	"profile-observed-disagrees": {
		tier: "mend",
		found: "observed performance is {value}, but the counts give {computed}",
		expected: "numerator and denominator give the observed performance",
		remedy: "check the three numbers against the profile",
	},
	"profile-rsp-missing": {
		tier: "mend",
		found: "there is no risk-standardized performance, and nothing says that it was not calculated",
		expected: "RSP with its lower and upper bound, or DQ",
		remedy: "fill in the three numbers, or write DQ",
	},
	"profile-interval-incomplete": {
		tier: "mend",
		found: "there is no {columnName}",
		expected: "RSP, lower and upper bound stand there together, or none of them",
		remedy: "fill in what is missing, or write DQ in place of the others",
	},
	"profile-interval-order": {
		tier: "mend",
		found: "RSP {rsp} does not lie in its interval from {lower} to {upper}",
		expected: "the lower bound is at most RSP, and RSP at most the upper bound",
		remedy: "check the three numbers against the profile",
	},
	"profile-not-calculated-with-numbers": {
		tier: "mend",
		found: "the row says that it was not calculated, and has numbers of RSP all the same",
		expected: "RSP and its interval, or DQ",
		remedy: "check the row against the profile",
	},
	"profile-status-not-understood": {
		tier: "look-at",
		found: '"{value}" is no status that is known',
		expected: "better, no different, worse or DQ",
		remedy: "nothing: the status follows from the interval",
	},
	"profile-status-differs": {
		tier: "look-at",
		found: "the file says {value}, but the interval {lower} to {upper} against {national} is {status}",
		expected: "the status follows from the interval (better, no different with its ends included, worse)",
		remedy: "check the numbers against the profile; the status by the interval is shown",
	},
	"profile-same-row-twice": {
		tier: "look-at",
		found: "{indicator} of {period} stands in row {other} too, with the same numbers",
		expected: "each result stands there once",
		remedy: "nothing: it is taken once",
	},
	"profile-same-row-different": {
		tier: "mend",
		found: "{indicator} of {period} stands in row {other} too, with other numbers",
		expected: "each result stands there once",
		remedy: "delete the wrong row",
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

export type ProfileProblemId = keyof typeof profileProblems;
export const profileProblemIds = Object.keys(profileProblems) as [ProfileProblemId, ...ProfileProblemId[]];
