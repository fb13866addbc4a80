import { z } from "zod";
import { type Actor, type JurisdictionPath, may } from "../people/may.ts";
import { type Permission, permissionsOf, type Role, roleLabels } from "../people/roles.ts";

/** Where a document stands between the agency that writes it and the authority that accepts it. */
export const DocumentState = z.enum([
	"drafting",
	"ready",
	"board-approved",
	"submitted",
	"under-review",
	"recommendations-made",
	"returned",
	"in-negotiation",
	"assigned-by-state",
	"accepted",
]);
export type DocumentState = z.infer<typeof DocumentState>;

export const DocumentAction = z.enum([
	"mark-ready",
	"reopen",
	"approve-by-board",
	"submit",
	"recall",
	"open-review",
	"recommend",
	"return",
	"revise",
	"negotiate",
	"assign",
	"accept",
	"undo",
]);
export type DocumentAction = z.infer<typeof DocumentAction>;

/** What must hold for a step, beyond the person's right to take it. */
export const Condition = z.enum([
	"no-open-errors",
	"reason-given",
	"board-acted",
	"approvals-given",
	"recommendation-drafted",
	"recommendations-answered",
	"agreement-recorded",
	"content-assigned",
	"own-last-step",
	"letter-named",
]);
export type Condition = z.infer<typeof Condition>;

/** Who approves a document before it goes to the authority: the agency's directors alone, or they and a governing board. */
export const ApprovalPath = z.enum(["agency", "board"]);
export type ApprovalPath = z.infer<typeof ApprovalPath>;

/**
 * How the authority answers: `short` accepts or returns; `full` has a review with recommendations, negotiation and the
 * State's last word; `recorded` is for an authority that has nobody signed in: the agency's director records its answer with
 * the day and the letter. The edition's data decides.
 */
export const ReviewPath = z.enum(["short", "full", "recorded"]);
export type ReviewPath = z.infer<typeof ReviewPath>;

/** What a document's edition asks for on its way. */
export type WorkflowPaths = { readonly approval: ApprovalPath; readonly review: ReviewPath };

export type Transition = {
	readonly from: DocumentState;
	readonly action: DocumentAction;
	readonly to: DocumentState;
	readonly permission: Permission;
	readonly conditions: readonly Condition[];
	/** Only where the edition asks for this approval; absent = always. */
	readonly approval?: ApprovalPath;
	/** Only where the edition has one of these reviews; absent = always. */
	readonly review?: readonly ReviewPath[];
};

/** From where to where a step of the review may be taken back. */
const stepsTakenBack: readonly (readonly [DocumentState, DocumentState])[] = [
	["under-review", "submitted"],
	["recommendations-made", "under-review"],
	["returned", "submitted"],
	["returned", "under-review"],
	["returned", "recommendations-made"],
	["in-negotiation", "under-review"],
	["in-negotiation", "recommendations-made"],
	["assigned-by-state", "in-negotiation"],
	["accepted", "submitted"],
	["accepted", "under-review"],
	["accepted", "recommendations-made"],
	["accepted", "in-negotiation"],
	["accepted", "assigned-by-state"],
];

/**
 * The workflow of a document: the one table that pages, API and command line ask (design, invariant 4).
 * Source: process section III and review box of the 2004 guide (SIP-3, SIP-99, SIP-104, SIP-107, SIP-111). A Board may
 * approve before or after the plan's period begins: no row asks for a date. Where the
 * State accepts or returns without opening a review first, the step itself opens and closes its record.
 */
export const documentWorkflow: readonly Transition[] = [
	{ from: "drafting", action: "mark-ready", to: "ready", permission: "plan.ready", conditions: ["no-open-errors"] },
	{ from: "ready", action: "reopen", to: "drafting", permission: "plan.ready", conditions: [] },
	{
		from: "ready",
		action: "submit",
		to: "submitted",
		permission: "plan.submit",
		conditions: ["no-open-errors"],
		approval: "agency",
	},
	{
		from: "ready",
		action: "approve-by-board",
		to: "board-approved",
		permission: "plan.ready",
		conditions: ["board-acted"],
		approval: "board",
	},
	{
		from: "board-approved",
		action: "submit",
		to: "submitted",
		permission: "plan.submit",
		conditions: ["no-open-errors", "approvals-given"],
		approval: "board",
	},
	{ from: "board-approved", action: "reopen", to: "drafting", permission: "plan.ready", conditions: [] },
	{ from: "submitted", action: "recall", to: "drafting", permission: "plan.submit", conditions: ["reason-given"] },
	{
		from: "submitted",
		action: "return",
		to: "returned",
		permission: "plan.review",
		conditions: ["reason-given"],
		review: ["short", "full"],
	},
	{
		from: "submitted",
		action: "accept",
		to: "accepted",
		permission: "plan.review",
		conditions: [],
		review: ["short", "full"],
	},
	{ from: "returned", action: "revise", to: "drafting", permission: "plan.write", conditions: [] },
	...reviewRows(),
	...recordedRows(),
];

/**
 * The answer of an authority that has nobody signed in, recorded by the agency's director: the day, the letter, and for a
 * return its reasons. Nobody of the agency's own analysts may answer for the authority. What was recorded wrongly is taken back.
 */
function recordedRows(): readonly Transition[] {
	const common = { permission: "plan.submit", review: ["recorded"] } as const;
	return [
		{
			...{ from: "submitted", action: "return", to: "returned" },
			...common,
			conditions: ["reason-given", "letter-named"],
		},
		{ ...{ from: "submitted", action: "accept", to: "accepted" }, ...common, conditions: ["letter-named"] },
		...(["returned", "accepted"] as const).map(
			(from): Transition => ({
				...{ from, action: "undo", to: "submitted" },
				...common,
				conditions: ["reason-given", "own-last-step"],
			}),
		),
	];
}

/**
 * The State's review where the edition has one (SIP-104, SIP-107 to SIP-111): recommendations, negotiation, contents
 * assigned by the State, acceptance; and the last step taken back while the other side has not acted on it.
 */
function reviewRows(): readonly Transition[] {
	const state = "plan.review" as const;
	const rows: readonly Omit<Transition, "review">[] = [
		{ from: "submitted", action: "open-review", to: "under-review", permission: state, conditions: [] },
		{
			from: "under-review",
			action: "recommend",
			to: "recommendations-made",
			permission: state,
			conditions: ["recommendation-drafted"],
		},
		{ from: "under-review", action: "recall", to: "drafting", permission: "plan.submit", conditions: ["reason-given"] },
		{ from: "recommendations-made", action: "revise", to: "drafting", permission: "plan.write", conditions: [] },
		{
			from: "in-negotiation",
			action: "revise",
			to: "drafting",
			permission: "plan.write",
			conditions: ["agreement-recorded"],
		},
		{
			from: "in-negotiation",
			action: "assign",
			to: "assigned-by-state",
			permission: state,
			conditions: ["reason-given"],
		},
		...(["under-review", "recommendations-made"] as const).flatMap((from): Omit<Transition, "review">[] => [
			{ from, action: "return", to: "returned", permission: state, conditions: ["reason-given"] },
			{ from, action: "accept", to: "accepted", permission: state, conditions: ["recommendations-answered"] },
			{ from, action: "negotiate", to: "in-negotiation", permission: "plan.negotiate", conditions: ["reason-given"] },
		]),
		{ from: "in-negotiation", action: "accept", to: "accepted", permission: state, conditions: ["agreement-recorded"] },
		{
			from: "assigned-by-state",
			action: "accept",
			to: "accepted",
			permission: state,
			conditions: ["content-assigned"],
		},
		...stepsTakenBack.map(
			([from, to]): Omit<Transition, "review"> => ({
				from,
				action: "undo",
				to,
				permission: from === "in-negotiation" ? "plan.negotiate" : state,
				conditions: ["reason-given", "own-last-step"],
			}),
		),
	];
	return rows.map((row) => ({ ...row, review: ["full"] }));
}

/** The states in which the facts of a document may be changed. */
export const editableStates: readonly DocumentState[] = ["drafting"];

/** The states in which a document is signed and brought before the Board: its text is frozen, and it was not sent yet. */
export const approvalStates: readonly DocumentState[] = ["ready", "board-approved"];

export const stateLabels: Readonly<Record<DocumentState, string>> = {
	drafting: "Drafting",
	ready: "Ready for signature",
	"board-approved": "Approved by the Board",
	submitted: "Submitted",
	"under-review": "Under State review",
	"recommendations-made": "Recommendations made",
	returned: "Returned",
	"in-negotiation": "In negotiation",
	"assigned-by-state": "Assigned by the State",
	accepted: "Accepted",
};

export const actionLabels: Readonly<Record<DocumentAction, string>> = {
	"mark-ready": "Mark as ready",
	reopen: "Reopen for drafting",
	"approve-by-board": "Go on with the Board's approval",
	submit: "Submit to the State",
	recall: "Recall the submission",
	"open-review": "Open the review",
	recommend: "Send the recommendations",
	return: "Return with reasons",
	revise: "Revise the plan",
	negotiate: "Open a negotiation",
	assign: "Assign contents",
	accept: "Accept the plan",
	undo: "Take the last step back",
};

/** What a step is called where the authority's answer is recorded, and the agency sends to nobody who is signed in. */
const recordedLabels: Partial<Record<DocumentAction, string>> = {
	submit: "Submit to the authority",
	return: "Record the return",
	accept: "Record the approval",
};

/** The name of a step for a document of this review. */
export function labelOfAction(action: DocumentAction, review: ReviewPath): string {
	return (review === "recorded" ? recordedLabels[action] : undefined) ?? actionLabels[action];
}

/** What the steps of a review ask about, as the records stand. */
export type ReviewStanding = {
	readonly path: ReviewPath;
	/** Recommendations that were written and not sent to the agency. */
	readonly drafted: number;
	/** Recommendations of this submission that were sent and have no response. */
	readonly unanswered: number;
	/** The negotiation was settled with an agreement. */
	readonly agreed: boolean;
	/** Contents that the State has assigned since it took the last word. */
	readonly assigned: number;
	/** The last step: from which state it came, whether this side took it, and whether the other side has acted since. */
	readonly last: { readonly from: DocumentState; readonly own: boolean; readonly answered: boolean } | undefined;
};

/** Nothing was reviewed yet. */
export function noReview(path: ReviewPath): ReviewStanding {
	return { path, drafted: 0, unanswered: 0, agreed: false, assigned: 0, last: undefined };
}

/** The rows that hold for a document whose edition asks for this approval and this review. */
export function rowsUnder({ approval, review }: WorkflowPaths): readonly Transition[] {
	return documentWorkflow.filter(
		(row) =>
			(row.approval === undefined || row.approval === approval) &&
			(row.review === undefined || row.review.includes(review)),
	);
}

export type StepRequest = {
	readonly state: DocumentState;
	readonly action: DocumentAction;
	readonly actor: Actor;
	readonly path: JurisdictionPath;
	/** What the document's edition asks for. */
	readonly approval: ApprovalPath;
	/** Hard checks of the text that are open and not waived. */
	readonly openErrors: number;
	/** Hard checks of signatures, the Board's action and what goes with them that are open and not waived. */
	readonly openApprovals: number;
	/** The Board's action is recorded. */
	readonly boardActed: boolean;
	readonly review: ReviewStanding;
	readonly reason: string;
	/** The authority's letter is named, with its day. */
	readonly letterNamed?: boolean;
};

export type StepResult =
	| { readonly allowed: true; readonly to: DocumentState; readonly permission: Permission }
	| { readonly allowed: false; readonly refusal: string; readonly allowedActions: readonly DocumentAction[] };

/** Decides one step. A refusal names the state, the reason and what is allowed instead. */
export function decideStep(request: StepRequest): StepResult {
	const { review } = request;
	const paths = { approval: request.approval, review: review.path };
	const allowedActions = stepsOpenTo(request.actor, request.path, request.state, paths).filter(
		(action) => action !== "undo" || mayUndo(request.state, review),
	);
	const refuse = (why: string): StepResult => ({
		allowed: false,
		refusal: `${why} ${describeAllowed(allowedActions, review.path)}`,
		allowedActions,
	});
	const rows = rowsUnder(paths).filter((each) => each.from === request.state && each.action === request.action);
	// A step is taken back to where it came from.
	const row = rows.find((each) => each.action !== "undo" || each.to === review.last?.from) ?? rows[0];
	const label = labelOfAction(request.action, review.path);
	if (!row) return refuse(`"${label}" is not possible while the plan is ${stateLabels[request.state].toLowerCase()}.`);
	if (!may(request.actor, row.permission, request.path)) {
		return refuse(`"${label}" is for ${rolesWith(row.permission)} of this jurisdiction.`);
	}
	if (row.conditions.includes("reason-given") && request.reason.trim() === "") {
		return refuse(`"${label}" needs a reason: the other side reads it.`);
	}
	if (row.conditions.includes("no-open-errors") && request.openErrors > 0) {
		const what = request.openErrors === 1 ? "1 check still has" : `${request.openErrors} checks still have`;
		return refuse(`"${label}" must wait: ${what} something to fix. Open the list of checks and follow each link.`);
	}
	if (row.conditions.includes("board-acted") && !request.boardActed) {
		return refuse(`"${label}" must wait: the Board's action is not recorded. Record it on the page "Approval".`);
	}
	if (row.conditions.includes("approvals-given") && request.openApprovals > 0) {
		const what = request.openApprovals === 1 ? "1 thing is" : `${request.openApprovals} things are`;
		return refuse(
			`"${label}" must wait: ${what} still missing of signatures, Board action and attachments. Open the page "Approval".`,
		);
	}
	if (row.conditions.includes("letter-named") && request.letterNamed !== true) {
		return refuse(`"${label}" needs the day and the letter of the authority: without them nobody can look it up.`);
	}
	const why = row.conditions.map((condition) => refusalOf(condition, row, review)).find((each) => each !== undefined);
	if (why) return refuse(`"${label}" ${why}`);
	return { allowed: true, to: row.to, permission: row.permission };
}

/** Why a condition on the review does not hold; undefined when it does. */
function refusalOf(condition: Condition, row: Transition, review: ReviewStanding): string | undefined {
	switch (condition) {
		case "recommendation-drafted":
			return review.drafted > 0 ? undefined : "needs a recommendation: write one first (SIP-107).";
		case "recommendations-answered":
			if (review.unanswered === 0) return undefined;
			return `must wait: ${review.unanswered === 1 ? "1 recommendation has" : `${review.unanswered} recommendations have`} no response of the county yet (SIP-107).`;
		case "agreement-recorded":
			return review.agreed ? undefined : "must wait: the negotiation is not settled with an agreement (SIP-108).";
		case "content-assigned":
			return review.assigned > 0 ? undefined : "must wait: nothing is assigned yet. Assign a content first (SIP-110).";
		case "own-last-step":
			if (!review.last || review.last.from !== row.to)
				return "is not possible: there is no step of the review to take back.";
			if (!review.last.own) return "is for the side that took the last step.";
			return review.last.answered ? "is not possible any more: it was acted on since." : undefined;
		default:
			return undefined;
	}
}

/** Can the last step be taken back by this side now? */
export function mayUndo(state: DocumentState, { path, last }: ReviewStanding): boolean {
	return (
		last?.own === true &&
		!last.answered &&
		rowsUnder({ approval: "board", review: path }).some(
			(row) => row.from === state && row.action === "undo" && row.to === last.from,
		)
	);
}

/** The steps that this person may try from this state. Conditions such as open checks are not weighed here. */
export function stepsOpenTo(
	actor: Actor,
	path: JurisdictionPath,
	state: DocumentState,
	paths: WorkflowPaths,
): readonly DocumentAction[] {
	const actions = rowsUnder(paths)
		.filter((row) => row.from === state && may(actor, row.permission, path))
		.map((row) => row.action);
	return [...new Set(actions)];
}

/** Does this step need a reason from the person who takes it? */
export function needsReason(state: DocumentState, action: DocumentAction): boolean {
	return documentWorkflow.some(
		(row) => row.from === state && row.action === action && row.conditions.includes("reason-given"),
	);
}

function describeAllowed(actions: readonly DocumentAction[], review: ReviewPath): string {
	if (actions.length === 0) return "There is no step for you to take now.";
	return `What you can do now: ${actions.map((action) => labelOfAction(action, review).toLowerCase()).join(", ")}.`;
}

function rolesWith(permission: Permission): string {
	const roles = (Object.keys(permissionsOf) as Role[]).filter(
		(role) => role !== "installation" && permissionsOf[role].includes(permission),
	);
	return `the ${roles.map((role) => roleLabels[role].toLowerCase()).join(" or ")}`;
}
