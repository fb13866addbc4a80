import type { Answers, PlanGraph } from "../plan/plan-graph.ts";
import type { EditionField } from "./edition.ts";
import { entriesOf } from "./entry-kinds.ts";
import { isEmptyBlock } from "./live-blocks.ts";

/** How an item of the authority's outline is answered. */
export type ItemState = "written" | "none" | "no-change" | "carried" | "from-facts" | "shown" | "empty";

export const itemStateLabels: Readonly<Record<ItemState, string>> = {
	written: "Written",
	none: "None, said on purpose",
	"no-change": "No change, said on purpose",
	carried: "Carried over, not yet touched",
	"from-facts": "Printed from the facts",
	shown: "Shown from elsewhere",
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

/** Something stands there: text, a word on purpose, or a block from the facts. */
export function isAnswered(field: EditionField, answers: Answers, graph: PlanGraph): boolean {
	return itemState(field, answers, graph) !== "empty";
}
