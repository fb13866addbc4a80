import { addDays } from "../../domain/calendar/plain-date.ts";
import type { Block } from "../../domain/drafting/drafting-facts.ts";
import { addDraftComment } from "../../operations/add-draft-comment.ts";
import { assignSection } from "../../operations/assign-section.ts";
import { getDrafting } from "../../operations/get-drafting.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { markSection } from "../../operations/mark-section.ts";
import { settleDraftComment } from "../../operations/settle-draft-comment.ts";
import { suggestEdit } from "../../operations/suggest-edit.ts";
import type { PersonKey } from "../data/people.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Desk } from "./session.ts";

/** The newest plan is written by several: sections are handed out, one of them is overdue, people comment, and one words it otherwise. */
export async function workTogether(desk: Desk, story: PlanStory): Promise<void> {
	const { times, draft, today } = story;
	const documentId = draft.documentId();
	const { facts } = await desk.perform(times.planner, getPlan, { documentId });
	const [first, second] = facts.focusAreas.toSorted((a, b) => a.position - b.position);
	const milestone = facts.milestones.find(({ statement }) => statement.startsWith("Placement officers"));
	const strategy = facts.strategies.find(({ statement }) => statement.startsWith("Give each family"));
	if (!first || !second || !milestone || !strategy)
		throw new Error("Alder's plan has the parts that people talk about.");
	const handedOut: readonly [section: string, focusAreaId: string | null, owner: PersonKey, days: number][] = [
		["cover", null, "maribel", -4],
		["narrative", null, "maribel", 12],
		["components", first.id, "desmond", 5],
		["components", second.id, "priyanka", 19],
		["team", null, "jo", 8],
	];
	for (const [section, focusAreaId, owner, days] of handedOut) {
		await desk.perform(times.planner, assignSection, {
			...{ documentId, section, focusAreaId, ownerId: desk.personId(owner), dueOn: addDays(today, days), version: 0 },
		});
	}
	const { assignments } = await desk.perform("desmond", getDrafting, { documentId });
	const own = assignments.find(({ ownerId }) => ownerId === desk.personId("desmond"));
	if (own) {
		await desk.perform("desmond", markSection, { documentId, assignmentId: own.id, standing: "in-work", version: 1 });
	}
	const say = (who: PersonKey, about: Omit<Block, "field"> & { readonly field?: string }, text: string) =>
		desk.perform(who, addDraftComment, { documentId, about, text });
	const rationale = await say(
		"jo",
		{ aboutKind: "strategy", aboutId: strategy.id },
		"Two of our parent partners speak Spanish only. @Maribel Fontes, can the plan say that families can ask for one who speaks their language?",
	);
	await desk.perform("maribel", addDraftComment, {
		...{ documentId, replyTo: rationale.id },
		text: "Good point. I will add it to the rationale once we know how many families ask for it. @Priyanka Sethi, do we have the number?",
	});
	const settled = await say(
		"victor",
		{ aboutKind: "focus-area", aboutId: second.id },
		"Probation is not answered here yet. It should be: a third of these youth are ours.",
	);
	await desk.perform("desmond", settleDraftComment, {
		...{ documentId, commentId: settled.id, settled: true, version: 1 },
	});
	await say(
		"priyanka",
		{ aboutKind: "focus-area", aboutId: first.id, field: "component.currentPerformance" },
		"The new quarter comes next week. Wait with the last number until then.",
	);
	await desk.perform("jo", suggestEdit, {
		...{ documentId, about: { aboutKind: "milestone", aboutId: milestone.id, field: "statement" } },
		after: "Placement officers and two parent partners trained together in after-care planning.",
		...{ note: "Trained together they know each other before the first family.", fromVersion: milestone.version },
	});
}
