import type { AfcarsPeriod, ExitReason } from "../../indicators/extracts/canonical-rows.ts";
import type { Day } from "./days.ts";

// What happened to a child who does not exist. The writers tell of it what each file would know.

/** The state of the practice files: no state's number, and no state's letters. */
export const practiceState = { fips: "99", postalCode: "HC" } as const;

export type SettingKind =
	| "foster-home"
	| "relative-home"
	| "pre-adoptive-home"
	| "group-home"
	| "shelter"
	| "residential-treatment"
	| "institution"
	| "independent-living"
	| "hospital"
	| "psychiatric-hospital"
	| "runaway"
	| "trial-home-visit";

/** Where a child lives from `start` on. `place` tells one home or facility from another; 0 where there is none to tell. */
export type Setting = { readonly start: Day; readonly kind: SettingKind; readonly place: number };

/** A visit of the caseworker; `home` when it was in the child's residence. */
export type Visit = { readonly date: Day; readonly home: boolean };

/** One stay in care. `reason` null with an exit is a reason that the file does not give. */
export type Removal = {
	readonly removal: Day;
	readonly exit: Day | null;
	readonly reason: ExitReason | null;
	readonly settings: readonly Setting[];
	readonly visits: readonly Visit[];
};

/** One report and child of NCANDS. Levels are elements 27, 29, 31, 33: 1 substantiated, 2 indicated, 3 alternative response, 5 unsubstantiated. */
export type MaltreatmentReport = {
	readonly report: string;
	readonly date: Day;
	readonly disposition: Day;
	readonly incident: Day | null;
	readonly levels: readonly number[];
	readonly death: boolean;
	/** Element 89: 1 parent, 2 relative, 3 foster parent who is a relative, 4 foster parent who is not. */
	readonly perpetrator: number;
	/** Element 12 where it is not the age on the report date: 77 is unborn, 99 unknown. */
	readonly age?: number;
	/** The child has no AFCARS ID in this row. */
	readonly unlinked?: boolean;
};

/** What one AFCARS file says otherwise than the facts, for this child. */
export type FileOverride = {
	readonly absent?: boolean;
	/** How many times the record stands in the file. */
	readonly copies?: number;
	readonly recordNumber?: string;
	/** Of the latest removal in the file. */
	readonly removal?: Day;
	readonly exit?: Day | null;
	readonly reason?: ExitReason | null;
	/** No number of placement settings; in AFCARS 2020 living arrangements without dates. */
	readonly blankPlacements?: boolean;
};

export type Races = {
	readonly americanIndian: boolean;
	readonly asian: boolean;
	readonly black: boolean;
	readonly pacificIslander: boolean;
	readonly white: boolean;
	readonly unable: boolean;
};

export type SyntheticChild = {
	/** At most 12 signs: AFCARS record number and NCANDS AFCARS ID. */
	readonly recordNumber: string;
	/** Five digits. */
	readonly county: string;
	readonly birth: Day | null;
	readonly sex: "male" | "female" | null;
	readonly races: Races;
	readonly hispanic: "yes" | "no" | "unknown";
	/** By date. Empty when the child was never in care. */
	readonly removals: readonly Removal[];
	readonly reports: readonly MaltreatmentReport[];
	readonly overrides?: Readonly<Record<AfcarsPeriod, FileOverride>>;
};
