import { isTaken } from "../../../domain/approval/approval-state.ts";
import type { EditionSignatory } from "../../../domain/document/edition.ts";
import { Alert } from "../../forms/alert.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { attachmentName } from "./attachment-words.ts";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { approvalPath, attachmentsPath } from "./plan-paths.ts";

/** Records a sheet that was signed on paper, on behalf of the person who signed it. */
export function PaperSignaturePage(props: {
	readonly plan: PlanContext;
	readonly signatory: EditionSignatory;
	readonly refusal?: string | undefined;
}) {
	const { plan, signatory } = props;
	const { document, attachments, answers } = plan.graph;
	const values = formValues(plan.typed, "paper-signature");
	const sheets = attachments.filter(isTaken);
	const named = signatory.field ? (answers.get(signatory.field)?.value ?? "") : "";
	return (
		<PlanLayout
			plan={plan}
			title="Record a signature on paper"
			steps={[{ label: "Approval", href: approvalPath(document.id) }]}
		>
			{props.refusal ? (
				<Alert kind="error" title="Not recorded">
					{props.refusal}
				</Alert>
			) : null}
			<p className="usa-intro">For: {signatory.label}.</p>
			<p>
				Record it only when what was signed is the plan as it stands here, with the checksum{" "}
				<code className="checksum">{plan.planSha256}</code>. Your name is kept beside it as the one who recorded it.
			</p>
			<p>
				<a className="usa-link" href={attachmentsPath(document.id, "?kind=signature-sheet#add-attachment")}>
					Attach the signed sheet first
				</a>
			</p>
			<form
				method="post"
				action={approvalPath(document.id, `/paper/${signatory.role}`)}
				className="usa-form usa-form--large"
				data-guard="true"
			>
				<input type="hidden" name="planSha256" value={plan.planSha256} />
				<TextField
					name="name"
					label="Name of the person who signed"
					value={values.text("name", named)}
					maxLength={200}
					error={values.problem("name")}
				/>
				<DateField
					name="signedOn"
					label="Day of the signature"
					value={values.text("signedOn", "")}
					error={values.problem("signedOn")}
				/>
				<SelectField
					name="attachmentId"
					label="Signed sheet"
					value={values.text("attachmentId", "")}
					emptyLabel="- Select -"
					options={sheets.map((each) => ({ value: each.id, label: attachmentName(each) }))}
					error={values.problem("attachmentId")}
				/>
				<p className="button-row">
					<button type="submit" className="usa-button">
						Record the signature
					</button>
					<a className="usa-link" href={approvalPath(document.id)}>
						Not now
					</a>
				</p>
			</form>
		</PlanLayout>
	);
}
