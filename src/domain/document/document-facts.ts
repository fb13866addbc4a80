import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";
import { DocumentState } from "../workflow/document-workflow.ts";

/** A paper that an agency owes an authority, under one edition of that authority's requirements. */
export const PlanDocument = z.object({
	jurisdictionId: z.uuid(),
	cycleId: z.uuid(),
	editionId: z.string().min(1).max(60),
	title: z.string().min(1).max(300),
	state: DocumentState,
	submittedOn: PlainDate.nullable(),
	acceptedOn: PlainDate.nullable(),
	/** For a yearly paper: the accepted plan that it reports on, and the year of that plan. Null for a plan. */
	updateOf: z.uuid().nullable().default(null),
	updateNumber: z.number().int().min(1).max(20).nullable().default(null),
});
export type PlanDocument = z.infer<typeof PlanDocument>;

/** What was written in one field of a document or of one of its focus areas. Fields come from the edition's data. */
export const Answer = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	/** The focus area that the field is about; null for fields of the document itself. */
	focusAreaId: z.uuid().nullable(),
	field: z.string().min(1).max(80),
	value: z.string().max(100_000),
	/** "None", said on purpose: not the same as an empty field. */
	none: z.boolean(),
	/** Taken over from the last submission, and nobody has touched it since. */
	carried: z.boolean().default(false),
	/** "No change since the last submission", said on purpose. */
	noChange: z.boolean().default(false),
	/** The answer of another document whose text stands here too: one source, the newest text in both until they are sent. */
	sameAs: z.uuid().nullable().default(null),
});
export type Answer = z.infer<typeof Answer>;

/** A hard check set aside by somebody who may, with the reason: the State has the last word, not the program. */
export const Waiver = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	ruleId: z.string().min(1).max(40),
	/** The thing the rule fired on; the document's own id for rules about the whole. */
	aboutId: z.uuid(),
	/** Of a rule that speaks of several subjects there: which one, as the outcome indicator `3E`. */
	subject: z.string().min(1).max(120).nullable().default(null),
	reason: z.string().trim().min(1).max(2000),
});
export type Waiver = z.infer<typeof Waiver>;

/** What an authority that has nobody signed in said of a submission, recorded by the agency's director from its letter. */
export const AuthorityAnswer = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	/** The number of the submission that it answers. */
	submission: z.number().int().min(1),
	answer: z.enum(["approved", "returned"]),
	answeredOn: PlainDate,
	/** Which letter: its number or subject, who signed it, where it is filed. */
	letter: z.string().trim().min(1).max(500),
});
export type AuthorityAnswer = z.infer<typeof AuthorityAnswer>;

/** That the text of a document was searched for names. The names themselves are not kept. */
export const NameScreening = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	screenedOn: PlainDate,
	/** The checksum of the text that was searched: another text has not been. */
	textSha256: z.string().regex(/^[0-9a-f]{64}$/),
	/** How many names were looked for. */
	names: z.number().int().min(1).max(10_000),
	/** In how many places one of them stood. */
	places: z.number().int().min(0),
	/** What was done about the places, or how the names were chosen. */
	note: z.string().trim().max(2000),
});
export type NameScreening = z.infer<typeof NameScreening>;
