import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Indicator } from "../../../domain/measure/indicator.ts";
import type { Judgement } from "../../../domain/measure/judgement.ts";
import type { Observation, PopulationGroup } from "../../../domain/measure/measure-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";

/** One indicator in one place for one group of children: figures oldest first, the last, and how it stands. */
export type SeriesProps = {
	readonly jurisdictionId: string;
	readonly indicator: Indicator;
	readonly populationGroup: PopulationGroup;
	readonly observations: readonly Observation[];
	readonly latest: Observation;
	readonly judgement: Judgement;
};

export type OutcomeRowProps = {
	readonly series: SeriesProps;
	readonly findings: readonly Fact<"finding">[];
	readonly components: readonly Fact<"focus-area">[];
};

/** A goal as a plan sets it for an outcome, down to the milestones. */
export type OutcomeGoalProps = {
	readonly goal: Fact<"goal">;
	readonly number: string;
	readonly measures: readonly {
		readonly objective: Fact<"objective">;
		readonly measure: Fact<"measure"> | undefined;
		readonly target: Fact<"target"> | undefined;
	}[];
	readonly strategies: readonly {
		readonly strategy: Fact<"strategy">;
		readonly number: string;
		readonly milestones: readonly {
			readonly milestone: Fact<"milestone">;
			readonly number: string;
			readonly dueOn: PlainDate | undefined;
		}[];
	}[];
};

export type OutcomeAnswerProps = {
	readonly component: Fact<"focus-area">;
	readonly document: Fact<"document">;
	readonly cycle: Fact<"cycle">;
	readonly goals: readonly OutcomeGoalProps[];
	/** What was said on it, and what it changed. */
	readonly voices: readonly Fact<"partner-input">[];
};

export type FindingProps = Fact<"finding"> & { readonly evidence: readonly Fact<"evidence">[] };

/** Whose children a figure counts, in words. */
export const groupWords: Readonly<Record<PopulationGroup, string>> = {
	all: "All children",
	"child-welfare": "Child welfare",
	probation: "Probation",
};

/** The address of the page of one indicator in one place. */
export function outcomeAddress(jurisdictionId: string, { vintage, code }: { vintage: string; code: string }): string {
	return `/outcomes/${jurisdictionId}/${encodeURIComponent(vintage)}/${encodeURIComponent(code)}`;
}
