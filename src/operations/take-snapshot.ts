import type { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { buildPlanDocument } from "../documents/plan-document.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { canonicalText } from "../domain/workflow/action.ts";
import { getEdition } from "./open-plan.ts";
import type { OperationContext } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import { planFigures } from "./plan-figures.ts";

/** What a submission holds: the paper that was sent and the facts that it was made from, both frozen. */
export type SnapshotContent = { readonly paper: NeutralDocument; readonly facts: PlanFacts };

/** Keeps what is being submitted, for ever as it is. Answers the number of the submission: 1, 2, 3 ... */
export async function takeSnapshot(context: OperationContext, facts: PlanFacts): Promise<number> {
	const { actor, clock, ids, stores } = context;
	const graph = assemblePlan(facts);
	const paper = buildPlanDocument(graph, getEdition(facts.document), {
		today: dayOf(clock()),
		figures: await planFigures(graph),
	});
	const content = canonicalText({ paper, facts } satisfies SnapshotContent);
	const number = (await stores.snapshots.list(facts.document.id)).length + 1;
	await stores.snapshots.add({
		id: ids.next(),
		jurisdictionId: facts.document.jurisdictionId,
		documentId: facts.document.id,
		number,
		takenAt: clock(),
		takenBy: actor.personId,
		takenByName: actor.name,
		content,
		sha256: ids.hash(content),
	});
	return number;
}
