import type { Observation } from "../../domain/measure/measure-facts.ts";

/**
 * One figure as a file states it, checked and in the shapes of the domain: an observation that has no id and no load yet.
 * `indicator` and `vintage` are the catalogue's own spelling; `value` is in the indicator's unit, worked out from the
 * counts where both are given.
 */
export type FigureRow = Omit<Observation, "id" | "loadId"> & {
	/** Row of the file, as spreadsheets count. */
	readonly row: number;
};

/** A county whose figures a load may hold. `code` is the official one (FIPS, "06001"); `id` is the jurisdiction's. */
export interface KnownCounty {
	readonly code: string;
	readonly name: string;
	readonly id: string;
}
