import type { Group } from "./groups.ts";
import type { IndicatorId } from "./indicator.ts";

/**
 * One candidate record behind a number: a stay (AFCARS) or a report (NCANDS) that was looked at, and what it adds. The sums of
 * `numerator` and `denominator` over the records of an indicator are its counts. Dates are `YYYY-MM-DD`, null where they do not
 * matter or are not known. Case-level data.
 */
export type IndicatorRecord = {
	readonly indicator: IndicatorId;
	readonly subject: "stay" | "report";
	/** State and record number of AFCARS, or state and child ID of NCANDS. */
	readonly child: string;
	/** Which file of the run, and which record of it (1 is the first). */
	readonly file: number;
	readonly record: number;
	/** Where the child is counted, under all four groupings; of a record that is left out, its own. */
	readonly group: Required<Group>;
	readonly removal: string | null;
	readonly exit: string | null;
	/** The exit or the 18th birthday, whichever comes first. */
	readonly careEnd: string | null;
	readonly exitReason: string | null;
	/** P4: the next removal of the child. */
	readonly nextRemoval: string | null;
	readonly reportDate: string | null;
	readonly incidentDate: string | null;
	/** S2: the initial report of the child. */
	readonly initialDate: string | null;
	/** P2 and P3: completed months in care on the first day of the window. */
	readonly monthsInCare: number | null;
	readonly numerator: number;
	readonly denominator: number;
	/** Why it is left out, by its id (`reasons.ts`); null when it counts. */
	readonly leftOut: string | null;
};
