import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

/** A form CFS-101 of a State: what it asks for in the coming federal fiscal year and what it spent in an earlier one. */
export const BudgetForm = z.object({
	jurisdictionId: z.uuid(),
	/** Version of the form's edition. */
	edition: z.string().min(1).max(60),
	/** The calendar year in which the form is sent; the federal fiscal years follow from it. */
	submissionYear: z.number().int().min(2010).max(2040),
	/** 0 for the first of a year; 1, 2, ... for revisions of what was sent. */
	revision: z.number().int().min(0).max(99),
	/** A form that was sent never changes again. */
	state: z.enum(["draft", "submitted"]),
	submittedOn: PlainDate.nullable(),
});
export type BudgetForm = z.infer<typeof BudgetForm>;

/** What stands in one cell of a form: dollars in whole cents, people, hundredths of a percent; or words. Both null: emptied. */
export const BudgetEntry = z.object({
	jurisdictionId: z.uuid(),
	formId: z.uuid(),
	/** `part.line.column`, such as `one.7a.amount`. */
	cell: z.string().min(1).max(80),
	amount: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
	words: z.string().min(1).max(4000).nullable(),
});
export type BudgetEntry = z.infer<typeof BudgetEntry>;

/** The earlier amounts that the law holds spending against. */
export const BaselineKind = z.enum(["ffy2005-federal", "ffy2005-match", "base-1992", "level-1979"]);
export type BaselineKind = z.infer<typeof BaselineKind>;

/** An amount of an earlier year, kept once for a State, with where it was read. */
export const FinancialBaseline = z.object({
	jurisdictionId: z.uuid(),
	baseline: BaselineKind,
	cents: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
	source: z.string().trim().min(1, "Say where the amount was read: a report, a letter, a ledger.").max(500),
});
export type FinancialBaseline = z.infer<typeof FinancialBaseline>;
