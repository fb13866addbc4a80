import { z } from "zod";

/** What each choice is held against, in the order of the table. */
export const optionCriteria = ["evidence", "cause", "people", "capacity", "partners"] as const;
export type OptionCriterion = (typeof optionCriteria)[number];

export const optionCriterionWords: Readonly<Record<OptionCriterion, string>> = {
	evidence: "Known to work",
	cause: "Fits the root cause",
	people: "Fits the people, and is fair to every group",
	capacity: "Can be done here",
	partners: "What partners say",
};

/** How far a choice meets a criterion; nothing is said where nobody has looked. */
export const Fit = z.enum(["not-looked-at", "poor", "in-part", "good"]);
export type Fit = z.infer<typeof Fit>;

export const fitWords: Readonly<Record<Fit, string>> = {
	"not-looked-at": "Not looked at",
	poor: "Poor (1)",
	"in-part": "In part (2)",
	good: "Good (3)",
};

const fitPoints: Readonly<Record<Fit, number>> = { "not-looked-at": 0, poor: 1, "in-part": 2, good: 3 };

/** At most so many choices stand side by side. */
export const mostOptions = 8;

const reason = z.string().max(500);

/** One choice of what could be done for a goal, held against the same criteria as the others. */
export const WeighedOption = z.object({
	jurisdictionId: z.uuid(),
	goalId: z.uuid(),
	/** Its line in the table, from 1. */
	place: z.number().int().min(1).max(mostOptions),
	/** Empty where it was taken out again. */
	option: z.string().max(500),
	isChosen: z.boolean(),
	evidenceFit: Fit,
	evidenceReason: reason,
	causeFit: Fit,
	causeReason: reason,
	peopleFit: Fit,
	peopleReason: reason,
	capacityFit: Fit,
	capacityReason: reason,
	partnersFit: Fit,
	partnersReason: reason,
});
export type WeighedOption = z.infer<typeof WeighedOption>;

/** One choice before anybody has looked at it. */
export const emptyOption: Omit<WeighedOption, "jurisdictionId" | "goalId" | "place"> = {
	...{ option: "", isChosen: false, evidenceFit: "not-looked-at", evidenceReason: "" },
	...{ causeFit: "not-looked-at", causeReason: "", peopleFit: "not-looked-at", peopleReason: "" },
	...{ capacityFit: "not-looked-at", capacityReason: "", partnersFit: "not-looked-at", partnersReason: "" },
};

export function fitOf(option: WeighedOption, criterion: OptionCriterion): Fit {
	return option[`${criterion}Fit`];
}

export function reasonOf(option: WeighedOption, criterion: OptionCriterion): string {
	return option[`${criterion}Reason`];
}

/** "Good (3): tried in two regions"; the word alone where no reason is given. */
export function weighedWords(option: WeighedOption, criterion: OptionCriterion): string {
	return [fitWords[fitOf(option, criterion)], reasonOf(option, criterion)].filter(Boolean).join(": ");
}

/** The points of a choice of how many there could be: criteria at which nobody has looked count on neither side. */
export function pointsOf(option: WeighedOption): { readonly points: number; readonly of: number } {
	const fits = optionCriteria.map((criterion) => fitOf(option, criterion)).filter((fit) => fit !== "not-looked-at");
	return { points: fits.reduce((sum, fit) => sum + fitPoints[fit], 0), of: fits.length * fitPoints.good };
}

/** "11 of 15", and nothing where nobody has looked yet. */
export function pointsWords(option: WeighedOption): string {
	const { points, of } = pointsOf(option);
	return of === 0 ? "–" : `${points} of ${of}`;
}
