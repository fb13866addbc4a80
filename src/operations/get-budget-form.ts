import { z } from "zod";
import { type CheckResult, checkForm } from "../domain/money/checks/check-form.ts";
import { type CellValue, listCells } from "../domain/money/form-cells.ts";
import { CellKind, CheckId } from "../domain/money/form-edition.ts";
import { showTypedValue } from "../domain/money/typed-value.ts";
import { may } from "../domain/people/may.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { checkedForm, formBefore, type OpenedForm, openBudgetForm } from "./open-budget-form.ts";
import { defineOperation } from "./operation.ts";
import { schemaOf } from "./outputs/agreement.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** A cell of the form as it stands. */
export type ShownCell = {
	readonly cell: string;
	readonly name: string;
	readonly kind: CellKind;
	/** Whole cents, people, hundredths of a percent, or words; null for an empty cell. */
	readonly value: CellValue | null;
	/** As a person types it. */
	readonly typed: string;
	/** Worked out from others or kept elsewhere: never typed here. */
	readonly computed: boolean;
	/** What the next save must name; 0 while nothing was ever typed. */
	readonly version: number;
	/** The fact that holds it, for its history; null while nothing was ever typed. */
	readonly entryId: string | null;
};

export type BudgetFormView = {
	readonly form: Fact<"budget-form">;
	readonly state: Fact<"jurisdiction">;
	readonly years: { readonly plans: number; readonly reports: number };
	readonly editionLabel: string;
	readonly cells: readonly ShownCell[];
	/** All seventeen checks, each with its arithmetic. */
	readonly checks: readonly CheckResult[];
	/** The form before this one, to compare with. */
	readonly before: Fact<"budget-form"> | null;
	readonly mayWrite: boolean;
	readonly maySubmit: boolean;
};

const OutcomeOutput = z
	.enum(["met", "error", "warning", "unknown"])
	.describe("`unknown`: something is missing to tell.");

export const CheckResultOutput = schemaOf<CheckResult>()(
	z
		.object({
			id: CheckId,
			rule: z.string(),
			status: z.enum(["confirmed", "knowledge"]),
			source: z.string(),
			outcome: OutcomeOutput,
			findings: z.array(z.object({ checkId: CheckId, outcome: OutcomeOutput, cell: z.string(), message: z.string() })),
		})
		.meta({ id: "MoneyCheck", description: "One check of form CFS-101 with its arithmetic." }),
);

/** A form CFS-101: every cell, and all checks with their arithmetic. */
export const getBudgetForm = defineOperation({
	name: "get-budget-form",
	title: "Get a form CFS-101 with its checks",
	http: { method: "get", path: "/budget-forms/{formId}" },
	input: z.object({ formId: z.uuid() }),
	output: z.object({
		form: factOutputs["budget-form"],
		state: factOutputs.jurisdiction,
		years: z.object({ plans: z.int(), reports: z.int() }),
		editionLabel: z.string(),
		cells: z.array(
			z
				.object({
					cell: z.string().describe("`part.line.column`, such as one.7a.amount."),
					name: z.string(),
					kind: CellKind,
					value: z
						.union([z.number(), z.string()])
						.nullable()
						.describe("Whole cents, people, hundredths of a percent, or words."),
					typed: z.string(),
					computed: z.boolean(),
					version: z.int().min(0),
					entryId: z.uuid().nullable(),
				})
				.meta({ id: "BudgetCell" }),
		),
		checks: z.array(CheckResultOutput),
		before: factOutputs["budget-form"].nullable(),
		mayWrite: z.boolean(),
		maySubmit: z.boolean(),
	}),
	async run(context, { formId }): Promise<BudgetFormView> {
		const opened = await openBudgetForm(context, formId);
		const { form, state, edition, years, forms } = opened;
		const path = await context.stores.jurisdictions.pathOf(state.id);
		const isDraft = form.state === "draft";
		return {
			...{ form, state, years, editionLabel: edition.label, cells: shownCells(opened) },
			checks: checkForm(await checkedForm(context, opened)),
			before: formBefore(forms, form) ?? null,
			mayWrite: isDraft && may(context.actor, "plan.write", path),
			maySubmit: isDraft && may(context.actor, "plan.submit", path),
		};
	},
});

/** Every cell of the form with what stands in it. */
export function shownCells({ edition, values, entries }: OpenedForm): readonly ShownCell[] {
	return listCells(edition).map(({ id, name, kind, computed }) => {
		const value = values.get(id) ?? null;
		const entry = entries.get(id);
		const stands = { version: entry?.version ?? 0, entryId: entry?.id ?? null };
		return { cell: id, name, kind, value, typed: showTypedValue(kind, value), computed, ...stands };
	});
}
