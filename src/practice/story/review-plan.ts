import { addDays } from "../../domain/calendar/plain-date.ts";
import { addReviewRemark } from "../../operations/add-review-remark.ts";
import { changeReview } from "../../operations/change-review.ts";
import { getReview } from "../../operations/get-review.ts";
import { logStateContact } from "../../operations/log-state-contact.ts";
import { releaseRemarks } from "../../operations/release-remarks.ts";
import { respondToRemark } from "../../operations/respond-to-remark.ts";
import { toWorkingDay } from "../calendar/working-days.ts";
import type { RemarkText } from "../data/plan-times.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Desk, Session } from "./session.ts";

/** What the State asks and recommends while it reviews the plan, and what the county answers. */
export function reviewPlan(story: PlanStory): readonly Session[] {
	const { times, draft, today } = story;
	const { review } = times;
	if (!review) return [];
	const { who, units, remarks, call } = review;
	const session = (daysAgo: number, name: string, run: (desk: Desk) => Promise<void>): Session => ({
		day: addDays(today, -daysAgo),
		name: `plan ${times.key}: ${name}`,
		run,
	});
	return [
		session(review.daysAgo, "who reviews", async (desk) => {
			const documentId = draft.documentId();
			const opened = (await desk.perform(who, getReview, { documentId })).reviews.at(-1);
			if (!opened) throw new Error(`The review of the practice plan ${times.key} was not opened yet.`);
			const { id: reviewId, version } = opened;
			const reviewerIds = [desk.personId(who)];
			await desk.perform(who, changeReview, { documentId, reviewId, version, units: [...units], reviewerIds });
		}),
		...remarks.flatMap((remark) => [
			session(remark.daysAgo, remark.kind, (desk) => say(desk, story, who, remark)),
			session(remark.answer.daysAgo, `answer to the ${remark.kind}`, (desk) => answer(desk, story, remark)),
		]),
		session(call.daysAgo, "call", async (desk) => {
			const on = toWorkingDay(addDays(today, -call.daysAgo));
			const documentId = draft.documentId();
			await desk.perform(who, logStateContact, { documentId, on, channel: "telephone", note: call.note });
		}),
	];
}

/** A question goes out at once; a recommendation goes out with the step of the workflow. */
async function say(
	desk: Desk,
	{ draft }: PlanStory,
	who: RemarkText["answer"]["who"],
	remark: RemarkText,
): Promise<void> {
	const documentId = draft.documentId();
	const about = remark.part ? draft.part(remark.part) : { kind: "document", id: documentId };
	await desk.perform(who, addReviewRemark, {
		documentId,
		remarkKind: remark.kind,
		unit: remark.unit,
		aboutKind: about.kind as "document",
		aboutId: about.id,
		text: remark.text,
	});
	if (remark.kind === "question") await desk.perform(who, releaseRemarks, { documentId, remarkKind: "question" });
}

async function answer(desk: Desk, { draft, times }: PlanStory, remark: RemarkText): Promise<void> {
	const documentId = draft.documentId();
	const { who, choice, text, changed } = remark.answer;
	const { remarks } = await desk.perform(who, getReview, { documentId });
	const asked = remarks.find((each) => each.text === remark.text);
	if (!asked) throw new Error(`The county of the practice plan ${times.key} has not been sent: ${remark.text}`);
	const said = { documentId, remarkId: asked.id, choice, text, changed, version: 0 };
	await desk.perform(who, respondToRemark, said);
}
