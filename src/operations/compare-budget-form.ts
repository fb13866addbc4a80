import { z } from "zod";
import { type CellValue, listCells } from "../domain/money/form-cells.ts";
import { CellKind } from "../domain/money/form-edition.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import { formBefore, openBudgetForm } from "./open-budget-form.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** A cell that says something else than in the other form. */
export type ChangedCell = {
	readonly cell: string;
	readonly name: string;
	readonly kind: CellKind;
	readonly before: CellValue | null;
	readonly now: CellValue | null;
	/** Now less before, for numbers: an empty cell counts as 0. Null for words. */
	readonly difference: number | null;
};

export type BudgetFormComparison = {
	readonly form: Fact<"budget-form">;
	readonly with: Fact<"budget-form">;
	readonly changes: readonly ChangedCell[];
	/** How many cells say the same, filled in both. */
	readonly same: number;
};

const Value = z.union([z.number(), z.string()]).nullable();

/** What a form says otherwise than the form before it, or than another of the State's. */
export const compareBudgetForm = defineOperation({
	name: "compare-budget-form",
	title: "Compare a form CFS-101 with last year's",
	http: { method: "get", path: "/budget-forms/{formId}/comparison" },
	input: z.object({
		formId: z.uuid(),
		with: z.uuid().optional().describe("Another form of the State; without it, the one before."),
	}),
	output: z.object({
		form: factOutputs["budget-form"],
		with: factOutputs["budget-form"],
		changes: z.array(
			z.object({
				cell: z.string(),
				name: z.string(),
				kind: CellKind,
				before: Value,
				now: Value,
				difference: z.number().nullable(),
			}),
		),
		same: z.int(),
	}),
	async run(context, input): Promise<BudgetFormComparison> {
		const { form, edition, values, forms } = await openBudgetForm(context, input.formId);
		const other = input.with ? forms.find(({ id }) => id === input.with) : formBefore(forms, form);
		if (!other) {
			throw new NotFound(
				input.with
					? "The State has no such form to compare with."
					: "There is no earlier form of this State to compare with.",
			);
		}
		const earlier = (await openBudgetForm(context, other.id)).values;
		const both = listCells(edition).map(({ id, name, kind }): ChangedCell => {
			const [before, now] = [earlier.get(id) ?? null, values.get(id) ?? null];
			const isNumber = typeof (now ?? before) === "number";
			return {
				cell: id,
				name,
				kind,
				before,
				now,
				difference: isNumber ? Number(now ?? 0) - Number(before ?? 0) : null,
			};
		});
		return {
			...{ form, with: other, changes: both.filter(({ before, now }) => before !== now) },
			same: both.filter(({ before, now }) => before === now && now !== null).length,
		};
	},
});
