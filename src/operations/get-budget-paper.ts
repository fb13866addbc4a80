import { z } from "zod";
import { buildFormPaper } from "../documents/budget/form-paper.ts";
import { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { formatDate } from "../domain/calendar/plain-date.ts";
import { canonicalText } from "../domain/workflow/action.ts";
import { type OpenedForm, openBudgetForm } from "./open-budget-form.ts";
import { defineOperation } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";

/** The paper of a form CFS-101 as a neutral document, to be signed and sent with the workbook. */
export const getBudgetPaper = defineOperation({
	name: "get-budget-paper",
	title: "Get the paper of a form CFS-101",
	http: { method: "get", path: "/budget-forms/{formId}/paper" },
	input: z.object({ formId: z.uuid() }),
	output: z.object({ paper: NeutralDocument, fileName: z.string() }),
	async run(context, { formId }): Promise<{ paper: NeutralDocument; fileName: string }> {
		const opened = await openBudgetForm(context, formId);
		const { form, state, edition, years, values } = opened;
		const status = form.submittedOn
			? { label: `Submitted on ${formatDate(form.submittedOn)}`, draft: false }
			: { label: "Draft", draft: true };
		const paper = buildFormPaper({
			...{ edition, years, values, status, stateName: state.name, revision: form.revision },
			today: form.submittedOn ?? dayOf(context.clock()),
			versionHash: context.ids.hash(canonicalText(Object.fromEntries(values))),
		});
		return { paper, fileName: budgetFileName(opened) };
	},
});

/** A name that is safe on every system, without its ending: "cfs-101-ffy2028-99". */
export function budgetFileName({ state, years, form }: Pick<OpenedForm, "state" | "years" | "form">): string {
	const code = state.code.replace(/[^A-Za-z0-9]+/gu, "-").toLowerCase();
	return `cfs-101-ffy${years.plans}-${code}${form.revision > 0 ? `-revision-${form.revision}` : ""}`;
}
