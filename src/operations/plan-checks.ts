import type { PlainDate } from "../domain/calendar/plain-date.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import type { CheckResult } from "../domain/document/checks/check-result.ts";
import { runChecks } from "../domain/document/checks/run-checks.ts";
import type { Edition } from "../domain/document/edition.ts";
import type { CheckStage } from "../domain/document/stages.ts";
import type { PlanGraph } from "../domain/plan/plan-graph.ts";
import { findIndicator } from "../frameworks/ca-indicators/catalogue.ts";

/**
 * The edition's checks on a plan, as of a day, for the step that it is on its way to. `waiverGivers` names those who set
 * checks aside, by waiver id.
 */
export function checkPlan(
	graph: PlanGraph,
	edition: Edition,
	now: Date,
	stage: CheckStage = graph.document.updateOf ? "annual-update" : "submission",
	waiverGivers: ReadonlyMap<string, string> = new Map(),
): readonly CheckResult[] {
	return runChecks(graph, edition, {
		today: dayOf(now),
		stage,
		findIndicator,
		waiverGivers,
	});
}

/** The calendar day of a moment in UTC. */
export function dayOf(moment: Date): PlainDate {
	return plainDate(moment.toISOString().slice(0, 10));
}
