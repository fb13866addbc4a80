import type { Edition } from "../../../../domain/document/edition.ts";
import { reviewChecklist } from "../../../../domain/review/review-checklist.ts";
import { RemarkKind } from "../../../../domain/review/review-facts.ts";
import { type FactKind, factLabels } from "../../../../domain/workflow/fact-kinds.ts";
import { planPath } from "../plan-paths.ts";
import { shorten } from "../plan-words.ts";
import { remarkKindWords } from "./review-words.ts";

type Values = Readonly<Record<string, unknown>>;

/** The page on which each record of a review stands. */
const pages: Partial<Readonly<Record<FactKind, string>>> = {
	"state-review": "/review",
	"review-item": "/review",
	"review-remark": "/review/questions",
	"review-response": "/review/questions",
	negotiation: "/review/negotiation",
	"negotiation-position": "/review/negotiation",
	"state-assignment": "/review/negotiation",
	"draft-share": "/review/contacts",
	"state-contact": "/review/contacts",
	"formal-action": "/review/contacts",
	"focused-help": "/review/contacts",
};

/** The address of a record of a review; undefined for every other kind of fact. Comments stand beside the checklist. */
export function addressOfReview(kind: FactKind, documentId: string, values: Values = {}): string | undefined {
	const page = kind === "review-remark" && values.remarkKind === "comment" ? "/review" : pages[kind];
	return page && planPath(documentId, page);
}

/** What the State asks itself, by the item's id in the edition. */
export function checklistItemWords(id: string, edition: Edition): string {
	const item = reviewChecklist(edition).find((each) => each.id === id);
	return item ? `${item.label} (${id})` : id;
}

/** A step of a formal action, by its id in the edition. */
export function formalStepWords(id: string, edition: Edition): string {
	return edition.review?.formalActions.steps.find((each) => each.id === id)?.label ?? id;
}

/** How a record of a review is called, by what it says; undefined for every other kind of fact. */
export function nameOfReview(
	kind: FactKind,
	values: Values | undefined,
	plan: { readonly edition: Edition; readonly nameOf: (kind: FactKind, id: string) => string },
): string | undefined {
	const text = (field: string) => (typeof values?.[field] === "string" ? values[field] : "");
	const quoted = (label: string, words: string) => (words === "" ? label : `${label} "${shorten(words, 60)}"`);
	const label = factLabels[kind];
	switch (kind) {
		case "review-item":
			return quoted(label, checklistItemWords(text("item"), plan.edition));
		case "review-remark": {
			const remark = RemarkKind.safeParse(values?.remarkKind);
			return quoted(remark.success ? remarkKindWords[remark.data] : label, text("text"));
		}
		case "review-response":
		case "negotiation-position":
			return quoted(label, text("text"));
		case "negotiation":
			return quoted(label, text("matter"));
		case "state-assignment":
			return text("aboutId") === ""
				? label
				: `${label}: ${plan.nameOf(text("aboutKind") as FactKind, text("aboutId"))}`;
		case "formal-action":
			return quoted(label, formalStepWords(text("step"), plan.edition));
		default:
			return undefined;
	}
}
