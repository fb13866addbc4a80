import type { PlainDate } from "../domain/calendar/plain-date.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { milestoneWord } from "../frameworks/editions.ts";
import { dueDaysOf } from "./milestone-report.ts";
import type { Stores } from "./ports.ts";

/** A milestone of an accepted plan, with the plan that was accepted first and the milestone's last day. */
export type MilestoneInForce = {
	readonly milestone: Fact<"milestone">;
	readonly document: Fact<"document">;
	readonly dueOn: PlainDate | undefined;
	/** What its plan calls it: "milestone", "key activity". */
	readonly word: string;
};

/** The milestones of accepted plans that match, of those that the reader may see. A few queries, however many plans there are. */
export async function listMilestonesInForce(
	stores: Stores,
	filter: { readonly assignedPersonId?: string; readonly jurisdictionId?: string } = {},
): Promise<readonly MilestoneInForce[]> {
	const { facts } = stores;
	const milestones = await facts.list("milestone", filter);
	if (milestones.length === 0) return [];
	const place = filter.jurisdictionId ? { jurisdictionId: filter.jurisdictionId } : {};
	const documents = (await facts.list("document", { ...place, state: "accepted" }))
		// The plan itself before its yearly papers, which use the same goals.
		.toSorted((a, b) => (a.updateNumber ?? 0) - (b.updateNumber ?? 0));
	const order = new Map(documents.map((each, index) => [each.id, index]));
	const documentOfGoal = new Map<string, Fact<"document">>();
	const uses = (await facts.list("goal-use", place)).filter((each) => order.has(each.documentId));
	for (const use of uses.toSorted((a, b) => (order.get(a.documentId) ?? 0) - (order.get(b.documentId) ?? 0))) {
		const document = documents[order.get(use.documentId) ?? -1];
		if (document && !documentOfGoal.has(use.goalId)) documentOfGoal.set(use.goalId, document);
	}
	const strategies = await facts.list("strategy", place);
	const goalOfStrategy = new Map(strategies.map((each) => [each.id, each.goalId]));
	const dueDays = await dueDaysOf(stores, milestones, strategies);
	return milestones.flatMap((milestone) => {
		const document = documentOfGoal.get(goalOfStrategy.get(milestone.strategyId) ?? "");
		if (!document) return [];
		return [{ milestone, document, dueOn: dueDays.get(milestone.id), word: milestoneWord(document.editionId) }];
	});
}
