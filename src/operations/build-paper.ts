import type { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import type { PlanDocumentOptions } from "../documents/plan/plan-printing.ts";
import { buildPlanDocument } from "../documents/plan-document.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { canonicalText } from "../domain/workflow/action.ts";
import { liveFacts } from "./live-facts.ts";
import { getEdition } from "./open-plan.ts";
import type { OperationContext } from "./operation.ts";
import { getFederalWay } from "./pip-clock-of.ts";
import { dayOf, signedSha256 } from "./plan-checks.ts";
import { planFigures } from "./plan-figures.ts";

/** The paper of a plan under its edition, with its trends, the names of those responsible, and the hash of its facts. */
export async function buildPaper(
	context: OperationContext,
	facts: PlanFacts,
	part: Pick<PlanDocumentOptions, "sections" | "title" | "liveOf" | "toEdit"> = {},
): Promise<NeutralDocument> {
	const { clock, ids, stores } = context;
	const graph = assemblePlan(facts);
	const edition = getEdition(facts.document);
	const people = new Map<string, string>();
	for (const { assignedPersonId } of facts.milestones) {
		if (!assignedPersonId || people.has(assignedPersonId)) continue;
		const person = await stores.facts.find("person", assignedPersonId);
		if (person) people.set(person.id, person.name);
	}
	return buildPlanDocument(graph, edition, {
		today: dayOf(clock()),
		planSha256: signedSha256(facts, ids),
		versionHash: ids.hash(canonicalText(facts)),
		figures: await planFigures(graph),
		people,
		...(await liveFacts(context, facts, edition, part.liveOf)),
		...part,
		...(graph.improvement && {
			federalWay: await getFederalWay(context, facts.document.updateOf ?? facts.document.id),
		}),
		assignments: await stores.facts.list("state-assignment", { documentId: facts.document.id }),
	});
}
