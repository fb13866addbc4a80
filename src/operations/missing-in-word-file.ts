import type { PlanPlace } from "../documents/plan/plan-places.ts";
import type { GoalNode, PlanGraph, StrategyNode } from "../domain/plan/plan-graph.ts";
import { isListField, kindOfField } from "../domain/word/word-facts.ts";
import type { FoundChange, FoundChanges } from "./compare-word-file.ts";
import type { OperationContext } from "./operation.ts";
import type { PlanTexts } from "./working-copy.ts";

/**
 * What the file was made with and has no more. A milestone without any of its texts, a strategy without its own and all its
 * milestones, a goal without its own and all its strategies: each is one removal. Any other text that is gone is emptied.
 * What came into the plan after the file was made is not missing.
 */
export async function missingParts(
	{ stores }: OperationContext,
	{ graph, places }: PlanTexts,
	read: ReadonlySet<string>,
	{ exportedAt, offered }: { readonly exportedAt: number | undefined; readonly offered: number },
): Promise<FoundChanges> {
	const gone = places.filter(
		(place) =>
			place.text.trim() !== "" &&
			!read.has(`${place.factId}/${place.field}`) &&
			!place.kept &&
			offered >= (place.since ?? (place.form === undefined ? 0 : 1)),
	);
	const notes = keptNotes(places, read, offered);
	if (gone.length === 0) return { changes: [], notes };
	if (exportedAt === undefined) {
		return {
			changes: [],
			notes: [
				...notes,
				"The file does not say any more when it was made, so nothing is offered for removal. Remove in the plan what was deleted in the file.",
			],
		};
	}
	const made = new Map(
		(await stores.actions.firstOf([...new Set(gone.map(({ factId }) => factId))])).map((each) => [
			each.subject,
			each.seq,
		]),
	);
	const missing = gone.filter(({ factId }) => (made.get(factId) ?? Number.POSITIVE_INFINITY) <= exportedAt);
	const first = new Map(missing.toReversed().map((place) => [place.factId, place]));
	const removed = removedParts(graph, places, missing);
	const changes = missing.flatMap((place): FoundChange[] => {
		const whole = removed.get(place.factId);
		if (whole === "inside") return [];
		if (whole === undefined) return [changeOf(place, "text")];
		return first.get(place.factId) === place ? [changeOf(place, "remove")] : [];
	});
	return { changes, notes };
}

/** What was taken out of the table of a yearly paper stays in the plan, and the paper says how it stands all the same. */
function keptNotes(places: readonly PlanPlace[], read: ReadonlySet<string>, offered: number): readonly string[] {
	const gone = places.filter(
		(place) =>
			place.kept &&
			place.text.trim() !== "" &&
			offered >= (place.since ?? 0) &&
			!read.has(`${place.factId}/${place.field}`),
	);
	return gone.map(
		({ label }) =>
			`${label} is not in the file any more. The paper reports on it all the same, as it stands in the plan.`,
	);
}

function changeOf(place: PlanPlace, change: "text" | "remove"): FoundChange {
	return {
		change,
		field: place.field,
		factId: place.factId,
		baseVersion: place.version,
		place: place.label,
		before: place.text,
		after: "",
		timeframe: "",
		assigned: "",
		rationale: "",
		milestones: [],
		cells: [],
		author: "",
		changedAt: "",
		comment: "",
	};
}

/** The rows of lists that are gone. A person's name and affiliation go with the seat in the team. */
function removedRows(
	team: PlanGraph["team"],
	missing: readonly PlanPlace[],
	isGone: (id: string) => boolean,
): readonly (readonly [id: string, whole: "whole" | "inside"])[] {
	const rows = missing.filter(({ factId, field }) => isListField(field) && isGone(factId));
	const gone = new Set(rows.filter(({ field }) => kindOfField(field) !== "party").map(({ factId }) => factId));
	const parties = team.flatMap(({ member, party }) => (party && gone.has(member.id) ? [party.id] : []));
	return [...[...gone].map((id) => [id, "whole"] as const), ...parties.map((id) => [id, "inside"] as const)];
}

/** The parts that are gone as a whole; `inside` for what goes with the part that it belongs to. */
function removedParts(
	{ components, team }: PlanGraph,
	places: readonly PlanPlace[],
	missing: readonly PlanPlace[],
): ReadonlyMap<string, "whole" | "inside"> {
	const removed = new Map<string, "whole" | "inside">();
	const lost = new Set(missing);
	const isGone = (id: string) => places.every((place) => place.factId !== id || place.text === "" || lost.has(place));
	const strategyGone = ({ strategy, milestones }: StrategyNode) =>
		isGone(strategy.id) && milestones.every(({ milestone }) => isGone(milestone.id));
	const goalGone = ({ goal, objectives, strategies }: GoalNode) =>
		isGone(goal.id) && objectives.every(({ objective }) => isGone(objective.id)) && strategies.every(strategyGone);
	for (const [id, whole] of removedRows(team, missing, isGone)) removed.set(id, whole);
	for (const node of components.flatMap(({ goals }) => goals)) {
		const whole = goalGone(node);
		if (whole) removed.set(node.goal.id, "whole");
		for (const { objective, baseline, target } of whole ? node.objectives : []) {
			for (const part of [objective, baseline, target]) if (part) removed.set(part.id, "inside");
		}
		for (const strategy of node.strategies) addStrategy(strategy, whole);
	}
	return removed;

	function addStrategy(node: StrategyNode, inside: boolean): void {
		const whole = strategyGone(node);
		if (whole) removed.set(node.strategy.id, inside ? "inside" : "whole");
		for (const { milestone } of node.milestones) {
			if (isGone(milestone.id)) removed.set(milestone.id, whole ? "inside" : "whole");
		}
	}
}
