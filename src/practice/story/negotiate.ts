import { addDays } from "../../domain/calendar/plain-date.ts";
import { changeNegotiation } from "../../operations/change-negotiation.ts";
import { getReview } from "../../operations/get-review.ts";
import { statePosition } from "../../operations/state-position.ts";
import { getPersonData, type PersonKey } from "../data/people.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Desk, Session } from "./session.ts";

/** What the county and the State hold in a negotiation, round by round. It is opened by a step of the workflow. */
export function negotiate(story: PlanStory): readonly Session[] {
	const { times, today } = story;
	const { negotiation } = times;
	if (!negotiation) return [];
	const session = (daysAgo: number, name: string, run: (desk: Desk) => Promise<void>): Session => ({
		day: addDays(today, -daysAgo),
		name: `plan ${times.key}: ${name}`,
		run,
	});
	return [
		session(negotiation.daysAgo, "what is negotiated", async (desk) => {
			const { who, subject, matter, parties } = negotiation;
			const { documentId, id: negotiationId, version } = await findOpen(desk, story, who);
			await desk.perform(who, changeNegotiation, {
				...{ documentId, negotiationId, version, subject, matter },
				stateParticipants: parties.state.map((each) => getPersonData(each).name),
				countyParticipants: parties.county.map((each) => getPersonData(each).name),
				associationParticipants: [...parties.association],
			});
		}),
		...negotiation.positions.map(({ daysAgo, who, text }, index) =>
			session(daysAgo, `position ${index + 1}`, async (desk) => {
				const { documentId, id: negotiationId } = await findOpen(desk, story, who);
				await desk.perform(who, statePosition, { documentId, negotiationId, text });
			}),
		),
	];
}

async function findOpen(desk: Desk, { draft, times }: PlanStory, who: PersonKey) {
	const { negotiations } = await desk.perform(who, getReview, { documentId: draft.documentId() });
	const open = negotiations.find(({ outcome }) => outcome === "open");
	if (!open) throw new Error(`The practice plan ${times.key} has no open negotiation.`);
	return open;
}
