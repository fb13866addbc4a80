import { Hono } from "hono";
import { listPaperSources } from "../../../operations/list-paper-sources.ts";
import { ChecklistPage } from "../../../web/pages/plans/checklist-page.tsx";
import { SourcesPage } from "../../../web/pages/plans/sources-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import type { ChecklistFormat } from "../../checklists.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { openPlanPage } from "./plan-page-context.ts";

/** The checklist of the authority's outline, on a page and as files; and where each passage of the paper comes from. */
export function planChecklistRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/checklist", async (context) => {
		const { plan, documentId } = await openPlanPage(context, services);
		const { pages, items } = await services.checklists.get(visitOf(context).person, { documentId });
		return answerPage(context, ChecklistPage({ plan, items, pages }));
	});

	routes.get("/:documentId/:file{checklist\\.(html|docx|pdf|xlsx)}", async (context) => {
		const format = (context.req.param("file") ?? "").slice("checklist.".length) as ChecklistFormat;
		const documentId = pathId(context, "documentId");
		const submission = Number(context.req.query("submission")) || undefined;
		const asked = { documentId, ...(submission === undefined ? {} : { submission }) };
		const file = await services.checklists.render(visitOf(context).person, { ...asked, format });
		return context.body(Buffer.from(file.bytes), 200, {
			"Content-Type": file.mediaType,
			"Content-Disposition": `${format === "html" || format === "pdf" ? "inline" : "attachment"}; filename="checklist.${file.extension}"`,
			"Cache-Control": "no-store",
		});
	});

	routes.get("/:documentId/sources", async (context) => {
		const { plan, documentId } = await openPlanPage(context, services);
		const sources = await services.perform(listPaperSources, visitOf(context).person, { documentId });
		return answerPage(context, SourcesPage({ plan, sources }));
	});
	return routes;
}
