import type { ReactNode } from "react";
import { boardActionName } from "../../../domain/approval/approval-facts.ts";
import type { SignatureState } from "../../../domain/approval/approval-state.ts";
import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { CheckResult } from "../../../domain/document/checks/check-result.ts";
import { pathsOf } from "../../../domain/document/edition.ts";
import { approvalStates } from "../../../domain/workflow/document-workflow.ts";
import { fieldId } from "../../forms/form-problem.ts";
import { TextField } from "../../forms/text-field.tsx";
import { Moment } from "../parts/moment.tsx";
import { StatusTag, type Tone } from "../parts/status-tag.tsx";
import { addressOf } from "./address-of.ts";
import { attachmentName } from "./attachment-words.ts";
import { BoardActionForm } from "./board-action-form.tsx";
import { ChangeLines } from "./change-lines.tsx";
import type { DescribedAction } from "./describe-action.ts";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { approvalPath, attachmentsPath, planPath } from "./plan-paths.ts";
import { waitingWordsOf } from "./step-words.ts";

/** A signature, and what was changed in the plan after it. */
export type ShownSignature = SignatureState & {
	readonly changes: readonly DescribedAction[];
	readonly recordedBy: string;
};

/** Signatures, the Board's action, and what is still missing before the plan can be submitted. */
export function ApprovalPage(props: {
	readonly plan: PlanContext;
	readonly signatures: readonly ShownSignature[];
	readonly maySubmit: boolean;
}) {
	const { plan, signatures } = props;
	const { document, boardActions } = plan.graph;
	const { approval } = plan.edition;
	const board = approval?.board.name ?? "Board";
	const missing = plan.checks.filter(
		({ stage, severity, waived }) => stage === "approval" && severity === "error" && waived === undefined,
	);
	const open = approvalStates.includes(document.state);
	return (
		<PlanLayout plan={plan} title="Approval">
			<p className="usa-intro">{waitingWordsOf(document.state, pathsOf(plan.edition).review)}</p>
			{open ? <Missing plan={plan} missing={missing} maySubmit={props.maySubmit} /> : null}
			{signatures.length > 0 ? (
				<h2 id="signature" tabIndex={-1}>
					Signatures
				</h2>
			) : null}
			{signatures.map((each) => (
				<SignaturePart key={each.signatory.role} plan={plan} state={each} />
			))}
			<section aria-labelledby="board">
				<h2 id="board" tabIndex={-1}>
					{board}
				</h2>
				{boardActions.length === 0 ? <p>No action is recorded yet.</p> : <BoardActionText plan={plan} />}
				{plan.mayApprove ? <BoardActionForm plan={plan} /> : null}
			</section>
			<p className="margin-top-4">
				Checksum of the plan as it stands: <code className="checksum">{plan.planSha256}</code>
			</p>
		</PlanLayout>
	);
}

function Missing(props: {
	readonly plan: PlanContext;
	readonly missing: readonly CheckResult[];
	readonly maySubmit: boolean;
}) {
	const { plan, missing } = props;
	const { document } = plan.graph;
	if (missing.length === 0) {
		return (
			<p>
				Nothing is missing.{" "}
				{document.state === "board-approved" && props.maySubmit ? (
					<a className="usa-button" href={planPath(document.id, "/steps/submit")}>
						Submit to the State
					</a>
				) : null}
			</p>
		);
	}
	return (
		<section aria-labelledby="missing">
			<h2 id="missing">Still missing ({missing.length})</h2>
			<ul className="usa-list">
				{missing.map((check) => (
					<li key={`${check.ruleId} ${check.message}`}>
						<a className="usa-link" href={addressOf(check.place, plan)}>
							{check.place.label}
						</a>
						: {check.message} <span className="text-base-darker">Rule {check.ruleId}.</span>
					</li>
				))}
			</ul>
		</section>
	);
}

const standings: Readonly<Record<SignatureState["standing"], { readonly tone: Tone; readonly words: string }>> = {
	missing: { tone: "quiet", words: "Not signed" },
	signed: { tone: "good", words: "Signed" },
	void: { tone: "bad", words: "Void" },
};

function SignaturePart({ plan, state }: { readonly plan: PlanContext; readonly state: ShownSignature }) {
	const { signatory, signature, standing } = state;
	const { document } = plan.graph;
	const open = approvalStates.includes(document.state);
	const maySign = open && plan.maySignAs.includes(signatory.role);
	const to = (what: string) => approvalPath(document.id, `/${what}/${signatory.role}`);
	// After the plan was sent, what counts is that it was signed when it was sent.
	const shown = open || document.state === "drafting" || standing === "missing" ? standing : "signed";
	return (
		<section
			aria-labelledby={fieldId(`signature.${signatory.role}`)}
			className="border-top border-base-lighter padding-y-1"
		>
			<h3 id={fieldId(`signature.${signatory.role}`)} tabIndex={-1} className="margin-y-1">
				{signatory.label} <StatusTag tone={standings[shown].tone}>{standings[shown].words}</StatusTag>
			</h3>
			{signature ? (
				<p className="margin-y-05">
					{signature.name}, {formatDate(signature.signedOn)},{" "}
					{signature.manner === "in-program"
						? "signed here with their own account."
						: `signed on paper, recorded by ${state.recordedBy}.`}{" "}
					<SheetLink plan={plan} attachmentId={signature.attachmentId} />
				</p>
			) : null}
			{shown === "void" ? <WhyVoid state={state} /> : null}
			<p className="button-row">
				{maySign && standing !== "signed" ? (
					<a className="usa-button" href={to("sign")}>
						Read and sign<span className="usa-sr-only"> as {signatory.label}</span>
					</a>
				) : null}
				{plan.mayApprove && standing !== "signed" ? (
					<a className="usa-link" href={to("paper")}>
						Record a signature on paper<span className="usa-sr-only"> of the {signatory.label}</span>
					</a>
				) : null}
			</p>
			{signature && plan.mayApprove ? (
				<WithdrawForm plan={plan} signatureId={signature.id} name={signature.name} />
			) : null}
		</section>
	);
}

function SheetLink({ plan, attachmentId }: { readonly plan: PlanContext; readonly attachmentId: string | null }) {
	const sheet = plan.graph.attachments.find(({ id }) => id === attachmentId);
	if (!sheet) return null;
	return (
		<a className="usa-link" href={attachmentsPath(plan.graph.document.id, `/${sheet.id}`)} download>
			{attachmentName(sheet)}
		</a>
	);
}

function WhyVoid({ state }: { readonly state: ShownSignature }): ReactNode {
	return (
		<>
			<p className="margin-y-05">
				The plan is no longer what was signed, so the signature does not count.
				{state.changes.length > 0 ? " Changed after it:" : " It must be signed again."}
			</p>
			{state.changes.length > 0 ? (
				<ul className="usa-list">
					{state.changes.map((change) => (
						<li key={`${change.at} ${change.what}`}>
							{change.who} {change.what}, <Moment at={change.at} />
							<ChangeLines changes={change.changes} />
						</li>
					))}
				</ul>
			) : null}
		</>
	);
}

function WithdrawForm(props: { readonly plan: PlanContext; readonly signatureId: string; readonly name: string }) {
	const { plan, signatureId } = props;
	const key = `withdraw-${signatureId}`;
	const values = formValues(plan.typed, key);
	return (
		<details open={values.isBack}>
			<summary>
				Take this signature back<span className="usa-sr-only"> ({props.name})</span>
			</summary>
			<form method="post" action={approvalPath(plan.graph.document.id, `/withdraw/${signatureId}`)}>
				<TextField
					id={key}
					name="reason"
					label="Reason"
					value={values.text("reason", "")}
					error={values.problem("reason")}
					maxLength={2000}
				/>
				<button type="submit" className="usa-button usa-button--outline margin-top-1">
					Take it back<span className="usa-sr-only"> ({props.name})</span>
				</button>
			</form>
		</details>
	);
}

function BoardActionText({ plan }: { readonly plan: PlanContext }) {
	return plan.graph.boardActions.map((action) => (
		<dl key={action.id} className="plan-facts">
			<div>
				<dt>Action</dt>
				<dd>{boardActionName(action)}</dd>
			</div>
			<div>
				<dt>Acted on</dt>
				<dd>{formatDate(action.actedOn)}</dd>
			</div>
			<div>
				<dt>Local coordination</dt>
				<dd>{action.coordinationVerified ? "Verified by the Board" : "Not recorded as verified"}</dd>
			</div>
			<div>
				<dt>Paper</dt>
				<dd>{action.attachmentId ? <SheetLink plan={plan} attachmentId={action.attachmentId} /> : "None chosen"}</dd>
			</div>
		</dl>
	));
}
