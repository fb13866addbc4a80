import { addDays } from "../../domain/calendar/plain-date.ts";
import { addDraftComment } from "../../operations/add-draft-comment.ts";
import { getDrafting } from "../../operations/get-drafting.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { shareDraft } from "../../operations/share-draft.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Desk, Session } from "./session.ts";

const tooLate =
	"The plan says when after-care begins, not for how long it goes on. Re-entry is counted for a year: can it say so?";

/** The newest draft is shared with the State before it is ready, and both talk on it; one question is still open. */
export function shareEarly(story: PlanStory): readonly Session[] {
	const { times, draft, today } = story;
	if (times.key !== "alder-current") return [];
	const session = (daysAgo: number, name: string, run: (desk: Desk) => Promise<void>): Session => ({
		day: addDays(today, -daysAgo),
		name: `plan ${times.key}: ${name}`,
		run,
	});
	return [
		session(5, "share the draft", async (desk) => {
			await desk.perform(times.planner, shareDraft, {
				...{ documentId: draft.documentId(), shared: true },
				note: "Component 1 is nearly there. Is what we say of after-care what the State looks for?",
			});
		}),
		session(4, "the State comments", async (desk) => {
			const documentId = draft.documentId();
			const { facts } = await desk.perform("renata", getPlan, { documentId });
			const [first] = facts.focusAreas.toSorted((a, b) => a.position - b.position);
			const strategy = facts.strategies.find(({ statement }) => statement.startsWith("Give each family"));
			if (!first || !strategy) throw new Error("Alder's shared draft has the parts that the State comments on.");
			await desk.perform("renata", addDraftComment, {
				...{ documentId, about: { aboutKind: "strategy", aboutId: strategy.id }, text: tooLate },
			});
			await desk.perform("renata", addDraftComment, {
				...{ documentId, about: { aboutKind: "focus-area", aboutId: first.id, field: "component.additionalFactors" } },
				text: "Birch answers the same factor with its court. A call between the two of you may save both some work.",
			});
		}),
		session(2, "answer the State", async (desk) => {
			const documentId = draft.documentId();
			const { comments } = await desk.perform(times.planner, getDrafting, { documentId });
			const asked = comments.find(({ text }) => text === tooLate);
			if (!asked) throw new Error("Alder has not read what the State asked.");
			await desk.perform(times.planner, addDraftComment, {
				...{ documentId, replyTo: asked.id, withState: true },
				text: "For twelve months; it stands in the agreement with Parents Together. We write it into the strategy.",
			});
		}),
	];
}
