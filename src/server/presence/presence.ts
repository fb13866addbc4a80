import { installationActor } from "../../domain/people/installation.ts";
import { exchangePresence, presentSince } from "../../operations/list-present.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import type { Present } from "../../operations/ports.ts";

/** How long a server goes by what it knows before it asks the others again. */
const exchangeSeconds = 15;

/** Who has which document open, as this server knows it. */
export type Presence = {
	/** Somebody is here now. Every so often brings together what the servers have seen. */
	see(seen: Omit<Present, "seenAt">): Promise<void>;
	/** The others who had the document open within the last minute, by name. */
	othersAt(documentId: string, personId: string): readonly Present[];
};

/**
 * Keeps in memory who is here and exchanges it with the other servers through one table, at most four times a minute however many
 * people there are: each write to the database makes all remembered pages new (decision 0007). A failed exchange is told to the log;
 * no page waits for better times.
 */
export function createPresence(performer: Performer, log: (line: string) => void): Presence {
	const known = new Map<string, Present>();
	let toTell = new Map<string, Present>();
	let exchangedAt = 0;

	async function exchange(now: Date): Promise<void> {
		exchangedAt = now.getTime();
		const seen = [...toTell.values()];
		toTell = new Map();
		try {
			for (const each of await perform(performer, exchangePresence, installationActor, { seen })) {
				const own = known.get(each.personId);
				if (!own || own.seenAt < each.seenAt) known.set(each.personId, each);
			}
		} catch (error) {
			log(
				`Who is here could not be told to the other servers: ${error instanceof Error ? error.message : String(error)}`,
			);
		}
		const since = presentSince(now);
		for (const [id, { seenAt }] of known) if (seenAt < since) known.delete(id);
	}

	return {
		async see(seen) {
			const now = performer.clock();
			const present = { ...seen, seenAt: now };
			known.set(seen.personId, present);
			toTell.set(seen.personId, present);
			if (now.getTime() - exchangedAt >= exchangeSeconds * 1000) await exchange(now);
		},
		othersAt(documentId, personId) {
			const since = presentSince(performer.clock());
			return [...known.values()]
				.filter((each) => each.documentId === documentId && each.personId !== personId && each.seenAt > since)
				.sort((a, b) => a.name.localeCompare(b.name));
		},
	};
}
