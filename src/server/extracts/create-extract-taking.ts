import { existsSync } from "node:fs";
import path from "node:path";
import { installationActor } from "../../domain/people/installation.ts";
import { getPerson } from "../../operations/get-person.ts";
import { perform } from "../../operations/operation.ts";
import { findActor } from "../../storage/sql/actors.ts";
import { whileNobodyReads } from "../../storage/sql/advisory-lock.ts";
import type { Installation } from "../installation.ts";
import { readInProcess } from "./read-in-process.ts";
import { takeReceivedExtract } from "./take-received-extract.ts";

/** How a server reads the files that have arrived: each in a process of its own where the program is built. */
export function createExtractTaking(
	{ performer, settings, storage }: Installation,
	programFolder: string,
): (load: { readonly loadId: string; readonly personId: string }) => Promise<string | undefined> {
	const program = path.join(programFolder, "dist/extract-process.js");
	return (load) =>
		takeReceivedExtract(
			{
				performer,
				extractsFolder: path.join(settings.dataDir, "extracts"),
				...(existsSync(program) ? { read: readInProcess(program) } : {}),
				findPerson: async (personId) => {
					const { person } = await perform(performer, getPerson, installationActor, { personId });
					return findActor(storage.database, person.email);
				},
				whileNobodyReads: (loadId, work) => whileNobodyReads(storage.admin, loadId, work),
			},
			load,
		);
}
