import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

const text = z.string().trim().min(1, "Write something here: it cannot be empty.").max(10_000);
const owned = { jurisdictionId: z.uuid(), documentId: z.uuid() };

/** What people talk about while they write: the whole document, a section of the form, or a fact of the plan. */
export const BlockKind = z.enum([
	"document",
	"section",
	"focus-area",
	"goal",
	"objective",
	"strategy",
	"milestone",
	// The lists beside the text (entry-kinds.ts).
	"planning-body",
	"data-collection",
	"peer-review",
	"subject-analysis",
	"meeting",
	"partner-input",
	"assistance-request",
	"law-change",
	"cross-reference",
	"training-course",
]);
export type BlockKind = z.infer<typeof BlockKind>;

/**
 * A block of a document. `field` is a field of the edition's form where the block belongs to the document or to a component, a field
 * of the fact's schema elsewhere, and empty for the block as a whole.
 */
export const Block = z.object({
	aboutKind: BlockKind,
	/** The fact's id; of a section its id in the edition. */
	aboutId: z.string().min(1).max(80),
	field: z.string().max(80),
});
export type Block = z.infer<typeof Block>;

/** How far its owner says that a section is. */
export const SectionStanding = z.enum(["not-started", "in-work", "to-look-at", "done"]);
export type SectionStanding = z.infer<typeof SectionStanding>;

/** Who writes a section of a document, or one of its components, until when, and how far it is (INT-12). */
export const SectionAssignment = z.object({
	...owned,
	/** The section's id in the edition. */
	section: z.string().min(1).max(80),
	/** One component, where the section is that of the components. */
	focusAreaId: z.uuid().nullable(),
	ownerId: z.uuid().nullable(),
	/** The owner's name at that time; empty while there is none. */
	ownerName: z.string().max(200),
	dueOn: PlainDate.nullable(),
	standing: SectionStanding,
});
export type SectionAssignment = z.infer<typeof SectionAssignment>;

/** For whom somebody speaks on a draft: for those who write it, or for the State, with whom it is shared early. */
export const CommentSide = z.enum(["county", "state"]);
export type CommentSide = z.infer<typeof CommentSide>;

/**
 * What somebody says on a block while the document is written, or replies to it. It stays among those who read the draft in their own
 * right, but for what its writer shares with the State (SIP-98).
 */
export const DraftComment = z.object({
	...owned,
	...Block.shape,
	/** The comment that began the talk; null for that one itself. */
	replyTo: z.uuid().nullable(),
	text,
	mentionIds: z.array(z.uuid()).max(50),
	authorId: z.uuid(),
	authorName: z.string().max(200),
	/** ISO time. */
	writtenAt: z.iso.datetime(),
	/** The day on which it was said to be settled; null while it is open, and for replies. */
	settledOn: PlainDate.nullable(),
	settledByName: z.string().max(200),
	/** The State reads it too, where the draft is shared with it. */
	withState: z.boolean().default(false),
	side: CommentSide.default("county"),
});
export type DraftComment = z.infer<typeof DraftComment>;

/** Where a suggestion was made: on a page, or in a Word file that was brought back. */
export const SuggestionOrigin = z.enum(["page", "word"]);
export type SuggestionOrigin = z.infer<typeof SuggestionOrigin>;

export const SuggestionStanding = z.enum(["open", "taken", "left"]);
export type SuggestionStanding = z.infer<typeof SuggestionStanding>;

/** Another wording of one text of a document, made by somebody from one version of it. */
export const Suggestion = z.object({
	...owned,
	...Block.shape,
	/** The text that it was made from. */
	before: z.string().max(100_000),
	after: z.string().max(100_000),
	/** The version of the fact that it was made from; 0 where the text was empty. */
	fromVersion: z.int().min(0),
	note: z.string().trim().max(4000),
	origin: SuggestionOrigin,
	authorId: z.uuid(),
	authorName: z.string().max(200),
	/** ISO time. */
	madeAt: z.iso.datetime(),
	standing: SuggestionStanding,
	settledOn: PlainDate.nullable(),
	settledByName: z.string().max(200),
	/** Why it was left, where somebody said it. */
	settledReason: z.string().trim().max(4000),
});
export type Suggestion = z.infer<typeof Suggestion>;
