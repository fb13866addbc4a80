import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Actor } from "../../domain/people/may.ts";
import type { ExtractReading } from "../../indicators/extracts/read-extract.ts";
import { allowExtractUpload } from "../../operations/allow-extract-upload.ts";
import { InvalidInput, NotAllowed, Refused } from "../../operations/errors.ts";
import { keepExtractLoad } from "../../operations/keep-extract-load.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import { extractPlaces } from "./extract-places.ts";
import { type ReadExtractInto, readExtractInto } from "./read-extract-into.ts";

export type ExtractTaking = {
	readonly loadId: string;
	readonly reading: ExtractReading;
	/** Loads that this one takes the place of. */
	readonly replaced: readonly string[];
	/** An earlier load of the very same content. */
	readonly sameFileAs: string | null;
};

export type ExtractToTake = {
	readonly file: string;
	readonly jurisdictionId: string;
	/** What the person calls it; the name of the file when left out. */
	readonly fileName?: string;
	/** The load that was begun when the file arrived; a new one when left out. */
	readonly loadId?: string;
};

export type TakingServices = {
	readonly performer: Performer;
	readonly extractsFolder: string;
	/** Where the file is read; in this process when left out. */
	readonly read?: ReadExtractInto;
};

/**
 * Reads a file, keeps its rows and problems below `extractsFolder` in a folder named after the load, and writes the load down: all
 * of it or nothing. Everything is made in a folder of another name first, so that one that was broken off is never taken for whole;
 * what an earlier try of the same load left is cleared away. Throws `NotAllowed` before anything is read.
 */
export async function takeExtract(
	{ performer, extractsFolder, read = readExtractInto }: TakingServices,
	actor: Actor,
	{ file, jurisdictionId, ...known }: ExtractToTake,
): Promise<ExtractTaking> {
	const fileName = (known.fileName ?? path.basename(file)).slice(0, 255);
	const allowed = await perform(performer, allowExtractUpload, actor, { jurisdictionId, fileName });
	const loadId = known.loadId ?? allowed.loadId;
	const { folder, unfinished } = extractPlaces(extractsFolder, loadId);
	const clear = (...places: readonly string[]) =>
		Promise.all(places.map((place) => rm(place, { recursive: true, force: true })));
	await clear(unfinished, folder);
	await mkdir(unfinished, { recursive: true, mode: 0o700 });
	try {
		const { reading, ...content } = await read({ folder: unfinished, file });
		await rename(unfinished, folder);
		const { reject, mend, look } = reading.problemsByTier;
		const kept = await perform(performer, keepExtractLoad, actor, {
			...{ ...content, loadId, jurisdictionId, fileName },
			extractKind: reading.kind === "other" ? null : reading.kind,
			period: reading.period,
			records: reading.records,
			...{ rejectProblems: reject, mendProblems: mend, lookProblems: look },
			usable: reading.usable,
		});
		return { reading, ...kept };
	} catch (error) {
		await clear(unfinished);
		// Any other error may have come after the load was written down: then the folder belongs to it.
		const isRefusal = [NotAllowed, Refused, InvalidInput].some((kind) => error instanceof kind);
		if (isRefusal) await clear(folder);
		throw error;
	}
}
