import type { IndicatorId } from "../indicators/engine/indicator.ts";
import type { FileList } from "../indicators/engine/window.ts";
import { Refused } from "./errors.ts";
import type { IndicatorRun } from "./indicator-runs.ts";
import type { RunFile } from "./outputs/indicator-outputs.ts";

/** The periods of files, as the engine takes them. */
export function fileListOf(files: readonly RunFile[]): FileList {
	return {
		afcars: files.filter(({ system }) => system === "AFCARS").map(({ period }) => period),
		ncands: files.filter(({ system }) => system === "NCANDS").map(({ period }) => Number(period)),
	};
}

/** Throws `Refused` in plain words for an indicator that the run could not count. */
export function requireIndicatorFiles(run: IndicatorRun, indicator: IndicatorId): void {
	const status = run.statuses.find((each) => each.indicator === indicator);
	if (status?.status === "counted") return;
	throw new Refused(
		status?.status === "needs-files"
			? `${indicator} was not counted for ${run.windowName}: it still needs ${status.missing.join(", ")}. Load these files first.`
			: `${indicator} does not exist for ${run.windowName}. Choose a window from October to September.`,
	);
}
