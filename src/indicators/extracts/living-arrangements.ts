import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { ElementValues } from "./afcars-2020-record.ts";

/** A living arrangement with a date, its elements read. */
type Arrangement = {
	readonly from: PlainDate;
	readonly foster: boolean;
	/** Element 120; "" for a foster family home, or when it is not there. */
	readonly type: string;
	readonly firstParent: string;
	readonly secondParent: string;
};

/** What living arrangements say of one stay. */
export type ArrangementSummary = {
	readonly moves: readonly PlainDate[];
	/** Is there any countable arrangement with a date. */
	readonly countable: boolean;
	readonly lastIsTrialHomeVisit: boolean;
	readonly lastSettingStart: PlainDate | null;
};

/** Element 120: runaway, whereabouts unknown, placed at home. The child is in no placement setting. */
const absences = new Set(["12", "13", "14"]);
const placedAtHome = "14";

function readArrangement(values: ElementValues, readDate: (text: string) => PlainDate | null): Arrangement | null {
	const from = readDate(values.get(112) ?? "");
	if (from === null) return null;
	const foster = values.get(113) === "1";
	return {
		from,
		foster,
		type: foster ? "" : (values.get(120) ?? "").replace(/^0+(?=\d)/, ""),
		firstParent: values.get(125) ?? "",
		secondParent: values.get(136) ?? "",
	};
}

/**
 * Is a countable arrangement the home that the child was in before? The file does not name homes. A foster family home is
 * taken for the same when the birth years of both foster parents are equal and the first is known; a facility when it is of
 * the same type and the child came back to it from an absence (settled reading 8, an estimate).
 */
function isSameHome(before: Arrangement, now: Arrangement, absentBetween: boolean): boolean {
	if (before.foster !== now.foster) return false;
	if (now.foster)
		return now.firstParent !== "" && now.firstParent === before.firstParent && now.secondParent === before.secondParent;
	return absentBetween && now.type !== "" && now.type === before.type;
}

/**
 * The moves of one stay and its last setting, from the living arrangements by date. Arrangements without date or after the
 * exit are left out; the first countable one is the initial placement and no move. The federal rule for AFCARS 2020 is not
 * known; this is the reading of 1.7 and settled reading 8.
 */
export function summarizeArrangements(
	rows: readonly ElementValues[],
	exit: PlainDate | null,
	readDate: (text: string) => PlainDate | null,
): ArrangementSummary {
	const dated = rows
		.map((values) => readArrangement(values, readDate))
		.filter((each) => each !== null)
		.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
	const within = exit === null ? dated : dated.filter(({ from }) => from <= exit);
	const moves: PlainDate[] = [];
	let home: Arrangement | undefined;
	let absent = false;
	for (const each of within) {
		if (absences.has(each.type)) {
			absent = true;
			continue;
		}
		if (home !== undefined && !isSameHome(home, each, absent)) moves.push(each.from);
		home = each;
		absent = false;
	}
	const last = within[within.length - 1];
	return {
		moves,
		countable: dated.some(({ type }) => !absences.has(type)),
		lastIsTrialHomeVisit: last?.type === placedAtHome,
		lastSettingStart: last?.from ?? null,
	};
}
