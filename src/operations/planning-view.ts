import { dueDates } from "../domain/calendar/due-dates.ts";
import { cycleStartOf, federalFiscalYearStart, fiscalYearOf } from "../domain/calendar/fiscal-year.ts";
import { type PlainDate, partsOf } from "../domain/calendar/plain-date.ts";
import { isFinalPaper } from "../domain/document/yearly-paper.ts";
import { may } from "../domain/people/may.ts";
import { type PlanningFacts, planningKinds } from "../domain/planning/planning-kinds.ts";
import { type PlanningView, spanOf } from "../domain/planning/planning-view.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findEdition } from "../frameworks/editions.ts";
import { NotAllowed } from "./errors.ts";
import { getState } from "./get-state.ts";
import type { OperationContext } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import type { Stores } from "./ports.ts";
import { getStateCalendar, type StateCalendar } from "./state-calendar.ts";

export type LoadedPlanning = StateCalendar & {
	readonly state: Fact<"jurisdiction">;
	readonly view: PlanningView;
	/** The State and everything in it. */
	readonly places: readonly Fact<"jurisdiction">[];
	readonly mayWrite: boolean;
};

/** Everything about a State's planning that checks, pages and papers look at. Throws `NotAllowed` for those who may not read it. */
export async function loadPlanning(
	{ actor, clock, stores }: OperationContext,
	input: {
		readonly jurisdictionId: string;
		readonly year?: number | undefined;
		readonly cycleStart?: number | undefined;
	},
): Promise<LoadedPlanning> {
	const state = await getState(stores, input.jurisdictionId);
	const path = await stores.jurisdictions.pathOf(state.id);
	if (!may(actor, "plan.read-draft", path) && !may(actor, "plan.read-submitted", path)) {
		throw new NotAllowed(
			"The State’s planning is for those who work on it. Ask your administrator for a role at the State.",
		);
	}
	const stateCalendar = await getStateCalendar(stores, state);
	const places = await placesIn(stores, state);
	const today = dayOf(clock());
	const cycleStart = input.cycleStart ?? cycleOf(today);
	const base: PlanningView = {
		...{ facts: await factsOf(stores, state.id), goals: [], strategies: [], papers: await papersOf(stores, state.id) },
		findings: (await stores.facts.list("finding", { jurisdictionId: state.id })).filter(
			({ state: standing }) => standing === "confirmed",
		),
		regions: places.filter(({ kind }) => kind === "region").map(({ id, name }) => ({ id, name })),
		...{ today, year: input.year ?? partsOf(today).year, cycleStart },
		dueDates: (ruleId, from, to) => {
			const rules = stateCalendar.calendar.rules.filter(({ id }) => id === ruleId);
			return dueDates({ ...stateCalendar.calendar, rules, from, to });
		},
	};
	const { from, to } = spanOf(base, "cycle");
	const cycles = (await stores.facts.list("cycle", { jurisdictionId: state.id })).filter(
		({ startsOn, endsOn }) => startsOn <= to && endsOn >= from,
	);
	const goals = (await stores.facts.list("goal", { jurisdictionId: state.id })).filter(({ cycleId }) =>
		cycles.some(({ id }) => id === cycleId),
	);
	const strategies = (await stores.facts.list("strategy", { jurisdictionId: state.id })).filter(({ goalId }) =>
		goals.some(({ id }) => id === goalId),
	);
	return {
		...stateCalendar,
		...{ state, places, view: { ...base, goals, strategies } },
		mayWrite: may(actor, "plan.write", path),
	};
}

/** The five years that a State works on: those in force, and from October before the next plan is due the next. */
export function cycleOf(today: PlainDate): number {
	const inForce = cycleStartOf(fiscalYearOf(today, federalFiscalYearStart));
	return today >= `${inForce + 3}-10-01` ? inForce + 5 : inForce;
}

async function placesIn(stores: Stores, state: Fact<"jurisdiction">): Promise<readonly Fact<"jurisdiction">[]> {
	const all = await stores.facts.list("jurisdiction");
	const below = (id: string): readonly Fact<"jurisdiction">[] =>
		all.filter(({ parentId }) => parentId === id).flatMap((each) => [each, ...below(each.id)]);
	return [state, ...below(state.id)];
}

/** The State's documents that the asker may see, by the last day of their period, newest first. */
async function papersOf(stores: Stores, jurisdictionId: string): Promise<PlanningView["papers"]> {
	const cycles = new Map((await stores.facts.list("cycle", { jurisdictionId })).map((each) => [each.id, each]));
	const documents = await stores.facts.list("document", { jurisdictionId });
	return documents
		.flatMap((document) => {
			const { id: documentId, title, state, submittedOn, updateOf } = document;
			const edition = findEdition(document.editionId);
			const cycle = cycles.get(document.cycleId);
			if (!edition || !cycle) return [];
			const paper = updateOf === null ? "plan" : isFinalPaper(edition, document) ? "final" : "yearly";
			const { framework } = edition;
			const { startsOn, endsOn } = cycle;
			return [{ documentId, framework, paper, title, state, submittedOn, startsOn, endsOn } as const];
		})
		.toSorted((a, b) => b.endsOn.localeCompare(a.endsOn) || b.title.localeCompare(a.title, "en"));
}

async function factsOf(stores: Stores, jurisdictionId: string): Promise<PlanningFacts> {
	const entries: [string, unknown][] = [];
	for (const kind of planningKinds) entries.push([kind, await stores.facts.list(kind, { jurisdictionId })]);
	return Object.fromEntries(entries) as PlanningFacts;
}
