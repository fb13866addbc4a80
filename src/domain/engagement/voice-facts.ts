import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

// Who was asked, how, what they said and what became of it. Each belongs to one document.

const ofDocument = { jurisdictionId: z.uuid(), documentId: z.uuid() };
const text = (max: number) => z.string().trim().max(max);

/** What a local planning body did or will do (SIP-23). */
export const BodyRole = z.enum(["csa", "sip-development", "sip-implementation"]);
export type BodyRole = z.infer<typeof BodyRole>;

/** Whom a planning body brings in (SIP-24). */
export const BodyTag = z.enum(["agency", "consumer", "advocate"]);
export type BodyTag = z.infer<typeof BodyTag>;

/** A body of stakeholders that gives its view on the plan or helps to carry it out (SIP-22). */
export const PlanningBody = z.object({
	...ofDocument,
	name: text(200),
	description: text(4000),
	roles: z.array(BodyRole).max(3),
	tags: z.array(BodyTag).max(3),
});
export type PlanningBody = z.infer<typeof PlanningBody>;

/** One focus group, survey, row of interviews or the like, with what it brought to light (SIP-27, SIP-28). */
export const DataCollection = z.object({
	...ofDocument,
	technique: text(200),
	audience: text(300),
	responses: z.number().int().min(0).max(1_000_000).nullable(),
	result: text(8000),
	howUsed: text(4000),
	heldOn: PlainDate.nullable(),
});
export type DataCollection = z.infer<typeof DataCollection>;

/** A meeting of the team of a document: what was to be spoken of, what was said and what was decided. */
export const Meeting = z.object({
	...ofDocument,
	title: text(200),
	heldOn: PlainDate.nullable(),
	/** Local time of the place, `14:30`; empty for a whole day. */
	startsAt: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, "Write the time like 14:30, or leave it empty."),
	place: text(300),
	agenda: text(8000),
	minutes: text(20_000),
	decisions: text(8000),
});
export type Meeting = z.infer<typeof Meeting>;

export const Attendance = z.enum(["invited", "accepted", "declined", "present", "absent"]);
export type Attendance = z.infer<typeof Attendance>;

/** One person or group asked to a meeting, and whether they came. */
export const Invitation = z.object({
	...ofDocument,
	meetingId: z.uuid(),
	partyId: z.uuid(),
	email: z.string().trim().max(254),
	sentOn: PlainDate.nullable(),
	attendance: Attendance,
});
export type Invitation = z.infer<typeof Invitation>;

/** What somebody said on the plan, and what it changed, or the reason why nothing. */
export const PartnerInput = z.object({
	...ofDocument,
	partyId: z.uuid().nullable(),
	meetingId: z.uuid().nullable(),
	focusAreaId: z.uuid().nullable(),
	said: text(4000),
	saidOn: PlainDate.nullable(),
	effect: z.enum(["open", "changed", "not-changed"]),
	goalId: z.uuid().nullable(),
	strategyId: z.uuid().nullable(),
	/** What was done with it, in words that the person who said it understands; the reason where nothing was. */
	did: text(4000),
});
export type PartnerInput = z.infer<typeof PartnerInput>;
