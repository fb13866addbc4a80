import { z } from "zod";
import { StateContact } from "../domain/review/review-facts.ts";
import { InvalidInput } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { openReviewRecords } from "./review-records.ts";

/** Keeps a contact of the State and the county on a plan: day, channel, note (SIP-98). Either side writes it down. */
export const logStateContact = defineOperation({
	name: "log-state-contact",
	title: "Keep a contact with the State",
	http: { method: "post", path: "/plans/{documentId}/state-contacts" },
	input: StateContact.pick({ on: true, channel: true, note: true }).extend({ documentId: z.uuid() }),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const records = await openReviewRecords(context, input.documentId, ["plan.review", "plan.write"]);
		if (input.on > records.today) {
			throw new InvalidInput([{ field: "on", message: "A contact is kept when it has been. Give a day up to today." }]);
		}
		const { on, channel, note } = input;
		return { id: await records.add("state-contact", { on, channel, note }) };
	},
});
