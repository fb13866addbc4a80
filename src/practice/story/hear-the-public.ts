import type { z } from "zod";
import { addDays, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { postPlan } from "../../operations/post-plan.ts";
import { recordPublicComment } from "../../operations/record-public-comment.ts";
import { sendPublicComment } from "../../operations/send-public-comment.ts";
import { settlePublicComment } from "../../operations/settle-public-comment.ts";
import { toWorkingDay } from "../calendar/working-days.ts";
import type { PersonKey } from "../data/people.ts";
import { type PostingText, type PublicVoice, postings } from "../data/public-voices.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Desk, Session } from "./session.ts";

/** A plan that is posted, what the public says of it, and what the county answers. */
export function hearThePublic(story: PlanStory): readonly Session[] {
	const { times, today } = story;
	const posting = postings.find(({ plan }) => plan === times.key);
	if (!posting) return [];
	const ids: { publication?: string } = {};
	const { postedDaysAgo, voices } = posting;
	const session = (daysAgo: number, name: string, run: (desk: Desk) => Promise<void>): Session => ({
		day: addDays(today, -daysAgo),
		name: `plan ${times.key}: ${name}`,
		run,
	});
	const publicationId = () => {
		if (!ids.publication) throw new Error(`The practice plan ${times.key} was not posted yet.`);
		return ids.publication;
	};
	return [
		session(postedDaysAgo, "post", async (desk) => {
			const made = await desk.perform(times.planner, postPlan, daysOf(posting, story));
			ids.publication = made.id;
		}),
		...voices.map((voice) =>
			session(voice.daysAgo, "a voice of the public", async (desk) => {
				const comment = await hear(desk, story, voice, publicationId());
				if (voice.settled) await settle(desk, times.planner, comment.id, voice.settled);
			}),
		),
	];
}

function daysOf(posting: PostingText, { draft, today }: PlanStory): z.input<typeof postPlan.input> {
	return {
		...{ documentId: draft.documentId(), submission: posting.submission },
		opensOn: toWorkingDay(addDays(today, -posting.postedDaysAgo)),
		closesOn: addDays(today, posting.closesInDays),
	};
}

function hear(desk: Desk, { times, draft, today }: PlanStory, voice: PublicVoice, publicationId: string) {
	const { text, name = "", language = "en" } = voice;
	if (voice.onPaper) {
		const receivedOn: PlainDate = toWorkingDay(addDays(today, -voice.daysAgo));
		return desk.perform(times.planner, recordPublicComment, {
			...{ publicationId, channel: "paper", receivedOn, name, showName: name !== "", language, text },
		});
	}
	const anchor = voice.about ? `${draft.part(voice.about).id}/statement` : "";
	return desk.perform("installation", sendPublicComment, {
		...{ publicationId, anchor, name, showName: name !== "", language, text },
	});
}

/** What came in is let through or kept back, then answered. */
async function settle(
	desk: Desk,
	who: PersonKey,
	commentId: string,
	settled: NonNullable<PublicVoice["settled"]>,
): Promise<void> {
	const { version } = await desk.perform(who, settlePublicComment, {
		...{ commentId, version: 1, state: settled.hiddenReason === undefined ? "shown" : "hidden" },
		...(settled.hiddenReason === undefined ? {} : { hiddenReason: settled.hiddenReason }),
		...(settled.theme === undefined ? {} : { theme: settled.theme }),
	});
	if (settled.answer === undefined) return;
	await desk.perform(who, settlePublicComment, {
		...{ commentId, version, answer: settled.answer, outcome: settled.outcome ?? "not-changed" },
	});
}
