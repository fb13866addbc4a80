import { shortenValue } from "../figures/shorten-value.ts";
import type { ExtractProblem, ExtractProblemId, ExtractTier } from "./extract-problems.ts";
import { extractProblems } from "./extract-problems.ts";

/** An element as problems name it. */
export type ElementName = { readonly number: string; readonly name: string };

/** Counts the problems of one file and hands each on as it comes; keeps none. */
export interface ProblemTally {
	/**
	 * Where reading stands: record from 1, line from 1, null where there is none; and the county of the record as `readCounty` gives it.
	 * Problems that follow are there.
	 */
	at(record: number | null, line: number | null, county?: string): void;
	report(id: ExtractProblemId, element?: ElementName | null, value?: string | null): void;
	/** Counts and hands on a problem that another tally has found. */
	repeat(problem: ExtractProblem): void;
	/** How many problems there were so far. */
	readonly count: number;
	byTier(): Readonly<Record<ExtractTier, number>>;
	byId(): ReadonlyMap<ExtractProblemId, number>;
}

export function makeProblemTally(file: number, onProblem: (problem: ExtractProblem) => void): ProblemTally {
	const tiers: Record<ExtractTier, number> = { reject: 0, mend: 0, look: 0 };
	const ids = new Map<ExtractProblemId, number>();
	let [record, line]: (number | null)[] = [null, null];
	let county = "unknown";
	let count = 0;
	const repeat = (problem: ExtractProblem) => {
		count++;
		tiers[problem.tier]++;
		ids.set(problem.id, (ids.get(problem.id) ?? 0) + 1);
		onProblem(problem);
	};
	return {
		repeat,
		get count() {
			return count;
		},
		at(nextRecord, nextLine, nextCounty = "unknown") {
			county = nextCounty;
			record = nextRecord;
			line = nextLine;
		},
		report(id, element = null, value = null) {
			repeat({
				id,
				tier: extractProblems[id].tier,
				file,
				record: record ?? null,
				line: line ?? null,
				element,
				value: value === null ? null : shortenValue(value),
				...(county === "unknown" ? {} : { county }),
			});
		},
		byTier: () => ({ ...tiers }),
		byId: () => ids,
	};
}
