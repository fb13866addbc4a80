import { Hono } from "hono";
import { listReviewQueue } from "../../operations/list-review-queue.ts";
import { ReviewQueuePage } from "../../web/pages/reviews/review-queue-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage, visitOf } from "../middleware/answers.ts";

/** The State's queue of plans. */
export function reviewRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/", async (context) => {
		const queue = await services.perform(listReviewQueue, visitOf(context).person, {});
		return answerPage(context, ReviewQueuePage({ frame: context.get("frame"), queue }));
	});
	return routes;
}
