import { type Context, Hono } from "hono";
import { addPlanEntry } from "../../../operations/add-plan-entry.ts";
import { changePart } from "../../../operations/change-part.ts";
import { InvalidInput, NotFound } from "../../../operations/errors.ts";
import { startSelfAssessment } from "../../../operations/start-self-assessment.ts";
import { withdrawConsent } from "../../../operations/withdraw-consent.ts";
import { EngagementPart, WithdrawConsentPart } from "../../../web/pages/plans/lists/engagement-part.tsx";
import { PlanEntryPage, PlanListPage } from "../../../web/pages/plans/lists/list-page.tsx";
import type { EntryField, PlanList } from "../../../web/pages/plans/lists/plan-list.ts";
import { entriesIn, listsOf } from "../../../web/pages/plans/lists/plan-lists.ts";
import { NamedSelfAssessmentPart } from "../../../web/pages/plans/lists/self-assessment-part.tsx";
import type { PlanContext } from "../../../web/pages/plans/plan-context.ts";
import { listPath, partAnchor, planPath } from "../../../web/pages/plans/plan-paths.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { answerSave } from "./answer-save.ts";
import { meetingPart } from "./meetings.ts";
import { openPlanPage } from "./plan-page-context.ts";
import { readValues, type ValueReader } from "./read-values.ts";
import { savePart } from "./save-part.ts";

/** The lists beside a plan's text: whom the county asked, what was said, what it asks for, other plans. */
export function planListRoutesOf(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/lists/:list", async (context) => {
		const { plan } = await openPlanPage(context, services);
		return answerPage(context, listPage(plan, getList(plan, context)));
	});

	routes.post("/:documentId/lists/:list", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const opened = await openPlanPage(context, services);
		const list = getList(opened.plan, context);
		const read = readValues(form);
		const values = readEntry(list, opened.plan, read, form);
		try {
			if (read.problems.length > 0) throw new InvalidInput(read.problems);
			const input = { documentId, kind: list.kind, ...values } as unknown as Parameters<typeof addPlanEntry.run>[1];
			const { id } = await perform(addPlanEntry, visitOf(context).person, input);
			const path = `${listPath(documentId, list.slug)}#${partAnchor(list.kind, id)}`;
			return answerDone(context, path, `The ${list.one} is on the list.`);
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const typed = { key: "add-entry", values: form.values(), problems: error.problems };
			const { plan } = await openPlanPage(context, services, typed);
			return answerPage(context, listPage(plan, list), 422);
		}
	});

	routes.get("/:documentId/lists/:list/:entryId", async (context) => {
		const { plan } = await openPlanPage(context, services);
		const list = getList(plan, context);
		return answerPage(context, entryPage(plan, list, pathId(context, "entryId")));
	});

	routes.post("/:documentId/lists/:list/:entryId", async (context) => {
		const form = await readForm(context);
		const opened = await openPlanPage(context, services);
		const list = getList(opened.plan, context);
		const id = pathId(context, "entryId");
		const { documentId } = opened;
		return answerSave(context, services, {
			form,
			key: `entry-${id}`,
			save: () =>
				savePart(list.kind, async () => {
					const read = readValues(form);
					const patch = readEntry(list, opened.plan, read, form);
					if (read.problems.length > 0) return { problems: read.problems };
					const version = Number(form.text("version")) || 1;
					const input = { documentId, kind: list.kind, id, version, reason: "", patch };
					return perform(changePart, visitOf(context).person, input as unknown as Parameters<typeof changePart.run>[1]);
				}),
			page: ({ plan }) => entryPage(plan, list, id),
			done: () => `${listPath(documentId, list.slug, id)}#form-entry-${id}`,
			labels: Object.fromEntries(list.fields.map(({ name, label }) => [name, label])),
		});
	});

	routes.post("/:documentId/voices/:inputId/consent-withdrawal", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const inputId = pathId(context, "inputId");
		const read = readValues(form);
		const on = read.date("on");
		try {
			if (on === null && read.problems.length === 0) read.problems.push({ field: "on", message: "Give the day." });
			if (on === null) throw new InvalidInput(read.problems);
			const version = Number(form.text("version")) || 1;
			await perform(withdrawConsent, visitOf(context).person, { documentId, inputId, version, on });
			return answerDone(context, listPath(documentId, "voices", inputId), "The consent is withdrawn.");
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const problems = error.problems.map((each) => ({ ...each, field: "on" }));
			const typed = { key: "withdraw-consent", values: form.values(), problems };
			const { plan } = await openPlanPage(context, services, typed);
			const list = listsOf(plan.edition).find(({ kind }) => kind === "partner-input");
			if (!list) throw new NotFound("This plan has no such list.");
			return answerPage(context, entryPage(plan, list, inputId), 422);
		}
	});

	routes.post("/:documentId/self-assessment", async (context) => {
		const documentId = pathId(context, "documentId");
		const { id } = await perform(startSelfAssessment, visitOf(context).person, { documentId });
		return answerDone(context, planPath(id), "The self-assessment is started, and the plan names it.");
	});
	return routes;
}

function listPage(plan: PlanContext, list: PlanList) {
	const above =
		list.slug === "other-plans"
			? NamedSelfAssessmentPart({ plan })
			: list.slug === "voices"
				? EngagementPart({ plan })
				: undefined;
	return PlanListPage({ plan, list, above });
}

function entryPage(plan: PlanContext, list: PlanList, id: string) {
	const entry = entriesIn(list, plan).find((each) => each.id === id);
	if (!entry) throw new NotFound("This entry is not on the list any more. See the plan's history.");
	const voice = list.kind === "partner-input" && plan.graph.entries["partner-input"].find((each) => each.id === id);
	const below =
		list.kind === "meeting" ? meetingPart(plan, id) : voice ? WithdrawConsentPart({ plan, entry: voice }) : undefined;
	return PlanEntryPage({ plan, list, entry, below });
}

function getList(plan: PlanContext, context: Context): PlanList {
	const list = listsOf(plan.edition).find(({ slug }) => slug === context.req.param("list"));
	if (!list || (list.forWriters && !plan.mayKeepVoices))
		throw new NotFound("This plan has no such list. See the pages of the plan at its side.");
	return list;
}

/** The values of an entry from its form, as the operations take them. */
function readEntry(
	list: PlanList,
	plan: PlanContext,
	read: ValueReader,
	form: SentForm,
): Readonly<Record<string, unknown>> {
	return Object.fromEntries(list.fields.map((field) => [field.name, readField(field, plan, read, form)]));
}

function readField(field: EntryField, plan: PlanContext, read: ValueReader, form: SentForm): unknown {
	const { name } = field;
	switch (field.control) {
		case "line":
		case "text":
			return read.text(name, field.most ?? 300).trim();
		case "date":
			return read.date(name);
		case "number":
			return read.number(name);
		case "dollars": {
			const dollars = read.number(name);
			return dollars === null ? null : Math.round(dollars * 100);
		}
		case "checks":
			return form.texts(name);
		case "select":
			return chosen(form.text(name), field.emptyLabel === undefined, field.choices?.(plan) ?? []);
	}
}

/** What was chosen; the first of the list where one must be. */
function chosen(sent: string, needed: boolean, choices: readonly { readonly value: string }[]): string | null {
	if (choices.some(({ value }) => value === sent)) return sent;
	return needed ? (choices[0]?.value ?? null) : sent === "" ? null : sent;
}
