import { actionLabels, type DocumentAction, stateLabels } from "../../../domain/workflow/document-workflow.ts";
import { Alert } from "../../forms/alert.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { checkCounts } from "./check-list.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";
import { reasonHints, whatHappens } from "./step-words.ts";

/** Asks before a step of the workflow is taken: what will happen, and the reason. */
export function StepPage(props: {
	readonly plan: PlanContext;
	readonly action: DocumentAction;
	readonly needsReason: boolean;
	/** Checks hold this step back while something is to fix. */
	readonly heldByErrors: boolean;
	/** The step is open to this person now. */
	readonly open: boolean;
	/** Why the step was refused just now. */
	readonly refusal?: string | undefined;
}) {
	const { plan, action, needsReason, heldByErrors, open, refusal } = props;
	const { document } = plan.graph;
	const values = formValues(plan.typed, "step");
	const label = actionLabels[action];
	return (
		<PlanLayout plan={plan} title={label}>
			{refusal ? (
				<Alert kind="error" title="Not possible now">
					{refusal}
				</Alert>
			) : null}
			<p>
				The plan is now: <strong>{stateLabels[document.state]}</strong>. Checks: {checkCounts(plan.checks)}.
			</p>
			{open ? null : (
				<p>
					<a className="usa-link" href={planPath(document.id)}>
						Back to the plan
					</a>
				</p>
			)}
			{!open ? null : heldByErrors ? (
				<Alert kind="warning" title="Something is still to fix">
					<p className="margin-y-0">
						This step must wait until nothing is left to fix.{" "}
						<a className="usa-link" href={`${planPath(document.id)}#checks`}>
							Open the list of checks
						</a>{" "}
						and follow each link.
					</p>
				</Alert>
			) : (
				<>
					<h2>What will happen</h2>
					<ul className="usa-list">
						{whatHappens[action].map((sentence) => (
							<li key={sentence}>{sentence}</li>
						))}
					</ul>
					{action === "submit" || action === "accept" ? (
						<p>
							<a className="usa-link" href={planPath(document.id, "/preview")}>
								Read the whole plan first
							</a>
						</p>
					) : null}
					<form method="post" action={planPath(document.id, `/steps/${action}`)} data-guard="true">
						<input type="hidden" name="version" value={document.version} />
						<TextArea
							name="reason"
							label={needsReason ? "Reasons" : "Note"}
							hint={reasonHints[action]}
							optional={!needsReason}
							rows={needsReason ? 8 : 3}
							value={values.text("reason", "")}
							error={values.problem("reason")}
						/>
						<p className="button-row">
							<button type="submit" className="usa-button">
								{label}
							</button>
							<a className="usa-link" href={planPath(document.id)}>
								Not now
							</a>
						</p>
					</form>
				</>
			)}
		</PlanLayout>
	);
}
