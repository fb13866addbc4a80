import { factsAsAgreed } from "../engagement/consent.ts";
import type { PlanFacts } from "../plan/plan-graph.ts";
import { canonicalText } from "../workflow/action.ts";

/**
 * What a signature is put to, as one text: everything that the plan's writers wrote, and the checksums of what is attached.
 * Left out is what changes without anybody changing the plan: where it stands in the workflow, figures that arrive, reports of
 * progress, what was set aside, and the papers of the approval itself (`approvalKinds`). The same facts give the same text, in
 * whatever order they come.
 */
export function signedText(facts: PlanFacts, approvalKinds: readonly string[]): string {
	const { document, cycle } = facts;
	// The same for all who read it: who may not see a name signs and checks the same text as who may.
	const agreed = factsAsAgreed(facts);
	return canonicalText({
		title: document.title,
		edition: document.editionId,
		jurisdiction: document.jurisdictionId,
		period: [cycle.startsOn, cycle.endsOn],
		milestones: inOrder(facts.milestones.map(({ status: _status, completedOn: _completedOn, ...plan }) => plan)),
		attachments: inOrder(
			facts.attachments
				.filter((each) => !approvalKinds.includes(each.attachmentKind))
				.map(({ id, attachmentKind, focusAreaId, title, sha256 }) => ({
					id,
					attachmentKind,
					focusAreaId,
					title,
					sha256,
				})),
		),
		...Object.fromEntries(written.map((name) => [name, inOrder(agreed[name])])),
	});
}

const written = [
	"answers",
	"focusAreas",
	"goalUses",
	"goals",
	"objectives",
	"baselines",
	"targets",
	"measures",
	"strategies",
	"parties",
	"teamMembers",
	"findingAnswers",
] as const satisfies readonly (keyof PlanFacts)[];

/** By id, without versions: a text that was changed and changed back is the text that was signed. */
function inOrder(facts: readonly { readonly id: string }[]): readonly object[] {
	return facts
		.toSorted((a, b) => (a.id < b.id ? -1 : 1))
		.map((fact) => Object.fromEntries(Object.entries(fact).filter(([key]) => key !== "version")));
}
