import {
	capacitySides,
	capacityStandingWords,
	capacityWords,
	evidenceRatingWords,
	stageWords,
	supportWords,
} from "../../../domain/plan/theory-facts.ts";
import { fitWords, optionCriteria, optionCriterionWords } from "../../../domain/plan/weighed-option.ts";

// How fields and choices of the guided steps are called in a plan's history.

const capacityLabels = Object.fromEntries(
	capacitySides.flatMap((side) => {
		const name = capacityWords[side].split(":", 1)[0] ?? "";
		return [
			[`${side}Standing`, `Capacity, ${name.toLowerCase()}`],
			[`${side}Note`, `Capacity, ${name.toLowerCase()}: what is there, and what is missing`],
		];
	}),
);

export const theoryLabels = {
	"theory-of-change": {
		problem: "The problem",
		population: "Whom it concerns",
		rootCause: "The root cause",
		rootCauseData: "The data that shows it",
		options: "What could be done",
		choice: "What was chosen, and why not the others",
		chain: "If this, then that",
		assumptions: "What must hold for it",
		monitoring: "How it is watched",
		adjustment: "What was learned, and changed for it",
	},
	"weighed-option": {
		place: "Line",
		option: "What it is",
		isChosen: "Chosen",
		...Object.fromEntries(
			optionCriteria.flatMap((each) => [
				[`${each}Fit`, optionCriterionWords[each]],
				[`${each}Reason`, `${optionCriterionWords[each]}: why`],
			]),
		),
	},
	intervention: {
		reach: "For whom, and where",
		evidenceRating: "How well it is known to work",
		selection: "Why this one was chosen",
		stage: "How far it has come",
		fidelity: "How it is seen that it is done as meant",
		readiness: "Who is ready to begin, and what must be there first",
		...supportWords,
		...capacityLabels,
	},
} as const;

export const theoryChoices = {
	"weighed-option": Object.fromEntries(optionCriteria.map((each) => [`${each}Fit`, fitWords])),
	intervention: {
		evidenceRating: evidenceRatingWords,
		stage: stageWords,
		...Object.fromEntries(capacitySides.map((side) => [`${side}Standing`, capacityStandingWords])),
	},
} as const;
