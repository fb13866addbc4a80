import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";
import { SubjectKind } from "../plan/plan-facts.ts";

/** A judgement on an outcome indicator or systemic factor: proposed by the figures or a person, confirmed by a person. */
export const Finding = z.object({
	jurisdictionId: z.uuid(),
	subjectKind: SubjectKind,
	code: z.string().min(1).max(40),
	vintage: z.string().max(40),
	label: z.string().min(1).max(300),
	domain: z.enum(["safety", "permanency", "well-being", "systemic"]),
	judgement: z.enum(["strength", "area-needing-improvement"]),
	state: z.enum(["proposed", "confirmed", "dismissed"]),
	summary: z.string().max(8000),
	periodEnd: PlainDate.nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** What a finding rests on: a figure, or words with their source. */
export const Evidence = z.object({
	jurisdictionId: z.uuid(),
	findingId: z.uuid(),
	evidenceKind: z.enum(["observation", "case-review", "voices", "document", "other"]),
	observationId: z.uuid().nullable(),
	text: z.string().max(8000),
	source: z.string().max(500),
});
export type Evidence = z.infer<typeof Evidence>;

/** How a document answers a finding: by a focus area, or put off with a reason. */
export const FindingAnswer = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	findingId: z.uuid(),
	focusAreaId: z.uuid().nullable(),
	disposition: z.enum(["answered", "deferred"]),
	reason: z.string().max(4000),
});
export type FindingAnswer = z.infer<typeof FindingAnswer>;
