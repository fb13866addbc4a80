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

/** The stages of the planning cycle in which people are heard. */
export const EngagementStage = z.enum(["assess", "plan", "implement", "monitor", "report"]);
export type EngagementStage = z.infer<typeof EngagementStage>;

/** What somebody has lived through, or that they speak for others: a provider, a court, an agency. */
export const LivedExperience = z.enum(["youth", "parent", "kin", "foster-or-adoptive-parent", "tribe", "none"]);
export type LivedExperience = z.infer<typeof LivedExperience>;

/** What a person agreed to. Without an answer nothing is shown but that somebody of the group was heard. */
export const Consent = z.enum(["not-asked", "group-only", "words", "name", "name-and-words"]);
export type Consent = z.infer<typeof Consent>;

/** Whether time and effort were paid for. How much is another fact (`Compensation`), which few may read. */
export const CompensationStanding = z.enum(["not-recorded", "not-offered", "offered", "declined", "paid"]);
export type CompensationStanding = z.infer<typeof CompensationStanding>;

/** How somebody was heard, and what they agreed to: fields of `PartnerInput`, without what stands there for older facts. */
export const engagementFields = {
	stage: EngagementStage.nullable(),
	experience: LivedExperience.nullable(),
	/** What it was about, in the agency's words and without a name: shown where the own words may not be. */
	summary: text(2000),
	consent: Consent,
	consentOn: PlainDate.nullable(),
	withdrawnOn: PlainDate.nullable(),
	compensation: CompensationStanding,
};

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
	stage: engagementFields.stage.default(null),
	experience: engagementFields.experience.default(null),
	summary: engagementFields.summary.default(""),
	consent: engagementFields.consent.default("not-asked"),
	consentOn: engagementFields.consentOn.default(null),
	withdrawnOn: engagementFields.withdrawnOn.default(null),
	compensation: engagementFields.compensation.default("not-recorded"),
});
export type PartnerInput = z.infer<typeof PartnerInput>;

/** In what somebody was paid for taking part. */
export const CompensationForm = z.enum(["stipend", "hourly-pay", "gift-card", "travel", "child-care", "meal", "other"]);
export type CompensationForm = z.infer<typeof CompensationForm>;

/** What was given to somebody for taking part: read by those who write the plan alone, and never printed. */
export const Compensation = z.object({
	...ofDocument,
	inputId: z.uuid().nullable(),
	form: CompensationForm,
	/** In whole cents; null where it has no amount. */
	amountCents: z.number().int().min(0).max(100_000_000).nullable(),
	paidOn: PlainDate.nullable(),
	note: text(1000),
});
export type Compensation = z.infer<typeof Compensation>;
