// The Program Improvement Plan of the State of Halcyon after its review: what was found, and what the State does about it.

/** A goal with what it must address, how it is measured and what is done. Days are counted from the day of approval. */
export type PipGoalText = {
	readonly statement: string;
	/** The area of the State's five-year plan in which it stands. */
	readonly area: string;
	readonly codes: readonly string[];
	readonly measure: {
		readonly code: string;
		readonly label: string;
		readonly numerator: number;
		readonly denominator: number;
	};
	readonly strategy: string;
	readonly rationale: string;
	readonly activities: readonly {
		readonly statement: string;
		readonly months: number;
		readonly assignedTitle: string;
	}[];
};

export const pipReview = {
	review: "Child and Family Services Review, Round 4",
	areas: ["S1", "P1", "SA"],
	items: ["1", "5", "29"],
} as const;

export const pipAnswers: Readonly<Record<string, string>> = {
	"cover.responsibleAgency": "Halcyon Department of Children and Family Services",
	"context.development":
		"The review team, the federal regional office and the citizen review panel met five times. Young people who have left care and foster parents read each draft, and their words changed two of the strategies.",
	"context.earlierPlans":
		"The plan after the review of Round 3 brought visits by caseworkers above its goal. What it began with intake at night was not finished; this plan takes it up.",
	"context.assistance": "Help with screening at intake from the Capacity Building Center for States.",
	"measurement.method":
		"Cases are drawn at random in every region twice a year and read by two reviewers; a third settles what they see differently.",
};

export const pipGoals: readonly PipGoalText[] = [
	{
		statement: "Children who may be in danger are seen in time.",
		area: "Safety outcome 1, after the review of Round 4",
		codes: ["S1", "1"],
		measure: { code: "1", label: "Item 1: timeliness of investigations", numerator: 58, denominator: 89 },
		strategy: "Reports are screened and assigned day and night by one desk for each region.",
		rationale: "Two of three late first visits began with a report that came in at night and lay until morning.",
		activities: [
			{ statement: "Night desks opened in all three regions.", months: 2, assignedTitle: "Intake manager" },
			{ statement: "Screeners trained in the new decision guide.", months: 5, assignedTitle: "Training director" },
			{
				statement: "Late first visits reviewed each month in every region.",
				months: 14,
				assignedTitle: "Regional managers",
			},
		],
	},
	{
		statement: "Each child has a goal of permanency that fits, and services that lead there.",
		area: "Permanency outcome 1, after the review of Round 4",
		codes: ["P1", "SA", "5", "29"],
		measure: { code: "5", label: "Item 5: permanency goal for child", numerator: 71, denominator: 104 },
		strategy: "A family team meets within thirty days and names the services that are missing.",
		rationale: "Goals were set late where relatives were asked late, and where no service was near.",
		activities: [
			{ statement: "Facilitators hired and trained in each region.", months: 4, assignedTitle: "Permanency manager" },
			{
				statement: "Contracts for family therapy signed in the northern counties.",
				months: 9,
				assignedTitle: "Contracts manager",
			},
		],
	},
];
