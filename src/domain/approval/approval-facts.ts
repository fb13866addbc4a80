import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

/** SHA-256 in hex. */
export const Checksum = z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256 checksum");

const slug = z
	.string()
	.regex(/^[a-z0-9][a-z0-9-]*$/)
	.max(60);

/**
 * What a scanner for harmful files said. `waiting`: one is set up and could not be reached; the file is not taken yet.
 * `not-scanned`: none is set up. `infected`: something was found while it waited, and the file was thrown away.
 */
export const ScanState = z.enum(["clean", "not-scanned", "waiting", "infected"]);
export type ScanState = z.infer<typeof ScanState>;

/** A file that goes with a document. Its bytes are kept beside it, under `fileId`, and never change. */
export const Attachment = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	/** An id of the edition's list of attachments, `signature-sheet` or `other`. */
	attachmentKind: slug,
	/** The component that it belongs to, for kinds that belong to one. */
	focusAreaId: z.uuid().nullable(),
	title: z.string().trim().max(300),
	fileName: z.string().min(1).max(255),
	mediaType: z.string().min(1).max(120),
	size: z.number().int().min(1),
	sha256: Checksum,
	fileId: z.uuid(),
	scan: ScanState,
	/** What the scanner said, in its own words; empty when it found nothing. */
	scanNote: z.string().max(300),
});
export type Attachment = z.infer<typeof Attachment>;

export const SignatoryRole = z.enum(["child-welfare-director", "chief-probation-officer"]);
export type SignatoryRole = z.infer<typeof SignatoryRole>;

/** A name put to a document as it stood: in the program with the person's own account, or on paper, recorded by somebody. */
export const Signature = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	signatory: SignatoryRole,
	manner: z.enum(["in-program", "on-paper"]),
	/** Who signed, where it is a person of this installation. */
	personId: z.uuid().nullable(),
	name: z.string().trim().min(1).max(200),
	signedOn: PlainDate,
	/** The checksum of what was signed (`signed-text.ts`). */
	planSha256: Checksum,
	/** The signed sheet, when it was signed on paper. */
	attachmentId: z.uuid().nullable(),
});
export type Signature = z.infer<typeof Signature>;

export const BoardActionKind = z.enum(["agenda-item", "resolution", "minute-order"]);
export type BoardActionKind = z.infer<typeof BoardActionKind>;

/** What the governing board decided about a document (SIP-99, SIP-100). */
export const BoardAction = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	actionKind: BoardActionKind,
	/** As the Board numbers it: "Resolution 060-2017", "Item 14". */
	number: z.string().trim().min(1).max(100),
	actedOn: PlainDate,
	/** The Board has verified local coordination and integration. */
	coordinationVerified: z.boolean(),
	/** The agenda item or action as a file. */
	attachmentId: z.uuid().nullable(),
	/** The checksum of what the Board approved. */
	planSha256: Checksum,
});
export type BoardAction = z.infer<typeof BoardAction>;

export const signatoryLabels: Readonly<Record<SignatoryRole, string>> = {
	"child-welfare-director": "Child welfare director",
	"chief-probation-officer": "Chief probation officer",
};

export const boardActionLabels: Readonly<Record<BoardActionKind, string>> = {
	"agenda-item": "Agenda item",
	resolution: "Resolution",
	"minute-order": "Minute order",
};

/** "Resolution 060-2017", "Minute order 14": the kind is not said twice. */
export function boardActionName({ actionKind, number }: Pick<BoardAction, "actionKind" | "number">): string {
	const kind = boardActionLabels[actionKind];
	return number.toLowerCase().startsWith(kind.toLowerCase()) ? number : `${kind} ${number}`;
}

/** Kinds of attachment that every edition takes, beside its own. */
export const commonAttachmentLabels = {
	"board-action": "Action of the Board: agenda item, resolution or minute order",
	"signature-sheet": "Signature sheet, signed on paper",
	"completion-evidence": "Evidence that a key activity was completed",
	other: "Something else",
} as const;
