import { addDays, addMonths, monthsBetween, type PlainDate } from "../domain/calendar/plain-date.ts";
import { rolesFor } from "../domain/people/may.ts";
import type { PipRules } from "../domain/pip/pip-rules.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import type { OperationContext } from "./operation.ts";

/**
 * Implementation of a PIP begins on the day on which it was approved, and lasts as many months as were planned, never more than the
 * authority allows. Until then the period was a guess.
 */
export async function beginImplementation(
	{ actor, stores }: OperationContext,
	{ document, cycle }: PlanFacts,
	{ clock }: PipRules,
	approvedOn: PlainDate,
): Promise<void> {
	const planned = Math.max(1, monthsBetween(cycle.startsOn, addDays(cycle.endsOn, 1)));
	const months = clock.limitMonths === null ? planned : Math.min(planned, clock.limitMonths);
	const path = await stores.jurisdictions.pathOf(document.jurisdictionId);
	await stores.facts.write({
		...{ kind: "cycle", id: cycle.id, verb: "change", expectedVersion: cycle.version },
		patch: { startsOn: approvedOn, endsOn: addDays(addMonths(approvedOn, months), -1) },
		...{ jurisdictionId: cycle.jurisdictionId, root: document.id },
		role: rolesFor(actor, "plan.write", path)[0] ?? null,
		reason: "The plan was approved: implementation begins.",
	});
}
