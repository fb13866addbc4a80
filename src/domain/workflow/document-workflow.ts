import { z } from "zod";
import { type Actor, type JurisdictionPath, may } from "../people/may.ts";
import { type Permission, permissionsOf, type Role, roleLabels } from "../people/roles.ts";

/** Where a document stands between the agency that writes it and the authority that accepts it. */
export const DocumentState = z.enum(["drafting", "ready", "submitted", "returned", "accepted"]);
export type DocumentState = z.infer<typeof DocumentState>;

export const DocumentAction = z.enum(["mark-ready", "reopen", "submit", "recall", "return", "revise", "accept"]);
export type DocumentAction = z.infer<typeof DocumentAction>;

/** What must hold for a step, beyond the person's right to take it. */
export const Condition = z.enum(["no-open-errors", "reason-given"]);
export type Condition = z.infer<typeof Condition>;

export type Transition = {
	readonly from: DocumentState;
	readonly action: DocumentAction;
	readonly to: DocumentState;
	readonly permission: Permission;
	readonly conditions: readonly Condition[];
};

/**
 * The workflow of a document: the one table that pages, API and command line ask (design, invariant 4).
 * Source: process section III and review box of the 2004 guide (SIP-3, SIP-104, SIP-107, SIP-111).
 */
export const documentWorkflow: readonly Transition[] = [
	{ from: "drafting", action: "mark-ready", to: "ready", permission: "plan.ready", conditions: ["no-open-errors"] },
	{ from: "ready", action: "reopen", to: "drafting", permission: "plan.ready", conditions: [] },
	{ from: "ready", action: "submit", to: "submitted", permission: "plan.submit", conditions: ["no-open-errors"] },
	{ from: "submitted", action: "recall", to: "drafting", permission: "plan.submit", conditions: ["reason-given"] },
	{ from: "submitted", action: "return", to: "returned", permission: "plan.review", conditions: ["reason-given"] },
	{ from: "submitted", action: "accept", to: "accepted", permission: "plan.review", conditions: [] },
	{ from: "returned", action: "revise", to: "drafting", permission: "plan.write", conditions: [] },
];

/** The states in which the facts of a document may be changed. */
export const editableStates: readonly DocumentState[] = ["drafting"];

export const stateLabels: Readonly<Record<DocumentState, string>> = {
	drafting: "Drafting",
	ready: "Ready for signature",
	submitted: "Submitted",
	returned: "Returned",
	accepted: "Accepted",
};

export const actionLabels: Readonly<Record<DocumentAction, string>> = {
	"mark-ready": "Mark as ready",
	reopen: "Reopen for drafting",
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
	/** Hard checks that are open and not waived. */
	readonly openErrors: number;
	readonly reason: string;
};

export type StepResult =
	| { readonly allowed: true; readonly to: DocumentState; readonly permission: Permission }
	| { readonly allowed: false; readonly refusal: string; readonly allowedActions: readonly DocumentAction[] };

/** Decides one step. A refusal names the state, the reason and what is allowed instead. */
export function decideStep(request: StepRequest): StepResult {
	const allowedActions = stepsOpenTo(request.actor, request.path, request.state);
	const refuse = (why: string): StepResult => ({
		allowed: false,
		refusal: `${why} ${describeAllowed(allowedActions)}`,
		allowedActions,
	});
	const row = documentWorkflow.find((each) => each.from === request.state && each.action === request.action);
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
	return { allowed: true, to: row.to, permission: row.permission };
}

/** The steps that this person may try from this state. Conditions such as open checks are not weighed here. */
export function stepsOpenTo(actor: Actor, path: JurisdictionPath, state: DocumentState): readonly DocumentAction[] {
	return documentWorkflow
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
