import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { AfcarsMove, AfcarsPeriod, AfcarsRow, NcandsRow } from "./canonical-rows.ts";

/** One caseworker visit of an AFCARS 2020 file (elements 151 and 152): table `visit_row`. */
export type VisitRow = {
	readonly period: AfcarsPeriod;
	readonly child: string;
	/** Five digits, or "unknown": the local agency of the removal that the visit belongs to. */
	readonly county: string;
	readonly visitedOn: PlainDate;
	/** Element 152 = 1, the child's residence. */
	readonly inResidence: boolean;
};

/** A batch of rows, handed on as the file is read. */
export type ExtractRows = {
	readonly afcars: AfcarsRow[];
	readonly moves: AfcarsMove[];
	readonly ncands: NcandsRow[];
	/** Only when asked for. */
	readonly visits: VisitRow[];
};

export function noRows(): ExtractRows {
	return { afcars: [], moves: [], ncands: [], visits: [] };
}

/** What the readers of the three formats have in common. Pieces may be cut anywhere; large ones are read faster. */
export interface ExtractReader {
	/** Reads a piece of the file. Rows go to `rows`, problems to the tally. Throws an `ExtractRefusal`. */
	push(bytes: Uint8Array, rows: ExtractRows): void;
	/** Says that the file has ended; may hand out last rows. Throws an `ExtractRefusal`. */
	end(rows: ExtractRows): void;
	/** True when the rest of the file need not be read. */
	readonly finished: boolean;
	/** "23A" for AFCARS, "2023" for NCANDS; null before the first record, or when it cannot be read. */
	readonly period: string | null;
	/** Records of children or reports so far, also those that gave no row. */
	readonly records: number;
}
