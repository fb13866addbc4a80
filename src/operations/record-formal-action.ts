import { z } from "zod";
import { refuseFormalStep } from "../domain/review/formal-action-steps.ts";
import { FormalAction } from "../domain/review/review-facts.ts";
import { InvalidInput, Refused } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { openReviewRecords } from "./review-records.ts";

/**
 * Records a step of a formal action of the State, in the order and with the waiting times of the law (SIP-116). It stands
 * beside the plan's way: no state of the plan changes by it.
 */
export const recordFormalAction = defineOperation({
	name: "record-formal-action",
	title: "Record a step of a formal action",
	http: { method: "post", path: "/plans/{documentId}/formal-actions" },
	input: FormalAction.pick({ step: true, takenOn: true, deadline: true, note: true }).extend({ documentId: z.uuid() }),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const records = await openReviewRecords(context, input.documentId, ["plan.review"]);
		const { formalActions } = records.review;
		const step = formalActions.steps.find(({ id }) => id === input.step);
		if (!step) {
			throw new InvalidInput([{ field: "step", message: "Choose a step from the list." }]);
		}
		if (input.takenOn > records.today) {
			throw new InvalidInput([{ field: "takenOn", message: "A step is recorded once it is taken: up to today." }]);
		}
		const taken = (await context.stores.facts.list("formal-action", { documentId: records.document.id })).toSorted(
			(a, b) => a.takenOn.localeCompare(b.takenOn) || a.id.localeCompare(b.id),
		);
		const { takenOn, deadline, note } = input;
		const refusal = refuseFormalStep(formalActions, taken, { step, takenOn, deadline });
		if (refusal) throw new Refused(refusal);
		const id = await records.add("formal-action", { step: step.id, takenOn, deadline, note });
		await records.tell("formal-action-taken");
		return { id };
	},
});
