import type { ProblemWords } from "./problem.ts";

const saveAnew = "open it in your spreadsheet program, save it as .xlsx or CSV, and load that file";

/**
 * Every problem for which a workbook is not opened, whichever table it should hold: figures, child population or a state data profile.
 * One for each reason of `WorksheetRefused`. `found`, `expected` and `remedy` are clauses of one sentence; words in braces are filled in.
 */
export const workbookProblems = {
	"workbook-too-large": {
		tier: "reject",
		found: "it is larger than what can be read: {detail}",
		expected: "a workbook whose first sheet holds the table and little else",
		remedy: "keep only the rows and columns of the table, or split it into several files",
	},
	"workbook-not-a-workbook": {
		tier: "reject",
		found: "it is packed as a workbook is, and is none",
		expected: "a table in comma-separated text (CSV) or an Excel workbook (.xlsx)",
		remedy: saveAnew,
	},
	"workbook-password": {
		tier: "reject",
		found: "it is protected by a password",
		expected: "a workbook that opens without one",
		remedy: "open it in Excel, remove the password, save it, and load it again",
	},
	"workbook-old-format": {
		tier: "reject",
		found: "it is a workbook of another kind (.xls, .xlsb or .ods)",
		expected: "an Excel workbook of today (.xlsx)",
		remedy: saveAnew,
	},
	"workbook-damaged": {
		tier: "reject",
		found: "it is damaged or was cut off on its way",
		expected: "a whole workbook",
		remedy: saveAnew,
	},
	"workbook-unsafe": {
		tier: "reject",
		found: "it was not opened, since {detail}",
		expected: "a workbook as a spreadsheet program saves it",
		remedy: saveAnew,
	},
	"workbook-no-such-sheet": {
		tier: "reject",
		found: "it has no visible sheet",
		expected: "the table on the first visible sheet",
		remedy: "unhide the sheet with the table, save, and load it again",
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;

export type WorkbookProblemId = keyof typeof workbookProblems;
export const workbookProblemIds = Object.keys(workbookProblems) as [WorkbookProblemId, ...WorkbookProblemId[]];
