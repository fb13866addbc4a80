import { approvalKindsOf } from "../domain/approval/approval-state.ts";
import { signedText } from "../domain/approval/signed-text.ts";
import type { PlainDate } from "../domain/calendar/plain-date.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import type { CheckContext, CheckResult } from "../domain/document/checks/check-result.ts";
import { runChecks } from "../domain/document/checks/run-checks.ts";
import type { Edition } from "../domain/document/edition.ts";
import { screenedText } from "../domain/document/screened-text.ts";
import type { CheckStage } from "../domain/document/stages.ts";
import type { PlanFacts, PlanGraph } from "../domain/plan/plan-graph.ts";
import { approvalStates, type DocumentState } from "../domain/workflow/document-workflow.ts";
import { findIndicator } from "../frameworks/ca-indicators/catalogue.ts";
import { getEdition } from "./open-plan.ts";
import type { Ids } from "./ports.ts";

export type PlanCheckOptions = {
	readonly now: Date;
	/** The step that the plan is on its way to. */
	readonly stage: CheckStage;
	readonly planSha256: string;
	readonly textSha256?: string;
	readonly pages?: CheckContext["pages"];
	/** Who set checks aside, by waiver id. */
	readonly waiverGivers?: ReadonlyMap<string, string>;
};

/** The edition's checks on a plan, as of a day, for the step that it is on its way to. */
export function checkPlan(
	graph: PlanGraph,
	edition: Edition,
	{ now, ...options }: PlanCheckOptions,
): readonly CheckResult[] {
	return runChecks(graph, edition, { ...options, today: dayOf(now), findIndicator });
}

/**
 * What is asked of a document in its state: of a yearly paper what is asked at the annual update; of a plan signatures and the Board's
 * action once its text is frozen, and not before.
 */
export function stageOf({
	state,
	updateOf,
}: {
	readonly state: DocumentState;
	readonly updateOf: string | null;
}): CheckStage {
	if (approvalStates.includes(state)) return "approval";
	return updateOf ? "annual-update" : "submission";
}

/** The checksum of what a signature is put to. */
export function signedSha256(facts: PlanFacts, { hash }: Pick<Ids, "hash">): string {
	return hash(signedText(facts, approvalKindsOf(getEdition(facts.document))));
}

/** The checksum of what a search for names has read; absent where the edition does not ask for one. */
export function textSha256Of(facts: PlanFacts, { hash }: Pick<Ids, "hash">): { readonly textSha256?: string } {
	// A long text takes as long to hash as its page to make: only where a search was made is there something to hold it against.
	if (facts.nameScreenings.length === 0) return {};
	const asks = getEdition(facts.document).checks.some(({ kind }) => kind === "names-screened");
	return asks ? { textSha256: hash(screenedText(facts)) } : {};
}

/** The calendar day of a moment in UTC. */
export function dayOf(moment: Date): PlainDate {
	return plainDate(moment.toISOString().slice(0, 10));
}
