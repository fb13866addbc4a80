import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

// What a plan asks of others, and the other plans that it ties in with.

const ofDocument = { jurisdictionId: z.uuid(), documentId: z.uuid() };
const text = (max: number) => z.string().trim().max(max);

export const AssistanceSource = z.enum(["cdss", "rta", "nrc", "peer-county"]);
export type AssistanceSource = z.infer<typeof AssistanceSource>;

export const AssistanceStatus = z.enum(["planned", "requested", "agreed", "provided", "declined"]);
export type AssistanceStatus = z.infer<typeof AssistanceStatus>;

/** A need for technical assistance or training, and from whom it is asked for (SIP-76). */
export const AssistanceRequest = z.object({
	...ofDocument,
	focusAreaId: z.uuid().nullable(),
	need: text(4000),
	requestedFrom: AssistanceSource,
	/** The center, academy or county by name. */
	requestedOf: text(200),
	requestedOn: PlainDate.nullable(),
	status: AssistanceStatus,
	/** What the State answers. */
	stateNote: text(2000),
});
export type AssistanceRequest = z.infer<typeof AssistanceRequest>;

export const LawChangeStatus = z.enum(["proposed", "under-review", "taken-up", "not-taken-up"]);
export type LawChangeStatus = z.infer<typeof LawChangeStatus>;

/** A change of regulation or statute that would help to reach the goals; the State keeps the list of all (SIP-74). */
export const LawChange = z.object({
	...ofDocument,
	focusAreaId: z.uuid().nullable(),
	change: text(4000),
	/** The section of law or regulation. */
	citation: text(300),
	reason: text(4000),
	status: LawChangeStatus,
	stateNote: text(2000),
});
export type LawChange = z.infer<typeof LawChange>;

export const OtherPlanKind = z.enum([
	"self-assessment",
	"child-abuse-prevention",
	"capit-cbcap",
	"pssf",
	"mental-health",
	"independent-living",
	"education",
	"other",
]);
export type OtherPlanKind = z.infer<typeof OtherPlanKind>;

/**
 * A plan or paper that this one ties in with (SIP-31, SIP-32): kept here too (`linkedDocumentId`), or elsewhere, where the
 * locator says how to find it. A self-assessment on paper gives the day of its completion (SIP-2).
 */
export const CrossReference = z.object({
	...ofDocument,
	/** Hangs on the partners' roles of this component; with neither this nor a strategy, on the plan as a whole. */
	focusAreaId: z.uuid().nullable(),
	strategyId: z.uuid().nullable(),
	planKind: OtherPlanKind,
	label: text(300),
	locator: text(500),
	linkedDocumentId: z.uuid().nullable(),
	completedOn: PlainDate.nullable(),
});
export type CrossReference = z.infer<typeof CrossReference>;
