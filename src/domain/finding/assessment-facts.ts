import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";
import { SubjectKind } from "../plan/plan-facts.ts";

/**
 * What a self-assessment says of one outcome indicator or systemic factor. The rating is not kept here: it is the finding's
 * judgement, so that the plan answers the same fact.
 */
export const SubjectAnalysis = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	subjectKind: SubjectKind,
	code: z.string().min(1).max(40),
	vintage: z.string().max(40),
	label: z.string().min(1).max(300),
	domain: z.enum(["safety", "permanency", "well-being", "systemic"]),
	analysis: z.string().max(20_000),
	/** The systemic factors that were looked into for this subject, by their id in the edition (SIP-71). */
	factors: z.array(z.string().min(1).max(80)).max(20),
	findingId: z.uuid().nullable(),
});
export type SubjectAnalysis = z.infer<typeof SubjectAnalysis>;

/** A review of practice by peers of other counties (SIP-29). What they found are findings with evidence. */
export const PeerReview = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	areas: z.string().trim().max(4000),
	startsOn: PlainDate.nullable(),
	endsOn: PlainDate.nullable(),
	peerCounties: z.string().trim().max(1000),
	findingIds: z.array(z.uuid()).max(50),
	howUsed: z.string().trim().max(4000),
});
export type PeerReview = z.infer<typeof PeerReview>;
