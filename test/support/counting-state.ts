import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Actor } from "../../src/domain/people/may.ts";
import { practicePlaces } from "../../src/practice/data/places.ts";
import type { CountingServices } from "../../src/server/indicators/count-indicators.ts";
import { openStoredRows } from "../../src/storage/duckdb/open-stored-rows.ts";
import { whileNobodyCounts } from "../../src/storage/sql/advisory-lock.ts";
import { type StoredExtract, storeExtracts } from "./stored-extracts.ts";
import { addActor, addPlace, openTestStorage, type TestStorage } from "./test-storage.ts";

export const alderCode = practicePlaces.alder.code;
export const definitionsFolder = path.resolve(import.meta.dirname, "../../src/indicators/definitions");

/** A State with a region and two counties, files that were stored for it, and people of each kind; nothing is counted yet. */
export type CountingState = {
	readonly storage: TestStorage;
	readonly folder: string;
	readonly files: readonly StoredExtract[];
	readonly services: CountingServices;
	readonly places: { readonly state: string; readonly north: string; readonly alder: string; readonly birch: string };
	readonly people: Readonly<Record<CountingPerson, Actor>>;
	end(): Promise<void>;
};

type CountingPerson =
	| "alderAnalyst"
	| "birchAnalyst"
	| "stateAnalyst"
	| "alderCases"
	| "administrator"
	| "statePlanner"
	| "statePartner"
	| "alderPartner";

/** `years` are those that the files are made for: each has its windows, and each window takes a second to be counted. */
export async function openCountingState(years: {
	readonly first: number;
	readonly last: number;
}): Promise<CountingState> {
	const storage = await openTestStorage();
	const folder = await mkdtemp(path.join(tmpdir(), "throughline-extracts-"));
	const state = await addPlace(storage, { kind: "state", code: "99", name: "Halcyon" });
	const north = await addPlace(storage, { kind: "region", code: "N", name: "North", parentId: state });
	const alder = await addPlace(storage, { kind: "county", code: alderCode, name: "Alder", parentId: north });
	const birchCode = practicePlaces.birch.code;
	const birch = await addPlace(storage, { kind: "county", code: birchCode, name: "Birch", parentId: state });
	const people = {
		alderAnalyst: await addActor(storage, alder, "data-analyst"),
		birchAnalyst: await addActor(storage, birch, "data-analyst", "Birch data analyst"),
		stateAnalyst: await addActor(storage, state, "state-analyst"),
		alderCases: await addActor(storage, alder, "case-data-reader"),
		administrator: await addActor(storage, alder, "administrator"),
		statePlanner: await addActor(storage, state, "state-planner"),
		statePartner: await addActor(storage, state, "partner"),
		alderPartner: await addActor(storage, alder, "partner"),
	};
	const request = { seed: 3, children: 1500, years, edgeCases: true };
	const stored = await storeExtracts(request, folder, storage.ids.next);
	const files = [...stored].sort((a, b) => (a.period < b.period ? -1 : 1));
	return {
		...{ storage, folder, files, places: { state, north, alder, birch }, people },
		services: {
			performer: storage.performer,
			whileNobodyCounts: (jurisdictionId, work) => whileNobodyCounts(storage.admin, jurisdictionId, work),
			listCurrentFiles: async () => files.map(({ rows: _rows, ...file }) => file),
			openStoredRows: (loadIds) => openStoredRows({ definitionsFolder, extractsFolder: folder, loadIds }),
		},
		async end() {
			await storage.end();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
