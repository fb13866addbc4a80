import type { PlanDocumentOptions } from "../documents/plan/plan-printing.ts";
import { defaultCalendarSetting } from "../domain/calendar/calendar-facts.ts";
import { dueDates } from "../domain/calendar/due-dates.ts";
import { addDays, addMonths } from "../domain/calendar/plain-date.ts";
import { type Edition, fieldsOf } from "../domain/document/edition.ts";
import type { LiveBlockKind } from "../domain/document/live-blocks.ts";
import { type GoalTheory, optionsInOrder } from "../domain/plan/goal-theory.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { type Revision, revisionsSince } from "../domain/plan/revisions.ts";
import { calendarRules } from "../frameworks/us-calendar/calendar-rules.ts";
import { equityMeasures } from "./equity-measures.ts";
import { findIndicatorPlace } from "./indicator-places.ts";
import type { OperationContext } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import type { LoggedAction, Stores } from "./ports.ts";

/**
 * What the live blocks of an edition, or of one section of it, print besides the plan itself: its history since the last submission, the
 * calendar, and the measures of the place by groups.
 */
export async function liveFacts(
	context: OperationContext,
	facts: PlanFacts,
	edition: Edition,
	liveOf?: string,
): Promise<Pick<PlanDocumentOptions, "revisions" | "dueDates" | "equity" | "theories">> {
	const { clock, stores } = context;
	const fields =
		liveOf === undefined ? fieldsOf(edition) : edition.sections.filter(({ id }) => id === liveOf).flatMap(fieldsIn);
	const blocks = new Set(fields.flatMap(({ live }) => (live ?? []).map(({ block }) => block)));
	const asks = (block: LiveBlockKind) => blocks.has(block);
	return {
		...(asks("theory") ? { theories: await theoriesOf(stores, facts) } : {}),
		...(asks("equity") ? { equity: await measuresByGroups(context, facts) } : {}),
		...(asks("revisions") ? { revisions: await listRevisions(stores, facts) } : {}),
		...(asks("due-dates") ? { dueDates: await dueWithinYear(stores, facts, clock()) } : {}),
	};
}

function fieldsIn({ fields }: Edition["sections"][number]) {
	return fields;
}

/** Of all goals of the plan at once: they belong to one place. */
async function theoriesOf(
	stores: Stores,
	{ document, goals, strategies }: PlanFacts,
): Promise<ReadonlyMap<string, GoalTheory>> {
	const here = { jurisdictionId: document.jurisdictionId };
	const theories = await stores.facts.list("theory-of-change", here);
	const options = await stores.facts.list("weighed-option", here);
	const interventions = await stores.facts.list("intervention", here);
	return new Map(
		goals.map(({ id }) => {
			const own = new Set(strategies.filter(({ goalId }) => goalId === id).map((each) => each.id));
			return [
				id,
				{
					theory: theories.find(({ goalId }) => goalId === id) ?? null,
					options: optionsInOrder(options.filter(({ goalId }) => goalId === id)),
					interventions: interventions.filter(({ strategyId }) => own.has(strategyId)),
				},
			];
		}),
	);
}

/** On paper without the table of counties, which is as long as the State is large. */
async function measuresByGroups(context: OperationContext, { jurisdiction }: PlanFacts) {
	const place = await findIndicatorPlace(context, jurisdiction.id);
	return equityMeasures(context, place, ["raceEthnicity", "ageGroup", "sex", "agency"]);
}

/**
 * Every revision of the goals and what serves them since what was submitted last: of a yearly paper the paper before it, or the
 * plan. The history of the plan has them all, those of earlier papers too; a goal that another plan uses too may have been changed
 * there (INT-08).
 */
export async function listRevisions(stores: Stores, facts: PlanFacts): Promise<readonly Revision[]> {
	const { document, previous } = facts;
	const sent = await stores.snapshots.list(previous?.id ?? document.id);
	const since = sent[0]?.takenAt.toISOString();
	if (since === undefined) return [];
	const root = document.updateOf ?? document.id;
	const own = await actionsSince(stores, root, since);
	const shared = await Promise.all(
		(await otherRootsOf(stores, facts, root)).map((other) => actionsSince(stores, other, since)),
	);
	const parts = partsOfGoals(facts);
	return revisionsSince([...own, ...shared.flat().filter(({ subject }) => parts.has(subject))], since);
}

/** The other plans that use a goal of this one: what is changed there is changed here too. */
async function otherRootsOf(stores: Stores, { goals }: PlanFacts, root: string): Promise<readonly string[]> {
	const uses = await Promise.all(goals.map(({ id }) => stores.facts.list("goal-use", { goalId: id })));
	const documents = await Promise.all(
		[...new Set(uses.flat().map(({ documentId }) => documentId))].map((id) => stores.facts.find("document", id)),
	);
	const roots = new Set(documents.flatMap((each) => (each ? [each.updateOf ?? each.id] : [])));
	roots.delete(root);
	return [...roots];
}

function partsOfGoals(facts: PlanFacts): ReadonlySet<string> {
	const { goals, objectives, baselines, targets, strategies, milestones } = facts;
	return new Set([goals, objectives, baselines, targets, strategies, milestones].flat().map(({ id }) => id));
}

async function actionsSince({ actions }: Stores, root: string, since: string): Promise<readonly LoggedAction[]> {
	const found: LoggedAction[] = [];
	for (let before: number | undefined; ; ) {
		const page = await actions.ofRoot(root, { limit: 500, ...(before === undefined ? {} : { before }) });
		found.push(...page);
		const oldest = page.at(-1);
		if (!oldest || page.length < 500 || oldest.at <= since) return found;
		before = oldest.seq;
	}
}

async function dueWithinYear(
	{ facts }: Stores,
	{ jurisdiction }: PlanFacts,
	now: Date,
): Promise<NonNullable<PlanDocumentOptions["dueDates"]>> {
	const here = { jurisdictionId: jurisdiction.id };
	const setting = (await facts.list("calendar-setting", here))[0] ?? defaultCalendarSetting;
	const from = dayOf(now);
	return dueDates({
		...{ rules: calendarRules.rules, from, to: addDays(addMonths(from, 12), -1), stateCode: jurisdiction.code },
		...{ weekendPolicy: setting.weekendPolicy, stateFiscalYearStart: setting.stateFiscalYearStart },
		events: (await facts.list("calendar-occasion", here)).map(({ eventKind, on }) => ({ kind: eventKind, on })),
	}).map(({ name, on, covers }) => ({ name, on, covers }));
}
