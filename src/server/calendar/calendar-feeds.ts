import { installationActor } from "../../domain/people/installation.ts";
import { NotFound } from "../../operations/errors.ts";
import { openCalendarFeed } from "../../operations/open-calendar-feed.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import { bytesOfId, createSigner, idOfBytes } from "../milestones/signed-token.ts";
import { writeCalendar } from "./write-calendar.ts";

/** Calendars behind secret addresses. The address is worked out from the feed's id and is kept nowhere. */
export type CalendarFeeds = {
	addressOf(feedId: string): string;
	/** The calendar of what stands in an address. Throws `NotFound` for one that was never made here or has ended. */
	open(token: string): Promise<string>;
};

export function createCalendarFeeds(performer: Performer, secret: string, baseUrl: string): CalendarFeeds {
	const signer = createSigner(secret, "calendar feed");
	return {
		addressOf: (feedId) => `${baseUrl}/calendar/${signer.sign(bytesOfId(feedId))}.ics`,
		async open(token) {
			const content = signer.open(token);
			if (content?.length !== 16) {
				throw new NotFound("This calendar has ended, or there never was one at this address.");
			}
			const feedId = idOfBytes(content);
			const calendar = await perform(performer, openCalendarFeed, installationActor, { feedId });
			return writeCalendar(calendar, { baseUrl, now: performer.clock() });
		},
	};
}
