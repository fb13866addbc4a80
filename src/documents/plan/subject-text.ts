import type { ComponentNode } from "../../domain/plan/plan-graph.ts";

/** The subject with its code, where the reader knows the code: a systemic factor's is the program's own. */
export function subjectText({ focusArea }: ComponentNode): string {
	const { codes, label, subjectKind } = focusArea;
	return [...(subjectKind === "indicator" ? codes.filter((code) => !label.startsWith(code)) : []), label].join(" ");
}
