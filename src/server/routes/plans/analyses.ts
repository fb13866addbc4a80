import { Hono } from "hono";
import { addPlanEntry } from "../../../operations/add-plan-entry.ts";
import { changePart } from "../../../operations/change-part.ts";
import { InvalidInput, NotFound } from "../../../operations/errors.ts";
import { rateSubject } from "../../../operations/rate-subject.ts";
import { AnalysisPage } from "../../../web/pages/plans/assessment/analysis-page.tsx";
import { missingSubjects } from "../../../web/pages/plans/assessment/assessment-section.tsx";
import type { PlanContext } from "../../../web/pages/plans/plan-context.ts";
import { analysisPath, sectionPath } from "../../../web/pages/plans/plan-paths.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { answerSave } from "./answer-save.ts";
import { openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";
import { savePart } from "./save-part.ts";

/** The subjects of a self-assessment: taken in, analysed, rated. */
export function planAnalysisRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.post("/:documentId/analyses", async (context) => {
		const form = await readForm(context);
		const { plan, documentId } = await openPlanPage(context, services);
		const section = plan.edition.sections.find(
			(each) => each.kind === "assessment" && each.id === form.text("section"),
		);
		if (!section) throw new NotFound("There is no such section of a self-assessment here.");
		const missing = missingSubjects(plan, section);
		for (const subject of missing) {
			await perform(addPlanEntry, visitOf(context).person, { documentId, kind: "subject-analysis", ...subject });
		}
		const notice = missing.length === 1 ? "One subject was taken in." : `${missing.length} subjects were taken in.`;
		return answerDone(context, sectionPath(documentId, section.id), notice);
	});

	routes.get("/:documentId/analyses/:analysisId", async (context) => {
		const { plan } = await openPlanPage(context, services);
		return answerPage(context, analysisPage(plan, pathId(context, "analysisId")));
	});

	routes.post("/:documentId/analyses/:analysisId", async (context) => {
		const form = await readForm(context);
		const { plan, documentId } = await openPlanPage(context, services);
		const id = pathId(context, "analysisId");
		return answerSave(context, services, {
			form,
			key: `analysis-${id}`,
			save: () =>
				savePart("subject-analysis", async () => {
					const read = readValues(form);
					const factors = read.choices(
						"factors",
						plan.edition.systemicFactors.map((each) => each.id),
					);
					const patch = { analysis: read.text("analysis", 20_000), factors };
					if (read.problems.length > 0) return { problems: read.problems };
					return perform(changePart, visitOf(context).person, {
						...{ documentId, kind: "subject-analysis", id, version: Number(form.text("version")) || 1, patch },
					});
				}),
			page: (opened) => analysisPage(opened.plan, id),
			done: () => `${analysisPath(documentId, id)}#form-analysis-${id}`,
			labels: { analysis: "Analysis", factors: "Systemic factors looked into" },
		});
	});

	routes.post("/:documentId/analyses/:analysisId/rating", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const analysisId = pathId(context, "analysisId");
		try {
			const judgement = form.text("judgement");
			if (judgement !== "strength" && judgement !== "area-needing-improvement") {
				throw new InvalidInput([
					{ field: "judgement", message: "Choose whether it is a strength or needs improvement." },
				]);
			}
			const summary = form.text("summary");
			await perform(rateSubject, visitOf(context).person, { documentId, analysisId, judgement, summary });
			return answerDone(
				context,
				analysisPath(documentId, analysisId),
				"The rating is kept, as a finding of the county.",
			);
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const typed = { key: "rating", values: form.values(), problems: error.problems };
			const { plan } = await openPlanPage(context, services, typed);
			return answerPage(context, analysisPage(plan, analysisId), 422);
		}
	});
	return routes;
}

function analysisPage(plan: PlanContext, id: string) {
	const analysis = plan.graph.entries["subject-analysis"].find((each) => each.id === id);
	if (!analysis) throw new NotFound("This subject is not in the self-assessment any more. See its history.");
	return AnalysisPage({ plan, analysis });
}
