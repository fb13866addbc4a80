import path from "node:path";
import { installationActor } from "../../domain/people/installation.ts";
import { listExtractLoads } from "../../operations/list-extract-loads.ts";
import { perform } from "../../operations/operation.ts";
import { openStoredRows } from "../../storage/duckdb/open-stored-rows.ts";
import type { Installation } from "../installation.ts";
import type { CountingServices } from "./count-indicators.ts";

/** What counting needs of an installation: its loads, and the stored rows below its data folder. */
export function createCounting({ performer, settings }: Installation, programFolder: string): CountingServices {
	return {
		performer,
		async listCurrentFiles(jurisdictionId) {
			const loads = await perform(performer, listExtractLoads, installationActor, { jurisdictionId });
			return loads.flatMap(({ id, state, extractKind, period, fileName, sha256, takenAt }) =>
				state === "taken" && period !== null && takenAt !== null
					? {
							loadId: id,
							system: extractKind === "ncands" ? ("NCANDS" as const) : ("AFCARS" as const),
							...{ period, fileName, sha256 },
							takenOn: takenAt.slice(0, 10),
						}
					: [],
			);
		},
		openStoredRows: (loadIds) =>
			openStoredRows({
				definitionsFolder: path.join(programFolder, "src/indicators/definitions"),
				extractsFolder: path.join(settings.dataDir, "extracts"),
				loadIds,
			}),
	};
}
