import { type Edition, findField } from "../../../../domain/document/edition.ts";
import { BlockKind } from "../../../../domain/drafting/drafting-facts.ts";
import { type FactKind, factLabels } from "../../../../domain/workflow/fact-kinds.ts";
import { shorten } from "../plan-words.ts";
import { assignmentsPath, commentsPath } from "./drafting-words.ts";

type Values = Readonly<Record<string, unknown>>;

/** The page of what stands beside a plan's text; undefined for every other kind of fact. */
export function addressOfDrafting(kind: FactKind, documentId: string): string | undefined {
	if (kind === "section-assignment") return assignmentsPath(documentId);
	return kind === "draft-comment" || kind === "suggestion" ? commentsPath(documentId) : undefined;
}

/** How what stands beside a plan's text is called in its history; undefined for every other kind of fact. */
export function nameOfDrafting(
	kind: FactKind,
	values: Values | undefined,
	plan: { readonly edition: Edition; readonly nameOf: (kind: FactKind, id: string) => string },
): string | undefined {
	const text = (field: string) => (typeof values?.[field] === "string" ? values[field] : "");
	const label = factLabels[kind];
	switch (kind) {
		case "section-assignment": {
			const section = plan.edition.sections.find(({ id }) => id === text("section"))?.title;
			const part = text("focusAreaId") ? plan.nameOf("focus-area", text("focusAreaId")) : section;
			return part ? `${label}: ${part}` : label;
		}
		case "draft-comment":
			return text("text") ? `${label} "${shorten(text("text"), 60)}"` : label;
		case "suggestion":
			return values ? `${label} for ${aboutWords(text, plan)}` : label;
		default:
			return undefined;
	}
}

function aboutWords(
	text: (field: string) => string,
	{ edition, nameOf }: { readonly edition: Edition; readonly nameOf: (kind: FactKind, id: string) => string },
): string {
	const field = findField(edition, text("field"));
	if (field) return shorten(field.label, 80);
	const kind = BlockKind.exclude(["section"]).safeParse(text("aboutKind"));
	return kind.success ? nameOf(kind.data, text("aboutId")) : "a text of the plan";
}
