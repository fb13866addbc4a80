import type { ExtractProblem, ExtractProblemId, ExtractTier } from "./extract-problems.ts";

/** All problems of one message: how many, and the first few of them. */
export type ProblemGroup = {
	readonly id: ExtractProblemId;
	readonly tier: ExtractTier;
	readonly count: number;
	readonly first: readonly ExtractProblem[];
};

/** The problems of a file by message, the worst tier first and in it the most frequent; of the whole file and of each county. */
export type ProblemSummary = {
	readonly groups: readonly ProblemGroup[];
	/** By FIPS code; "unknown" for problems of no known county. */
	readonly counties: Readonly<Record<string, readonly ProblemGroup[]>>;
};

/** Problems that are kept of each message. */
const firstFew = 5;
/** A state has at most 254 counties. A file of nonsense codes must not fill the memory: what is above counts under "unknown". */
const mostCounties = 500;

type Groups = Map<
	ExtractProblemId,
	{ id: ExtractProblemId; tier: ExtractTier; count: number; first: ExtractProblem[] }
>;

/** Counts problems as they come and keeps the first few of each message. */
export function makeProblemSummary(): { add(problem: ExtractProblem): void; summary(): ProblemSummary } {
	const whole: Groups = new Map();
	const counties = new Map<string, Groups>();
	return {
		add(problem) {
			count(whole, problem);
			count(groupsOf(counties, countyOf(problem)), problem);
		},
		summary: () => ({
			groups: inOrder(whole),
			counties: Object.fromEntries(
				[...counties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, of]) => [code, inOrder(of)]),
			),
		}),
	};
}

/** The county under which a problem is counted and listed. */
export function countyOf({ county }: ExtractProblem): string {
	return county ?? "unknown";
}

/** The tiers, the worst first. */
export const extractTiers = ["reject", "mend", "look"] as const satisfies readonly ExtractTier[];

function groupsOf(counties: Map<string, Groups>, county: string): Groups {
	const key = counties.has(county) || counties.size < mostCounties ? county : "unknown";
	const groups: Groups = counties.get(key) ?? new Map();
	counties.set(key, groups);
	return groups;
}

function count(groups: Groups, problem: ExtractProblem): void {
	const { id, tier } = problem;
	const group = groups.get(id) ?? { id, tier, count: 0, first: [] };
	group.count += 1;
	if (group.first.length < firstFew) group.first.push(problem);
	groups.set(id, group);
}

function inOrder(groups: Groups): readonly ProblemGroup[] {
	return [...groups.values()].sort(
		(a, b) =>
			extractTiers.indexOf(a.tier) - extractTiers.indexOf(b.tier) || b.count - a.count || (a.id < b.id ? -1 : 1),
	);
}
