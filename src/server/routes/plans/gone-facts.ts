import type { PlanFacts } from "../../../domain/plan/plan-graph.ts";
import { type FoldedFact, foldActions } from "../../../domain/workflow/fold.ts";
import { NotFound } from "../../../operations/errors.ts";
import { getFactHistory } from "../../../operations/get-fact-history.ts";
import type { SignedInPerson } from "../../../storage/sql/actors.ts";
import type { GoneFacts } from "../../../web/pages/plans/fact-names.ts";
import type { AppServices } from "../../app-environment.ts";
import type { OpenedPlan } from "./plan-page-context.ts";

/** What earlier papers said is no part of the plan. */
const noEarlier = { earlierPapers: [], earlierParts: [] };

/** The ids of all facts that stand in the plan now. */
export function idsInPlan(facts: PlanFacts): ReadonlySet<string> {
	return new Set(
		[
			...Object.values({ ...facts, entries: [], linked: [], improvement: null, goalCycles: [], ...noEarlier }),
			...Object.values(facts.entries),
		].flatMap((fact: { readonly id: string } | readonly { readonly id: string }[] | null) =>
			fact === null ? [] : "id" in fact ? [fact.id] : fact.map(({ id }) => id),
		),
	);
}

/**
 * The last values of facts that have left the plan, from the log, so that the history can still call them by their words.
 * The place of a goal is called by the goal.
 */
export async function goneFacts(
	services: AppServices,
	person: SignedInPerson,
	{ view }: OpenedPlan,
	subjects: readonly string[],
): Promise<GoneFacts> {
	const present = idsInPlan(view.facts);
	const gone = new Map<string, Readonly<Record<string, unknown>>>();
	for (const id of new Set(subjects.filter((each) => !present.has(each)))) {
		const fact = await foldedFact(services, person, id);
		if (!fact) continue;
		const goal = fact.kind === "goal-use" && (await foldedFact(services, person, String(fact.values.goalId)));
		gone.set(id, goal ? { ...fact.values, statement: goal.values.statement } : fact.values);
	}
	return gone;
}

async function foldedFact(
	services: AppServices,
	person: SignedInPerson,
	subject: string,
): Promise<FoldedFact | undefined> {
	try {
		return foldActions(await services.perform(getFactHistory, person, { subject })).get(subject);
	} catch (error) {
		if (error instanceof NotFound) return undefined;
		throw error;
	}
}
