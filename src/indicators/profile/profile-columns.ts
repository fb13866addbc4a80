import { type FigureColumn, spellHeading } from "../figures/figure-columns.ts";

/** All columns of a data profile, in the order of the template. Read by the reader and by the guide. */
export const profileColumns = {
	area: {
		name: "state",
		headings: ["state", "area", "jurisdiction", "geography", "state name", "state code", "state abbreviation"],
		holds: "The State: its name, postal abbreviation or FIPS code. Rows of other areas are left out and said so.",
		needed: "no; without it all rows are of the State that is loaded for",
		example: "KY",
	},
	indicator: {
		name: "indicator",
		headings: ["indicator", "indicator code", "data indicator", "statewide data indicator", "measure"],
		holds: "S1, S2, P1 to P5, or the indicator's name.",
		needed: "yes",
		example: "P1",
	},
	period: {
		name: "period",
		headings: ["period", "time period", "reporting period", "12-month period", "window", "data period"],
		holds: "The 12-month period: 23A23B or 23A-23B (P1 to P5), 23AB_FY23 (S1), FY23-24 (S2).",
		needed: "yes",
		example: "23A23B",
	},
	denominator: {
		name: "denominator",
		headings: ["denominator", "den", "denom"],
		holds: "Children, or days in care.",
		needed: "no",
		example: "4335",
	},
	numerator: {
		name: "numerator",
		headings: ["numerator", "num"],
		holds: "Children, reports or moves.",
		needed: "no",
		example: "2097",
	},
	observed: {
		name: "observed performance",
		headings: ["observed performance", "observed", "observed rate", "observed value", "performance"],
		holds: "The State's observed performance. It is shown, and never compared with national performance.",
		needed: "no; it is worked out from the counts",
		example: "48.4%",
	},
	riskStandardized: {
		name: "RSP",
		headings: [
			"rsp",
			"risk-standardized performance",
			"risk standardized performance (rsp)",
			"risk-adjusted performance",
			"rsp value",
		],
		holds: "Risk-standardized performance, or DQ where it was not calculated.",
		needed: "yes",
		example: "46.3%",
	},
	lower: {
		name: "lower",
		headings: [
			"lower",
			"rsp lower",
			"lower rsp",
			"lower bound",
			"rsp lower bound",
			"lower ci",
			"lower limit",
			"interval lower",
			"rsp interval lower",
			"rsp interval low",
		],
		holds: "The lower bound of the 95 percent interval of RSP.",
		needed: "yes, unless the interval stands in one column",
		example: "44.9%",
	},
	upper: {
		name: "upper",
		headings: [
			"upper",
			"rsp upper",
			"upper rsp",
			"upper bound",
			"rsp upper bound",
			"upper ci",
			"upper limit",
			"interval upper",
			"rsp interval upper",
			"rsp interval high",
		],
		holds: "The upper bound of the 95 percent interval of RSP.",
		needed: "yes, unless the interval stands in one column",
		example: "47.8%",
	},
	interval: {
		name: "RSP interval",
		headings: ["rsp interval", "interval", "95% interval", "confidence interval", "rsp 95% interval"],
		holds: "Both bounds in one cell.",
		needed: "only in place of lower and upper",
		example: "44.9%-47.8%",
	},
	status: {
		name: "status",
		headings: [
			"status",
			"status vs national",
			"national performance status",
			"performance relative to national performance",
			"relative to national performance",
			"compared to national performance",
		],
		holds: "Better, no different, worse, or DQ. It is worked out from the interval, and compared with this.",
		needed: "no",
		example: "better",
	},
	reason: {
		name: "reason",
		headings: ["reason", "why not calculated", "dq reason", "data quality reason"],
		holds: "Why it was not calculated.",
		needed: "no",
		example: "AFCARS IDs that do not match from one period to the next",
	},
	release: {
		name: "profile",
		headings: ["profile", "data profile", "release", "profile release", "profile date", "release date"],
		holds: "Year and month in which the profile was released.",
		needed: "yes, unless given once for the whole load",
		example: "2025-08",
	},
} as const satisfies Record<string, FigureColumn>;

export type ProfileColumnKey = keyof typeof profileColumns;
export const profileColumnKeys = Object.keys(profileColumns) as readonly ProfileColumnKey[];

const byHeading = new Map<string, ProfileColumnKey>(
	profileColumnKeys.flatMap((key) =>
		profileColumns[key].headings.map((heading) => [spellHeading(heading), key] as const),
	),
);

/** The column that a heading means; undefined when it is none that a profile is read from. */
export function findProfileColumn(heading: string): ProfileColumnKey | undefined {
	return byHeading.get(spellHeading(heading));
}

/** The template: a row of headings and nothing else. */
export function profileTemplate(): string {
	const keys = profileColumnKeys.filter((key) => key !== "interval");
	return `${keys.map((key) => profileColumns[key].name).join(",")}\r\n`;
}
