import { z } from "zod";
import { Attendance } from "../domain/engagement/voice-facts.ts";
import { SubjectAnalysis } from "../domain/finding/assessment-facts.ts";
import { attachSummaryOf } from "./attach-summary.ts";
import { entryFields } from "./entry-fields.ts";
import { checkConsent, checkEntryLinks, checkLeadingField } from "./entry-links.ts";
import { Refused } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

const none = z.null().default(null);
const id = z.uuid().nullable().default(null);
const text = (max: number) => z.string().trim().max(max).default("");
const target = { documentId: z.uuid() };

/**
 * Adds an entry to one of the lists of a plan: a planning body, a piece of qualitative evidence, a peer review, the analysis
 * of a subject, a meeting, an invitation, what a partner said, a request, or a tie to another plan.
 */
export const addPlanEntry = defineOperation({
	name: "add-plan-entry",
	title: "Add an entry to a list of a plan",
	http: { method: "post", path: "/plans/{documentId}/entries" },
	input: z.discriminatedUnion("kind", [
		z.object({
			...target,
			kind: z.literal("planning-body"),
			...entryFields["planning-body"].shape,
			description: text(4000),
			roles: entryFields["planning-body"].shape.roles.default([]),
			tags: entryFields["planning-body"].shape.tags.default([]),
		}),
		z.object({
			...target,
			kind: z.literal("data-collection"),
			...entryFields["data-collection"].shape,
			audience: text(300),
			responses: entryFields["data-collection"].shape.responses.default(null),
			result: text(8000),
			howUsed: text(4000),
			heldOn: entryFields["data-collection"].shape.heldOn.default(null),
		}),
		z.object({
			...target,
			kind: z.literal("peer-review"),
			...entryFields["peer-review"].shape,
			startsOn: entryFields["peer-review"].shape.startsOn.default(null),
			endsOn: entryFields["peer-review"].shape.endsOn.default(null),
			peerCounties: text(1000),
			findingIds: entryFields["peer-review"].shape.findingIds.default([]),
			howUsed: text(4000),
		}),
		z.object({
			...target,
			kind: z.literal("subject-analysis"),
			...SubjectAnalysis.pick({ subjectKind: true, code: true, vintage: true, label: true, domain: true }).shape,
			analysis: z.string().max(20_000).default(""),
			factors: SubjectAnalysis.shape.factors.default([]),
		}),
		z.object({
			...target,
			kind: z.literal("meeting"),
			...entryFields.meeting.shape,
			heldOn: entryFields.meeting.shape.heldOn.default(null),
			startsAt: entryFields.meeting.shape.startsAt.default(""),
			place: text(300),
			agenda: text(8000),
			minutes: text(20_000),
			decisions: text(8000),
		}),
		z.object({
			...target,
			kind: z.literal("invitation"),
			meetingId: z.uuid(),
			partyId: z.uuid(),
			email: text(254),
			sentOn: none,
			attendance: Attendance.default("invited"),
		}),
		z.object({
			...target,
			kind: z.literal("partner-input"),
			...entryFields["partner-input"].shape,
			...{ partyId: id, meetingId: id, focusAreaId: id, goalId: id, strategyId: id },
			saidOn: entryFields["partner-input"].shape.saidOn.default(null),
			effect: entryFields["partner-input"].shape.effect.default("open"),
			did: text(4000),
			stage: entryFields["partner-input"].shape.stage.default(null),
			experience: entryFields["partner-input"].shape.experience.default(null),
			summary: text(2000),
			consent: entryFields["partner-input"].shape.consent.default("not-asked"),
			consentOn: entryFields["partner-input"].shape.consentOn.default(null),
			withdrawnOn: entryFields["partner-input"].shape.withdrawnOn.default(null),
			compensation: entryFields["partner-input"].shape.compensation.default("not-recorded"),
		}),
		z.object({
			...target,
			kind: z.literal("compensation"),
			...entryFields.compensation.shape,
			amountCents: entryFields.compensation.shape.amountCents.default(null),
			paidOn: entryFields.compensation.shape.paidOn.default(null),
			note: text(1000),
		}),
		z.object({
			...target,
			kind: z.literal("assistance-request"),
			...entryFields["assistance-request"].shape,
			focusAreaId: id,
			requestedFrom: entryFields["assistance-request"].shape.requestedFrom.default("cdss"),
			requestedOf: text(200),
			requestedOn: entryFields["assistance-request"].shape.requestedOn.default(null),
			status: entryFields["assistance-request"].shape.status.default("planned"),
		}),
		z.object({
			...target,
			kind: z.literal("law-change"),
			...entryFields["law-change"].shape,
			focusAreaId: id,
			citation: text(300),
			reason: text(4000),
		}),
		z.object({
			...target,
			kind: z.literal("cross-reference"),
			...entryFields["cross-reference"].shape,
			...{ focusAreaId: id, strategyId: id, linkedDocumentId: id },
			planKind: entryFields["cross-reference"].shape.planKind.default("other"),
			locator: text(500),
			completedOn: entryFields["cross-reference"].shape.completedOn.default(null),
		}),
		z.object({
			...target,
			kind: z.literal("training-course"),
			...entryFields["training-course"].shape,
			...{ description: text(4000), audience: text(500), setting: text(300), provider: text(300) },
			...{ duration: text(200), purpose: text(1000), costAllocation: text(1000) },
			hours: entryFields["training-course"].shape.hours.default(null),
			matchRate: entryFields["training-course"].shape.matchRate.default("not-said"),
			estimatedDollars: entryFields["training-course"].shape.estimatedDollars.default(null),
		}),
	]),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const { stores, ids } = context;
		const { document, role } = await openPlan(context, input.documentId);
		const { kind, documentId, ...values } = input;
		checkLeadingField(kind, values);
		if (input.kind === "partner-input") checkConsent(input);
		await checkEntryLinks(stores, document, values);
		if (input.kind === "subject-analysis") {
			const { code, vintage } = input;
			const there = await stores.facts.list("subject-analysis", { documentId, code, vintage });
			if (there.length > 0) throw new Refused("This subject is in the self-assessment already. Open it there.");
		}
		const entryId = ids.next();
		await stores.facts.write({
			kind,
			id: entryId,
			verb: "add",
			expectedVersion: 0,
			patch: { ...values, ...setByOthers(kind), jurisdictionId: document.jurisdictionId, documentId: document.id },
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		});
		if (input.kind === "cross-reference" && input.planKind === "self-assessment" && input.linkedDocumentId !== null) {
			await attachSummaryOf(context, document, input.linkedDocumentId);
		}
		return { id: entryId };
	},
});

/** Fields that others fill in later. */
function setByOthers(kind: string): Readonly<Record<string, null | string>> {
	if (kind === "subject-analysis") return { findingId: null };
	if (kind === "law-change") return { status: "proposed", stateNote: "" };
	return kind === "assistance-request" ? { stateNote: "" } : {};
}
