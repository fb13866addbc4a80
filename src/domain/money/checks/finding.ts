import type { PlainDate } from "../../calendar/plain-date.ts";
import type { FormValues } from "../form-cells.ts";
import type { CheckId, FormEdition } from "../form-edition.ts";

/** `unknown`: cannot be worked out, and the message says what is missing. */
export type Outcome = "met" | "error" | "warning" | "unknown";

/** What a check says of a form: the arithmetic with its outcome, and the cell where it is mended. */
export type MoneyFinding = {
	readonly checkId: CheckId;
	readonly outcome: Outcome;
	readonly cell: string;
	readonly message: string;
};

/** What the checks look at. Values have their totals and the State's baselines in them. */
export type CheckedForm = {
	readonly edition: FormEdition;
	readonly values: FormValues;
	readonly years: { readonly plans: number; readonly reports: number };
	readonly today: PlainDate;
	/** Part I of the form that was sent for the year that is reported now, where it is kept here. */
	readonly approved: FormValues | undefined;
	/** Cells of a workbook whose amount is a formula or a text; undefined for a form that is kept here. */
	readonly untyped?: readonly { readonly cell: string; readonly message: string }[];
};

/** A finding whose message begins with the id of its check. */
export function finding(checkId: CheckId, outcome: Outcome, cell: string, words: string): MoneyFinding {
	return { checkId, outcome, cell, message: `${checkId}: ${words}` };
}
