import { roleLabels } from "../../../domain/people/roles.ts";
import type { ActionBody, Verb } from "../../../domain/workflow/action.ts";
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

/** Says an action in words: who, in which role, what, why, and each field from what to what. */
export function describeAction(action: ActionBody, context: ValueContext): DescribedAction {
	const { kind, before, after } = action;
	return {
		who: action.actorName,
		role: action.role ? roleLabels[action.role] : "",
		at: action.at,
		what: `${verbWords[action.verb]} ${context.nameOf(kind, action.subject)}`,
		reason: action.reason,
		changes: Object.keys(after).flatMap((field): FieldChange[] => {
			const label = fieldLabel(kind, field);
			const from = valueWords(kind, field, before[field], context);
			const to = valueWords(kind, field, after[field], context);
			if (label === undefined || from === to) return [];
			// What was empty and stays at its first value says nothing when a fact is added.
			if (action.verb === "add" && (to === "" || to === "No" || field === "position")) return [];
			return [{ field, label, from, to }];
		}),
	};
}
