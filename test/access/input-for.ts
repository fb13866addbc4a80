import type { Permission } from "../../src/domain/people/roles.ts";
import type { AccessWorld, CountyFacts } from "./access-world.ts";

/** The rights that let a person write something of a county. */
const writingPermissions = [
	"plan.write",
	"plan.submit",
	"plan.waive",
	"finding.confirm",
	"people.manage",
	"figures.load",
	"extracts.load",
	"plan.review",
	"plan.negotiate",
	"calendar.manage",
] as const satisfies readonly Permission[];

/** What whoever may comment on a draft may send, too. */
const commentOperations: readonly string[] = [
	"mark-section",
	"add-draft-comment",
	"settle-draft-comment",
	"remove-draft-comment",
	"suggest-edit",
	"remove-suggestion",
];

/** Does a right of theirs let this person do this operation at the county? */
export function mayDoAt(
	may: (permission: Permission, countyId: string) => boolean,
	name: string,
	countyId: string,
): boolean {
	if (commentOperations.includes(name) && may("plan.comment", countyId)) return true;
	return writingPermissions.some((permission) => may(permission, countyId));
}

/** The input that points an operation, by its name, at a county's facts. */
export function inputFor(name: string, county: CountyFacts, world: AccessWorld): Record<string, unknown> {
	const { focusAreaId, goalId, objectiveId, strategyId, milestoneId, findingId, loadId, id } = county;
	const common = {
		jurisdictionId: id,
		documentId: county.documentId,
		focusAreaId,
		goalId,
		objectiveId,
		strategyId,
		findingId,
		loadId,
		version: 1,
		id: milestoneId,
		kind: "milestone",
		reason: "test",
		statement: "x",
		subject: county.documentId,
		vintage: "ccfsr-2004",
		code: "3F",
		editionId: "ca-ccfsr-2004",
		root: county.documentId,
		personId: world.visitors.find((each) => each.placeId === id)?.actor.personId,
		number: 1,
	};
	const special: Readonly<Record<string, Record<string, unknown>>> = {
		"save-answer": { field: "cover.responsibleAgency", value: "overwritten", focusAreaId: null },
		"keep-extract-load": {
			...{ loadId: "00000000-0000-4000-8000-0000000000e1", usable: true, extractKind: "ncands", period: "2023" },
			...{ fileName: "x", sha256: "0".repeat(64), bytes: 1, records: 1 },
			...{ rejectProblems: 0, mendProblems: 0, lookProblems: 0 },
		},
		"post-plan": { submission: 1 },
		"change-publication": { publicationId: county.documentId },
		"record-public-comment": {
			publicationId: county.documentId,
			channel: "paper",
			text: "x",
			receivedOn: "2026-06-30",
		},
		"settle-public-comment": { commentId: county.documentId },
		"save-calendar-setting": { weekendPolicy: "literal", stateFiscalYearStart: "07-01", version: 0 },
		"record-calendar-occasion": { eventKind: "pip-approved", on: "2026-06-30" },
		"add-planning-step": { ruleId: "apsr", label: "x", daysBefore: 30 },
		"remove-calendar-entry": { entryKind: "planning-step", entryId: county.documentId },
		"load-state-data-profile": { profile: "2025-08", fileName: "x.csv", bytes: new Uint8Array() },
		"list-federal-results": {},
		"revoke-extract-share": { shareId: county.documentId },
		"add-component": { subjectKind: "indicator", codes: ["1A"], label: "x", findingId: undefined },
		"add-goal": { goalKind: "process" },
		"add-team-member": { name: "x", affiliation: "y" },
		"add-plan-entry": { kind: "planning-body", name: "x" },
		"invite-to-meeting": { meetingId: county.entryId, partyId: county.documentId },
		"rate-subject": { analysisId: county.analysisId, judgement: "strength" },
		"answer-request": { kind: "law-change", requestId: county.documentId, status: "taken-up" },
		"change-part": { kind: "milestone", id: milestoneId, patch: { statement: "overwritten" } },
		"change-period": { startsOn: "2026-07-01", endsOn: "2029-06-30" },
		"move-part": { kind: "milestone", id: milestoneId, direction: "up" },
		"remove-part": { kind: "milestone", id: milestoneId },
		"answer-finding": { disposition: "deferred", focusAreaId: null },
		"waive-check": { ruleId: "SIP-13", aboutId: county.documentId },
		"remove-waiver": { waiverId: county.documentId },
		"sign-plan": { signatory: "child-welfare-director", planSha256: "0".repeat(64), haveRead: true },
		"record-paper-signature": {
			...{ signatory: "child-welfare-director", planSha256: "0".repeat(64), name: "x" },
			...{ signedOn: "2026-06-01", attachmentId: county.documentId },
		},
		"withdraw-signature": { signatureId: county.documentId },
		"record-board-action": {
			...{ actionKind: "resolution", number: "1", actedOn: "2026-06-01", coordinationVerified: true, version: 0 },
		},
		"add-attachment": { attachmentKind: "other", fileName: "x.pdf", focusAreaId: null, scan: "clean" },
		"remove-attachment": { attachmentId: county.documentId },
		"get-attachment": { attachmentId: county.documentId },
		"take-step": { action: "mark-ready" },
		"change-review": { reviewId: county.documentId, units: [], reviewerIds: [] },
		"answer-review-item": { reviewId: county.documentId, item: "SIP-75", verdict: "met", note: "x" },
		"add-review-remark": {
			...{ remarkKind: "comment", unit: "", aboutKind: "document", aboutId: county.documentId, text: "x" },
		},
		"remove-review-remark": { remarkId: county.documentId },
		"release-remarks": { remarkKind: "comment" },
		"respond-to-remark": { remarkId: county.documentId, choice: "answer", text: "x" },
		"change-negotiation": {
			...{ negotiationId: county.documentId, subject: "content", matter: "x", stateParticipants: [] },
			...{ countyParticipants: [], associationParticipants: [] },
		},
		"state-position": { negotiationId: county.documentId, text: "x" },
		"settle-negotiation": { negotiationId: county.documentId, outcome: "agreed", resolution: "x" },
		"assign-content": { aboutKind: "milestone", aboutId: milestoneId, field: "statement", value: "x" },
		"share-draft": { shared: true, note: "" },
		"log-state-contact": { on: "2026-01-02", channel: "telephone", note: "x" },
		"record-formal-action": { step: "notice", takenOn: "2026-01-02", deadline: "2026-03-02", note: "x" },
		"mark-focused-help": { given: true },
		"start-plan": { editionId: "ca-ccfsr-2004", startsOn: "2026-07-01", title: "x" },
		"add-finding": {
			subjectKind: "systemic-factor",
			code: "qa",
			label: "x",
			domain: "systemic",
			judgement: "strength",
			summary: "x",
			vintage: "",
		},
		"add-evidence": { evidenceKind: "voices", text: "x", source: "y" },
		"settle-finding": { state: "dismissed", judgement: "strength", summary: "x" },
		"get-indicator-table": { indicator: "P1", window: "23A23B", by: "county" },
		"compare-counties": { indicator: "P1", window: "23A23B" },
		"get-curves": { cohort: "entry", window: "23A23B" },
		"list-places-for": { permission: "figures.load" },
		"get-drafting": {},
		"list-present": {},
		"assign-section": { section: "cover", focusAreaId: null, ownerId: null, dueOn: null, version: 0 },
		"mark-section": { assignmentId: county.documentId, standing: "done" },
		"add-draft-comment": { about: { aboutKind: "section", aboutId: "cover" }, text: "x" },
		"settle-draft-comment": { commentId: county.documentId, settled: true },
		"remove-draft-comment": { commentId: county.documentId },
		"suggest-edit": {
			...{ about: { aboutKind: "milestone", aboutId: milestoneId, field: "statement" } },
			...{ after: "x", fromVersion: 1 },
		},
		"take-suggestion": { suggestionId: county.documentId, textVersion: 1 },
		"leave-suggestion": { suggestionId: county.documentId, reason: "" },
		"remove-suggestion": { suggestionId: county.documentId },
		"save-progress": { partId: goalId, standing: "continues" },
		"amend-part": {
			...{ partKind: "goal", partId: goalId, field: "statement", after: "y" },
			...{ agreedBy: "z", agreedOn: "2026-07-01" },
		},
		"end-calendar-feed": { feedId: county.documentId },
		"report-milestone": { milestoneId, status: "completed" },
		"compare-plan": { from: "2026-01-01T00:00:00Z" },
		"add-person": { name: "x", title: "", email: "new@example.org", roles: ["partner"] },
		"change-person": {
			personId: world.visitors.find((each) => each.placeId === id)?.actor.personId,
			patch: { title: "x" },
		},
		"grant-role": {
			personId: world.visitors.find((each) => each.placeId === id)?.actor.personId,
			role: "administrator",
		},
		"remove-role": { grantId: county.documentId },
	};
	return { ...common, ...special[name] };
}
