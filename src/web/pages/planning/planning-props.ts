import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { RequirementStanding } from "../../../domain/planning/check-requirements.ts";
import type { PlanningFacts } from "../../../domain/planning/planning-kinds.ts";
import type { PlanningRules } from "../../../domain/planning/planning-rules.ts";
import type { StatePaper } from "../../../domain/planning/planning-view.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { PageFrame } from "../../shell/page-frame.ts";

type Option = { readonly value: string; readonly label: string };

/** What all pages of a planning year show. */
export type PlanningProps = {
	readonly frame: PageFrame;
	readonly year: {
		readonly state: Fact<"jurisdiction">;
		readonly today: PlainDate;
		readonly year: number;
		readonly cycleStart: number;
		readonly framework: Fact<"planning-framework"> | null;
		readonly rules: PlanningRules | null;
		readonly available: readonly { readonly id: string; readonly title: string }[];
		readonly standings: readonly RequirementStanding[];
		readonly facts: PlanningFacts;
		readonly goals: readonly Fact<"goal">[];
		readonly strategies: readonly Fact<"strategy">[];
		readonly papers: readonly StatePaper[];
		readonly places: readonly Fact<"jurisdiction">[];
		readonly mayWrite: boolean;
	};
	/** People to choose from, due-date rules and documents of the State. */
	readonly people: readonly Option[];
	readonly dueRules: readonly Option[];
	readonly documents: readonly Option[];
};

/** The pages of a planning year that show something else than one list. */
export const planningPages = {
	board: "/planning-year",
	regions: "/planning-year/regions",
	january: "/planning-year/january",
	panels: "/planning-year/panels",
	profile: "/planning-year/profile",
	cases: "/planning-year/cases",
} as const;
