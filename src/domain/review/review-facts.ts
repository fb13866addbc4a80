import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

const text = z.string().trim().min(1, "Write something here: it cannot be empty.").max(10_000);
const note = z.string().trim().max(10_000);
const about = { jurisdictionId: z.uuid(), documentId: z.uuid() };

/** A part of a plan that words are about: the whole, a section of the form, or a fact of the plan. */
export const RemarkAbout = z.enum(["document", "section", "focus-area", "goal", "strategy", "milestone"]);
export type RemarkAbout = z.infer<typeof RemarkAbout>;

/** The State's review of one submission: which units and who look at it, from when to when (SIP-104, SIP-105). */
export const StateReview = z.object({
	...about,
	/** The number of the submission that is looked at. */
	submission: z.int().min(0),
	openedOn: PlainDate,
	units: z.array(z.string().trim().min(1).max(120)).max(20),
	reviewerIds: z.array(z.uuid()).max(50),
	/** Their names at that time: the county may not look people of the State up. */
	reviewerNames: z.array(z.string()).max(50),
	closedOn: PlainDate.nullable(),
});
export type StateReview = z.infer<typeof StateReview>;

export const ReviewVerdict = z.enum(["met", "partly-met", "not-met", "not-applicable"]);
export type ReviewVerdict = z.infer<typeof ReviewVerdict>;

/** What the State says on one item of its checklist. Only the State's side reads it. */
export const ReviewItem = z.object({
	...about,
	reviewId: z.uuid(),
	/** The id of the item in the edition: a rule, or a question for people. */
	item: z.string().min(1).max(40),
	verdict: ReviewVerdict,
	note,
});
export type ReviewItem = z.infer<typeof ReviewItem>;

export const RemarkKind = z.enum(["comment", "question", "recommendation"]);
export type RemarkKind = z.infer<typeof RemarkKind>;

/** Words of the State on a part of a plan. Its own side alone reads them until they are released to the county. */
export const ReviewRemark = z.object({
	...about,
	/** Null for words on a draft that was shared early. */
	reviewId: z.uuid().nullable(),
	remarkKind: RemarkKind,
	/** Questions go out in rounds; 0 for what is no question. */
	round: z.int().min(0).max(99),
	/** The unit of the State that says it; empty when no unit is named. */
	unit: z.string().trim().max(120),
	aboutKind: RemarkAbout,
	aboutId: z.string().min(1).max(80),
	text,
	released: z.boolean(),
	releasedOn: PlainDate.nullable(),
});
export type ReviewRemark = z.infer<typeof ReviewRemark>;

export const ResponseChoice = z.enum(["answer", "accept", "amend", "decline", "negotiate"]);
export type ResponseChoice = z.infer<typeof ResponseChoice>;

/** What the county says to a question or a recommendation, and what it changed in the plan (SIP-107). */
export const ReviewResponse = z.object({
	...about,
	remarkId: z.uuid(),
	choice: ResponseChoice,
	text,
	changed: note,
	respondedOn: PlainDate,
});
export type ReviewResponse = z.infer<typeof ReviewResponse>;

export const NegotiationSubject = z.enum(["content", "degree-of-improvement"]);
export type NegotiationSubject = z.infer<typeof NegotiationSubject>;

const people = z.array(z.string().trim().min(1).max(200)).max(30);

/** What the county and the State do not agree on, who talks about it, and how it ended (SIP-108, SIP-109). */
export const Negotiation = z.object({
	...about,
	subject: NegotiationSubject,
	matter: text,
	openedOn: PlainDate,
	stateParticipants: people,
	countyParticipants: people,
	associationParticipants: people,
	outcome: z.enum(["open", "agreed", "not-agreed"]),
	resolution: note,
	resolvedOn: PlainDate.nullable(),
});
export type Negotiation = z.infer<typeof Negotiation>;

export const NegotiationSide = z.enum(["state", "county"]);
export type NegotiationSide = z.infer<typeof NegotiationSide>;

/** What one side holds in one round of a negotiation. */
export const NegotiationPosition = z.object({
	...about,
	negotiationId: z.uuid(),
	round: z.int().min(1).max(99),
	side: NegotiationSide,
	text,
	statedOn: PlainDate,
});
export type NegotiationPosition = z.infer<typeof NegotiationPosition>;

export const AssignableKind = z.enum(["answer", "goal", "objective", "strategy", "milestone", "target"]);
export type AssignableKind = z.infer<typeof AssignableKind>;

/** A content, or a degree of improvement, that the State has set, with what stood there before (SIP-110). */
export const StateAssignment = z.object({
	...about,
	aboutKind: AssignableKind,
	aboutId: z.uuid(),
	field: z.string().min(1).max(80),
	prior: z.string().max(100_000),
	assigned: z.string().min(1).max(100_000),
	reason: text,
	assignedOn: PlainDate,
});
export type StateAssignment = z.infer<typeof StateAssignment>;

/** A draft that the county lets the State read before it is submitted (SIP-98). */
export const DraftShare = z.object({ ...about, sharedOn: PlainDate, note, endedOn: PlainDate.nullable() });
export type DraftShare = z.infer<typeof DraftShare>;

export const ContactChannel = z.enum(["telephone", "e-mail", "meeting", "video", "letter", "visit"]);
export type ContactChannel = z.infer<typeof ContactChannel>;

/** A contact of the State and the county on a plan (SIP-98). */
export const StateContact = z.object({ ...about, on: PlainDate, channel: ContactChannel, note: text });
export type StateContact = z.infer<typeof StateContact>;

/** One step of a formal action of the State against a county (SIP-116). */
export const FormalAction = z.object({
	...about,
	/** The id of the step in the edition. */
	step: z.string().min(1).max(60),
	takenOn: PlainDate,
	/** The day that the step sets: to correct by, or of the hearing. */
	deadline: PlainDate.nullable(),
	note: text,
});
export type FormalAction = z.infer<typeof FormalAction>;

/** The State gives a county with consistently poor results focused help (SIP-115). Nothing in the county's work waits for it. */
export const FocusedHelp = z.object({ ...about, reason: text, since: PlainDate, endedOn: PlainDate.nullable() });
export type FocusedHelp = z.infer<typeof FocusedHelp>;
