import type { CheckedForm } from "../domain/money/checks/finding.ts";
import { type CellValue, cellId, type FormValues, withTotals } from "../domain/money/form-cells.ts";
import type { FormEdition } from "../domain/money/form-edition.ts";
import { yearsOfSubmission } from "../domain/money/form-years.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { getFormEdition } from "../frameworks/us-cfs101/form-editions.ts";
import { NotFound } from "./errors.ts";
import type { OperationContext } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import type { Stores } from "./ports.ts";

/** A form CFS-101 with all that stands in it, and the forms around it. */
export type OpenedForm = {
	readonly form: Fact<"budget-form">;
	readonly state: Fact<"jurisdiction">;
	readonly edition: FormEdition;
	readonly years: { readonly plans: number; readonly reports: number };
	readonly entries: ReadonlyMap<string, Fact<"budget-entry">>;
	/** With totals, and the State's baselines: today's for a draft, those of its day for a form that was sent. */
	readonly values: FormValues;
	/** All forms of the State that the person sees, the newest year and revision first. */
	readonly forms: readonly Fact<"budget-form">[];
};

/** Throws `NotFound` for a form that is not there or not shared with the person. */
export async function openBudgetForm({ stores }: OperationContext, formId: string): Promise<OpenedForm> {
	const form = await stores.facts.find("budget-form", formId);
	const state = form && (await stores.facts.find("jurisdiction", form.jurisdictionId));
	if (!form || !state) throw new NotFound("There is no such form CFS-101, or it is not shared with you.");
	const edition = getFormEdition(form.edition);
	const found = await stores.facts.list("budget-entry", { formId });
	const entries = new Map(found.map((each) => [each.cell, each]));
	const kept = form.state === "draft" ? await readBaselines(stores, state.id) : [];
	return {
		...{ form, state, edition, entries, years: yearsOfSubmission(form.submissionYear) },
		values: withTotals(edition, new Map([...valuesOf(found), ...kept])),
		forms: await listForms(stores, state.id),
	};
}

/** What entries hold, by cell; nothing for emptied ones. */
export function valuesOf(entries: readonly Fact<"budget-entry">[]): ReadonlyMap<string, CellValue> {
	return new Map(
		entries.flatMap(({ cell, amount, words }) => {
			const value = amount ?? words;
			return value === null ? [] : [[cell, value] as const];
		}),
	);
}

/** The State's baselines as cells of a form. */
export async function readBaselines(
	stores: Stores,
	jurisdictionId: string,
): Promise<readonly (readonly [string, number])[]> {
	const kept = await stores.facts.list("financial-baseline", { jurisdictionId });
	return kept.map(({ baseline, cents }) => [cellId("base", baseline, "amount"), cents] as const);
}

/** The forms of a State, the newest year and revision first. */
export async function listForms(stores: Stores, jurisdictionId: string): Promise<readonly Fact<"budget-form">[]> {
	const forms = await stores.facts.list("budget-form", { jurisdictionId });
	return forms.toSorted((a, b) => b.submissionYear - a.submissionYear || b.revision - a.revision);
}

/** The last form that was sent for a federal fiscal year: what was asked for and, as far as is known here, approved. */
export function sentForYear(
	forms: readonly Fact<"budget-form">[],
	federalYear: number,
): Fact<"budget-form"> | undefined {
	return forms.find(
		({ state, submissionYear }) => state === "submitted" && yearsOfSubmission(submissionYear).plans === federalYear,
	);
}

/** The form before this one: of an earlier year or, for a revision, what it revises. */
export function formBefore(
	forms: readonly Fact<"budget-form">[],
	{ submissionYear, revision }: Pick<Fact<"budget-form">, "submissionYear" | "revision">,
): Fact<"budget-form"> | undefined {
	return forms.find(
		(each) =>
			each.submissionYear < submissionYear || (each.submissionYear === submissionYear && each.revision < revision),
	);
}

/** What the checks of a form look at. */
export async function checkedForm(
	{ clock, stores }: OperationContext,
	{ form, edition, years, values, forms }: OpenedForm,
): Promise<CheckedForm> {
	const sent = sentForYear(forms, years.reports);
	const approved =
		sent && sent.id !== form.id ? valuesOf(await stores.facts.list("budget-entry", { formId: sent.id })) : undefined;
	return { edition, years, values, approved, today: dayOf(clock()) };
}
