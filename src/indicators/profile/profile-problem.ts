import type { FigureProblemId } from "../figures/figure-problems.ts";
import type { Place } from "../figures/place.ts";
import { type Problem, sayProblem } from "../figures/problem.ts";
import { type ProfileProblemId, profileProblems } from "./profile-problems.ts";

/** One problem in the file of a state data profile, for the person who must mend it. */
export type ProfileProblem = Omit<Problem, "rule"> & {
	readonly rule: { readonly id: ProfileProblemId | FigureProblemId; readonly text: string };
};

/** Takes down the problems of a file in the order found: the first hundred of each kind, which is enough to mend it by. */
export interface ProfileProblemList {
	report(id: ProfileProblemId, place: Place, value?: string | null, details?: Readonly<Record<string, string>>): void;
	add(problem: ProfileProblem): void;
	blocked(): boolean;
	problems(): readonly ProfileProblem[];
}

const mostOfAKind = 100;

/** An empty list of problems. */
export function makeProfileProblemList(): ProfileProblemList {
	const listed: ProfileProblem[] = [];
	const counts = new Map<string, number>();
	const add = (problem: ProfileProblem): void => {
		const before = counts.get(problem.rule.id) ?? 0;
		counts.set(problem.rule.id, before + 1);
		if (before < mostOfAKind) listed.push(problem);
	};
	return {
		add,
		report: (id, place, value = null, details = {}) => add(sayProblem(id, profileProblems[id], place, value, details)),
		blocked: () => listed.some(({ tier }) => tier !== "look-at"),
		problems: () => listed,
	};
}
