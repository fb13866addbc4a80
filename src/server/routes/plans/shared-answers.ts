import { type Context, Hono } from "hono";
import { findField } from "../../../domain/document/edition.ts";
import { InvalidInput, NotFound, StaleSave } from "../../../operations/errors.ts";
import { getPlan } from "../../../operations/get-plan.ts";
import { listPlans } from "../../../operations/list-plans.ts";
import { getEdition } from "../../../operations/open-plan.ts";
import { shareAnswer } from "../../../operations/share-answer.ts";
import { sectionPath } from "../../../web/pages/plans/plan-paths.ts";
import { type ShareableText, SharePage } from "../../../web/pages/plans/share-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { readForm } from "../../middleware/read-form.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";

/** A text that stands in several documents from one source: which one to use, and to stand on its own again. */
export function planSharedAnswerRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/:documentId/share/:field", async (context) => {
		const opened = await openPlanPage(context, services);
		return answerPage(context, await sharePage(context, services, opened));
	});
	routes.post("/:documentId/share/:field", async (context) => {
		const form = await readForm(context);
		const opened = await openPlanPage(context, services);
		const { section, field } = fieldOf(context, opened);
		const [documentId = "", from = ""] = form.text("from").split(" ");
		const chosen = documentId === "" ? null : { documentId, field: from };
		const input = { documentId: opened.documentId, field: field.id, from: chosen, version: form.text("version") };
		try {
			await services.perform(shareAnswer, visitOf(context).person, input);
		} catch (error) {
			const message =
				error instanceof StaleSave ? "Somebody has changed this text meanwhile. Look at it again." : undefined;
			if (!message && !(error instanceof InvalidInput)) throw error;
			const problems = message ? [{ field: "from", message }] : (error as InvalidInput).problems;
			const typed = { key: "share", values: form.values(), problems };
			const again = await openPlanPage(context, services, typed);
			return answerPage(context, await sharePage(context, services, again), 422);
		}
		return answerDone(
			context,
			sectionPath(opened.documentId, section.id),
			chosen ? "The text of the other document stands here now." : "The text stands on its own again.",
		);
	});
	return routes;
}

function fieldOf(context: Context, { plan }: OpenedPlan) {
	const id = context.req.param("field") ?? "";
	const field = findField(plan.edition, id);
	const section = plan.edition.sections.find(({ fields }) => fields.some((each) => each.id === id));
	if (!field || !section || field.scope !== "document" || field.from !== "answer") {
		throw new NotFound("This plan has no such text. See the pages of the plan at its side.");
	}
	return { field, section };
}

async function sharePage(context: Context<AppEnvironment>, services: AppServices, opened: OpenedPlan) {
	const { field } = fieldOf(context, opened);
	const { person } = visitOf(context);
	const { jurisdiction } = opened.plan.graph;
	const others = (await services.perform(listPlans, person, {})).filter(
		({ document }) => document.jurisdictionId === jurisdiction.id && document.id !== opened.documentId,
	);
	const texts: ShareableText[] = [];
	for (const { document } of others) {
		const { facts } = await services.perform(getPlan, person, { documentId: document.id });
		const edition = getEdition(document);
		for (const answer of facts.answers) {
			const label = findField(edition, answer.field);
			if (answer.focusAreaId !== null || answer.sameAs || answer.value.trim() === "" || label?.type !== "text")
				continue;
			texts.push({
				id: answer.id,
				value: `${document.id} ${answer.field}`,
				document: document.title,
				label: `${label.item ?? ""} ${label.label}`.trim(),
				text: answer.value,
			});
		}
	}
	return SharePage({ plan: opened.plan, field, texts });
}
