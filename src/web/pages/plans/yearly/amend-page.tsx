import { formatDate, isPlainDate, plainDate } from "../../../../domain/calendar/plain-date.ts";
import { DateField } from "../../../forms/date-field.tsx";
import { SelectField } from "../../../forms/select-field.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { TextField } from "../../../forms/text-field.tsx";
import { formValues, type PlanContext } from "../plan-context.ts";
import { PlanLayout } from "../plan-layout.tsx";
import { planPath } from "../plan-paths.ts";

/** A part that can be amended: how it is called, and what each of its fields says now. */
export type AmendablePart = {
	readonly kind: "goal" | "strategy" | "milestone" | "target";
	readonly id: string;
	readonly version: number;
	readonly name: string;
	readonly fields: readonly { readonly field: string; readonly label: string; readonly now: string }[];
};

/** County and State have negotiated a part anew: what it says now, why, and who agreed. */
export function AmendPage({ plan, part }: { readonly plan: PlanContext; readonly part: AmendablePart }) {
	const values = formValues(plan.typed, "amend");
	const { id: documentId } = plan.graph.document;
	const [first] = part.fields;
	return (
		<PlanLayout plan={plan} title={`Amend ${part.name}`}>
			<dl>
				{part.fields.map(({ field, label, now }) => (
					<div key={field}>
						<dt className="text-bold">{label} now</dt>
						<dd className="margin-left-0 long-text">
							{isPlainDate(now) ? formatDate(plainDate(now)) : now || "Nothing"}
						</dd>
					</div>
				))}
			</dl>
			<p className="measure-5">
				The agreement holds in the plan in force from now on. What it said before stays here and in the history, and
				what was submitted stays as it was submitted.
			</p>
			<form method="post" action={planPath(documentId, `/amend/${part.kind}/${part.id}`)} data-guard="true">
				<input type="hidden" name="version" value={values.version("version", part.version)} />
				{part.fields.length > 1 ? (
					<SelectField
						name="field"
						label="What was negotiated anew"
						value={values.text("field", first?.field ?? "")}
						options={part.fields.map(({ field, label }) => ({ value: field, label }))}
						error={values.problem("field")}
					/>
				) : (
					<input type="hidden" name="field" value={first?.field ?? ""} />
				)}
				<TextArea
					name="after"
					label="What was agreed"
					hint="The new text; for a date, month, day and year."
					value={values.text("after", part.fields.length > 1 ? "" : (first?.now ?? ""))}
					error={values.problem("after")}
				/>
				<TextArea
					name="reason"
					label="Why"
					rows={3}
					value={values.text("reason", "")}
					error={values.problem("reason")}
				/>
				<TextArea
					name="circumstance"
					label="What has changed around it"
					hint="A law, money, staff, a court: what was not so when the plan was written."
					rows={3}
					optional
					value={values.text("circumstance", "")}
					error={values.problem("circumstance")}
				/>
				<TextField
					name="agreedBy"
					label="Who agreed"
					hint="Names, of both sides"
					value={values.text("agreedBy", "")}
					error={values.problem("agreedBy")}
				/>
				<DateField
					name="agreedOn"
					label="Agreed on"
					value={values.text("agreedOn", "")}
					error={values.problem("agreedOn")}
				/>
				<p className="button-row">
					<button type="submit" className="usa-button">
						Keep the amendment
					</button>
					<a className="usa-link" href={planPath(documentId, "/progress")}>
						Back to the progress
					</a>
				</p>
			</form>
		</PlanLayout>
	);
}
