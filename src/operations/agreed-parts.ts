import { additionFault, type RenegotiationContext } from "../domain/pip/renegotiation.ts";
import { partsTakenOut } from "../domain/pip/taken-out.ts";
import { wholeParts } from "../domain/pip/whole-parts.ts";
import type { CarriedKind } from "../domain/plan/carry-over-facts.ts";
import type { Fact, FactKind, FactValues } from "../domain/workflow/fact-kinds.ts";
import { Refused } from "./errors.ts";
import { type OpenPip, writePipFact } from "./open-pip.ts";
import type { OperationContext } from "./operation.ts";
import type { viewOfPip } from "./view-of-pip.ts";

type Found = Awaited<ReturnType<typeof viewOfPip>>;
type Asked = Fact<"renegotiation">;

/** Adds to the plan in force what State and federal agency agreed to add: after what is there, with a number that was never given. */
export async function addAgreedPart(
	context: OperationContext,
	pip: OpenPip,
	found: Found,
	asked: Asked,
	agreement: string,
): Promise<void> {
	const part = found.pip.renegotiatedParts.find(
		({ renegotiationId, partId }) => renegotiationId === asked.id && partId === asked.partId,
	);
	if (!part) throw new Error(`Renegotiation ${asked.id} adds a part that was not kept.`);
	const { partId: id, partKind, parentId, statement, rationale, codes, dueOn, assignedTitle } = part;
	requireParentInPlan(part, found);
	const fault = additionFault({ partKind: asked.partKind as "goal", underId: parentId, codes, dueOn }, found);
	if (fault) throw new Refused(fault.message);
	const { jurisdictionId, cycleId } = pip.document;
	const add = <K extends FactKind>(kind: K, own: string, patch: Partial<FactValues<K>>, root = pip.document.id) =>
		context.stores.facts.write<K>({
			...{ kind, id: own, verb: "add", expectedVersion: 0, jurisdictionId, root, role: pip.role },
			...{ patch, reason: reasonOf(asked, agreement) },
		});
	const { stores, ids } = context;
	const next = (siblings: readonly { readonly position: number }[]) =>
		Math.max(
			0,
			...siblings.map(({ position }) => position),
			...partsTakenOut(found.pip)
				.filter((each) => each.parentId === parentId)
				.map(({ place }) => place),
		) + 1;
	if (partKind === "strategy" && parentId) {
		const position = next(await stores.facts.list("strategy", { goalId: parentId }));
		await add("strategy", id, { jurisdictionId, goalId: parentId, position, statement, rationale, population: [] });
		return carryInReports(context, pip, [{ kind: "strategy", id, goalId: parentId }]);
	}
	if (partKind === "milestone" && parentId) {
		await add("milestone", id, {
			...{ jurisdictionId, strategyId: parentId, statement, dueOn, assignedTitle, timeframeMonths: null },
			position: next(await stores.facts.list("milestone", { strategyId: parentId })),
			...{ assignedPersonId: null, assignedAgency: "", population: [], status: "not-started", completedOn: null },
		});
		const goalId = (await stores.facts.find("strategy", parentId))?.goalId ?? "";
		return carryInReports(context, pip, [{ kind: "milestone", id, goalId }]);
	}
	const [objectiveId, area] = [ids.next(), found.graph.components[0]?.focusArea];
	if (!area) throw new Refused("The plan has no part for goals any more. Record this as withdrawn.");
	await add("goal", id, { jurisdictionId, cycleId, statement, goalKind: "numeric", population: [] });
	await add("objective", objectiveId, {
		...{ jurisdictionId, goalId: id, position: 1, statement: "", measureId: null, evidenceOfCompletion: "" },
	});
	await add("goal-use", ids.next(), {
		...{ jurisdictionId, documentId: pip.document.id, focusAreaId: area.id, goalId: id },
		position: next(found.facts.goalUses),
	});
	// By the id that the page of the areas gives it.
	await add("goal-address", ids.named("goal-address", pip.document.id, id), {
		...{ jurisdictionId, documentId: pip.document.id, goalId: id, codes: [...codes] },
	});
	for (const report of await draftedReports(context, pip)) {
		const [own] = await stores.facts.list("focus-area", { documentId: report.id });
		if (!own) continue;
		const position = next(await stores.facts.list("goal-use", { documentId: report.id }));
		const use = { jurisdictionId, documentId: report.id, focusAreaId: own.id, goalId: id, position };
		await add("goal-use", ids.next(), use, report.id);
	}
	return carryInReports(context, pip, [
		{ kind: "goal", id, goalId: id },
		{ kind: "objective", id: objectiveId, goalId: id },
	]);
}

function requireParentInPlan({ parentId }: Fact<"renegotiated-part">, { pip, graph }: Found): void {
	if (parentId === null || wholeParts(graph, pip, [], parentId).length > 0) return;
	const open = pip.renegotiations.find(
		({ partId, field, answer }) => partId === parentId && field === "added" && answer === null,
	);
	throw new Refused(
		open
			? `Record first what came of "${open.after.slice(0, 120)}": this is to be added to it.`
			: "What this was to be added to is not in the plan. Record this one as withdrawn, and ask anew.",
	);
}

/** Takes out of the plan in force what both agreed to take out, with all below it; how it stood is kept with the agreement. */
export async function takeAgreedPartOut(
	context: OperationContext,
	pip: OpenPip,
	found: RenegotiationContext & { readonly view: Found["view"]; readonly facts: Found["facts"] },
	asked: Asked,
	agreement: string,
): Promise<void> {
	const { stores, ids } = context;
	const parts = wholeParts(found.graph, found.pip, found.view.measurement, asked.partId);
	for (const [index, part] of parts.entries()) {
		await writePipFact(context, pip, {
			...{ kind: "renegotiated-part", id: ids.next(), current: undefined, version: 0 },
			patch: { ...part, codes: [...part.codes], renegotiationId: asked.id, position: index + 1 },
		});
	}
	// A goal is taken out by its place in this plan: another plan that has it keeps it.
	const out =
		asked.partKind === "goal"
			? found.facts.goalUses.find(({ goalId }) => goalId === asked.partId)
			: await stores.facts.find(asked.partKind, asked.partId);
	if (!out) throw new Error(`${asked.partKind} ${asked.partId} was there a moment ago.`);
	const remove = (kind: FactKind, { id, version }: { readonly id: string; readonly version: number }, root: string) =>
		stores.facts.write({
			...{ kind, id, verb: "remove", expectedVersion: version, patch: {}, root },
			...{ jurisdictionId: pip.document.jurisdictionId, role: pip.role, reason: reasonOf(asked, agreement) },
		});
	await remove(asked.partKind === "goal" ? "goal-use" : asked.partKind, out, pip.document.id);
	const gone = new Set(parts.map(({ partId }) => partId));
	for (const report of await draftedReports(context, pip)) {
		for (const use of await stores.facts.list("goal-use", { documentId: report.id })) {
			if (gone.has(use.goalId)) await remove("goal-use", use, report.id);
		}
		for (const carried of await stores.facts.list("carried-part", { documentId: report.id })) {
			if (gone.has(carried.partId)) await remove("carried-part", carried, report.id);
		}
	}
}

/** A progress report that is being written tells of what came to the plan meanwhile; one that was sent stays as it was. */
async function carryInReports(
	context: OperationContext,
	pip: OpenPip,
	added: readonly { readonly kind: CarriedKind; readonly id: string; readonly goalId: string }[],
): Promise<void> {
	const { stores, ids } = context;
	const { jurisdictionId } = pip.document;
	for (const { id: documentId } of await draftedReports(context, pip)) {
		for (const { kind: partKind, id: partId, goalId } of added) {
			if ((await stores.facts.list("goal-use", { documentId, goalId })).length === 0) continue;
			await stores.facts.write({
				...{ kind: "carried-part", id: ids.next(), verb: "add", expectedVersion: 0 },
				...{ jurisdictionId, root: documentId, role: pip.role, reason: "" },
				patch: { jurisdictionId, documentId, partKind, partId, standing: "not-looked-at", progress: "" },
			});
		}
	}
}

async function draftedReports(
	{ stores }: OperationContext,
	{ document }: OpenPip,
): Promise<readonly Fact<"document">[]> {
	return (await stores.facts.list("document", { updateOf: document.id })).filter(({ state }) => state === "drafting");
}

function reasonOf({ reason }: Asked, agreement: string): string {
	return `Negotiated anew: ${reason} ${agreement}`.slice(0, 2000);
}
