import { type Edition, type EditionField, isAskedFor } from "../../../domain/document/edition.ts";
import type { ComponentNode } from "../../../domain/plan/plan-graph.ts";
import { isFilled } from "./section-states.ts";

/**
 * The fields of a component's form: those that are asked for its subject, and any that is filled in all the same, so that
 * it can be emptied (SIP-70).
 */
export function componentFields({ focusArea, answers }: ComponentNode, edition: Edition): readonly EditionField[] {
	return edition.sections
		.flatMap((section) => section.fields)
		.filter((field) => field.scope === "focus-area")
		.filter((field) => isAskedFor(field, focusArea.subjectKind) || isFilled(field, answers));
}
