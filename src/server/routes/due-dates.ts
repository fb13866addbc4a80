import { type Context, Hono } from "hono";
import { calendarStatusWords } from "../../domain/calendar/calendar-rule.ts";
import { addDays, plainDate } from "../../domain/calendar/plain-date.ts";
import { may } from "../../domain/people/may.ts";
import { calendarRules } from "../../frameworks/us-calendar/calendar-rules.ts";
import { addPlanningStep } from "../../operations/add-planning-step.ts";
import { NotFound } from "../../operations/errors.ts";
import { listDueDates } from "../../operations/list-due-dates.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { dayOf } from "../../operations/plan-checks.ts";
import { recordCalendarOccasion } from "../../operations/record-calendar-occasion.ts";
import { removeCalendarEntry } from "../../operations/remove-calendar-entry.ts";
import { saveCalendarSetting } from "../../operations/save-calendar-setting.ts";
import { readTypedDate } from "../../web/forms/read-typed-date.ts";
import { DueDatesPage } from "../../web/pages/due-dates/due-dates-page.tsx";
import { type FormState, freshForm } from "../../web/pages/parts/form-page-state.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";
import { readForm, type SentForm } from "../middleware/read-form.ts";
import { answerCsv } from "./answer-csv.ts";
import { problemsOf } from "./form-problems.ts";

/** Years that the page offers. */
const lastYear = 2040;

/** What is due for a State, and how its days are reckoned. */
export function dueDateRoutes({ perform, clock }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	/** The State asked for, else the reader's own: that of the first place, as all places of an installation mostly lie in one. */
	async function ask(context: Context<AppEnvironment>) {
		const { person } = visitOf(context);
		const states = (await perform(listJurisdictions, person, {})).filter(({ kind }) => kind === "state");
		const wanted = context.req.query("place");
		const state = wanted ? states.find(({ id }) => id === wanted) : states[0];
		if (wanted && !state) throw new NotFound("There is no such State.");
		const year = readYear(context.req.query("year"));
		const span = year ? { from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) } : {};
		const list = state ? await perform(listDueDates, person, { jurisdictionId: state.id, ...span }) : undefined;
		return { states, state, list, year };
	}

	/** What is late, beside the coming twelve months: what somebody answers for and nobody has said was done. */
	async function findLate(context: Context<AppEnvironment>, { state, year }: Awaited<ReturnType<typeof ask>>) {
		if (!state || year) return [];
		const yesterday = addDays(dayOf(clock()), -1);
		const past = { jurisdictionId: state.id, from: addDays(yesterday, -364), to: yesterday };
		const { dueDates } = await perform(listDueDates, visitOf(context).person, past);
		return dueDates.filter(({ owners, doneOn }) => owners.length > 0 && doneOn === null);
	}

	async function show(context: Context<AppEnvironment>, form: FormState, status: 200 | 422 = 200) {
		const asked = await ask(context);
		const manageable = await perform(listPlacesFor, visitOf(context).person, { permission: "calendar.manage" });
		const firstYear = clock().getUTCFullYear();
		const page = DueDatesPage({
			...asked,
			...{ late: await findLate(context, asked), today: dayOf(clock()) },
			frame: context.get("frame"),
			rules: calendarRules.rules.filter(({ timing }) => timing.kind !== "undated"),
			years: Array.from({ length: lastYear - firstYear + 1 }, (_, index) => String(firstYear + index)),
			mayManage: manageable.some(({ id }) => id === asked.state?.id),
			mayReadPlanning: (["plan.read-draft", "plan.read-submitted"] as const).some(
				(permission) => asked.state !== undefined && may(visitOf(context).person, permission, [asked.state.id]),
			),
			form,
		});
		return answerPage(context, page, status);
	}

	routes.get("/", (context) => show(context, freshForm));

	routes.get("/due-dates.csv", async (context) => {
		const { state, list } = await ask(context);
		if (!list) throw new NotFound("There is no State in this installation yet.");
		return answerCsv(context, `Due dates ${state?.name ?? ""} ${list.from}`, [
			[
				"Due",
				"What",
				"Covers",
				"Federal fiscal year",
				"State fiscal year",
				"Weekend",
				"How sure",
				"Rule",
				"Who answers for it",
				"Done on",
			],
			...list.dueDates.map((each) => [
				...[each.on, each.name, each.covers, each.federalFiscalYear, each.stateFiscalYear],
				...[
					each.weekend ?? "",
					calendarStatusWords[each.status],
					each.ruleId,
					each.owners.join(", "),
					each.doneOn ?? "",
				],
			]),
		]);
	});

	/** Does what a form asks for, or shows the page again with what is wrong. */
	async function save(context: Context<AppEnvironment>, notice: string, work: (form: SentForm) => Promise<unknown>) {
		const form = await readForm(context);
		try {
			await work(form);
		} catch (error) {
			return show(context, form.state(problemsOf(error)), 422);
		}
		const place = form.text("jurisdictionId");
		return answerDone(context, place ? `/due-dates?place=${place}` : "/due-dates", notice);
	}

	routes.post("/setting", (context) =>
		save(context, "The calendar was changed.", (form) =>
			perform(saveCalendarSetting, visitOf(context).person, {
				jurisdictionId: form.text("jurisdictionId"),
				weekendPolicy: form.text("weekendPolicy") as "literal",
				stateFiscalYearStart: form.text("stateFiscalYearStart").trim(),
				version: form.text("version"),
			}),
		),
	);

	routes.post("/occasions", (context) =>
		save(context, "It was recorded. What is due from it stands in the list.", (form) =>
			perform(recordCalendarOccasion, visitOf(context).person, {
				jurisdictionId: form.text("jurisdictionId"),
				eventKind: form.text("eventKind") as "pip-approved",
				on: readTypedDate(form.text("on")) ?? form.text("on"),
				note: form.text("note"),
			}),
		),
	);

	routes.post("/steps", (context) =>
		save(context, "The step was added.", (form) =>
			perform(addPlanningStep, visitOf(context).person, {
				jurisdictionId: form.text("jurisdictionId"),
				ruleId: form.text("ruleId"),
				label: form.text("label"),
				daysBefore: Number(form.text("daysBefore").trim() || Number.NaN),
			}),
		),
	);

	for (const entryKind of ["calendar-occasion", "planning-step"] as const) {
		routes.post(`/${entryKind}/:entryId/remove`, (context) =>
			save(context, "It was taken out of the calendar.", (form) =>
				perform(removeCalendarEntry, visitOf(context).person, {
					entryKind,
					entryId: pathId(context, "entryId"),
					version: form.text("version"),
				}),
			),
		);
	}
	return routes;
}

/** A year that the page offers, or "" for the coming twelve months. */
function readYear(text: string | undefined): string {
	return text && /^\d{4}$/.test(text) && Number(text) >= 1995 && Number(text) <= lastYear ? text : "";
}
