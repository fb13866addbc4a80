import { type Context, Hono } from "hono";
import type { PlanningKind } from "../../../domain/planning/planning-kinds.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { addPlanningEntry } from "../../../operations/add-planning-entry.ts";
import { changePlanningEntry } from "../../../operations/change-planning-entry.ts";
import { InvalidInput, NotFound, StaleSave } from "../../../operations/errors.ts";
import { giveOutPaper } from "../../../operations/give-out-paper.ts";
import { removePlanningEntry } from "../../../operations/remove-planning-entry.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { type FormState, freshForm } from "../../../web/pages/parts/form-page-state.ts";
import { PlanningEntryPage, PlanningListPage } from "../../../web/pages/planning/planning-list-page.tsx";
import { findPlanningList, type PlanningList, planningListOf } from "../../../web/pages/planning/planning-lists.ts";
import type { PlanningProps } from "../../../web/pages/planning/planning-props.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { loadPlanningPage } from "./load-planning-page.ts";
import { readPlanningEntry } from "./read-planning-entry.ts";

/** The lists of a State's planning: shown, added to, changed. One set of routes serves all of them. */
export function planningListRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.post("/give-out", async (context) => {
		const form = await readForm(context);
		const planning = await loadPlanningPage(context, services);
		try {
			const done = await perform(giveOutPaper, visitOf(context).person, {
				...{ jurisdictionId: planning.year.state.id, paper: form.text("paper"), teamIds: [...form.texts("teamIds")] },
				documentId: form.text("documentId") || null,
			});
			const notice = `${done.mailed} mailed, ${done.onPaper} noted as given on paper, ${done.had} had it already.`;
			return answerDone(context, "/planning-year/distribution", notice);
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const giveOut = form.state(error.problems);
			const list = planningListOf("distribution");
			return answerPage(context, PlanningListPage({ planning, list, form: freshForm, proposed: {}, giveOut }), 422);
		}
	});

	routes.get("/:list", async (context) => {
		const list = getList(context);
		const planning = await loadPlanningPage(context, services);
		return answerPage(
			context,
			PlanningListPage({ planning, list, form: freshForm, proposed: proposedBy(context, planning) }),
		);
	});

	routes.post("/:list", async (context) => {
		const list = getList(context);
		const form = await readForm(context);
		const planning = await loadPlanningPage(context, services);
		const recordKind = list.kind === "planning-record" ? form.text("recordKind") : undefined;
		try {
			const values = readPlanningEntry(list, planning, form, recordKind);
			const input = { jurisdictionId: planning.year.state.id, kind: list.kind, ...values };
			const { id } = await perform(addPlanningEntry, visitOf(context).person, input as never);
			const record = recordKind ? `?record=${recordKind}` : "";
			return answerDone(context, `/planning-year/${list.slug}${record}#entry-${id}`, `The ${list.one} is on the list.`);
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const proposed = recordKind === undefined ? {} : { recordKind };
			return answerPage(context, PlanningListPage({ planning, list, form: form.state(error.problems), proposed }), 422);
		}
	});

	routes.get("/:list/:entryId", async (context) => {
		const list = getList(context);
		const planning = await loadPlanningPage(context, services);
		const entry = getEntry(planning, list, pathId(context, "entryId"));
		return answerPage(context, PlanningEntryPage({ planning, list, entry, form: freshForm }));
	});

	routes.post("/:list/:entryId", async (context) => {
		const list = getList(context);
		const form = await readForm(context);
		const planning = await loadPlanningPage(context, services);
		const entry = getEntry(planning, list, pathId(context, "entryId"));
		const recordKind = "recordKind" in entry ? entry.recordKind : undefined;
		try {
			const patch = readPlanningEntry(list, planning, form, recordKind);
			const input = { kind: list.kind, entryId: entry.id, version: form.text("version"), patch };
			await perform(changePlanningEntry, visitOf(context).person, input as never);
		} catch (error) {
			const told = problemsOfSave(error);
			const state = form.state(told.problems);
			const again = told.version === undefined ? state : withVersion(state, told.version);
			return answerPage(context, PlanningEntryPage({ planning, list, entry, form: again }), told.version ? 409 : 422);
		}
		return answerDone(context, `/planning-year/${list.slug}#entry-${entry.id}`, "The change was saved.");
	});

	routes.post("/:list/:entryId/remove", async (context) => {
		const list = getList(context);
		const form = await readForm(context);
		const entryId = pathId(context, "entryId");
		const input = { kind: list.kind, entryId, version: form.text("version") };
		await perform(removePlanningEntry, visitOf(context).person, input);
		return answerDone(context, `/planning-year/${list.slug}`, "It was taken out of the list. It stays in the history.");
	});
	return routes;
}

function getList(context: Context): PlanningList {
	const list = findPlanningList(context.req.param("list") ?? "");
	if (!list) throw new NotFound("There is no such list in the planning year. See the pages at its side.");
	return list;
}

function getEntry(planning: PlanningProps, list: PlanningList, id: string): Fact<PlanningKind> {
	const all: readonly Fact<PlanningKind>[] = planning.year.facts[list.kind];
	const entry = all.find((each) => each.id === id);
	if (!entry) throw new NotFound("This entry is not on the list any more. It stays in the history.");
	return entry;
}

/** What a new entry starts with: the record kind and meeting of the address, the State as place, today. */
function proposedBy(context: Context, { year }: PlanningProps): Readonly<Record<string, string>> {
	const kind = year.rules?.recordKinds.find(({ id }) => id === context.req.query("record"));
	const event = year.rules?.eventKinds.find(({ id }) => id === context.req.query("event"));
	const meeting = year.facts["planning-event"].find(({ id }) => id === context.req.query("event"));
	return {
		placeId: year.state.id,
		...(kind ? { recordKind: kind.id, on: meeting?.heldOn ?? year.today } : {}),
		...(event ? { eventKind: event.id, agenda: event.agenda, stage: event.stage, title: event.name } : {}),
		...(meeting ? { eventId: meeting.id } : {}),
	};
}

type Told = { readonly problems: readonly FormProblem[]; readonly version?: number };

/** What is wrong with a save: fields, or what others have written in them meanwhile. Any other error is thrown on. */
function problemsOfSave(error: unknown): Told {
	if (error instanceof InvalidInput) return { problems: error.problems };
	if (!(error instanceof StaleSave)) throw error;
	return {
		version: error.currentVersion,
		problems: error.clashes.map(({ field, theirs, theirName }) => ({
			field,
			message: `${theirName} has written here meanwhile: “${String(theirs)}”. Your own text is kept below. Join the two and save again.`,
		})),
	};
}

/** The form again, to be saved over what now stands. */
function withVersion(state: FormState, version: number): FormState {
	return { ...state, values: { ...state.values, version: String(version) } };
}
