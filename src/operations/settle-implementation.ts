import { addDays, formatDate, type PlainDate } from "../domain/calendar/plain-date.ts";
import { type ClockState, limitsOf } from "../domain/pip/pip-clock.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput } from "./errors.ts";
import type { OpenPip } from "./open-pip.ts";
import type { OperationContext } from "./operation.ts";

/**
 * Sets the last day of implementation to what the clock says of it now: the day on which it ended, else the end of an extension, else
 * the day that was planned at the approval. An event that is taken back so takes the day back that it had moved.
 */
export async function settleImplementation(
	{ stores }: OperationContext,
	{ document, rules, role }: OpenPip,
	state: ClockState,
	reason: string,
): Promise<void> {
	if (!state.approvedOn) return;
	const cycle = await stores.facts.find("cycle", document.cycleId);
	if (!cycle) throw new Error(`Document ${document.id} has no cycle.`);
	const { endBy } = limitsOf(state, rules.clock);
	const extendedTo = state.extensionMonths > 0 && endBy ? addDays(endBy, -1) : null;
	const endsOn = state.implementationEndedOn ?? extendedTo ?? (await plannedEnd());
	if (endsOn === cycle.endsOn) return;
	if (endsOn < cycle.startsOn) {
		throw new InvalidInput([
			{ field: "on", message: `Implementation began on ${formatDate(cycle.startsOn)}. Give a later day.` },
		]);
	}
	await stores.facts.write({
		...{ kind: "cycle", id: cycle.id, verb: "change", expectedVersion: cycle.version, patch: { endsOn } },
		...{ jurisdictionId: cycle.jurisdictionId, root: document.id, role, reason: reason.slice(0, 2000) },
	});

	/** What the approval set, with what was negotiated since: the newest end that no event of the clock has set. */
	async function plannedEnd(): Promise<PlainDate> {
		const renegotiated = (await stores.facts.list("renegotiation", { documentId: document.id }))
			.filter(({ field, answer }) => field === "endsOn" && answer === "agreed")
			.toSorted((a, b) => ((a.answeredOn ?? "") < (b.answeredOn ?? "") ? -1 : 1))
			.at(-1);
		if (renegotiated) return renegotiated.after as PlainDate;
		let [stood, planned]: (PlainDate | undefined)[] = [];
		for (const { after } of await stores.actions.ofSubject(document.cycleId)) {
			if ("endsOn" in after) stood = after.endsOn as PlainDate;
			if ("startsOn" in after) planned = stood;
		}
		return planned ?? (cycle as Fact<"cycle">).endsOn;
	}
}
