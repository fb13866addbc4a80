import type { Answers, PlanGraph } from "../plan/plan-graph.ts";
import type { EditionField, EditionItem } from "./edition.ts";
import { entriesOf } from "./entry-kinds.ts";
import { isEmptyBlock } from "./live-blocks.ts";

/** How an item of the authority's outline is answered. */
export type ItemState = "written" | "none" | "no-change" | "carried" | "from-facts" | "shown" | "attached" | "empty";

export const itemStateLabels: Readonly<Record<ItemState, string>> = {
	written: "Written",
	none: "None, said on purpose",
	"no-change": "No change, said on purpose",
	carried: "Carried over, not yet touched",
	"from-facts": "Printed from the facts",
	shown: "Shown from elsewhere",
	attached: "Attached as a file",
	empty: "Empty",
};

/** How a field of the document, or of one of its areas, is answered. */
export function itemState(field: EditionField, answers: Answers, graph: PlanGraph): ItemState {
	if (field.from !== "answer") return "shown";
	const answer = answers.get(field.id);
	if (answer?.carried) return "carried";
	if (answer?.noChange) return "no-change";
	if (answer && answer.value.trim() !== "") return "written";
	if (answer?.none && field.noneAllowed) return "none";
	if (field.entries && entriesOf(graph.entries, field.entries, null).length > 0) return "from-facts";
	return field.live?.some((block) => !isEmptyBlock(block, graph)) ? "from-facts" : "empty";
}

/** How an item is answered that facts answer: goals and what serves them, partners, and what a report says of each goal. */
export function factItemState({ of }: Pick<EditionItem, "of">, graph: PlanGraph): ItemState {
	const goals = graph.components.flatMap((component) => component.goals);
	const carried = [...graph.carried.values()];
	const every = <Part>(parts: readonly Part[], isThere: (part: Part) => boolean): ItemState =>
		parts.length > 0 && parts.every(isThere) ? "from-facts" : "empty";
	switch (of) {
		case "goals":
			return every(goals, ({ goal }) => goal.statement.trim() !== "");
		case "objectives":
			return every(goals, ({ objectives }) => objectives.length > 0);
		case "interventions":
			return every(goals, ({ strategies }) => strategies.length > 0);
		case "partners":
			return every(graph.team, () => true);
		case "progress": {
			const open = carried.some(({ standing }) => standing === "not-looked-at");
			return carried.length === 0 ? "empty" : open ? "carried" : "from-facts";
		}
		case "closings":
			return every(
				carried.filter(({ partKind }) => partKind === "goal"),
				({ closing }) => closing !== null,
			);
	}
}

/** Something stands there: text, a word on purpose, or a block from the facts. */
export function isAnswered(field: EditionField, answers: Answers, graph: PlanGraph): boolean {
	return itemState(field, answers, graph) !== "empty";
}
