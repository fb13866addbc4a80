import { z } from "zod";
import { BaselineKind } from "../domain/money/budget-facts.ts";
import { formYears, yearsOfSubmission } from "../domain/money/form-years.ts";
import { may } from "../domain/people/may.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { getState } from "./get-state.ts";
import { listForms } from "./open-budget-form.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { dayOf } from "./plan-checks.ts";

const Years = z.object({
	plans: z.int().describe("The federal fiscal year of Parts I and II."),
	reports: z.int().describe("The federal fiscal year of Part III."),
});

export type BudgetFormList = {
	readonly jurisdictionId: string;
	/** The newest year and revision first. */
	readonly forms: readonly {
		readonly form: Fact<"budget-form">;
		readonly years: { readonly plans: number; readonly reports: number };
	}[];
	readonly baselines: readonly Fact<"financial-baseline">[];
	/** The year in which a form prepared today is sent. */
	readonly nextSubmissionYear: number;
	readonly mayWrite: boolean;
};

/** The forms CFS-101 of a State, and the earlier amounts that its spending is held against. */
export const listBudgetForms = defineOperation({
	name: "list-budget-forms",
	title: "List the forms CFS-101 of a State",
	http: { method: "get", path: "/budget-forms" },
	input: z.object({ jurisdictionId: z.uuid() }),
	output: z.object({
		jurisdictionId: z.uuid(),
		forms: z.array(z.object({ form: factOutputs["budget-form"], years: Years })),
		baselines: z.array(factOutputs["financial-baseline"]),
		nextSubmissionYear: z.int(),
		mayWrite: z.boolean(),
	}),
	async run({ actor, clock, stores }, { jurisdictionId }): Promise<BudgetFormList> {
		const state = await getState(stores, jurisdictionId);
		const forms = await listForms(stores, state.id);
		const kept = await stores.facts.list("financial-baseline", { jurisdictionId });
		const order = BaselineKind.options;
		const today = dayOf(clock());
		return {
			jurisdictionId,
			forms: forms.map((form) => ({ form, years: yearsOfSubmission(form.submissionYear) })),
			baselines: kept.toSorted((a, b) => order.indexOf(a.baseline) - order.indexOf(b.baseline)),
			nextSubmissionYear: formYears(today).plans - 1,
			mayWrite: may(actor, "plan.write", await stores.jurisdictions.pathOf(state.id)),
		};
	},
});
