import { type PlanPlace, planPlaces } from "../documents/plan/plan-places.ts";
import type { WorkingComment, WorkingCopy } from "../documents/word/working-copy.ts";
import type { Edition } from "../domain/document/edition.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { PlanFacts, PlanGraph } from "../domain/plan/plan-graph.ts";
import { getEdition } from "./open-plan.ts";
import type { OperationContext } from "./operation.ts";
import { asComment, talkOn, trackable } from "./word-talk.ts";

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
export async function workingCopyOf(
	context: OperationContext,
	facts: PlanFacts,
	{ talk = false }: { readonly talk?: boolean | undefined } = {},
): Promise<WorkingCopy> {
	const { places } = await planTexts(context, facts);
	const { comments, suggested } = talk
		? await talkOn(context.stores, facts.document.id, places, "open")
		: { comments: [], suggested: [] };
	const tracked = trackable(suggested);
	const told = suggested.filter(({ place, suggestion }) => tracked.get(place) !== suggestion).map(asComment);
	const [last] = await context.stores.actions.ofRoot(facts.document.id, { limit: 1 });
	return {
		origin: `${facts.document.id} ${last?.seq ?? 0} lists2`,
		places: places.map((place) => {
			const { anchor, factId, field, version, text } = place;
			const suggestion = tracked.get(place);
			const { after = "", authorName: author = "", madeAt = "" } = suggestion ?? {};
			const suggested = suggestion ? { suggested: { text: after, author, at: new Date(madeAt) } } : {};
			return { anchor, factId, field, version, text, ...suggested };
		}),
		comments: [...(await commentsOn(context, facts)), ...comments, ...told],
	};
}

/** What may have gone out with a Word file of the plan: come back with it, it is no news. */
export async function sentWith(
	context: OperationContext,
	facts: PlanFacts,
	{ places }: PlanTexts,
): Promise<{
	readonly known: readonly WorkingComment[];
	readonly suggested: readonly { readonly factId: string; readonly field: string; readonly after: string }[];
}> {
	const { comments, suggested } = await talkOn(context.stores, facts.document.id, places, "all");
	return {
		known: [...(await commentsOn(context, facts)), ...comments, ...suggested.map(asComment)],
		suggested: suggested.map(({ place, suggestion }) => ({
			...{ factId: place.factId, field: place.field, after: suggestion.after },
		})),
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
