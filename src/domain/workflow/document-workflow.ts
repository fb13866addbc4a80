import { z } from "zod";
import { type Actor, type JurisdictionPath, may } from "../people/may.ts";
import { type Permission, permissionsOf, type Role, roleLabels } from "../people/roles.ts";

/** Where a document stands between the agency that writes it and the authority that accepts it. */
export const DocumentState = z.enum(["drafting", "ready", "board-approved", "submitted", "returned", "accepted"]);
export type DocumentState = z.infer<typeof DocumentState>;

export const DocumentAction = z.enum([
	"mark-ready",
	"reopen",
	"approve-by-board",
	"submit",
	"recall",
	"return",
	"revise",
	"accept",
]);
export type DocumentAction = z.infer<typeof DocumentAction>;

/** What must hold for a step, beyond the person's right to take it. */
export const Condition = z.enum(["no-open-errors", "reason-given", "board-acted", "approvals-given"]);
export type Condition = z.infer<typeof Condition>;

/** Who approves a document before it goes to the authority: the agency's directors alone, or they and a governing board. */
export const ApprovalPath = z.enum(["agency", "board"]);
export type ApprovalPath = z.infer<typeof ApprovalPath>;

export type Transition = {
	readonly from: DocumentState;
	readonly action: DocumentAction;
	readonly to: DocumentState;
	readonly permission: Permission;
	readonly conditions: readonly Condition[];
	/** Only where the edition asks for this approval; absent = always. */
	readonly approval?: ApprovalPath;
};

/**
 * The workflow of a document: the one table that pages, API and command line ask (design, invariant 4).
 * Source: process section III and review box of the 2004 guide (SIP-3, SIP-99, SIP-104, SIP-107, SIP-111). A Board may
 * approve before or after the plan's period begins: no row asks for a date.
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
	{ from: "submitted", action: "return", to: "returned", permission: "plan.review", conditions: ["reason-given"] },
	{ from: "submitted", action: "accept", to: "accepted", permission: "plan.review", conditions: [] },
	{ from: "returned", action: "revise", to: "drafting", permission: "plan.write", conditions: [] },
];

/** The states in which the facts of a document may be changed. */
export const editableStates: readonly DocumentState[] = ["drafting"];

/** The states in which a document is signed and brought before the Board: its text is frozen, and it was not sent yet. */
export const approvalStates: readonly DocumentState[] = ["ready", "board-approved"];

export const stateLabels: Readonly<Record<DocumentState, string>> = {
	drafting: "Drafting",
	ready: "Ready for signature",
	"board-approved": "Approved by the Board",
	submitted: "Submitted",
	returned: "Returned",
	accepted: "Accepted",
};

export const actionLabels: Readonly<Record<DocumentAction, string>> = {
	"mark-ready": "Mark as ready",
	reopen: "Reopen for drafting",
	"approve-by-board": "Go on with the Board's approval",
	submit: "Submit to the State",
	recall: "Recall the submission",
	return: "Return with reasons",
	revise: "Revise the plan",
	accept: "Accept the plan",
};

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
	readonly reason: string;
};

export type StepResult =
	| { readonly allowed: true; readonly to: DocumentState; readonly permission: Permission }
	| { readonly allowed: false; readonly refusal: string; readonly allowedActions: readonly DocumentAction[] };

/** Decides one step. A refusal names the state, the reason and what is allowed instead. */
export function decideStep(request: StepRequest): StepResult {
	const allowedActions = stepsOpenTo(request.actor, request.path, request.state, request.approval);
	const refuse = (why: string): StepResult => ({
		allowed: false,
		refusal: `${why} ${describeAllowed(allowedActions)}`,
		allowedActions,
	});
	const row = rowsFor(request.approval).find((each) => each.from === request.state && each.action === request.action);
	const label = actionLabels[request.action];
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
	return { allowed: true, to: row.to, permission: row.permission };
}

/** The rows that hold for a document whose edition asks for this approval. */
export function rowsFor(approval: ApprovalPath): readonly Transition[] {
	return documentWorkflow.filter((row) => row.approval === undefined || row.approval === approval);
}

/** The steps that this person may try from this state. Conditions such as open checks are not weighed here. */
export function stepsOpenTo(
	actor: Actor,
	path: JurisdictionPath,
	state: DocumentState,
	approval: ApprovalPath,
): readonly DocumentAction[] {
	return rowsFor(approval)
		.filter((row) => row.from === state && may(actor, row.permission, path))
		.map((row) => row.action);
}

/** Does this step need a reason from the person who takes it? */
export function needsReason(state: DocumentState, action: DocumentAction): boolean {
	return documentWorkflow.some(
		(row) => row.from === state && row.action === action && row.conditions.includes("reason-given"),
	);
}

function describeAllowed(actions: readonly DocumentAction[]): string {
	if (actions.length === 0) return "There is no step for you to take now.";
	return `What you can do now: ${actions.map((action) => actionLabels[action].toLowerCase()).join(", ")}.`;
}

function rolesWith(permission: Permission): string {
	const roles = (Object.keys(permissionsOf) as Role[]).filter(
		(role) => role !== "installation" && permissionsOf[role].includes(permission),
	);
	return `the ${roles.map((role) => roleLabels[role].toLowerCase()).join(" or ")}`;
}
