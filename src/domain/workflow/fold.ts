import type { ActionBody } from "./action.ts";
import type { FactKind } from "./fact-kinds.ts";

/** A fact as the actions leave it. */
export type FoldedFact = {
	readonly id: string;
	readonly kind: FactKind;
	readonly version: number;
	readonly removed: boolean;
	readonly values: Readonly<Record<string, unknown>>;
};

/**
 * Folds actions, oldest first within each subject, into the facts as they stood after the last of them.
 * With the actions up to a moment it gives the facts of that moment.
 */
export function foldActions(actions: Iterable<ActionBody>): ReadonlyMap<string, FoldedFact> {
	const facts = new Map<string, FoldedFact>();
	for (const action of actions) {
		const known = facts.get(action.subject);
		facts.set(action.subject, {
			id: action.subject,
			kind: action.kind,
			version: action.position,
			removed: action.verb === "remove" ? true : action.verb === "restore" ? false : (known?.removed ?? false),
			values: { ...known?.values, ...action.after },
		});
	}
	return facts;
}
