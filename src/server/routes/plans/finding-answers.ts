import { Hono } from "hono";
import { answerFinding } from "../../../operations/answer-finding.ts";
import { FindingsPage } from "../../../web/pages/plans/findings-page.tsx";
import { partAnchor, planPath } from "../../../web/pages/plans/plan-paths.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { answerSave } from "./answer-save.ts";
import { openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";
import { savePart } from "./save-part.ts";

/** How the plan answers the findings. */
export function planFindingRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/findings", async (context) => {
		const { plan } = await openPlanPage(context, services);
		return answerPage(context, FindingsPage({ plan }));
	});

	routes.post("/:documentId/findings/:findingId", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const findingId = pathId(context, "findingId");
		return answerSave(context, services, {
			form,
			key: `finding-${findingId}`,
			save: () =>
				savePart("finding-answer", async () => {
					const read = readValues(form);
					const disposition = form.text("disposition");
					const reason = read.text("reason", 4000);
					if (disposition !== "answered" && disposition !== "deferred") {
						read.problems.push({ field: "disposition", message: "Choose how the plan answers the finding." });
					}
					if (read.problems.length > 0) return { problems: read.problems };
					const { version } = await services.perform(answerFinding, visitOf(context).person, {
						documentId,
						findingId,
						disposition: disposition === "answered" ? "answered" : "deferred",
						focusAreaId: form.text("focusAreaId") || null,
						reason,
						version: Number(form.text("version")) || 0,
					});
					return { version, savedAt: services.clock().toISOString() };
				}),
			page: ({ plan }) => FindingsPage({ plan }),
			done: () => `${planPath(documentId, "/findings")}#${partAnchor("finding", findingId)}`,
		});
	});
	return routes;
}
