import { z } from "zod";
import { isTaken } from "../domain/approval/approval-state.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound, Refused } from "./errors.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import type { SnapshotContent } from "./take-snapshot.ts";

/**
 * An attachment with its bytes: as the plan stands, or as it went with a submission, also when it was removed since. One that
 * waits for the scanner is not given out. The bytes are held against their checksum before they leave.
 */
export const getAttachment = defineOperation({
	name: "get-attachment",
	title: "Get an attachment of a plan",
	http: { method: "get", path: "/plans/{documentId}/attachments/{attachmentId}" },
	input: z.object({
		documentId: z.uuid(),
		attachmentId: z.uuid(),
		submission: z.coerce.number().int().min(1).optional().describe("As it went with this submission: 1, 2, 3 ..."),
	}),
	output: z.object({ attachment: factOutputs.attachment, bytes: z.custom<Uint8Array>() }),
	async run(context, input): Promise<{ attachment: Fact<"attachment">; bytes: Uint8Array }> {
		const attachment = await findAttachment(context, input);
		if (attachment?.documentId !== input.documentId) {
			throw new NotFound("There is no such attachment, or it is not shared with you.");
		}
		if (attachment.scan === "waiting") {
			throw new Refused(
				"This file waits for the scanner that looks for harmful files. It can be opened once it was scanned; ask your technician if that takes long.",
			);
		}
		if (!isTaken(attachment)) {
			throw new NotFound("The scanner found something harmful in this file, so it was thrown away.");
		}
		const file = await context.stores.attachmentFiles.find(attachment.fileId);
		if (!file) throw new NotFound("There is no such attachment, or it is not shared with you.");
		if (context.ids.hash(file.bytes) !== attachment.sha256) {
			throw new Error(`The bytes of attachment ${attachment.id} do not have the checksum that was written down.`);
		}
		return { attachment, bytes: file.bytes };
	},
});

async function findAttachment(
	{ stores }: OperationContext,
	input: { readonly documentId: string; readonly attachmentId: string; readonly submission?: number | undefined },
): Promise<Fact<"attachment"> | undefined> {
	if (input.submission === undefined) return stores.facts.find("attachment", input.attachmentId);
	const snapshot = await stores.snapshots.find(input.documentId, input.submission);
	const content = snapshot && (JSON.parse(snapshot.content) as SnapshotContent);
	return content?.facts.attachments?.find(({ id }) => id === input.attachmentId);
}
