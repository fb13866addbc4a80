import type { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { withholdVoices } from "../documents/plan/withhold-voices.ts";
import { type WithdrawnVoice, withdrawnSince } from "../domain/engagement/withdrawn-since.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { factSchemas } from "../domain/workflow/fact-kinds.ts";
import { foldActions } from "../domain/workflow/fold.ts";
import type { Snapshot, Stores } from "./ports.ts";
import type { SnapshotContent } from "./take-snapshot.ts";

/** A submission as everybody may read it today: without what somebody has withdrawn their consent to since. */
export async function postedPaper(
	stores: Stores,
	snapshot: Snapshot,
): Promise<{ readonly paper: NeutralDocument; readonly withdrawn: readonly WithdrawnVoice[] }> {
	const { paper, facts } = JSON.parse(snapshot.content) as SnapshotContent;
	// Submissions of earlier versions of the program have no lists.
	const kept = facts.entries?.["partner-input"] ?? [];
	if (kept.every(({ said, partyId }) => said === "" && partyId === null)) return { paper, withdrawn: [] };
	const today = await stores.facts.list("partner-input", { documentId: snapshot.documentId });
	const gone = kept.filter(({ id }) => !today.some((each) => each.id === id));
	const last = await Promise.all(gone.map(({ id }) => lastKnown(stores, id)));
	const withdrawn = withdrawnSince(facts, [...today, ...last.flat()]);
	return { paper: withholdVoices(paper, withdrawn), withdrawn };
}

/** Of a voice that was taken out of the draft: what consent it had then. */
async function lastKnown(stores: Stores, id: string): Promise<readonly Fact<"partner-input">[]> {
	const folded = foldActions(await stores.actions.ofSubject(id)).get(id);
	const read = factSchemas["partner-input"].safeParse(folded?.values);
	return read.success ? [{ ...read.data, id, version: 0 }] : [];
}
