import { pathsOf } from "../../../domain/document/edition.ts";
import { type DocumentAction, labelOfAction, stateLabels } from "../../../domain/workflow/document-workflow.ts";
import { Alert } from "../../forms/alert.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { checkCounts } from "./check-list.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";
import { reasonHintOf, whatHappensOn } from "./step-words.ts";

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
	const { review } = pathsOf(plan.edition);
	const label = labelOfAction(action, review);
	const letter = review === "recorded" && (action === "accept" || action === "return");
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
						{whatHappensOn(action, review).map((sentence) => (
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
						{letter ? (
							<>
								<DateField
									name="answeredOn"
									label="Day of the letter"
									value={values.text("answeredOn", "")}
									error={values.problem("answeredOn")}
								/>
								<TextField
									name="letter"
									label="Which letter"
									hint="Its number or subject, who signed it, and where it is filed"
									value={values.text("letter", "")}
									error={values.problem("letter")}
								/>
							</>
						) : null}
						<TextArea
							name="reason"
							label={needsReason ? "Reasons" : "Note"}
							hint={reasonHintOf(action, review)}
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
