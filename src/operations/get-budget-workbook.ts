import { z } from "zod";
import { formSheets } from "../documents/budget/form-sheets.ts";
import { writeGrid } from "../documents/excel/write-grid.ts";
import { budgetFileName } from "./get-budget-paper.ts";
import { openBudgetForm } from "./open-budget-form.ts";
import { defineOperation } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";

/** The workbook (.xlsx) of a form: typed numbers, no formulas, the edition's label in the corner of each sheet. */
export const getBudgetWorkbook = defineOperation({
	name: "get-budget-workbook",
	title: "Get a form CFS-101 as a workbook",
	http: { method: "get", path: "/budget-forms/{formId}/workbook" },
	input: z.object({ formId: z.uuid() }),
	output: z.object({ fileName: z.string(), bytes: z.custom<Uint8Array>() }),
	async run(context, { formId }): Promise<{ fileName: string; bytes: Uint8Array }> {
		const opened = await openBudgetForm(context, formId);
		const { edition, state, years, values } = opened;
		const bytes = await writeGrid(formSheets({ edition, years, values, stateName: state.name }), {
			...{ creator: state.name, title: edition.label, created: dayOf(context.clock()) },
		});
		return { fileName: `${budgetFileName(opened)}.xlsx`, bytes };
	},
});
