import { boardActionLabels } from "../../../domain/approval/approval-facts.ts";
import { isTaken } from "../../../domain/approval/approval-state.ts";
import { Checkbox, RadioGroup } from "../../forms/choice-group.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { attachmentName } from "./attachment-words.ts";
import { formValues, type PlanContext } from "./plan-context.ts";
import { approvalPath, attachmentsPath } from "./plan-paths.ts";

const kinds = Object.entries(boardActionLabels).map(([value, label]) => ({ value, label }));

/** What the Board decided: recorded once it has acted, and corrected here. */
export function BoardActionForm({ plan }: { readonly plan: PlanContext }) {
	const { document, boardActions } = plan.graph;
	const [action] = boardActions;
	const values = formValues(plan.typed, "board-action");
	const papers = plan.graph.attachments.filter(isTaken);
	const attestation = plan.edition.approval?.board.attestation;
	const label = action ? "Correct the record" : "Record the Board's action";
	return (
		<details open={values.isBack || action === undefined}>
			<summary>{label}</summary>
			<form
				method="post"
				action={approvalPath(document.id, "/board")}
				className="usa-form usa-form--large"
				data-guard="true"
			>
				<input type="hidden" name="version" value={values.version("version", action?.version ?? 0)} />
				<RadioGroup
					name="actionKind"
					label="Kind of action"
					choices={kinds}
					value={values.text("actionKind", action?.actionKind ?? "")}
					error={values.problem("actionKind")}
				/>
				<TextField
					name="number"
					label="Number"
					hint="As the Board keeps it, for example Resolution 060-2017 or Item 14"
					value={values.text("number", action?.number ?? "")}
					maxLength={100}
					error={values.problem("number")}
				/>
				<DateField
					name="actedOn"
					label="Day on which the Board acted"
					hint="It may lie before or after the first day of the plan. For example 06/30/2026"
					value={values.text("actedOn", action?.actedOn ?? "")}
					error={values.problem("actedOn")}
				/>
				{attestation ? (
					<Checkbox
						name="coordinationVerified"
						label={attestation}
						checked={
							values.isBack ? values.text("coordinationVerified", "") === "yes" : action?.coordinationVerified === true
						}
						error={values.problem("coordinationVerified")}
					/>
				) : null}
				<SelectField
					name="attachmentId"
					label="Paper of the action"
					value={values.text("attachmentId", action?.attachmentId ?? "")}
					emptyLabel="- None yet -"
					options={papers.map((each) => ({ value: each.id, label: attachmentName(each) }))}
					error={values.problem("attachmentId")}
					optional
				/>
				<p>
					<a className="usa-link" href={attachmentsPath(document.id, "?kind=board-action#add-attachment")}>
						Attach the agenda item or the action first
					</a>
				</p>
				<button type="submit" className="usa-button">
					{label}
				</button>
			</form>
		</details>
	);
}
