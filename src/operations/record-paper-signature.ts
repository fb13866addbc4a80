import { z } from "zod";
import { Checksum, SignatoryRole } from "../domain/approval/approval-facts.ts";
import { isTaken } from "../domain/approval/approval-state.ts";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { InvalidInput } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import { openForSignature } from "./sign-plan.ts";
import { writeSignature } from "./write-signature.ts";

/**
 * Records that the plan, as it stands, was signed on paper: the sheet as an attachment, whose name it bears and when it was
 * signed. Who recorded it stands in the history.
 */
export const recordPaperSignature = defineOperation({
	name: "record-paper-signature",
	title: "Record a signature on paper",
	http: { method: "post", path: "/plans/{documentId}/paper-signatures" },
	input: z.object({
		documentId: z.uuid(),
		signatory: SignatoryRole,
		planSha256: Checksum,
		name: z.string().trim().min(1, "Write the name of the person who signed.").max(200),
		signedOn: PlainDate,
		attachmentId: z.uuid("Attach the signed sheet first, then choose it here."),
	}),
	output: z.object({ id: z.uuid(), version: z.int().min(1) }),
	async run(context, input): Promise<{ id: string; version: number }> {
		const { opened, facts } = await openForSignature(context, input);
		const today = dayOf(context.clock());
		if (input.signedOn > today) {
			throw new InvalidInput([
				{ field: "signedOn", message: "This day has not come yet. Give the day of the signature." },
			]);
		}
		const sheet = facts.attachments.find(({ id }) => id === input.attachmentId);
		if (!sheet || !isTaken(sheet)) {
			throw new InvalidInput([
				{ field: "attachmentId", message: "Attach the signed sheet to the plan first, then choose it here." },
			]);
		}
		return writeSignature(context, opened, {
			signatory: input.signatory,
			manner: "on-paper",
			personId: null,
			name: input.name,
			signedOn: input.signedOn,
			planSha256: input.planSha256,
			attachmentId: sheet.id,
		});
	},
});
