import { roleLabels } from "../../../domain/people/roles.ts";
import type { ActionBody, Verb } from "../../../domain/workflow/action.ts";
import { type FactKind, factSchemas } from "../../../domain/workflow/fact-kinds.ts";
import { fieldLabel } from "./field-words.ts";
import { type ValueContext, valueWords } from "./value-words.ts";

/** One change of one field, in words. */
export type FieldChange = {
	readonly field: string;
	readonly label: string;
	readonly from: string;
	readonly to: string;
};

/** An action of the log as people read it. */
export type DescribedAction = {
	readonly who: string;
	/** The role under which it was done; empty where none was needed. */
	readonly role: string;
	readonly at: string;
	/** "changed Milestone 1.1.2" */
	readonly what: string;
	readonly reason: string;
	readonly changes: readonly FieldChange[];
};

const verbWords: Readonly<Record<Verb, string>> = {
	add: "added",
	change: "changed",
	remove: "removed",
	restore: "brought back",
};

/** The steps of the workflow by where they lead; from where matters only on the way back to drafting. */
const stepWords: Readonly<Record<string, string>> = {
	ready: "marked the plan as ready",
	"board-approved": "brought the plan through the Board",
	submitted: "submitted the plan",
	returned: "returned the plan",
	"under-review": "opened the review",
	"recommendations-made": "sent recommendations",
	"in-negotiation": "opened a negotiation",
	"assigned-by-state": "took the last word, to assign contents",
	accepted: "accepted the plan",
	"under-review>submitted": "took back the opening of the review",
	"recommendations-made>under-review": "took the recommendations back",
	"returned>submitted": "took the return back",
	"returned>under-review": "took the return back",
	"returned>recommendations-made": "took the return back",
	"in-negotiation>under-review": "took the negotiation back",
	"in-negotiation>recommendations-made": "took the negotiation back",
	"assigned-by-state>in-negotiation": "went back to the negotiation",
	"accepted>submitted": "took the acceptance back",
	"accepted>under-review": "took the acceptance back",
	"accepted>recommendations-made": "took the acceptance back",
	"accepted>in-negotiation": "took the acceptance back",
	"accepted>assigned-by-state": "took the acceptance back",
	"under-review>drafting": "recalled the submission",
	"recommendations-made>drafting": "took up the writing again",
	"in-negotiation>drafting": "took up the writing again, as agreed",
	"ready>drafting": "reopened the plan for drafting",
	"board-approved>drafting": "reopened the plan for drafting",
	"submitted>drafting": "recalled the submission",
	"returned>drafting": "took up the writing again",
};

/** Says an action in words: who, in which role, what, why, and each field from what to what. */
export function describeAction(action: ActionBody, context: ValueContext): DescribedAction {
	return {
		who: action.actorName,
		role: action.role ? roleLabels[action.role] : "",
		at: action.at,
		what: whatWords(action, context),
		reason: action.reason,
		changes: describeFields(action.kind, action.before, action.after, action.verb === "change", context),
	};
}

function whatWords({ kind, verb, subject, before, after }: ActionBody, { nameOf }: ValueContext): string {
	const step =
		kind === "document" && verb === "change"
			? (stepWords[`${before.state}>${after.state}`] ?? stepWords[String(after.state)])
			: undefined;
	return step ?? `${verbWords[verb]} ${nameOf(kind, subject)}`;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * The fields that differ, in the order of the fact's schema, in words. Of a fact that came or went as a whole, what was
 * empty and its place in the order say nothing.
 */
export function describeFields(
	kind: FactKind,
	before: Values,
	after: Values,
	isChange: boolean,
	context: ValueContext,
): readonly FieldChange[] {
	return Object.keys(factSchemas[kind].shape).flatMap((field): FieldChange[] => {
		const label = field in before || field in after ? fieldLabel(kind, field) : undefined;
		const from = valueWords(kind, field, before[field], context);
		const to = valueWords(kind, field, after[field], context);
		if (label === undefined || from === to) return [];
		if (!isChange && (field === "position" || from + to === "No")) return [];
		return [{ field, label, from, to }];
	});
}
