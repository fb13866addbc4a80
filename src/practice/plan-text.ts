import type { FocusArea, Goal } from "../domain/plan/plan-facts.ts";
import type { Population } from "../domain/plan/population.ts";
import type { PersonKey } from "./data/people.ts";
import type { CountyKey } from "./data/places.ts";

/** Says on purpose that there is nothing to say in a field. */
export const none = Symbol("none");

/** The words of one plan of the practice state. When and by whom it is written stands in `data/plan-times.ts`. */
export type PlanText = {
	readonly county: CountyKey;
	readonly title: string;
	/** Fields of the narrative, by the edition's ids. The cover sheet is filled in from the places and the roster. */
	readonly narrative: Readonly<Record<string, string | typeof none>>;
	readonly components: readonly ComponentText[];
	/** Groups of the full team that are missing, on purpose. */
	readonly withoutGroups?: readonly string[];
	/** Confirmed findings, by code, that the plan puts off, with the reason. */
	readonly deferrals?: Readonly<Record<string, string>>;
};

/**
 * One component. In its texts `{value}`, `{count}`, `{period}`, `{standard}` and `{earlier}` stand for the newest figure
 * of its indicator at the time of writing, its counts, its period, the standard, and the value of a year before.
 */
export type ComponentText = {
	readonly kind: "indicator" | "systemic-factor";
	readonly code: string;
	readonly origin: FocusArea["origin"];
	readonly probation: "yes" | "unanswered" | { readonly notApplicable: string };
	readonly answers: {
		readonly currentPerformance?: string;
		readonly additionalFactors?: string | typeof none;
		readonly training?: string | typeof none;
		readonly partnerRoles?: string | typeof none;
		readonly lawChanges?: string | typeof none;
	};
	readonly goals: readonly GoalText[];
};

export type GoalText = {
	readonly kind: Goal["goalKind"];
	readonly statement: string;
	readonly population: readonly Population[];
	/** For a numeric goal: where to, and by when; none where the writers have not come to it yet. */
	readonly target?: TargetText;
	/** For a process goal: what will show that it is done. */
	readonly evidence?: string;
	readonly strategies: readonly StrategyText[];
};

export type TargetText = {
	/** The standard itself, or the newest figure made better by a share of it. */
	readonly to: "standard" | { readonly better: number };
	readonly byMonth: number;
};

export type StrategyText = {
	readonly statement: string;
	readonly rationale: string;
	readonly population?: readonly Population[];
	readonly milestones: readonly MilestoneText[];
};

/** A milestone: its words, months from the start of the plan, the title of who sees to it, and the person where known. */
export type MilestoneText = readonly [statement: string, months: number | null, title: string, person?: PersonKey];
