import type { Fact } from "../../../domain/workflow/fact-kinds.ts";

/** A problem in a figure file, as the reader of figures tells it. */
export type FigureProblem = {
	readonly tier: "reject" | "mend" | "look-at";
	readonly place: { readonly row: number | null; readonly column: string | null; readonly columnName: string | null };
	readonly value: string | null;
	/** What was expected. */
	readonly rule: { readonly text: string };
	/** How to mend it. */
	readonly remedy: string;
	/** Place, value, rule and remedy in one sentence. */
	readonly message: string;
};

/** A load of figures with who took it and when. */
export type LoadProps = Fact<"figure-load"> & { readonly by: string; readonly at: string };

/** The headings above problems of each kind, the worst first. */
export const tierWords = {
	reject: "Cannot be read",
	mend: "Must be mended",
	"look-at": "Taken, but worth a look",
} as const satisfies Record<FigureProblem["tier"], string>;

/** Where a problem is: "Row 14, column D (numerator)", "The file". */
export function placeInWords({ row, column, columnName }: FigureProblem["place"]): string {
	const name = columnName === null ? "" : column === null ? columnName : ` (${columnName})`;
	const columnWords = column === null && columnName === null ? "" : `column ${column ?? ""}${name}`;
	const words = [row === null ? "" : `row ${row}`, columnWords].filter((part) => part !== "").join(", ");
	return words === "" ? "The file" : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
