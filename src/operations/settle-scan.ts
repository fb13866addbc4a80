import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotAllowed, NotFound } from "./errors.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** The attachments that wait for the scanner, and the bytes of each in turn. Done by the installation. */
export const listWaitingScans = defineOperation({
	name: "list-waiting-scans",
	title: "List the attachments that wait for the scanner",
	http: { method: "get", path: "/internal/waiting-scans" },
	input: z.object({}),
	output: z.array(factOutputs.attachment),
	run(context): Promise<readonly Fact<"attachment">[]> {
		onlyInstallation(context);
		return context.stores.facts.list("attachment", { scan: "waiting" });
	},
});

/** The bytes that the scanner is to look at. */
export const getWaitingFile = defineOperation({
	name: "get-waiting-file",
	title: "Get the bytes of an attachment that waits for the scanner",
	http: { method: "get", path: "/internal/waiting-scans/{fileId}" },
	input: z.object({ fileId: z.uuid() }),
	output: z.object({ bytes: z.custom<Uint8Array>() }),
	async run(context, { fileId }): Promise<{ bytes: Uint8Array }> {
		onlyInstallation(context);
		const file = await context.stores.attachmentFiles.find(fileId);
		if (!file) throw new NotFound("The bytes of this attachment are not there.");
		return { bytes: file.bytes };
	},
});

/** Writes down what the scanner said of an attachment that waited for it. What is harmful is thrown away at once. */
export const settleScan = defineOperation({
	name: "settle-scan",
	title: "Write down what the scanner said",
	http: { method: "post", path: "/internal/waiting-scans/{attachmentId}" },
	input: z.object({
		attachmentId: z.uuid(),
		scan: z.enum(["clean", "infected"]),
		scanNote: z.string().max(300).default(""),
	}),
	output: z.object({ settled: z.boolean() }),
	async run(context, input): Promise<{ settled: boolean }> {
		onlyInstallation(context);
		const { stores } = context;
		const attachment = await stores.facts.find("attachment", input.attachmentId);
		if (attachment?.scan !== "waiting") return { settled: false };
		await stores.facts.write({
			kind: "attachment",
			id: attachment.id,
			verb: "change",
			expectedVersion: attachment.version,
			patch: { scan: input.scan, scanNote: input.scanNote },
			jurisdictionId: attachment.jurisdictionId,
			root: attachment.documentId,
			role: "installation",
			reason: input.scan === "infected" ? `The scanner found something harmful: ${input.scanNote}.` : "",
		});
		if (input.scan === "infected") await stores.attachmentFiles.discard(attachment.fileId);
		return { settled: true };
	},
});

function onlyInstallation({ actor }: OperationContext): void {
	if (actor.grants.some(({ role }) => role === "installation")) return;
	throw new NotAllowed("This is done by the installation itself.");
}
