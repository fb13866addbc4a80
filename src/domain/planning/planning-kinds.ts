import type { Fact, FactKind } from "../workflow/fact-kinds.ts";

/** The kinds of facts that people keep for a State's planning, one list each. */
export const planningKinds = [
	"statewide-plan",
	"planning-role",
	"planning-team",
	"team-seat",
	"planning-event",
	"event-guest",
	"planning-record",
	"review-panel",
	"panel-report",
	"panel-recommendation",
	"demographic-panel",
	"case-certification",
	"visit-report",
	"distribution",
	"due-completion",
] as const satisfies readonly FactKind[];
export type PlanningKind = (typeof planningKinds)[number];

/** All facts of a State's planning by kind, oldest first. */
export type PlanningFacts = { readonly [K in PlanningKind]: readonly Fact<K>[] };
