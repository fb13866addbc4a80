import type { ClockState } from "../domain/pip/pip-clock.ts";
import type { PipRules } from "../domain/pip/pip-rules.ts";
import { clockEventsOf, type FederalWay, foldClock } from "../domain/pip/pip-view.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { Refused } from "./errors.ts";
import type { OperationContext } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";

/** When a PIP was sent, and what the federal agency answered: taken from the document's own steps. */
export async function getFederalWay({ stores }: OperationContext, documentId: string): Promise<FederalWay> {
	const submissions = await stores.snapshots.list(documentId);
	const answers = await stores.facts.list("authority-answer", { documentId });
	return {
		submissions: submissions.map(({ number, takenAt }) => ({ number, on: dayOf(takenAt) })),
		answers: answers.map(({ submission, answer, answeredOn, letter }) => ({
			submission,
			answer,
			on: answeredOn,
			letter,
		})),
	};
}

/** The clock of a PIP as everything recorded so far leaves it. */
export async function getPipClock(
	context: OperationContext,
	document: Fact<"document">,
	rules: PipRules,
): Promise<ClockState> {
	const clockEvents = await context.stores.facts.list("clock-event", { documentId: document.id });
	const way = await getFederalWay(context, document.id);
	return foldClock(clockEventsOf({ clockEvents }, document, way), rules).state;
}

/**
 * The clock of a PIP as it would be with other events than are recorded. Refuses when an event would no longer fit what came before
 * it: a correction must not leave a clock that nobody can follow.
 */
export async function tryClock(
	context: OperationContext,
	{ document, rules }: { readonly document: Fact<"document">; readonly rules: PipRules },
	change: (events: readonly Fact<"clock-event">[]) => readonly Fact<"clock-event">[],
): Promise<ClockState> {
	const recorded = await context.stores.facts.list("clock-event", { documentId: document.id });
	const way = await getFederalWay(context, document.id);
	const fold = (clockEvents: readonly Fact<"clock-event">[]) =>
		foldClock(clockEventsOf({ clockEvents }, document, way), rules);
	const { state, fault } = fold(change(recorded));
	if (fault !== "" && fold(recorded).fault === "") {
		throw new Refused(`Then something recorded later would not fit any more: ${fault} Put that right first.`);
	}
	return state;
}
