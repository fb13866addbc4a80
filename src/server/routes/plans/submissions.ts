import { Hono } from "hono";
import { NotFound } from "../../../operations/errors.ts";
import { getSubmission } from "../../../operations/get-submission.ts";
import { getEdition } from "../../../operations/open-plan.ts";
import { planPath } from "../../../web/pages/plans/plan-paths.ts";
import { SubmissionPage } from "../../../web/pages/plans/submission-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";

/** What was submitted, and the count of pages. */
export function planSubmissionRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/submissions/:number", async (context) => {
		const number = context.req.param("number");
		if (!/^[1-9]\d{0,5}$/u.test(number)) throw new NotFound("There is no such submission.");
		const documentId = pathId(context, "documentId");
		const view = await services.perform(getSubmission, visitOf(context).person, { documentId, number: Number(number) });
		const page = SubmissionPage({
			...view,
			frame: context.get("frame"),
			documentId,
			edition: getEdition(view),
			submission: { ...view.submission, takenAt: view.submission.takenAt.toISOString() },
		});
		return answerPage(context, page);
	});

	routes.post("/:documentId/count-pages", async (context) => {
		const documentId = pathId(context, "documentId");
		await services.pages.count(visitOf(context).person, documentId);
		return answerDone(context, planPath(documentId, "#pages"), "The pages are counted.");
	});
	return routes;
}
