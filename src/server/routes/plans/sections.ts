import { type Context, Hono } from "hono";
import type { EditionSection } from "../../../domain/document/edition.ts";
import { changePeriod } from "../../../operations/change-period.ts";
import { NotFound } from "../../../operations/errors.ts";
import { planPath, sectionPath } from "../../../web/pages/plans/plan-paths.ts";
import { SectionPage } from "../../../web/pages/plans/section-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { answerSave } from "./answer-save.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";
import { saveAnswers } from "./save-answers.ts";
import { savePart } from "./save-part.ts";

/** The sections of a plan, to write and to read, and its period. */
export function planSectionRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/sections/:section", async (context) => {
		const { plan, documentId } = await openPlanPage(context, services);
		const section = getSection(plan, context.req.param("section"));
		if (section.kind === "team") return context.redirect(planPath(documentId, "/team"), 303);
		if (section.kind === "progress") return context.redirect(planPath(documentId, "/progress"), 303);
		return answerPage(context, SectionPage({ plan, section, liveHtml: await renderLive(context, services, section) }));
	});

	routes.post("/:documentId/sections/:section", async (context) => {
		const form = await readForm(context);
		const opened = await openPlanPage(context, services);
		const section = getSection(opened.plan, context.req.param("section"));
		const { documentId } = opened;
		return answerSave(context, services, {
			form,
			key: `section-${section.id}`,
			save: () =>
				saveAnswers(
					services,
					visitOf(context).person,
					{ documentId, focusAreaId: null },
					section.fields.filter(({ from }) => from === "answer"),
					form,
				),
			page: ({ plan }) => SectionPage({ plan, section }),
			done: () => `${sectionPath(documentId, section.id)}#form-section-${section.id}`,
			labels: Object.fromEntries(section.fields.map((field) => [field.id, field.label])),
		});
	});

	routes.post("/:documentId/period", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const cover = ({ plan }: OpenedPlan) =>
			plan.edition.sections.find(({ kind }) => kind === "cover") ??
			getSection(plan, plan.edition.sections[0]?.id ?? "");
		return answerSave(context, services, {
			form,
			key: "period",
			save: () =>
				savePart("cycle", async () => {
					const { period, problems } = readPeriod(form);
					if (!period || problems.length > 0) return { problems };
					const version = Number(form.text("version")) || 1;
					return services.perform(changePeriod, visitOf(context).person, { documentId, version, ...period });
				}),
			page: (opened) => SectionPage({ plan: opened.plan, section: cover(opened) }),
			done: (opened) => `${sectionPath(documentId, cover(opened).id)}#form-period`,
		});
	});
	return routes;
}

/** The live blocks of a section as they would be printed now; undefined for a section that has none. */
async function renderLive(context: Context<AppEnvironment>, services: AppServices, section: EditionSection) {
	if (!section.fields.some(({ live }) => live)) return undefined;
	const documentId = pathId(context, "documentId");
	const input = { documentId, format: "html-fragment", liveOf: section.id } as const;
	const paper = await services.renderPlan(visitOf(context).person, input);
	return new TextDecoder().decode(paper.bytes);
}

function readPeriod(form: SentForm) {
	const read = readValues(form);
	const [startsOn, endsOn] = [read.date("startsOn"), read.date("endsOn")];
	const missing = (name: string, message: string) => (form.text(name).trim() === "" ? [{ field: name, message }] : []);
	const problems = [
		...read.problems,
		...missing("startsOn", "Give the first day of the plan."),
		...missing("endsOn", "Give the last day of the plan."),
		...(startsOn && endsOn && endsOn <= startsOn
			? [{ field: "endsOn", message: "The plan must end after it starts." }]
			: []),
	];
	return { period: startsOn && endsOn ? { startsOn, endsOn } : undefined, problems };
}

function getSection({ edition }: OpenedPlan["plan"], id: string): EditionSection {
	const section = edition.sections.find((each) => each.id === id);
	if (!section) throw new NotFound("This plan has no such section. See the pages of the plan at its side.");
	return section;
}
