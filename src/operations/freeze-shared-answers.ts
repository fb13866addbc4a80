import { type JurisdictionPath, rolesFor } from "../domain/people/may.ts";
import type { Permission } from "../domain/people/roles.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import type { OperationContext } from "./operation.ts";

/**
 * Writes the text that an answer has from another document into the answer itself: what is sent stays as it was sent, whatever
 * becomes of the source. The tie stays, for the next draft.
 */
export async function freezeSharedAnswers(
	{ actor, stores }: OperationContext,
	{ answers, document, sharedAnswers }: PlanFacts,
	permission: Permission,
	path: JurisdictionPath,
): Promise<void> {
	for (const answer of answers) {
		const source = sharedAnswers.find(({ id }) => id === answer.sameAs);
		if (!source) continue;
		await stores.facts.write({
			kind: "answer",
			id: answer.id,
			verb: "change",
			expectedVersion: answer.version,
			patch: { value: source.value, none: source.none },
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role: rolesFor(actor, permission, path)[0] ?? null,
			reason: "Frozen with the submission.",
		});
	}
}
