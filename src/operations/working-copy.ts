import { type PlanPlace, planPlaces } from "../documents/plan/plan-places.ts";
import type { WorkingComment, WorkingCopy } from "../documents/word/working-copy.ts";
import type { Edition } from "../domain/document/edition.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { PlanFacts, PlanGraph } from "../domain/plan/plan-graph.ts";
import { getEdition } from "./open-plan.ts";
import type { OperationContext } from "./operation.ts";

/** The editable texts of a plan as they stand, with the names of the people to whom milestones are assigned. */
export type PlanTexts = {
	readonly graph: PlanGraph;
	readonly edition: Edition;
	readonly places: readonly PlanPlace[];
	readonly people: ReadonlyMap<string, string>;
};

export async function planTexts({ ids, stores }: OperationContext, facts: PlanFacts): Promise<PlanTexts> {
	const graph = assemblePlan(facts);
	const people = new Map<string, string>();
	for (const personId of new Set(facts.milestones.map(({ assignedPersonId }) => assignedPersonId))) {
		const person = personId === null ? undefined : await stores.facts.find("person", personId);
		if (person) people.set(person.id, person.name);
	}
	const edition = getEdition(facts.document);
	const places = planPlaces(graph, edition, {
		answerId: (focusAreaId, field) => ids.named("answer", facts.document.id, focusAreaId ?? "", field),
		figureId: (kind, objectiveId) => ids.named(kind, objectiveId),
		listId: (kind, focusAreaId) => ids.named("list", facts.document.id, kind, focusAreaId ?? ""),
		people,
	});
	return { graph, edition, places, people };
}

/** What makes the paper of a plan a Word file to be edited: its texts, where its history stands, and what was said of it. */
export async function workingCopyOf(context: OperationContext, facts: PlanFacts): Promise<WorkingCopy> {
	const { places } = await planTexts(context, facts);
	const [last] = await context.stores.actions.ofRoot(facts.document.id, { limit: 1 });
	return {
		origin: `${facts.document.id} ${last?.seq ?? 0} lists2`,
		places: places.map(({ anchor, factId, field, version, text }) => ({ anchor, factId, field, version, text })),
		comments: await commentsOn(context, facts),
	};
}

/**
 * The plan and the moment of its history that a working copy was made of; and what could be edited in it: the first of these files
 * offered texts alone (0), the next lists and figures (1), and those of now meetings, benchmarks and the standings of milestones too (2).
 */
export function readOrigin(
	origin: string | undefined,
): { readonly documentId: string; readonly seq: number; readonly offered: number } | undefined {
	const [, documentId, seq, lists, level] = /^([0-9a-f-]{36}) (\d{1,15})( lists(\d?))?$/u.exec(origin ?? "") ?? [];
	if (documentId === undefined) return undefined;
	return { documentId, seq: Number(seq), offered: lists === undefined ? 0 : Number(level || 1) };
}

/** The State's remarks that were released to the county, oldest first, each at the part that it is about. */
async function commentsOn({ stores }: OperationContext, facts: PlanFacts): Promise<readonly WorkingComment[]> {
	const remarks = (await stores.facts.list("review-remark", { documentId: facts.document.id })).filter(
		({ released }) => released,
	);
	const made = new Map((await stores.actions.firstOf(remarks.map(({ id }) => id))).map((each) => [each.subject, each]));
	return remarks.flatMap((remark): WorkingComment[] => {
		const first = made.get(remark.id);
		if (!first) return [];
		const author = [first.actorName, remark.unit].filter((each) => each !== "").join(", ");
		return [{ anchor: anchorOf(remark), author, at: new Date(first.at), text: remark.text }];
	});
}

function anchorOf({
	aboutKind,
	aboutId,
}: {
	readonly aboutKind: string;
	readonly aboutId: string;
}): string | undefined {
	switch (aboutKind) {
		case "section":
			return `section/${aboutId}`;
		case "focus-area":
			return `${aboutId}/label`;
		case "goal":
		case "strategy":
		case "milestone":
			return `${aboutId}/statement`;
		default:
			return undefined;
	}
}
