import { installationActor } from "../../domain/people/installation.ts";
import { runCurveSet } from "../../indicators/curves/run-curves.ts";
import { definitionVersion } from "../../indicators/definition-version.ts";
import { readOptions } from "../../indicators/engine/options.ts";
import { runIndicators } from "../../indicators/engine/run-indicators.ts";
import { filesOfWindow, type Window } from "../../indicators/engine/window.ts";
import { windowsOf } from "../../indicators/engine/windows-of.ts";
import { feedCountedFigures } from "../../operations/feed-counted-figures.ts";
import type { StoredRows } from "../../operations/indicator-engine.ts";
import { fileListOf } from "../../operations/indicator-files.ts";
import { keepIndicatorRun } from "../../operations/keep-indicator-run.ts";
import { listRunKeys } from "../../operations/list-run-keys.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import type { RunFile } from "../../operations/outputs/indicator-outputs.ts";

/** A current file of a place, and the day on which it was taken. */
export type CurrentFile = RunFile & { readonly takenOn: string };

export type CountingServices = {
	readonly performer: Performer;
	/** The current file of each period that a place has loaded. */
	readonly listCurrentFiles: (jurisdictionId: string) => Promise<readonly CurrentFile[]>;
	/** Opens the stored rows of loads; their place in the list is the number of the file. */
	readonly openStoredRows: (loadIds: readonly string[]) => Promise<StoredRows>;
};

const everyGrouping = ["county", "ageGroup", "raceEthnicity", "sex"] as const;

/**
 * Counts every window that the current files of a place allow, and makes the results into figures. A window whose files, options
 * and definitions are those of its last counting is left as it is. Answers the windows that were counted.
 */
export async function countIndicators(
	{ performer, listCurrentFiles, openStoredRows }: CountingServices,
	jurisdictionId: string,
): Promise<readonly string[]> {
	const current = [...(await listCurrentFiles(jurisdictionId))].sort((a, b) => (a.period < b.period ? -1 : 1));
	const counted = await perform(performer, listRunKeys, installationActor, { jurisdictionId });
	const version = definitionVersion(performer.ids.hash);
	const options = readOptions();
	const due = windowsOf(fileListOf(current))
		.map((window) => ({ window, files: current.filter((file) => isOf(file, window)) }))
		.map((each) => ({ ...each, key: performer.ids.hash(JSON.stringify([version, options, each.files])) }))
		.filter(({ window, key }) => counted[window.name] !== key);
	for (const { window, files, key } of due) {
		const { results, curves } = await countWindow(window, files);
		await perform(performer, keepIndicatorRun, installationActor, {
			...{ jurisdictionId, options, definitionVersion: version, key, results, curves },
			files: files.map(({ takenOn: _takenOn, ...file }) => file),
			dataAsOf:
				files
					.map(({ takenOn }) => takenOn)
					.sort()
					.at(-1) ?? window.end,
		});
	}
	await perform(performer, feedCountedFigures, installationActor, { jurisdictionId });
	return due.map(({ window }) => window.name);

	/** Only the files of the window are opened: reading all of them for each window costs several times as much. */
	async function countWindow(window: Window, files: readonly CurrentFile[]) {
		const stored = await openStoredRows(files.map(({ loadId }) => loadId));
		try {
			const asked = { engine: stored, files: fileListOf(files), window: window.name };
			return {
				results: await runIndicators({ ...asked, by: everyGrouping, withRiskCells: true }),
				curves: await runCurveSet(asked),
			};
		} finally {
			await stored.close();
		}
	}
}

function isOf(file: { readonly system: string; readonly period: string }, window: Window): boolean {
	const { afcars, ncands } = filesOfWindow(window);
	return file.system === "AFCARS" ? afcars.includes(file.period) : ncands.includes(Number(file.period));
}
