import type { FigureProblemId } from "./figure-problems.ts";
import type { Place } from "./place.ts";
import { type Problem, type ProblemWords, sayProblem } from "./problem.ts";
import type { WorkbookProblemId } from "./workbook-problems.ts";

/** One problem of a catalogue of its own, or of opening a table and taking it apart. */
export type CatalogueProblem<Id extends string> = Omit<Problem, "rule"> & {
	readonly rule: { readonly id: Id | FigureProblemId | WorkbookProblemId; readonly text: string };
};

/** Takes down the problems of a file in the order found: the first hundred of each kind, which is enough to mend it by. */
export interface CatalogueProblemList<Id extends string> {
	report(id: Id, place: Place, value?: string | null, details?: Readonly<Record<string, string>>): void;
	add(problem: CatalogueProblem<Id>): void;
	blocked(): boolean;
	problems(): readonly CatalogueProblem<Id>[];
}

const mostOfAKind = 100;

/** An empty list of problems of a catalogue. */
export function makeCatalogueProblemList<Id extends string>(
	catalogue: Readonly<Record<Id, ProblemWords>>,
): CatalogueProblemList<Id> {
	const listed: CatalogueProblem<Id>[] = [];
	const counts = new Map<string, number>();
	const add = (problem: CatalogueProblem<Id>): void => {
		const before = counts.get(problem.rule.id) ?? 0;
		counts.set(problem.rule.id, before + 1);
		if (before < mostOfAKind) listed.push(problem);
	};
	return {
		add,
		report: (id, place, value = null, details = {}) => add(sayProblem(id, catalogue[id], place, value, details)),
		blocked: () => listed.some(({ tier }) => tier !== "look-at"),
		problems: () => listed,
	};
}
