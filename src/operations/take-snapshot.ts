import type { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { factsAsAgreed } from "../domain/engagement/consent.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { canonicalText } from "../domain/workflow/action.ts";
import { buildPaper } from "./build-paper.ts";
import type { OperationContext } from "./operation.ts";

/** What a submission holds: the paper that was sent and the facts that it was made from, both frozen. */
export type SnapshotContent = { readonly paper: NeutralDocument; readonly facts: PlanFacts };

/**
 * Keeps what is being submitted, for ever as it is: the facts hold name and checksum of each attachment, so the checksum of the
 * snapshot stands for them too, and their bytes stay. Answers the number of the submission: 1, 2, 3 ...
 */
export async function takeSnapshot(context: OperationContext, facts: PlanFacts): Promise<number> {
	const { actor, clock, ids, stores } = context;
	const paper = await buildPaper(context, facts);
	const content = canonicalText({ paper, facts: factsAsAgreed(facts) } satisfies SnapshotContent);
	const number = (await stores.snapshots.list(facts.document.id)).length + 1;
	await stores.snapshots.add(
		{
			id: ids.next(),
			jurisdictionId: facts.document.jurisdictionId,
			documentId: facts.document.id,
			number,
			takenAt: clock(),
			takenBy: actor.personId,
			takenByName: actor.name,
			content,
			sha256: ids.hash(content),
		},
		facts.attachments.map(({ fileId }) => fileId),
	);
	return number;
}
