import { indicatorIds } from "./indicator.ts";
import { nextPeriod } from "./period.ts";
import { type FileList, filesOf, readWindow, type Window } from "./window.ts";

/** Every 12-month window for which these files allow at least one indicator, oldest first. */
export function windowsOf(files: FileList): readonly Window[] {
	const first = new Set([...files.afcars, ...files.ncands.map((year) => `${String(year % 100).padStart(2, "0")}A`)]);
	return [...first]
		.map((period) => readWindow(`${period}${nextPeriod(period)}`))
		.filter((window) => indicatorIds.some((indicator) => isThere(filesOf(indicator, window), files)))
		.sort((a, b) => (a.start < b.start ? -1 : 1));
}

function isThere(needed: FileList | undefined, given: FileList): boolean {
	if (needed === undefined) return false;
	return (
		needed.afcars.every((period) => given.afcars.includes(period)) &&
		needed.ncands.every((year) => given.ncands.includes(year))
	);
}
