import {
	type AfcarsMove,
	type AfcarsRow,
	exitReasons,
	type NcandsRow,
	raceEthnicities,
} from "../extracts/canonical-rows.ts";
import type { VisitRow } from "../extracts/extract-rows.ts";
import type { ColumnType, TableShape } from "./engine.ts";

/** The type of each column; a list of texts where it holds nothing else. */
type Columns<Row> = { readonly [Field in keyof Row]: ColumnType | readonly string[] };

const periods = Array.from({ length: 100 }, (_, year) => String(year).padStart(2, "0")).flatMap((year) => [
	`${year}A`,
	`${year}B`,
]);
const sexes = ["female", "male", "unknown"] as const;

const afcarsRow: Columns<AfcarsRow> = {
	period: periods,
	source: ["AFCARS2020", "LEGACY"],
	file: "integer",
	record: "integer",
	child: "text",
	recordNumber: "text",
	county: "text",
	removal: "date",
	exit: "date",
	reason: exitReasons,
	dob: "date",
	sex: sexes,
	raceEthnicity: raceEthnicities,
	totalRemovals: "integer",
	removalOrdinal: "integer",
	priorDischarge: "date",
	placements: "integer",
	hasPlacements: "boolean",
	lastIsTrialHomeVisit: "boolean",
	lastSettingStart: "date",
};

const afcarsMove: Columns<AfcarsMove> = { period: periods, child: "text", removal: "date", movedOn: "date" };

const visitRow: Columns<VisitRow> = {
	period: periods,
	child: "text",
	county: "text",
	visitedOn: "date",
	inResidence: "boolean",
};

const ncandsRow: Columns<NcandsRow> = {
	year: "integer",
	file: "integer",
	line: "integer",
	state: "text",
	child: "text",
	report: "text",
	county: "text",
	reportDate: "date",
	incidentDate: "date",
	age: "integer",
	dob: "date",
	sex: sexes,
	raceEthnicity: raceEthnicities,
	afcarsId: "text",
	victim: "boolean",
	death: "boolean",
};

/** The tables that engines hold the canonical rows in. */
export const canonicalTables = {
	afcars_row: shape("afcars_row", afcarsRow),
	afcars_move: shape("afcars_move", afcarsMove),
	ncands_row: shape("ncands_row", ncandsRow),
	visit_row: shape("visit_row", visitRow),
} as const;
export type CanonicalTable = keyof typeof canonicalTables;

/** Fields become columns in snake_case. */
function shape(name: string, columns: Columns<Record<string, unknown>>): TableShape {
	return {
		name,
		columns: Object.entries(columns).map(([field, type]) =>
			typeof type === "string"
				? { field, name: snakeCase(field), type }
				: { field, name: snakeCase(field), type: "text", labels: [...type].sort() },
		),
	};
}

/** `lastSettingStart` is `last_setting_start`, `s2Within12Months` is `s2_within_12_months`. */
export function snakeCase(field: string): string {
	return field.replace(/(?<=[a-z]{2})\d+(?=[A-Z])/g, "_$&").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
