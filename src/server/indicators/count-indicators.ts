import { setImmediate } from "node:timers/promises";
import { installationActor } from "../../domain/people/installation.ts";
import { runContext } from "../../indicators/context/run-context.ts";
import { runCohortBands } from "../../indicators/curves/cohort-bands.ts";
import { runCurveSet } from "../../indicators/curves/run-curves.ts";
import { definitionVersion } from "../../indicators/definition-version.ts";
import { countedIds } from "../../indicators/engine/indicator.ts";
import { readOptions } from "../../indicators/engine/options.ts";
import { fiscalYearName } from "../../indicators/engine/quality-checks.ts";
import { runIndicators } from "../../indicators/engine/run-indicators.ts";
import { type FileList, filesOfWindow, type Window } from "../../indicators/engine/window.ts";
import { windowsOf } from "../../indicators/engine/windows-of.ts";
import { populationOfWindow } from "../../operations/child-population.ts";
import { feedCountedFigures } from "../../operations/feed-counted-figures.ts";
import type { StoredRows } from "../../operations/indicator-engine.ts";
import { fileListOf } from "../../operations/indicator-files.ts";
import { keepIndicatorRun } from "../../operations/keep-indicator-run.ts";
import { listChildPopulation } from "../../operations/list-child-population.ts";
import { listRunKeys } from "../../operations/list-run-keys.ts";
import { markGoneFiles } from "../../operations/mark-gone-files.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import type { RunFile } from "../../operations/outputs/indicator-outputs.ts";

/** A current file of a place, and the day on which it was taken. */
export type CurrentFile = RunFile & { readonly takenOn: string };

export type CountingServices = {
	readonly performer: Performer;
	/** The current file of each period that a place has loaded. */
	readonly listCurrentFiles: (jurisdictionId: string) => Promise<readonly CurrentFile[]>;
	/** Does the work while nobody else counts for the place: two countings would both keep a run of the same window. */
	readonly whileNobodyCounts: <T>(jurisdictionId: string, work: () => Promise<T>) => Promise<T>;
	/** Opens the stored rows of loads; their place in the list is the number of the file. */
	readonly openStoredRows: (loadIds: readonly string[]) => Promise<StoredRows>;
};

/** What is counted; another list counts every window anew. */
const measures = `${countedIds.join(" ")} cohort-steps`;

const everyGrouping = ["county", "ageGroup", "raceEthnicity", "sex"] as const;

/**
 * Counts every window that the current files of a place allow, and makes the results into figures. A window whose files, options,
 * definitions and child population are those of its last counting is left as it is; one that the files no longer allow keeps its last
 * counting, which then says so. Answers the windows that were counted.
 */
export function countIndicators(services: CountingServices, jurisdictionId: string): Promise<readonly string[]> {
	return services.whileNobodyCounts(jurisdictionId, () => countDue(services, jurisdictionId));
}

async function countDue(
	{ performer, listCurrentFiles, openStoredRows }: CountingServices,
	jurisdictionId: string,
): Promise<readonly string[]> {
	const current = [...(await listCurrentFiles(jurisdictionId))].sort((a, b) => (a.period < b.period ? -1 : 1));
	const counted = await perform(performer, listRunKeys, installationActor, { jurisdictionId });
	const version = definitionVersion(performer.ids.hash);
	const options = readOptions();
	const population = await perform(performer, listChildPopulation, installationActor, { jurisdictionId });
	const windows = windowsOf(fileListOf(current));
	const due = windows
		.map((window) => ({ window, files: current.filter((file) => isOf(file, window)) }))
		.map((each) => {
			const rows = populationOfWindow(population, each.window)?.rows.map(({ id, version: at }) => [id, at]) ?? [];
			return { ...each, key: performer.ids.hash(JSON.stringify([version, options, each.files, measures, rows])) };
		})
		.filter(({ window, key }) => counted[window.name] !== key);
	for (const { window, files, key } of due) {
		const { results, curves, bands, context } = await countWindow(window, files);
		await perform(performer, keepIndicatorRun, installationActor, {
			...{ jurisdictionId, options, definitionVersion: version, key, results, curves, bands, context },
			pause: () => setImmediate(),
			files: files.map(({ takenOn: _takenOn, ...file }) => file),
			dataAsOf:
				files
					.map(({ takenOn }) => takenOn)
					.sort()
					.at(-1) ?? window.end,
		});
	}
	const allowed = windows.map(({ name }) => name);
	await perform(performer, markGoneFiles, installationActor, { jurisdictionId, allowed, files: namesOf(current) });
	await perform(performer, feedCountedFigures, installationActor, { jurisdictionId });
	return due.map(({ window }) => window.name);

	/** Only the files of the window are opened: reading all of them for each window costs several times as much. */
	async function countWindow(window: Window, files: readonly CurrentFile[]) {
		const stored = await openStoredRows(files.map(({ loadId }) => loadId));
		try {
			const asked = { engine: stored, files: fileListOf(files), window: window.name };
			return {
				results: await runIndicators({ ...asked, by: everyGrouping, withRiskCells: true, withChildren: true }),
				curves: await runCurveSet(asked),
				bands: await runCohortBands(asked),
				context: await runContext(asked),
			};
		} finally {
			await stored.close();
		}
	}
}

/** "23A", "FY23". */
function namesOf(files: readonly CurrentFile[]): string[] {
	const { afcars, ncands }: FileList = fileListOf(files);
	return [...afcars, ...ncands.map(fiscalYearName)];
}

function isOf(file: { readonly system: string; readonly period: string }, window: Window): boolean {
	const { afcars, ncands } = filesOfWindow(window);
	return file.system === "AFCARS" ? afcars.includes(file.period) : ncands.includes(Number(file.period));
}
