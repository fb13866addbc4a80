import { access, rm } from "node:fs/promises";
import { installationActor } from "../../domain/people/installation.ts";
import type { Actor } from "../../domain/people/may.ts";
import { NotAllowed, NotFound } from "../../operations/errors.ts";
import { getExtractLoad } from "../../operations/get-extract-load.ts";
import { keepExtractLoad } from "../../operations/keep-extract-load.ts";
import { perform } from "../../operations/operation.ts";
import { extractPlaces } from "./extract-places.ts";
import { type TakingServices, takeExtract } from "./take-extract.ts";

export type ReceivedTakingServices = TakingServices & {
	/** The person with the rights that they have now; undefined for somebody who may no longer sign in. */
	readonly findPerson: (personId: string) => Promise<Actor | undefined>;
	/** Does the work while nobody else reads the file of this load; does nothing when somebody does. */
	readonly whileNobodyReads: (loadId: string, work: () => Promise<void>) => Promise<void>;
};

/**
 * Reads a file that has arrived, as the person who sent it. Done as often as it takes: a load that has been read already is left as it
 * is, and one that was broken off is begun anew. Answers the load's state at the end; undefined while another server reads it.
 */
export async function takeReceivedExtract(
	services: ReceivedTakingServices,
	{ loadId, personId }: { readonly loadId: string; readonly personId: string },
): Promise<string | undefined> {
	const { performer, extractsFolder } = services;
	const { upload } = extractPlaces(extractsFolder, loadId);
	let state: string | undefined;
	await services.whileNobodyReads(loadId, async () => {
		const load = await perform(performer, getExtractLoad, installationActor, { loadId });
		state = load.state;
		if (load.state !== "reading") return rm(upload, { force: true });
		const { jurisdictionId, fileName, sha256, bytes } = load;
		const refuse = async (reason: string) => {
			await perform(performer, keepExtractLoad, installationActor, {
				...{ loadId, jurisdictionId, fileName, sha256, bytes, reason },
				...{ extractKind: null, period: null, records: 0, usable: false },
				...{ rejectProblems: 0, mendProblems: 0, lookProblems: 0 },
			});
			state = "refused";
		};
		const there = await access(upload).then(
			() => true,
			() => false,
		);
		if (!there) return refuse("The file is no longer there to be read. Load it again.");
		try {
			const person = await services.findPerson(personId);
			if (!person) throw new NotAllowed("Whoever loaded the file may no longer sign in.");
			const { reading } = await takeExtract(services, person, { file: upload, jurisdictionId, fileName, loadId });
			state = reading.usable ? "taken" : "refused";
		} catch (error) {
			if (!(error instanceof NotAllowed || error instanceof NotFound)) throw error;
			await refuse(error.message);
		}
		await rm(upload, { force: true });
	});
	return state;
}
