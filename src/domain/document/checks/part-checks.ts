import type { UnplacedFact } from "../../plan/plan-graph.ts";
import { factLabels } from "../../workflow/fact-kinds.ts";
import type { CountedParts, NeededValue } from "../check-definitions.ts";
import type { CheckFunction, CheckInput, Place } from "./check-result.ts";
import {
	componentPlace,
	componentsOf,
	documentPlace,
	goalPlace,
	goalsOf,
	milestonePlace,
	milestonesOf,
	strategiesOf,
	strategyPlace,
} from "./plan-parts.ts";

type Valued = { readonly thing: string; readonly empty: boolean; readonly place: Place };

/** A text or choice that each part of its kind must have. */
export const valuePresent: CheckFunction<"value-present"> = (input) =>
	valuesOf(input, input.check.value)
		.filter((each) => each.empty)
		.map((each) => ({ place: each.place, words: { thing: each.thing } }));

function valuesOf({ graph, edition }: CheckInput<"value-present">, value: NeededValue): readonly Valued[] {
	const goals = () => goalsOf(graph, edition);
	const strategies = () => strategiesOf(graph, edition);
	const milestones = () => milestonesOf(graph, edition);
	const { words } = edition;
	switch (value) {
		case "goal.statement":
			return goals().map((part) => of(part.name, part.goal.goal.statement, goalPlace(part, "statement")));
		case "strategy.statement":
			return strategies().map((part) =>
				of(part.name, part.strategy.strategy.statement, strategyPlace(part, "statement")),
			);
		case "strategy.rationale":
			return strategies().map((part) =>
				of(part.name, part.strategy.strategy.rationale, strategyPlace(part, "rationale", words.rationale)),
			);
		case "milestone.statement":
			return milestones().map((part) =>
				of(part.name, part.milestone.milestone.statement, milestonePlace(part, "statement")),
			);
		case "milestone.timeframe":
			return milestones().map((part) =>
				of(part.name, part.milestone.dueOn ?? "", milestonePlace(part, "timeframeMonths", words.timeframe)),
			);
		case "milestone.assigned-to":
			return milestones().map((part) => {
				const { assignedTitle, assignedPersonId, assignedAgency } = part.milestone.milestone;
				const who = assignedTitle.trim() || assignedPersonId || assignedAgency;
				return of(part.name, who, milestonePlace(part, "assignedTitle", words.assignedTo));
			});
		case "member.name":
		case "member.affiliation":
			return graph.team.map(({ member, party }, i) => {
				const field = value === "member.name" ? "name" : "affiliation";
				const thing = party?.name.trim() ? party.name : `Entry ${i + 1} of the ${words.team}`;
				const place: Place = party
					? { kind: "party", id: party.id, field, label: thing }
					: { kind: "team-member", id: member.id, field: "partyId", label: thing };
				return of(thing, party?.[field] ?? "", place);
			});
	}
}

function of(thing: string, text: string, place: Place): Valued {
	return { thing, empty: text.trim() === "", place };
}

/** Too few or too many parts below each parent. */
export const count: CheckFunction<"count"> = (input) =>
	countsOf(input, input.check.of)
		.filter(({ n }) => n < (input.check.min ?? 0) || n > (input.check.max ?? Number.POSITIVE_INFINITY))
		.map(({ place, thing, n }) => ({ place, words: { thing, count: String(n) } }));

function countsOf(
	{ graph, edition }: CheckInput<"count">,
	parts: CountedParts,
): readonly { readonly n: number; readonly thing: string; readonly place: Place }[] {
	const { words } = edition;
	switch (parts) {
		case "components":
			return [{ n: graph.components.length, thing: "The plan", place: documentPlace(graph, "components", "The plan") }];
		case "team":
			return [{ n: graph.team.length, thing: words.team, place: documentPlace(graph, "team", words.team) }];
		case "goals":
			return componentsOf(graph, edition).map((part) => ({
				n: part.component.goals.length,
				thing: part.name,
				place: componentPlace(part, "goals"),
			}));
		case "strategies":
			return goalsOf(graph, edition).map((part) => ({
				n: part.goal.strategies.length,
				thing: part.name,
				place: goalPlace(part, "strategies"),
			}));
		case "milestones":
			return strategiesOf(graph, edition).map((part) => ({
				n: part.strategy.milestones.length,
				thing: part.name,
				place: strategyPlace(part, "milestones"),
			}));
	}
}

/** Parts whose parent is missing, so that no number can be given to them (SIP-63). */
export const noUnplacedParts: CheckFunction<"no-unplaced-parts"> = ({ graph }) =>
	graph.unplaced.map((lost) => ({
		place: { kind: lost.kind, id: lost.id, field: parentField(lost), label: factLabels[lost.kind] },
		words: {
			thing: `${factLabels[lost.kind]}${lost.text.trim() === "" ? "" : ` "${lost.text.trim()}"`}`,
			missing: factLabels[lost.missing].toLowerCase(),
		},
	}));

function parentField(lost: UnplacedFact): string {
	return lost.missing === "focus-area" ? "focusAreaId" : lost.missing === "strategy" ? "strategyId" : "goalId";
}

/** Two parts that hold the same place: they are numbered, but in an order that nobody chose (SIP-68). */
export const positionsDiffer: CheckFunction<"positions-differ"> = ({ graph, edition }) => [
	...repeated(
		componentsOf(graph, edition),
		() => "",
		(part) => part.component.focusArea.position,
		(part) => componentPlace(part, "position"),
	),
	...repeated(
		goalsOf(graph, edition),
		(part) => part.component.focusArea.id,
		(part) => part.goal.use.position,
		(part) => ({ ...goalPlace(part, "position"), kind: "goal-use", id: part.goal.use.id }),
	),
	...repeated(
		strategiesOf(graph, edition),
		(part) => part.goal.goal.id,
		(part) => part.strategy.strategy.position,
		(part) => strategyPlace(part, "position"),
	),
	...repeated(
		milestonesOf(graph, edition),
		(part) => part.strategy.strategy.id,
		(part) => part.milestone.milestone.position,
		(part) => milestonePlace(part, "position"),
	),
];

function repeated<T extends { readonly name: string }>(
	parts: readonly T[],
	parent: (part: T) => string,
	position: (part: T) => number,
	place: (part: T) => Place,
): readonly { readonly place: Place; readonly words: { readonly thing: string; readonly other: string } }[] {
	const first = new Map<string, T>();
	return parts.flatMap((part) => {
		const key = `${parent(part)}/${position(part)}`;
		const other = first.get(key);
		if (other) return [{ place: place(part), words: { thing: part.name, other: other.name } }];
		first.set(key, part);
		return [];
	});
}
