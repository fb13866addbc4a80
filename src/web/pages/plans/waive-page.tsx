import type { CheckResult } from "../../../domain/document/checks/check-result.ts";
import { Alert } from "../../forms/alert.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";

/** A director or chief sets a check aside for one thing, with the reason. The check stays visible. */
export function WaivePage({ plan, checks }: { readonly plan: PlanContext; readonly checks: readonly CheckResult[] }) {
	const [check] = checks;
	const documentId = plan.graph.document.id;
	const rule = plan.edition.rules.find(({ id }) => id === check?.ruleId);
	const values = formValues(plan.typed, "waive");
	if (!check) {
		return (
			<PlanLayout plan={plan} title="Set a check aside">
				<Alert kind="info">
					This check has nothing to say any more. <a href={`${planPath(documentId)}#checks`}>Back to the checks</a>
				</Alert>
			</PlanLayout>
		);
	}
	return (
		<PlanLayout plan={plan} title="Set a check aside">
			<p className="text-bold margin-bottom-0">{check.place.label}</p>
			<ul className="usa-list margin-top-05">
				{checks.map((each) => (
					<li key={each.message}>{each.message}</li>
				))}
			</ul>
			{rule ? (
				<p>
					Rule {rule.id}: {rule.requirement} <span className="usa-hint">({rule.source})</span>
				</p>
			) : null}
			<h2>What will happen</h2>
			<ul className="usa-list">
				<li>
					{check.place.subject
						? `The check no longer holds the plan back for ${check.place.subject}. Other indicators and places stay as they are.`
						: "The check no longer holds the plan back here. Other places stay as they are."}
				</li>
				<li>It stays in the list of checks, with your name and your reason. The State sees both.</li>
				<li>You or another director can let it count again at any time while the plan is drafted.</li>
			</ul>
			<form method="post" action={planPath(documentId, "/waive")} data-guard="true">
				<input type="hidden" name="rule" value={check.ruleId} />
				<input type="hidden" name="about" value={check.place.id} />
				{check.place.subject ? <input type="hidden" name="subject" value={check.place.subject} /> : null}
				<TextArea
					name="reason"
					label="Reason"
					hint="Why the plan may go on without it."
					value={values.text("reason", "")}
					error={values.problem("reason")}
				/>
				<p className="button-row">
					<button type="submit" className="usa-button">
						Set the check aside
					</button>
					<a className="usa-link" href={`${planPath(documentId)}#checks`}>
						Leave it as it is
					</a>
				</p>
			</form>
		</PlanLayout>
	);
}
