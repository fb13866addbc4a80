import { Hono } from "hono";
import { addComponent } from "../../../operations/add-component.ts";
import { addGoal } from "../../../operations/add-goal.ts";
import { InvalidInput, NotFound } from "../../../operations/errors.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { componentFields } from "../../../web/pages/plans/component-fields.ts";
import { NewComponentPage } from "../../../web/pages/plans/new-component-page.tsx";
import type { PlanContext } from "../../../web/pages/plans/plan-context.ts";
import { componentPath, partAnchor } from "../../../web/pages/plans/plan-paths.ts";
import { readSubject } from "../../../web/pages/plans/subject-options.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { answerSave } from "./answer-save.ts";
import { componentPageOf } from "./component-page-of.ts";
import { openPlanPage } from "./plan-page-context.ts";
import { saveAnswers } from "./save-answers.ts";

/** The components of a plan: add one, write it on one page, add goals to it. */
export function planComponentRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/components/new", async (context) => {
		const { plan } = await openPlanPage(context, services);
		return answerPage(context, NewComponentPage({ plan }));
	});

	routes.post("/:documentId/components", async (context) => {
		const form = await readForm(context);
		const { documentId, plan } = await openPlanPage(context, services);
		try {
			const input = newComponent(form, plan);
			const { id } = await perform(addComponent, visitOf(context).person, { documentId, ...input });
			return answerDone(context, componentPath(documentId, id), "The component is added. Write it here.");
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const typed = { key: "new-component", values: form.values(), problems: error.problems };
			const opened = await openPlanPage(context, services, typed);
			return answerPage(context, NewComponentPage({ plan: opened.plan }), 422);
		}
	});

	routes.get("/:documentId/components/:focusAreaId", async (context) => {
		const opened = await openPlanPage(context, services);
		const id = pathId(context, "focusAreaId");
		return answerPage(context, await componentPageOf(context, services, opened, { kind: "focus-area", id }));
	});

	routes.post("/:documentId/components/:focusAreaId", async (context) => {
		const form = await readForm(context);
		const { documentId, plan } = await openPlanPage(context, services);
		const id = pathId(context, "focusAreaId");
		const component = plan.graph.components.find(({ focusArea }) => focusArea.id === id);
		if (!component) throw new NotFound("This component is not in the plan any more. See the plan's history.");
		const fields = componentFields(component, plan.edition);
		const key = form.text("form") === "current" ? "current" : "closing";
		return answerSave(context, services, {
			form,
			key,
			save: () => saveAnswers(services, visitOf(context).person, { documentId, focusAreaId: id }, fields, form),
			page: (opened) => componentPageOf(context, services, opened, { kind: "focus-area", id }),
			done: () => `${componentPath(documentId, id)}#form-${key}`,
			labels: Object.fromEntries(fields.map((field) => [field.id, field.label])),
		});
	});

	routes.post("/:documentId/components/:focusAreaId/goals", async (context) => {
		const { documentId, plan } = await openPlanPage(context, services);
		const focusAreaId = pathId(context, "focusAreaId");
		const area = plan.graph.components.find(({ focusArea }) => focusArea.id === focusAreaId)?.focusArea;
		const goalKind = area?.subjectKind === "indicator" ? "numeric" : "process";
		const { id } = await perform(addGoal, visitOf(context).person, {
			documentId,
			focusAreaId,
			goalKind,
			statement: "",
			...((chosen) => (chosen === "" ? {} : { existingGoalId: chosen }))(
				(await readForm(context)).text("existingGoalId"),
			),
		});
		return context.redirect(`${componentPath(documentId, focusAreaId)}#${partAnchor("goal", id, "statement")}`, 303);
	});
	return routes;
}

/** What the form asks for: a component that answers a finding, or one on a chosen subject. */
function newComponent(form: SentForm, { graph, edition }: PlanContext) {
	const finding = graph.findings.find((node) => node.finding.id === form.text("findingId"))?.finding;
	if (finding) {
		const codes = finding.subjectKind === "other" ? [] : [finding.code];
		return { subjectKind: finding.subjectKind, codes, label: finding.label, findingId: finding.id };
	}
	const problems: FormProblem[] = [];
	const subject = readSubject(form.text("subject"), edition);
	if (!subject) problems.push({ field: "subject", message: "Choose what the component is about." });
	const typed = form.text("label").trim();
	const label = subject?.subjectKind === "other" ? typed : (subject?.label ?? "");
	if (subject && label === "")
		problems.push({ field: "label", message: "Give the area a name, as it is to be printed." });
	if (!subject || problems.length > 0) throw new InvalidInput(problems);
	const origins = ["self-assessment", "peer-review", "agency-option"] as const;
	const origin = origins.find((each) => each === form.text("origin")) ?? "agency-option";
	return { ...subject, label, origin };
}
