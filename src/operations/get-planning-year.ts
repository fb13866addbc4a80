import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { checkRequirements, type RequirementStanding } from "../domain/planning/check-requirements.ts";
import type { PlanningFacts } from "../domain/planning/planning-kinds.ts";
import { PaperKind, PlanningRequirement, PlanningRules } from "../domain/planning/planning-rules.ts";
import type { StatePaper } from "../domain/planning/planning-view.ts";
import { DocumentState } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { listPlanningRules } from "../frameworks/planning-frameworks.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { loadPlanning } from "./planning-view.ts";

export type PlanningYear = {
	readonly state: Fact<"jurisdiction">;
	readonly today: PlainDate;
	readonly year: number;
	readonly cycleStart: number;
	/** Null while the State follows no planning rules. */
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

z.globalRegistry.add(PlanningRules, { id: "PlanningRules" });

const StatePaperOutput = z
	.object({
		documentId: z.uuid(),
		framework: z.string(),
		paper: PaperKind,
		title: z.string(),
		state: DocumentState,
		submittedOn: PlainDate.nullable(),
		startsOn: PlainDate,
		endsOn: PlainDate,
	})
	.meta({ id: "StatePaper" });

const factsOutput = z
	.object({
		"statewide-plan": z.array(factOutputs["statewide-plan"]),
		"planning-role": z.array(factOutputs["planning-role"]),
		"planning-team": z.array(factOutputs["planning-team"]),
		"team-seat": z.array(factOutputs["team-seat"]),
		"planning-event": z.array(factOutputs["planning-event"]),
		"event-guest": z.array(factOutputs["event-guest"]),
		"planning-record": z.array(factOutputs["planning-record"]),
		"review-panel": z.array(factOutputs["review-panel"]),
		"panel-report": z.array(factOutputs["panel-report"]),
		"panel-recommendation": z.array(factOutputs["panel-recommendation"]),
		"demographic-panel": z.array(factOutputs["demographic-panel"]),
		"case-certification": z.array(factOutputs["case-certification"]),
		"visit-report": z.array(factOutputs["visit-report"]),
		distribution: z.array(factOutputs.distribution),
		"due-completion": z.array(factOutputs["due-completion"]),
	})
	.meta({ id: "PlanningFacts" });

/**
 * A State's planning in one calendar year and five-year cycle: what its rules ask, what is done, open and late, and every fact of it.
 * Without a year, this one; without a cycle, the one that the State works on.
 */
export const getPlanningYear = defineOperation({
	name: "get-planning-year",
	title: "Get a State's planning year",
	http: { method: "get", path: "/planning-year" },
	input: z.object({
		jurisdictionId: z.uuid(),
		year: z.coerce.number().int().min(2000).max(2040).optional(),
		cycleStart: z.coerce
			.number()
			.int()
			.min(2000)
			.max(2040)
			.refine(
				(year) => year % 5 === 0,
				"A five-year cycle begins with a federal fiscal year that 5 divides: 2025, 2030.",
			)
			.optional()
			.describe("First federal fiscal year of the five-year plan."),
	}),
	output: z.object({
		state: factOutputs.jurisdiction,
		today: PlainDate,
		year: z.int(),
		cycleStart: z.int(),
		framework: factOutputs["planning-framework"].nullable(),
		rules: PlanningRules.nullable(),
		available: z.array(z.object({ id: z.string(), title: z.string() })),
		standings: z.array(
			z
				.object({
					requirement: PlanningRequirement,
					standing: z
						.enum(["done", "open", "late", "apart"])
						.describe("`apart`: people, or another part of the program, judge it."),
					missing: z.array(z.string()),
					found: z.string(),
					dueOn: PlainDate.nullable(),
				})
				.meta({ id: "RequirementStanding" }),
		),
		facts: factsOutput,
		goals: z.array(factOutputs.goal),
		strategies: z.array(factOutputs.strategy),
		papers: z.array(StatePaperOutput).describe("The State's documents that are written here, newest period first."),
		places: z.array(factOutputs.jurisdiction),
		mayWrite: z.boolean(),
	}),
	async run(context, input): Promise<PlanningYear> {
		const { state, view, places, framework, planningRules, mayWrite } = await loadPlanning(context, input);
		const { today, year, cycleStart, facts, goals, papers, strategies } = view;
		return {
			...{ papers, state, today, year, cycleStart, facts, goals, strategies, places, mayWrite },
			framework: framework ?? null,
			rules: planningRules ?? null,
			available: listPlanningRules().map(({ id, title }) => ({ id, title })),
			standings: planningRules ? checkRequirements(planningRules, view) : [],
		};
	},
});
