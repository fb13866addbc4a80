import { type PipFacts, pipFactsOf } from "../domain/pip/improvement-facts.ts";
import type { PipRules } from "../domain/pip/pip-rules.ts";
import { type PipView, viewPip } from "../domain/pip/pip-view.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { PlanFacts, PlanGraph } from "../domain/plan/plan-graph.ts";
import { NotFound } from "./errors.ts";
import { getPipRules } from "./open-pip.ts";
import type { OperationContext } from "./operation.ts";
import { getFederalWay } from "./pip-clock-of.ts";
import { dayOf } from "./plan-checks.ts";

/** A PIP in one read, with everything that is worked out of it for today. */
export async function viewOfPip(
	context: OperationContext,
	documentId: string,
): Promise<{
	readonly facts: PlanFacts;
	readonly graph: PlanGraph;
	readonly pip: PipFacts;
	readonly rules: PipRules;
	readonly view: PipView;
}> {
	const facts = await context.stores.plans.find(documentId);
	if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
	const { rules } = getPipRules(facts.document);
	const graph = assemblePlan(facts);
	const pip = pipFactsOf(graph);
	if (!pip) throw new NotFound("This plan was not started as a Program Improvement Plan.");
	const view = viewPip(graph, pip, rules, await getFederalWay(context, documentId), dayOf(context.clock()));
	return { facts, graph, pip, rules, view };
}
