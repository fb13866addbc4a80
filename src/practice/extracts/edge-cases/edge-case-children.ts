import type { SyntheticChild } from "../synthetic-child.ts";
import { ageEighteen } from "./age-eighteen.ts";
import { type EdgeCase, edgeChild, report } from "./edge-case.ts";
import { lengthOfStay } from "./length-of-stay.ts";
import { maltreatmentInCare, recurrence } from "./maltreatment.ts";
import { missingAndImpossible } from "./missing-and-impossible.ts";
import { placementMoves } from "./placement-moves.ts";
import { reentry } from "./reentry.ts";
import { removalsAndFiles } from "./removals-and-files.ts";
import { trialHomeVisit } from "./trial-home-visit.ts";

/** Federal fiscal years of the files that the cases need: periods 21A to 25B and Child Files 2021 to 2025. */
export const edgeCaseYears = { first: 2021, last: 2025 } as const;

/** Every case of the table that is about files (1 to 98), by number. */
export const edgeCases: readonly EdgeCase[] = [
	...lengthOfStay,
	...ageEighteen,
	...trialHomeVisit,
	...removalsAndFiles,
	...missingAndImpossible,
	...placementMoves,
	...maltreatmentInCare,
	...recurrence,
	...reentry,
];

/** A child of no case, in county 99199, with an unsubstantiated report in each year: so that no Child File is empty. */
const bystander: SyntheticChild = {
	...edgeChild("99", {
		reports: [2021, 2022, 2023, 2024, 2025].map((year) => report(`${year}-02-01`, { levels: [5] })),
	}),
	recordNumber: "EDGENONE",
};

/** The children of all cases that can stand in the same files; cases 48 and 49 need files of their own. */
export const edgeCaseChildren: readonly SyntheticChild[] = [
	bystander,
	...edgeCases.filter(({ alone }) => !alone).flatMap(({ children }) => children),
];
