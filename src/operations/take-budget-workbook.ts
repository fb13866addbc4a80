import { z } from "zod";
import type { FormReading } from "../documents/budget/read-form-sheets.ts";
import { readFormWorkbook } from "../documents/budget/read-form-workbook.ts";
import { listCells } from "../domain/money/form-cells.ts";
import { showTypedValue } from "../domain/money/typed-value.ts";
import { type OpenedForm, openBudgetForm } from "./open-budget-form.ts";
import { defineOperation } from "./operation.ts";
import { requireDraft, saveCells } from "./save-budget-cells.ts";

/** A cell of the form that a workbook would change. */
export type WorkbookChange = {
	readonly cell: string;
	readonly name: string;
	/** As a person types it; empty for an empty cell. */
	readonly before: string;
	readonly typed: string;
	/** The version of the cell that the preview was made from. */
	readonly version: number;
};

type Remark = { readonly place: string; readonly message: string };

export type WorkbookResult =
	| { readonly result: "refused"; readonly problems: readonly Remark[] }
	| {
			readonly result: "previewed" | "taken";
			readonly changes: readonly WorkbookChange[];
			/** To look at: totals in the workbook that differ from what is kept. */
			readonly notes: readonly Remark[];
	  };

const RemarkOutput = z.object({ place: z.string().describe("Such as: Part I, cell C7."), message: z.string() });
const ChangesOutput = {
	changes: z.array(
		z.object({ cell: z.string(), name: z.string(), before: z.string(), typed: z.string(), version: z.int() }),
	),
	notes: z.array(RemarkOutput),
};

/**
 * Reads a workbook of the form back: whole, or not at all with every cell named that is wrong. With `preview` nothing is kept, and
 * the answer is what would change.
 */
export const takeBudgetWorkbook = defineOperation({
	name: "take-budget-workbook",
	title: "Take a workbook into a form CFS-101",
	http: { method: "post", path: "/budget-forms/{formId}/workbook" },
	input: z.object({ formId: z.uuid(), preview: z.boolean().default(true), bytes: z.instanceof(Uint8Array) }),
	output: z
		.discriminatedUnion("result", [
			z.object({ result: z.literal("refused"), problems: z.array(RemarkOutput) }),
			z.object({ result: z.enum(["previewed", "taken"]), ...ChangesOutput }),
		])
		.meta({ id: "BudgetWorkbookResult" }),
	async run(context, { formId, preview, bytes }): Promise<WorkbookResult> {
		const opened = await openBudgetForm(context, formId);
		const role = await requireDraft(context, opened);
		const reading = await readFormWorkbook(opened.edition, bytes);
		const problems = [...reading.problems, ...(reading.problems.length > 0 ? [] : otherForm(reading, opened))];
		if (problems.length > 0) return { result: "refused", problems };
		const changes = changesOf(reading, opened);
		if (!preview && changes.length > 0) await saveCells(context, opened, role, changes);
		return { result: preview ? "previewed" : "taken", changes, notes: reading.notes };
	},
});

/** A workbook of another State or year is not this form's, however well it reads. */
function otherForm({ years, stateName }: FormReading, { state, years: own }: OpenedForm): readonly Remark[] {
	const remark = (place: string, what: string): Remark => ({ place, message: `${place}: ${what}` });
	const found: Remark[] = [];
	if (stateName !== state.name) {
		found.push(remark("Heading, cell B2", `this workbook is of "${stateName}", and the form of ${state.name}.`));
	}
	if (years?.plans !== own.plans) {
		found.push(
			remark("Part I, cell B3", `expected FFY${own.plans}, which this form plans, found ${years?.plans ?? "nothing"}.`),
		);
	}
	if (years?.reports !== own.reports) {
		found.push(
			remark(
				"Part III, cell B3",
				`expected FFY${own.reports}, which this form reports, found ${years?.reports ?? "nothing"}.`,
			),
		);
	}
	return found;
}

function changesOf({ typed }: FormReading, { edition, values, entries }: OpenedForm): readonly WorkbookChange[] {
	return listCells(edition)
		.filter(({ computed }) => !computed)
		.flatMap(({ id, name, kind }): readonly WorkbookChange[] => {
			const [now, next] = [values.get(id), typed.get(id)];
			if (now === next) return [];
			const shown = { before: showTypedValue(kind, now), typed: showTypedValue(kind, next) };
			return [{ cell: id, name, ...shown, version: entries.get(id)?.version ?? 0 }];
		});
}
