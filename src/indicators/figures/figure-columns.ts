/** A column that figure files may have: how it is called, by which headings it is known, and what goes into it. */
export interface FigureColumn {
	readonly name: string;
	/** Headings that mean this column, compared without case, spaces and punctuation. */
	readonly headings: readonly string[];
	readonly holds: string;
	readonly needed: string;
	readonly example: string;
}

/** All columns of a figure file, in the order of the template. Read by the reader and by the guide. */
export const figureColumns = {
	county: {
		name: "county",
		headings: ["county", "county code", "county fips", "fips", "fips code", "jurisdiction", "geography"],
		holds: "The county's official code or its name. A code that lost its leading zero in a spreadsheet is understood.",
		needed: "when the load is for more than one county",
		example: "06001",
	},
	countyName: {
		name: "county name",
		headings: ["county name"],
		holds: "The county's name, beside or in place of its code. When both are given they must agree.",
		needed: "no",
		example: "Alder",
	},
	indicator: {
		name: "indicator",
		headings: ["indicator", "indicator code", "measure", "measure code", "measure id", "code", "outcome measure"],
		holds: "The indicator's code or one of its other spellings: 4-P1, P1, CFSR4-P1, C1.4, 4E(1).",
		needed: "yes",
		example: "4-P1",
	},
	vintage: {
		name: "vintage",
		headings: ["vintage", "round", "cfsr round", "series", "measure set", "indicator set"],
		holds: "The set of indicators that the code belongs to: ccfsr-2004, cfsr2, cfsr3, cfsr4 or state-current.",
		needed: "when the code means different things in different sets",
		example: "cfsr4",
	},
	period: {
		name: "period",
		headings: ["period", "time period", "reporting period", "report period", "quarter", "interval"],
		holds: "The reporting period as a label; see the forms accepted below.",
		needed: "yes, unless period start and period end are given",
		example: "JUL2025-JUN2026",
	},
	periodStart: {
		name: "period start",
		headings: ["period start", "period start date", "start", "start date", "from", "period begin", "begin date"],
		holds: "The first day of the period. When both dates are given, the period label is not read.",
		needed: "yes, unless the period is given",
		example: "2025-07-01",
	},
	periodEnd: {
		name: "period end",
		headings: ["period end", "period end date", "end", "end date", "to", "through"],
		holds: "The last day of the period.",
		needed: "yes, unless the period is given",
		example: "2026-06-30",
	},
	numerator: {
		name: "numerator",
		headings: ["numerator", "num", "n", "numerator count"],
		holds: "The count on top: children, referrals or moves to which it happened. A whole number.",
		needed: "yes, unless the value is given",
		example: "123",
	},
	denominator: {
		name: "denominator",
		headings: ["denominator", "den", "denom", "base", "denominator count"],
		holds: "The count below: all children, referrals or days in care. A whole number.",
		needed: "yes, unless the value is given",
		example: "360",
	},
	value: {
		name: "value",
		headings: ["value", "rate", "percent", "percentage", "performance", "result", "median"],
		holds: "The value in the indicator's unit: 34.2 for 34.2 percent, 5.4 for a median of 5.4 months.",
		needed: "for medians; otherwise it is worked out from the counts, and checked against them when given",
		example: "34.2",
	},
	populationGroup: {
		name: "population group",
		headings: ["population group", "population", "group", "agency", "agency type", "responsible agency"],
		holds:
			"Whose children: all, child-welfare or probation. CWS, Child Welfare, Juvenile Probation and Total are understood.",
		needed: "no; all children are assumed and said so",
		example: "child-welfare",
	},
	source: {
		name: "source",
		headings: ["source", "data source", "figure source"],
		holds: "Where the figures come from, in at most 300 characters.",
		needed: "yes, unless given once for the whole load",
		example: "California Child Welfare Indicators Project",
	},
	dataAsOf: {
		name: "data as of",
		headings: [
			"data as of",
			"as of",
			"as of date",
			"data as of date",
			"data date",
			"extract",
			"extract date",
			"data extract",
		],
		holds: "The day on which the data were drawn, or the quarter's extract: Q2 2026 is drawn on July 1, 2026.",
		needed: "yes, unless given once for the whole load",
		example: "2026-07-01",
	},
} as const satisfies Record<string, FigureColumn>;

export type FigureColumnKey = keyof typeof figureColumns;
export const figureColumnKeys = Object.keys(figureColumns) as readonly FigureColumnKey[];

/** A heading without case, spaces and punctuation, for comparison: "Period_Start " is "periodstart". */
export function spellHeading(heading: string): string {
	return heading.toLowerCase().replace(/[^a-z0-9]+/g, "");
}

const byHeading = new Map<string, FigureColumnKey>(
	figureColumnKeys.flatMap((key) =>
		figureColumns[key].headings.map((heading) => [spellHeading(heading), key] as const),
	),
);

/** The column that a heading means; undefined when it is none that figures are read from. */
export function findColumn(heading: string): FigureColumnKey | undefined {
	return byHeading.get(spellHeading(heading));
}
