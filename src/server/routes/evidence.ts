import { Hono } from "hono";
import { NotFound } from "../../operations/errors.ts";
import { getEvidence } from "../../operations/get-evidence.ts";
import { EvidenceAreaPage } from "../../web/pages/evidence/evidence-area-page.tsx";
import { EvidencePage } from "../../web/pages/evidence/evidence-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage, visitOf } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";

/** From evidence to goals, by outcome and systemic factor. */
export function evidenceRoutes({ perform }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/:jurisdictionId", async (context) => {
		const jurisdictionId = pathId(context, "jurisdictionId");
		const view = await perform(getEvidence, visitOf(context).person, { jurisdictionId });
		return answerPage(context, EvidencePage({ frame: context.get("frame"), ...view }));
	});

	routes.get("/:jurisdictionId/:area", async (context) => {
		const jurisdictionId = pathId(context, "jurisdictionId");
		const { areas, ...view } = await perform(getEvidence, visitOf(context).person, { jurisdictionId });
		const evidence = areas.find(({ area }) => area.id === context.req.param("area"));
		if (!evidence) throw new NotFound("The federal review has no such outcome or systemic factor.");
		return answerPage(context, EvidenceAreaPage({ frame: context.get("frame"), ...view, evidence }));
	});
	return routes;
}
