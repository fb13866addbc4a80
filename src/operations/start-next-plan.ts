import { z } from "zod";
import { addDays, addMonths, formatDate, type PlainDate } from "../domain/calendar/plain-date.ts";
import { fieldsOf } from "../domain/document/edition.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { stateLabels } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findEdition } from "../frameworks/editions.ts";
import { NotFound, Refused } from "./errors.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import { startPlan } from "./start-plan.ts";

/**
 * Starts the plan of the next period where an edition's plan is made anew each period (MS-21): it uses the same goals once more, and
 * each text of the last one stands in it, marked as carried over until somebody touches it (INT-15).
 */
export const startNextPlan = defineOperation({
	name: "start-next-plan",
	title: "Start the plan of the next period from the last",
	http: { method: "post", path: "/plans/{documentId}/next" },
	input: z.object({ documentId: z.uuid() }),
	output: z.object({ id: z.uuid() }),
	async run(context, { documentId }): Promise<{ id: string }> {
		const { actor, stores } = context;
		const last = await getDocument(context, documentId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(last.jurisdictionId));
		const edition = findEdition(last.editionId);
		if (!edition?.renewed || !edition.termMonths || last.updateOf !== null) {
			throw new Refused("A plan of this edition is not made anew each year. Start a new plan under Plans.");
		}
		if (last.state !== "submitted" && last.state !== "accepted") {
			throw new Refused(
				`The next plan is born from one that was sent. This one is ${stateLabels[last.state].toLowerCase()}: submit it first.`,
			);
		}
		const facts = await stores.plans.find(last.id);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		const startsOn = addDays(facts.cycle.endsOn, 1);
		await refuseSecond(context, last, startsOn);
		const endsOn = addDays(addMonths(startsOn, edition.termMonths), -1);
		const title = `${facts.jurisdiction.name} ${edition.document.name} ${endsOn.slice(0, 4)}`;
		const { id } = await startPlan.run(context, {
			...{ jurisdictionId: last.jurisdictionId, editionId: edition.id, title, startsOn, endsOn },
		});
		const taken = new Set(fieldsOf(edition).flatMap((field) => (field.from === "answer" ? [field.id] : [])));
		await takeOver(context, facts, { id, role, taken });
		return { id };
	},
});

/** One plan for each period. */
async function refuseSecond({ stores }: OperationContext, last: Fact<"document">, startsOn: PlainDate): Promise<void> {
	const cycles = await stores.facts.list("cycle", { jurisdictionId: last.jurisdictionId });
	const next = new Set(cycles.filter((cycle) => cycle.startsOn >= startsOn).map(({ id }) => id));
	const others = await stores.facts.list("document", { jurisdictionId: last.jurisdictionId });
	const second = others.find(
		({ cycleId, editionId, updateOf }) => updateOf === null && editionId === last.editionId && next.has(cycleId),
	);
	if (second) {
		throw new Refused(`The plan from ${formatDate(startsOn)} was started already: ${second.title}. Open it there.`);
	}
}

/** The areas with their goals, and every text with its mark. */
async function takeOver(
	{ ids, stores }: OperationContext,
	{ answers, document, focusAreas, goalUses, sharedAnswers }: PlanFacts,
	next: { readonly id: string; readonly role: Fact<"role-grant">["role"]; readonly taken: ReadonlySet<string> },
): Promise<void> {
	const { jurisdictionId } = document;
	const documentId = next.id;
	const common = {
		...({ verb: "add", expectedVersion: 0, jurisdictionId, root: documentId, role: next.role, reason: "" } as const),
	};
	const areaIds = new Map<string, string>();
	for (const { id, version: _version, ...area } of focusAreas) {
		const newId = ids.next();
		areaIds.set(id, newId);
		await stores.facts.write({ ...common, kind: "focus-area", id: newId, patch: { ...area, documentId } });
	}
	for (const { goalId, position, focusAreaId: before } of goalUses) {
		const focusAreaId = areaIds.get(before);
		if (!focusAreaId) continue;
		const patch = { jurisdictionId, documentId, focusAreaId, goalId, position };
		await stores.facts.write({ ...common, kind: "goal-use", id: ids.next(), patch });
	}
	for (const answer of answers) {
		const { field, none, sameAs } = answer;
		const value = sharedAnswers.find(({ id }) => id === sameAs)?.value ?? answer.value;
		const focusAreaId = answer.focusAreaId === null ? null : areaIds.get(answer.focusAreaId);
		if (!next.taken.has(field) || focusAreaId === undefined || (value.trim() === "" && !none)) continue;
		await stores.facts.write({
			...{ ...common, kind: "answer", id: ids.named("answer", documentId, focusAreaId ?? "", field) },
			patch: { jurisdictionId, documentId, focusAreaId, field, value, none, carried: true },
		});
	}
}
