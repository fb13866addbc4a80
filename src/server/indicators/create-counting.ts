import path from "node:path";
import { installationActor } from "../../domain/people/installation.ts";
import { listCurrentExtracts } from "../../operations/list-current-extracts.ts";
import { perform } from "../../operations/operation.ts";
import { openStoredRows } from "../../storage/duckdb/open-stored-rows.ts";
import { whileNobodyCounts } from "../../storage/sql/advisory-lock.ts";
import type { Installation } from "../installation.ts";
import type { CountingServices } from "./count-indicators.ts";

/** What counting needs of an installation: its loads, and the stored rows below its data folder. */
export function createCounting(
	{ performer, settings, storage }: Installation,
	programFolder: string,
): CountingServices {
	return {
		performer,
		whileNobodyCounts: (jurisdictionId, work) => whileNobodyCounts(storage.admin, jurisdictionId, work),
		listCurrentFiles: (jurisdictionId) =>
			perform(performer, listCurrentExtracts, installationActor, { jurisdictionId }),
		openStoredRows: (loadIds) =>
			openStoredRows({
				definitionsFolder: path.join(programFolder, "src/indicators/definitions"),
				extractsFolder: path.join(settings.dataDir, "extracts"),
				loadIds,
			}),
	};
}
