import {
	type CatalogueProblem,
	type CatalogueProblemList,
	makeCatalogueProblemList,
} from "../figures/catalogue-problems.ts";
import { type ProfileProblemId, profileProblems } from "./profile-problems.ts";

/** One problem in the file of a state data profile, for the person who must mend it. */
export type ProfileProblem = CatalogueProblem<ProfileProblemId>;

/** Takes down the problems of a profile in the order found. */
export type ProfileProblemList = CatalogueProblemList<ProfileProblemId>;

/** An empty list of problems. */
export function makeProfileProblemList(): ProfileProblemList {
	return makeCatalogueProblemList(profileProblems);
}
