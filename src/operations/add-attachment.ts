import { z } from "zod";
import { detectFileType, nameForType } from "../documents/attachments/detect-file-type.ts";
import { ScanState } from "../domain/approval/approval-facts.ts";
import { attachmentKindsOf } from "../domain/approval/approval-state.ts";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { evidenceAttachmentKind } from "../domain/pip/completion-evidence.ts";
import { approvalStates, editableStates } from "../domain/workflow/document-workflow.ts";
import { openForEvidence, writeEvidence } from "./completion-evidence.ts";
import { InvalidInput } from "./errors.ts";
import { type OpenPlan, openPlan } from "./open-plan.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { plainFileName } from "./plain-file-name.ts";

const About = z.object({
	documentId: z.uuid(),
	/** An id of the edition's list of attachments, `signature-sheet` or `other`. */
	attachmentKind: z.string().min(1, "Choose what the file is.").max(60),
	/** The component that it belongs to, for kinds that belong to one. */
	focusAreaId: z.uuid().nullable().default(null),
	title: z.string().trim().max(300, "At most 300 characters.").default(""),
	milestoneId: z
		.uuid()
		.nullable()
		.default(null)
		.describe("The key activity of a PIP in force that the file shows done."),
	shownOn: PlainDate.nullable().default(null).describe("Of such a file: the day of which it speaks."),
});

const TakenScan = ScanState.exclude(["infected"]);

const AddedAttachment = z.object({
	id: z.uuid(),
	sha256: z.string(),
	size: z.int(),
	mediaType: z.string(),
	scan: TakenScan.describe(
		"waiting: a scanner is set up and could not be reached; the file counts once it was scanned.",
	),
});
export type AddedAttachment = z.infer<typeof AddedAttachment>;

/** Asks whether a person may attach such a file now, before any of it is taken. */
export const allowAttachment = defineOperation({
	name: "allow-attachment",
	title: "Ask whether a file may be attached",
	http: { method: "get", path: "/internal/attachment-allowed" },
	input: About,
	output: z.object({ allowed: z.literal(true) }),
	async run(context, input): Promise<{ allowed: true }> {
		await openForAttachment(context, input);
		return { allowed: true };
	},
});

/**
 * Attaches a file to a plan: whole or not at all, with its checksum, its size, and its kind by content. What changes the plan
 * is attached while it is drafted; the papers of the approval also while it is signed and brought before the Board.
 */
export const addAttachment = defineOperation({
	name: "add-attachment",
	title: "Attach a file to a plan",
	http: { method: "post", path: "/plans/{documentId}/attachments" },
	input: About.extend({
		fileName: z.string().min(1).max(1000),
		bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, "Send the file's bytes."),
		scan: TakenScan,
		scanNote: z.string().max(300).default(""),
	}),
	output: AddedAttachment,
	async run(context, input): Promise<AddedAttachment> {
		const { actor, clock, ids, stores } = context;
		const { document, role } = await openForAttachment(context, input);
		const detected = detectFileType(input.bytes);
		if (detected.result === "refused") throw new InvalidInput([{ field: "file", message: detected.message }]);
		const { mediaType } = detected;
		const sha256 = ids.hash(input.bytes);
		const { milestoneId } = input;
		const attachmentKind = milestoneId ? evidenceAttachmentKind : input.attachmentKind;
		const same = await stores.facts.list("attachment", { documentId: document.id, sha256, attachmentKind });
		const again = same[0];
		if (again && milestoneId) {
			// One file can show several key activities done.
			await writeEvidence(context, { document, role }, { ...input, milestoneId }, again);
			return { id: again.id, sha256, size: again.size, mediaType, scan: TakenScan.parse(again.scan) };
		}
		if (same.length > 0) {
			throw new InvalidInput([
				{ field: "file", message: `This very file is attached already, as "${same[0]?.fileName}".` },
			]);
		}
		const [id, fileId] = [ids.next(), ids.next()];
		await stores.attachmentFiles.add({
			id: fileId,
			jurisdictionId: document.jurisdictionId,
			documentId: document.id,
			sha256,
			mediaType,
			bytes: input.bytes,
			storedAt: clock(),
			storedBy: actor.personId,
		});
		await stores.facts.write({
			kind: "attachment",
			id,
			verb: "add",
			expectedVersion: 0,
			patch: {
				jurisdictionId: document.jurisdictionId,
				documentId: document.id,
				attachmentKind,
				focusAreaId: input.focusAreaId,
				title: input.title,
				fileName: nameForType(plainFileName(input.fileName, "file"), mediaType),
				mediaType,
				size: input.bytes.byteLength,
				sha256,
				fileId,
				scan: input.scan,
				scanNote: input.scanNote,
			},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		});
		if (milestoneId) {
			const made = await stores.facts.find("attachment", id);
			if (made) await writeEvidence(context, { document, role }, { ...input, milestoneId }, made);
		}
		return { id, sha256, size: input.bytes.byteLength, mediaType, scan: input.scan };
	},
});

/** Opens a plan for a file of this kind, and checks what the file is said to be. */
export async function openForAttachment(
	context: OperationContext,
	{
		documentId,
		attachmentKind,
		focusAreaId,
		...evidence
	}: Pick<z.infer<typeof About>, "documentId" | "attachmentKind" | "focusAreaId"> &
		Partial<Pick<z.infer<typeof About>, "milestoneId" | "shownOn">>,
): Promise<OpenPlan> {
	if (evidence.milestoneId) {
		return openForEvidence(context, {
			documentId,
			milestoneId: evidence.milestoneId,
			shownOn: evidence.shownOn ?? null,
		});
	}
	// First of all who may, so that nobody learns what there is.
	const opened = await openPlan(context, documentId, [...editableStates, ...approvalStates]);
	const kind = attachmentKindsOf(opened.edition).find(({ id }) => id === attachmentKind);
	if (!kind) {
		const known = attachmentKindsOf(opened.edition).map(({ id }) => id);
		throw new InvalidInput([
			{ field: "attachmentKind", message: `Choose what the file is. The edition knows: ${known.join(", ")}.` },
		]);
	}
	// The plan's text is frozen for those who sign, and what goes with it is part of what they read.
	if (!kind.withApproval) await openPlan(context, documentId);
	if (focusAreaId) {
		const component = await context.stores.facts.find("focus-area", focusAreaId);
		if (component?.documentId !== documentId || !kind.ofComponent) {
			throw new InvalidInput([{ field: "focusAreaId", message: "Choose one of the plan's components, or none." }]);
		}
	}
	return opened;
}
