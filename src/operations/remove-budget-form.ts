import { z } from "zod";
import { openBudgetForm } from "./open-budget-form.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { requireDraft } from "./save-budget-cells.ts";

/** Takes a form out that was started by mistake. What was sent stays; the history keeps what was typed. */
export const removeBudgetForm = defineOperation({
	name: "remove-budget-form",
	title: "Remove a form CFS-101 in draft",
	http: { method: "post", path: "/budget-forms/{formId}/remove" },
	input: z.object({
		formId: z.uuid(),
		version: z.coerce.number().int().min(1),
		reason: z.string().trim().min(1, "Say why it is removed.").max(1000),
	}),
	output: VersionOutput,
	async run(context, { formId, version, reason }): Promise<{ version: number }> {
		const opened = await openBudgetForm(context, formId);
		const role = await requireDraft(context, opened);
		const { jurisdictionId, id } = opened.form;
		const saved = await context.stores.facts.write({
			...{ kind: "budget-form", id, verb: "remove", expectedVersion: version, patch: {} },
			...{ jurisdictionId, root: id, role, reason },
		});
		return { version: saved };
	},
});
