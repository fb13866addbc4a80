import { canonicalText } from "../domain/workflow/action.ts";
import type { Fact, FactKind } from "../domain/workflow/fact-kinds.ts";
import { type SaveClash, StaleSave } from "./errors.ts";
import type { FactChange, LoggedAction, Stores } from "./ports.ts";

/**
 * Saves a change that was made from a version which may have been left behind meanwhile (design, invariant 8).
 * What others changed in other fields is kept and joined. The same field changed to something else by both is a
 * clash: nothing is written, and `StaleSave` carries both texts.
 */
export async function mergeSave<K extends FactKind>(
	stores: Stores,
	current: Fact<K>,
	change: FactChange<K>,
): Promise<number> {
	if (current.version === change.expectedVersion) return stores.facts.write(change);
	const since = (await stores.actions.ofSubject(change.id)).filter((each) => each.position > change.expectedVersion);
	const clashes = findClashes(since, change.patch);
	if (clashes.length > 0) throw new StaleSave(clashes, current.version);
	return stores.facts.write({ ...change, expectedVersion: current.version });
}

/** The fields of the patch that others have set to something else since. */
function findClashes(since: readonly LoggedAction[], patch: Readonly<Record<string, unknown>>): readonly SaveClash[] {
	return Object.entries(patch).flatMap(([field, yours]) => {
		const last = since.findLast((action) => field in action.after);
		if (!last || canonicalText(last.after[field]) === canonicalText(yours)) return [];
		return [{ field, yours, theirs: last.after[field], theirName: last.actorName, theirTime: last.at }];
	});
}
