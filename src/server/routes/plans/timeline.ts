import { Hono } from "hono";
import { getTimeline } from "../../../operations/get-timeline.ts";
import { TimelinePage } from "../../../web/pages/plans/timeline-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { openPlanPage } from "./plan-page-context.ts";

/** The milestones of a plan by due date. */
export function planTimelineRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/:documentId/timeline", async (context) => {
		const { documentId, plan } = await openPlanPage(context, services);
		const timeline = await services.perform(getTimeline, visitOf(context).person, { documentId });
		return answerPage(context, TimelinePage({ plan, ...timeline }));
	});
	return routes;
}
