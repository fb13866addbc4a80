import { type PlainDate, plainDate } from "../../src/domain/calendar/plain-date.ts";
import { daysOf } from "../../src/indicators/engine/period.ts";
import type { AfcarsMove, AfcarsRow, ExitReason, NcandsRow } from "../../src/indicators/extracts/canonical-rows.ts";

// Synthetic children as canonical rows: one says what happened, and each file tells what it would know of it.

export type Stay = {
	readonly in: string;
	readonly out?: string;
	readonly reason?: ExitReason | null;
	/** Legacy element 24; AFCARS 2020: leave it and give `moves`. Null: blank. */
	readonly placements?: number | null;
	/** AFCARS 2020: dates of moves. */
	readonly moves?: readonly string[];
	/** Start of a trial home visit that is the last setting. */
	readonly trialHomeVisit?: string;
	/** Start of the last setting of another kind. */
	readonly lastSetting?: string;
};

export type Report = {
	readonly on: string;
	readonly year?: number;
	readonly incident?: string;
	readonly age?: number | null;
	readonly dob?: string | null;
	readonly id?: string;
	readonly victim?: boolean;
	readonly death?: boolean;
	readonly linked?: boolean;
	readonly sex?: "male" | "female" | "unknown";
};

export type SyntheticChild = {
	readonly dob?: string | null;
	readonly stays?: readonly Stay[];
	/** Changes to the rows that the files tell, or undefined for a row that is missing from them. */
	readonly mend?: (row: AfcarsRow) => Partial<AfcarsRow> | undefined;
	/** Rows besides those that follow from the stays. */
	readonly extra?: (rows: readonly AfcarsRow[]) => readonly AfcarsRow[];
	readonly reports?: readonly Report[];
};

export type Rows = {
	readonly afcarsRows: readonly AfcarsRow[];
	readonly afcarsMoves: readonly AfcarsMove[];
	readonly ncandsRows: readonly NcandsRow[];
};

const born = "2015-05-05";
const date = (text: string | undefined | null): PlainDate | null => (text ? plainDate(text) : null);

/** All rows of a child in these files. Files through 22B are legacy. `record` is where the child stands in each file. */
export function rowsOf(child: SyntheticChild, periods: readonly string[], county: string, record: number): Rows {
	const told = periods.flatMap((period) => tell(child, period, county, record));
	const mended = told.flatMap(({ row, stay }) => {
		const change = child.mend ? child.mend(row) : {};
		return change === undefined ? [] : [{ row: { ...row, ...change }, stay }];
	});
	const rows = mended.map(({ row }) => row);
	return {
		afcarsRows: [...rows, ...(child.extra?.(rows) ?? [])],
		afcarsMoves: mended.flatMap(({ row, stay }) =>
			(row.source === "LEGACY" ? [] : (stay.moves ?? []))
				.filter((on) => on <= daysOf(row.period).last)
				.map((on) => ({ period: row.period, child: row.child, removal: plainDate(stay.in), movedOn: plainDate(on) })),
		),
		ncandsRows: (child.reports ?? []).map((report, index) => ncandsRow(report, child, county, record * 100 + index)),
	};
}

type Told = { readonly row: AfcarsRow; readonly stay: Stay };

function tell(child: SyntheticChild, period: string, county: string, record: number): readonly Told[] {
	const { first, last } = daysOf(period);
	const known = (child.stays ?? []).filter((stay) => stay.in <= last);
	const reaches = (stay: Stay, day: string) => stay.out === undefined || stay.out >= day || stay.out < stay.in;
	if (!known.some((stay) => reaches(stay, first))) return [];
	return known
		.map((stay, index) => ({ stay, index }))
		.filter(({ stay, index }) => (isLegacy(period) ? index === known.length - 1 : reaches(stay, "2022-10-01")))
		.map(({ stay, index }) => ({
			stay,
			row: {
				period,
				file: Number(period.slice(0, 2)) * 2 + (period.endsWith("A") ? 0 : 1),
				record,
				child: `06-${county}`,
				recordNumber: county,
				county,
				dob: child.dob === null ? null : date(child.dob ?? born),
				sex: "female",
				raceEthnicity: "White",
				totalRemovals: known.length,
				removalOrdinal: index + 1,
				priorDischarge: date(known[index - 1]?.out),
				...tellStay(stay, period),
			},
		}));
}

/** What a file tells of one stay: nothing that happened after its end. */
function tellStay(stay: Stay, period: string) {
	const { last } = daysOf(period);
	const hasLeft = stay.out !== undefined && stay.out <= last;
	const isVisit = stay.trialHomeVisit !== undefined && stay.trialHomeVisit <= last;
	return {
		source: isLegacy(period) ? "LEGACY" : "AFCARS2020",
		removal: date(stay.in),
		exit: hasLeft ? date(stay.out) : null,
		reason: hasLeft ? (stay.reason === undefined ? "REUNIFICATION" : stay.reason) : null,
		placements: isLegacy(period) ? (stay.placements === undefined ? 1 : stay.placements) : null,
		hasPlacements: stay.placements !== null,
		lastIsTrialHomeVisit: isVisit,
		lastSettingStart: date(isVisit ? stay.trialHomeVisit : (stay.lastSetting ?? stay.in)),
	} as const;
}

function isLegacy(period: string): boolean {
	return period < "23A";
}

function ncandsRow(report: Report, child: SyntheticChild, county: string, line: number): NcandsRow {
	const year = report.year ?? Number(report.on.slice(0, 4)) + (report.on.slice(5, 7) >= "10" ? 1 : 0);
	return {
		year,
		file: 100 + year - 2000,
		line,
		state: "CA",
		child: `CA-${county}`,
		report: report.id ?? `R${line}`,
		county,
		reportDate: date(report.on),
		incidentDate: date(report.incident),
		age: report.age === undefined ? 8 : report.age,
		dob: report.dob === null ? null : date(report.dob ?? child.dob ?? born),
		sex: report.sex ?? "female",
		raceEthnicity: "White",
		afcarsId: report.linked === false ? null : county,
		victim: report.victim ?? true,
		death: report.death ?? false,
	};
}

/** The rows of several children together. */
export function joinRows(all: readonly Rows[]): Rows {
	return {
		afcarsRows: all.flatMap((each) => each.afcarsRows),
		afcarsMoves: all.flatMap((each) => each.afcarsMoves),
		ncandsRows: all.flatMap((each) => each.ncandsRows),
	};
}
