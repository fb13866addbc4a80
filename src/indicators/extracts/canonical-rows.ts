import type { PlainDate } from "../../domain/calendar/plain-date.ts";

// What every file is brought to before anything is counted: the same rows whichever format and period they came in. The engine
// (definitions/, SQL) reads nothing else. Names of columns in the tables are these in snake_case.

/** A six-month AFCARS period: two digits of the federal fiscal year and A (October to March) or B (April to September). */
export type AfcarsPeriod = string;

/** Why a stay in care ended, the same words for both formats; codes 6, 7 and 8 mean different things in them. */
export const exitReasons = [
	"REUNIFICATION",
	"RELATIVE",
	"ADOPTION",
	"EMANCIPATION",
	"GUARDIANSHIP",
	"TRANSFER",
	"RUNAWAY",
	"DEATH",
] as const;
export type ExitReason = (typeof exitReasons)[number];

/** Race and ethnicity as the federal profiles show it; Hispanic comes before race (AFCARS, order of tests). */
export const raceEthnicities = [
	"American Indian/Alaska Native",
	"Asian",
	"Black or African American",
	"Hispanic (of any race)",
	"Native Hawaiian/Other Pacific Islander",
	"White",
	"Two or More",
	"Unknown/Unable to Determine",
	"Missing Race/Ethnicity Data",
] as const;
export type RaceEthnicity = (typeof raceEthnicities)[number];

/**
 * One stay in care as one file tells it: table `afcars_row`. A legacy file gives one row a child (its latest removal), an
 * AFCARS 2020 file one row for each `removal_2020`. Dates that are missing or impossible are null (settled 4).
 */
export type AfcarsRow = {
	readonly period: AfcarsPeriod;
	readonly source: "LEGACY" | "AFCARS2020";
	/** Which file of the run, and which record of the file (1 is the first child): what problems and lists point to. */
	readonly file: number;
	readonly record: number;
	/** State FIPS and the trimmed record number: links a child across files. Records without a number give no row. */
	readonly child: string;
	/** The record number alone, trimmed: what NCANDS carries as AFCARS ID. */
	readonly recordNumber: string;
	/** Five digits, or "unknown". */
	readonly county: string;
	readonly removal: PlainDate | null;
	readonly exit: PlainDate | null;
	/** Null while in care, and when the code has no canonical reason (settled 6). */
	readonly reason: ExitReason | null;
	readonly dob: PlainDate | null;
	readonly sex: "male" | "female" | "unknown";
	readonly raceEthnicity: RaceEthnicity;
	/** Legacy element 19; AFCARS 2020: number of removal_2020 and removal_1993 of the child. Null when blank. */
	readonly totalRemovals: number | null;
	/** Which removal of the child this is, counted from 1: legacy element 19; AFCARS 2020 its rank by date (settled 10). */
	readonly removalOrdinal: number | null;
	/** Legacy element 20; AFCARS 2020: the exit of the removal before this one. */
	readonly priorDischarge: PlainDate | null;
	/** Legacy element 24, null when blank; AFCARS 2020: null, see `AfcarsMove`. */
	readonly placements: number | null;
	/** AFCARS 2020: is there any countable living arrangement with a date. Legacy: is element 24 there. */
	readonly hasPlacements: boolean;
	/** Is the last setting a trial home visit (legacy 41 = 8, 2020 E120 = 14), and since when is the last setting. */
	readonly lastIsTrialHomeVisit: boolean;
	readonly lastSettingStart: PlainDate | null;
};

/**
 * A move to another placement setting within a stay of an AFCARS 2020 file: table `afcars_move`, one row a move, dated by the
 * living arrangement that it led to. Which living arrangements are a move: 1.7 and settled 8.
 */
export type AfcarsMove = {
	readonly period: AfcarsPeriod;
	readonly child: string;
	readonly removal: PlainDate;
	readonly movedOn: PlainDate;
};

/** One report and child of an NCANDS Child File: table `ncands_row`. */
export type NcandsRow = {
	/** Federal fiscal year of the file (element 1): 2023. */
	readonly year: number;
	readonly file: number;
	readonly line: number;
	readonly state: string;
	/** State and trimmed child ID (element 4): links a child across years. Rows without one give no row. */
	readonly child: string;
	readonly report: string;
	readonly county: string;
	readonly reportDate: PlainDate | null;
	readonly incidentDate: PlainDate | null;
	/** Element 12: 0 to 77; null when blank, 99 or not a number. 77 is unborn. */
	readonly age: number | null;
	readonly dob: PlainDate | null;
	readonly sex: "male" | "female" | "unknown";
	readonly raceEthnicity: RaceEthnicity;
	/** Element 145, trimmed; null when blank. Equals `AfcarsRow.recordNumber`. */
	readonly afcarsId: string | null;
	/** Substantiated or indicated at any of the four levels, or a death by maltreatment (4). */
	readonly victim: boolean;
	readonly death: boolean;
};
