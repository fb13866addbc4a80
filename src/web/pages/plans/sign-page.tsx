import type { EditionSignatory } from "../../../domain/document/edition.ts";
import { Alert } from "../../forms/alert.tsx";
import { Checkbox } from "../../forms/choice-group.tsx";
import { attachmentName } from "./attachment-words.ts";
import { checkCounts } from "./check-list.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { approvalPath, attachmentsPath, planPath } from "./plan-paths.ts";

/** The whole plan to read, and below it the place to sign. */
export function SignPage(props: {
	readonly plan: PlanContext;
	readonly signatory: EditionSignatory;
	/** The paper, made by the program's own renderer: every text in it is escaped there. */
	readonly html: string;
	readonly refusal?: string | undefined;
}) {
	const { plan, signatory } = props;
	const { document, attachments } = plan.graph;
	const values = formValues(plan.typed, "sign");
	const statement = plan.edition.approval?.statement ?? "I have read the whole plan as it is shown here.";
	return (
		<PlanLayout plan={plan} title="Read and sign" steps={[{ label: "Approval", href: approvalPath(document.id) }]}>
			{props.refusal ? (
				<Alert kind="error" title="Not signed">
					{props.refusal}
				</Alert>
			) : null}
			<p className="usa-intro">
				You sign as {signatory.label}. Read the whole plan; <a href="#sign">the place to sign</a> stands at its end.
			</p>
			<p>
				Checks: {checkCounts(plan.checks)} (
				<a className="usa-link" href={`${planPath(document.id)}#checks`}>
					see the list
				</a>
				).
			</p>
			<p className="margin-bottom-0">Attachments:</p>
			{attachments.length === 0 ? (
				<p className="margin-top-0">None.</p>
			) : (
				<ul className="usa-list margin-top-05">
					{attachments.map((each) => (
						<li key={each.id}>
							<a className="usa-link" href={attachmentsPath(document.id, `/${each.id}`)} download>
								{attachmentName(each)}
							</a>
						</li>
					))}
				</ul>
			)}
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the program's own renderer, which escapes every text */}
			<div className="paper" dangerouslySetInnerHTML={{ __html: props.html }} />
			<section aria-labelledby="sign">
				<h2 id="sign" tabIndex={-1}>
					Sign
				</h2>
				<form method="post" action={approvalPath(document.id, `/sign/${signatory.role}`)}>
					<input type="hidden" name="planSha256" value={plan.planSha256} />
					<Checkbox name="haveRead" label={statement} error={values.problem("haveRead")} />
					<p>
						Your name, today's date and the checksum of the plan are kept. If the plan is changed after that, your
						signature is void, and you are asked again. Checksum: <code className="checksum">{plan.planSha256}</code>
					</p>
					<p className="button-row">
						<button type="submit" className="usa-button">
							Sign the plan
						</button>
						<a className="usa-link" href={approvalPath(document.id)}>
							Not now
						</a>
					</p>
				</form>
			</section>
		</PlanLayout>
	);
}
