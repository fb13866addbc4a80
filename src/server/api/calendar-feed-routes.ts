import { z } from "zod";
import { addCalendarFeed, listCalendarFeeds } from "../../operations/calendar-feeds.ts";
import { visitOf } from "../middleware/answers.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const Feed = z.object({
	id: z.uuid(),
	scope: z.enum(["person", "county"]),
	jurisdictionId: z.uuid(),
	address: z.url(),
});

/** One's calendar feeds with their addresses, which only the server can work out. */
export const calendarFeedRoutes: readonly ApiRoute[] = [
	{
		method: "get",
		path: "/calendar-feeds",
		name: "list-calendar-feeds",
		title: "List my calendar feeds with their addresses",
		signedIn: true,
		input: z.object({}),
		answers: { json: z.array(Feed) },
		async handle({ calendarFeeds, perform }, context) {
			const feeds = await perform(listCalendarFeeds, visitOf(context).person, {});
			return context.json(
				feeds.map(({ id, scope, jurisdictionId }) => ({
					...{ id, scope, jurisdictionId },
					address: calendarFeeds.addressOf(id),
				})),
			);
		},
	},
	{
		method: "post",
		path: "/calendar-feeds",
		name: "add-calendar-feed",
		title: "Make a calendar feed",
		description: "Whoever has the address sees the dates without signing in, until the feed is ended.",
		signedIn: true,
		body: "json",
		input: addCalendarFeed.input,
		answers: { json: Feed },
		async handle({ calendarFeeds, perform }, context) {
			const input = checkInput(addCalendarFeed.input, await readInput(context, "json"));
			const { id } = await perform(addCalendarFeed, visitOf(context).person, input);
			return context.json({ id, ...input, address: calendarFeeds.addressOf(id) });
		},
	},
];
