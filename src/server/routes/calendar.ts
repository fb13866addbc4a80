import { Hono } from "hono";
import { addCalendarFeed, endCalendarFeed, listCalendarFeeds } from "../../operations/calendar-feeds.ts";
import { InvalidInput, NotFound } from "../../operations/errors.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { CalendarPage } from "../../web/pages/calendar/calendar-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";
import { readForm } from "../middleware/read-form.ts";

/** Calendars for whoever holds their address: calendar programs do not sign in. */
export function calendarFileRoutes({ calendarFeeds }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/:file{.+\\.ics}", async (context) => {
		try {
			const text = await calendarFeeds.open(context.req.param("file").replace(/\.ics$/, ""));
			return context.body(text, 200, {
				"Content-Type": "text/calendar; charset=utf-8",
				"Cache-Control": "private, no-store",
				"X-Robots-Tag": "noindex, nofollow",
			});
		} catch (error) {
			if (error instanceof NotFound) return context.text(`${error.message}\n`, 404);
			throw error;
		}
	});
	return routes;
}

/** One's calendars: made, shown with their addresses, ended. */
export function calendarRoutes(services: AppServices): Hono<AppEnvironment> {
	const { calendarFeeds, perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.get("/", async (context) => {
		const { person } = visitOf(context);
		const written = await perform(listPlacesFor, person, { permission: "plan.write" });
		const reviewed = await perform(listPlacesFor, person, { permission: "plan.review" });
		const all = new Map([...reviewed, ...written].map((place) => [place.id, place]));
		const places = [...all.values()].filter(({ kind }) => kind !== "region");
		const names = new Map([...all.values()].map(({ id, name }) => [id, name]));
		const feeds = (await perform(listCalendarFeeds, person, {})).map(({ id, scope, jurisdictionId }) => ({
			...{ id, address: calendarFeeds.addressOf(id) },
			name: scope === "person" ? "What is mine" : (names.get(jurisdictionId) ?? "A county"),
		}));
		return answerPage(context, CalendarPage({ frame: context.get("frame"), feeds, places }));
	});

	routes.post("/", async (context) => {
		const { person } = visitOf(context);
		const what = (await readForm(context)).text("what");
		const own = what === "person" || what === "";
		try {
			await perform(addCalendarFeed, person, {
				scope: own ? "person" : "county",
				jurisdictionId: own ? person.jurisdictionId : what,
			});
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			return answerDone(context, "/calendar", "Choose one of the calendars of the list.");
		}
		return answerDone(context, "/calendar", "The calendar is open. Copy its address into your calendar program.");
	});

	routes.post("/:feedId/end", async (context) => {
		await perform(endCalendarFeed, visitOf(context).person, { feedId: pathId(context, "feedId") });
		return answerDone(context, "/calendar", "The calendar has ended. Its address opens nothing any more.");
	});
	return routes;
}
