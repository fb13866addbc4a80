import type { CalendarEvent } from "../domain/calendar/due-dates.ts";
import { findEdition } from "../frameworks/editions.ts";
import type { Stores } from "./ports.ts";

/** What a Program Improvement Plan after a Child and Family Services Review, and the answers to it, tell a State's calendar. */
export async function pipEvents(stores: Stores, jurisdictionId: string): Promise<readonly CalendarEvent[]> {
	const documents = await stores.facts.list("document", { jurisdictionId });
	const pips = new Set(documents.filter(({ editionId }) => isAfterReview(editionId)).map(({ id }) => id));
	if (pips.size === 0) return [];
	const ofPip = ({ documentId }: { readonly documentId: string }) => pips.has(documentId);
	const clock = await stores.facts.list("clock-event", { jurisdictionId });
	const answers = await stores.facts.list("authority-answer", { jurisdictionId });
	return [
		...clock.filter(ofPip).flatMap(({ eventKind, on }): CalendarEvent[] => {
			if (eventKind === "notice-received") return [{ kind: "nonconformity-notice-received", on }];
			return eventKind === "implementation-ended" ? [{ kind: "pip-implementation-ended", on }] : [];
		}),
		...answers.filter(ofPip).map(
			({ answer, answeredOn }): CalendarEvent => ({
				kind: answer === "approved" ? "pip-approved" : "pip-not-approved",
				on: answeredOn,
			}),
		),
	];
}

/** The calendar's rules are those of a PIP after a Child and Family Services Review; other kinds have clocks of their own. */
function isAfterReview(editionId: string): boolean {
	const type = findEdition(editionId)?.improvement?.type;
	return type === "traditional" || type === "home-for-every-child";
}
