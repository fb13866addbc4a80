import type { CheckResult } from "../../../domain/money/checks/check-form.ts";
import type { CellValue } from "../../../domain/money/form-cells.ts";
import type { CellKind, FormEdition } from "../../../domain/money/form-edition.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { fieldId } from "../../forms/form-problem.ts";

export type BudgetCellProps = {
	readonly cell: string;
	readonly name: string;
	readonly kind: CellKind;
	readonly value: CellValue | null;
	readonly typed: string;
	readonly computed: boolean;
	readonly version: number;
	/** The fact that holds it; null while nothing was ever typed. */
	readonly entryId: string | null;
};

/** A form CFS-101 as its pages show it. */
export type BudgetFormProps = {
	readonly form: Fact<"budget-form">;
	readonly state: Fact<"jurisdiction">;
	readonly years: { readonly plans: number; readonly reports: number };
	readonly edition: FormEdition;
	readonly cells: readonly BudgetCellProps[];
	readonly checks: readonly CheckResult[];
	readonly before: Fact<"budget-form"> | null;
	readonly mayWrite: boolean;
	readonly maySubmit: boolean;
};

/** What the form is called: "Form CFS-101 of 2027, revision 1". */
export function budgetFormName({ submissionYear, revision }: Fact<"budget-form">): string {
	return `Form CFS-101 of ${submissionYear}${revision > 0 ? `, revision ${revision}` : ""}`;
}

export const budgetPath = (formId: string) => `/budget-forms/${formId}`;

/** Where a cell is filled in. Baselines are kept for the State, beside its forms. */
export function cellPath(form: Fact<"budget-form">, cell: string): string {
	const [part = ""] = cell.split(".");
	if (part === "base") return `/budget-forms?place=${form.jurisdictionId}#baselines`;
	return `${budgetPath(form.id)}/parts/${part}#${fieldId(cell)}`;
}

/** Names of the controls of a cell. */
export const cellNames = (cell: string) => ({ text: cell, version: `version:${cell}`, total: `total:${cell}` });
