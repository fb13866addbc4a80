import { figureLimits } from "./figure-limits.ts";
import { type FigureProblemId, figureProblems } from "./figure-problems.ts";
import type { Place } from "./place.ts";
import { blocks, makeProblem, type Problem, type ProblemTier } from "./problem.ts";

/** How often each kind of problem was found, whether listed or not: for the summary above the list. */
export interface ProblemCount {
	readonly id: FigureProblemId;
	readonly tier: ProblemTier;
	readonly count: number;
	/** How many of them are in the list of problems: the first hundred. */
	readonly listed: number;
}

export type ProblemDetails = Readonly<Record<string, string>>;

/** Takes down problems in the order found. Lists the first hundred of each kind and counts them all. */
export interface ProblemList {
	/** `details` may be a function, which is called only when the problem is listed. */
	report(
		id: FigureProblemId,
		place: Place,
		value?: string | null,
		details?: ProblemDetails | (() => ProblemDetails),
	): void;
	add(problem: Problem): void;
	blocked(): boolean;
	problems(): readonly Problem[];
	counts(): readonly ProblemCount[];
}

/** An empty list of problems. */
export function makeProblemList(): ProblemList {
	const listed: Problem[] = [];
	const counts = new Map<FigureProblemId, number>();
	const count = (id: FigureProblemId): boolean => {
		const before = counts.get(id) ?? 0;
		counts.set(id, before + 1);
		return before < figureLimits.problemsListed;
	};
	return {
		report(id, place, value = null, details = {}) {
			if (count(id)) listed.push(makeProblem(id, place, value, typeof details === "function" ? details() : details));
		},
		add(problem) {
			if (count(problem.rule.id)) listed.push(problem);
		},
		blocked: () => listed.some(blocks),
		problems: () => listed,
		counts: () =>
			[...counts].map(([id, total]) => ({
				id,
				tier: figureProblems[id].tier,
				count: total,
				listed: Math.min(total, figureLimits.problemsListed),
			})),
	};
}
