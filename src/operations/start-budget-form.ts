import { z } from "zod";
import { BudgetForm } from "../domain/money/budget-facts.ts";
import { yearsOfSubmission } from "../domain/money/form-years.ts";
import { hundredthsOf, visitStandards } from "../domain/planning/visit-standards.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { currentFormEdition } from "../frameworks/us-cfs101/form-editions.ts";
import { Refused } from "./errors.ts";
import { getState } from "./get-state.ts";
import { formBefore, listForms, sentForYear } from "./open-budget-form.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/**
 * Starts the form CFS-101 of a year or, where one was sent for it already, its revision with all that was sent. A first form
 * takes its heading from the form before, what Part III calls estimated from the form that planned that year, and the percents of
 * caseworker visits from the State's report of the last fiscal year.
 */
export const startBudgetForm = defineOperation({
	name: "start-budget-form",
	title: "Start a form CFS-101",
	http: { method: "post", path: "/budget-forms" },
	input: z.object({
		jurisdictionId: z.uuid(),
		submissionYear: z.coerce.number().pipe(BudgetForm.shape.submissionYear),
	}),
	output: MadeOutput,
	async run(context, { jurisdictionId, submissionYear }): Promise<{ id: string }> {
		const { actor, ids, stores } = context;
		const state = await getState(stores, jurisdictionId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(state.id));
		const forms = await listForms(stores, state.id);
		const last = forms.find((each) => each.submissionYear === submissionYear);
		if (last?.state === "draft") {
			throw new Refused(
				`The form of ${submissionYear} is in draft already. Open it and go on there; a revision can be started once it was sent.`,
			);
		}
		const edition = currentFormEdition.version;
		const revision = last ? last.revision + 1 : 0;
		const form = {
			jurisdictionId: state.id,
			edition,
			submissionYear,
			revision,
			state: "draft",
			submittedOn: null,
		} as const;
		const id = ids.next();
		const common = { jurisdictionId: state.id, root: id, role, reason: "", verb: "add", expectedVersion: 0 } as const;
		await stores.facts.write({ ...common, kind: "budget-form", id, patch: form });
		for (const { cell, amount, words } of await carriedEntries(context, forms, {
			jurisdictionId,
			submissionYear,
			revision,
		})) {
			await stores.facts.write({
				...{ ...common, kind: "budget-entry", id: ids.named("budget-entry", id, cell) },
				patch: { jurisdictionId: state.id, formId: id, cell, amount, words },
			});
		}
		return { id };
	},
});

type Carried = Pick<Fact<"budget-entry">, "cell" | "amount" | "words">;

async function carriedEntries(
	{ stores }: OperationContext,
	forms: readonly Fact<"budget-form">[],
	form: Pick<Fact<"budget-form">, "jurisdictionId" | "submissionYear" | "revision">,
): Promise<readonly Carried[]> {
	const entriesOf = async (from: Fact<"budget-form"> | undefined): Promise<readonly Carried[]> => {
		const found = from ? await stores.facts.list("budget-entry", { formId: from.id }) : [];
		return found.filter(({ amount, words }) => amount !== null || words !== null);
	};
	const before = await entriesOf(formBefore(forms, form));
	if (form.revision > 0) return before.filter(({ cell }) => !cell.startsWith("base."));
	const planned = await entriesOf(sentForYear(forms, yearsOfSubmission(form.submissionYear).reports));
	const estimates = new Set(
		currentFormEdition.parts.find(({ id }) => id === "three")?.lines.map(({ id }) => `one.${id}.amount`),
	);
	return [
		...visitEntries(await stores.facts.list("visit-report", { jurisdictionId: form.jurisdictionId }), form),
		...before.filter(({ cell }) => cell.startsWith("head.") && cell !== "head.5.value"),
		...planned
			.filter(({ cell }) => estimates.has(cell))
			.map((each) => ({ ...each, cell: `three.${each.cell.split(".")[1] ?? ""}.estimated` })),
	];
}

/** Both percents of caseworker visits (C17) of the fiscal year that ended before the form is sent, cut to hundredths. */
function visitEntries(
	reports: readonly Fact<"visit-report">[],
	{ submissionYear }: Pick<Fact<"budget-form">, "submissionYear">,
): readonly Carried[] {
	const ofYear = reports.filter(({ federalFiscalYear }) => federalFiscalYear === submissionYear - 1);
	const report = ofYear.findLast(({ sentOn }) => sentOn !== null) ?? ofYear.at(-1);
	if (!report) return [];
	const cells = ["work.visits.value", "work.in-residence.value"] as const;
	return visitStandards(report).flatMap(({ percent }, index): readonly Carried[] => {
		const cell = cells[index];
		return percent === null || cell === undefined ? [] : [{ cell, amount: hundredthsOf(percent), words: null }];
	});
}
