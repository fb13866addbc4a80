import { z } from "zod";
import { checkForm } from "../domain/money/checks/check-form.ts";
import { Refused } from "./errors.ts";
import { meetFormDueDates } from "./meet-due-dates.ts";
import { checkedForm, openBudgetForm, readBaselines } from "./open-budget-form.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { dayOf } from "./plan-checks.ts";

/**
 * Sends a form CFS-101: from then on it stays as it is, with the baselines that it was checked against. A form with an error is not
 * sent; warnings and what cannot be worked out do not hold it back.
 */
export const submitBudgetForm = defineOperation({
	name: "submit-budget-form",
	title: "Submit a form CFS-101",
	http: { method: "post", path: "/budget-forms/{formId}/submit" },
	input: z.object({ formId: z.uuid(), version: z.coerce.number().int().min(1) }),
	output: VersionOutput,
	async run(context, { formId, version }): Promise<{ version: number }> {
		const { actor, clock, ids, stores } = context;
		const opened = await openBudgetForm(context, formId);
		const { form, state } = opened;
		const role = requireRole(actor, "plan.submit", await stores.jurisdictions.pathOf(state.id));
		if (form.state !== "draft")
			throw new Refused(`This form was sent on ${form.submittedOn ?? "an earlier day"} already.`);
		const errors = checkForm(await checkedForm(context, opened)).filter(({ outcome }) => outcome === "error");
		if (errors.length > 0) {
			const named = errors.map(({ id }) => id).join(", ");
			throw new Refused(
				`The form cannot be sent yet: ${errors.length === 1 ? "a check finds" : "checks find"} an error (${named}). The task list of the form says what and where; mend it and send it again.`,
			);
		}
		const common = { jurisdictionId: state.id, root: form.id, role, reason: "" } as const;
		for (const [cell, amount] of await readBaselines(stores, state.id)) {
			await stores.facts.write({
				...{ ...common, kind: "budget-entry", id: ids.named("budget-entry", form.id, cell), verb: "add" },
				...{ expectedVersion: 0, patch: { jurisdictionId: state.id, formId: form.id, cell, amount, words: null } },
			});
		}
		const patch = { state: "submitted", submittedOn: dayOf(clock()) } as const;
		const saved = await stores.facts.write({
			...{ ...common, kind: "budget-form", id: form.id, verb: "change", expectedVersion: version, patch },
		});
		await meetFormDueDates(context, form, { state, role, completedOn: patch.submittedOn });
		return { version: saved };
	},
});
