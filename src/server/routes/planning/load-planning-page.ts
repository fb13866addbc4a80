import type { Context } from "hono";
import { may } from "../../../domain/people/may.ts";
import { calendarRules } from "../../../frameworks/us-calendar/calendar-rules.ts";
import { NotFound } from "../../../operations/errors.ts";
import { getPlanningYear } from "../../../operations/get-planning-year.ts";
import { listJurisdictions } from "../../../operations/list-jurisdictions.ts";
import { listPeople } from "../../../operations/list-people.ts";
import { listPlans } from "../../../operations/list-plans.ts";
import type { PlanningProps } from "../../../web/pages/planning/planning-props.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { visitOf } from "../../middleware/answers.ts";

/** What every page of a planning year shows, for the State of the reader and the year and cycle of the address. */
export async function loadPlanningPage(
	context: Context<AppEnvironment>,
	{ perform }: AppServices,
): Promise<PlanningProps> {
	const { person } = visitOf(context);
	const states = (await perform(listJurisdictions, person, {})).filter(({ kind }) => kind === "state");
	const mine = states.find(({ id }) => may(person, "plan.read-draft", [id])) ?? states[0];
	if (!mine) throw new NotFound("There is no State in this installation yet. An administrator adds it.");
	const year = context.req.query("year");
	const cycleStart = context.req.query("cycle");
	const planning = await perform(getPlanningYear, person, {
		jurisdictionId: mine.id,
		...(year ? { year } : {}),
		...(cycleStart ? { cycleStart } : {}),
	});
	const places = new Set(planning.places.map(({ id }) => id));
	const people = may(person, "people.read", [mine.id]) ? await perform(listPeople, person, {}) : [];
	const plans = await perform(listPlans, person, { jurisdictionId: mine.id });
	return {
		frame: context.get("frame"),
		year: planning,
		people: people
			.filter(({ active, jurisdictionId }) => active && places.has(jurisdictionId))
			.map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name })),
		dueRules: calendarRules.rules
			.filter(({ id, stateCode }) => stateCode === null || planning.rules?.dueRules.includes(id))
			.filter(({ id }) => !planning.rules?.repeatedRules.includes(id))
			.map(({ id, name }) => ({ value: id, label: name })),
		documents: plans.map(({ document }) => ({ value: document.id, label: document.title })),
	};
}
