import { columnLetters } from "../figures/place.ts";
import type { SheetRow } from "../figures/sheet-row.ts";
import { type ProfileColumnKey, profileColumns } from "./profile-columns.ts";
import type { ProfileHeadings } from "./profile-headings.ts";
import type { ProfileProblemList } from "./profile-problem.ts";
import type { ProfileProblemId } from "./profile-problems.ts";

/** One row of a profile as the readers of its parts see it. */
export interface ProfileCells {
	readonly row: number;
	/** The cell's text on one line; "" when it is empty or the file has no such column. */
	text(column: ProfileColumnKey): string;
	/** Reports a problem at a cell of this row. */
	report(id: ProfileProblemId, column: ProfileColumnKey, details?: Readonly<Record<string, string>>): void;
}

export function makeProfileCells(
	{ row, cells }: SheetRow,
	{ columns }: ProfileHeadings,
	list: ProfileProblemList,
): ProfileCells {
	const text = (column: ProfileColumnKey): string => {
		const index = columns.get(column);
		const cell = index === undefined ? "" : (cells[index] ?? "");
		return cell.replace(/[\p{Cc}\s]+/gu, " ").trim();
	};
	return {
		row,
		text,
		report(id, column, details = {}) {
			const index = columns.get(column);
			const { name } = profileColumns[column];
			const place = { row, column: index === undefined ? null : columnLetters(index), columnName: name };
			list.report(id, place, text(column) || null, { columnName: name, ...details });
		},
	};
}
