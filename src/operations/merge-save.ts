import { canonicalText } from "../domain/workflow/action.ts";
import type { Fact, FactKind } from "../domain/workflow/fact-kinds.ts";
import { foldActions } from "../domain/workflow/fold.ts";
import { type SaveClash, StaleSave } from "./errors.ts";
import type { FactChange, LoggedAction, Stores } from "./ports.ts";

/**
 * Saves a change that was made from a version which may have been left behind meanwhile (design, invariant 8).
 * What others changed in other fields is kept and joined: a field that is sent as it stood in that version was not
 * touched, and is left to them. The same field changed to something else by both is a clash: nothing is written, and
 * `StaleSave` carries both texts.
 */
export async function mergeSave<K extends FactKind>(
	stores: Stores,
	current: Fact<K>,
	change: FactChange<K>,
): Promise<number> {
	if (current.version === change.expectedVersion) return stores.facts.write(change);
	const actions = await stores.actions.ofSubject(change.id);
	const patch = touchedFields(
		actions.filter((each) => each.position <= change.expectedVersion),
		change.patch,
	);
	const clashes = findClashes(
		actions.filter((each) => each.position > change.expectedVersion),
		patch,
	);
	if (clashes.length > 0) throw new StaleSave(clashes, current.version);
	return stores.facts.write({ ...change, patch, expectedVersion: current.version });
}

/** The fields of the patch that differ from what stood in the version that the change was made from. */
function touchedFields<P extends object>(until: readonly LoggedAction[], patch: P): P {
	const stood = foldActions(until).values().next().value?.values ?? {};
	const touched = Object.entries(patch).filter(
		([field, value]) => !(field in stood) || canonicalText(stood[field]) !== canonicalText(value),
	);
	return Object.fromEntries(touched) as P;
}

/** The fields of the patch that others have set to something else since. */
function findClashes(since: readonly LoggedAction[], patch: Readonly<Record<string, unknown>>): readonly SaveClash[] {
	return Object.entries(patch).flatMap(([field, yours]) => {
		const last = since.findLast((action) => field in action.after);
		if (!last || canonicalText(last.after[field]) === canonicalText(yours)) return [];
		return [{ field, yours, theirs: last.after[field], theirName: last.actorName, theirTime: last.at }];
	});
}
