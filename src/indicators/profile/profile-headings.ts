import { headingRows } from "../figures/find-separator.ts";
import { columnLetters, wholeFile } from "../figures/place.ts";
import type { SheetRow } from "../figures/sheet-row.ts";
import { findProfileColumn, type ProfileColumnKey, profileColumns } from "./profile-columns.ts";
import type { ProfileProblemList } from "./profile-problem.ts";

/** Where the columns of a data profile are. */
export interface ProfileHeadings {
	/** Index into the rows, not the number of the row. */
	readonly at: number;
	readonly columns: ReadonlyMap<ProfileColumnKey, number>;
}

/**
 * Finds the row of headings, which may stand below a title, and the columns by their headings. Reports what is missing, double or
 * not used. Undefined when the file cannot be read any further.
 */
export function findProfileHeadings(
	rows: readonly SheetRow[],
	releaseGiven: boolean,
	list: ProfileProblemList,
): ProfileHeadings | undefined {
	const kindsIn = ({ cells }: SheetRow) =>
		new Set(cells.map(findProfileColumn).filter((key) => key !== undefined)).size;
	const scores = rows.slice(0, headingRows).map(kindsIn);
	const best = Math.max(0, ...scores);
	const at = scores.indexOf(best);
	const found = rows[at];
	if (best < 3 || !found) {
		list.report("profile-headings-not-found", wholeFile, null, { rows: String(headingRows) });
		return undefined;
	}
	const columns = readHeadings(found, list);
	for (const key of missingColumns(columns, releaseGiven)) {
		const { name, headings } = profileColumns[key];
		const place = { row: found.row, column: null, columnName: name };
		list.report("profile-column-missing", place, null, { columnName: name, headings: headings.join(", ") });
	}
	return list.blocked() ? undefined : { at, columns };
}

function readHeadings({ row, cells }: SheetRow, list: ProfileProblemList): ReadonlyMap<ProfileColumnKey, number> {
	const columns = new Map<ProfileColumnKey, number>();
	for (const [index, cell] of cells.entries()) {
		const heading = cell.trim();
		if (heading === "") continue;
		const key = findProfileColumn(heading);
		const other = key === undefined ? undefined : columns.get(key);
		const place = { row, column: columnLetters(index), columnName: key ? profileColumns[key].name : null };
		if (key === undefined) list.report("profile-column-unused", place, heading);
		else if (other === undefined) columns.set(key, index);
		else {
			const details = { columnName: profileColumns[key].name, other: columnLetters(other) };
			list.report("profile-column-twice", place, heading, details);
		}
	}
	return columns;
}

function missingColumns(
	columns: ReadonlyMap<ProfileColumnKey, number>,
	releaseGiven: boolean,
): readonly ProfileColumnKey[] {
	const bounds = columns.has("interval") ? [] : (["lower", "upper"] as const);
	const needed = ["indicator", "period", "riskStandardized", ...bounds, ...(releaseGiven ? [] : ["release" as const])];
	return (needed as readonly ProfileColumnKey[]).filter((key) => !columns.has(key));
}
