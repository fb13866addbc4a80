import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { installationActor } from "../../domain/people/installation.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import { resumeExtractLoads } from "../../operations/resume-extract-loads.ts";
import { loadIdOf } from "./extract-places.ts";

/** So long, in milliseconds, a file or folder that no load names may lie before the start: another process may still be writing it. */
const patience = 24 * 60 * 60_000;

/**
 * At the start of a server: has files read again whose reading was broken off, and removes what a crash has left that no load names.
 * Answers the loads that are read again and the names that were removed.
 */
export async function resumeExtracts(
	{ performer, extractsFolder }: { readonly performer: Performer; readonly extractsFolder: string },
	startedAt: Date,
): Promise<{ readonly resumed: readonly string[]; readonly removed: readonly string[] }> {
	const { kept, resumed } = await perform(performer, resumeExtractLoads, installationActor, {});
	const names = await readdir(extractsFolder).catch(() => []);
	const removed: string[] = [];
	for (const name of names.filter((each) => !kept.includes(loadIdOf(each)))) {
		const place = path.join(extractsFolder, name);
		const { mtimeMs } = await stat(place);
		if (mtimeMs > startedAt.getTime() - patience) continue;
		await rm(place, { recursive: true, force: true });
		removed.push(name);
	}
	return { resumed, removed };
}
