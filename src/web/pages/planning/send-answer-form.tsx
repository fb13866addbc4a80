import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DateField } from "../../forms/date-field.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { TextArea } from "../../forms/text-area.tsx";
import type { FormState } from "../parts/form-page-state.ts";

/** Notes that the answer to a panel's report went out, and to whom beside the panel. */
export function SendAnswerForm({
	report,
	form,
}: {
	readonly report: Fact<"panel-report">;
	readonly form: FormState | undefined;
}) {
	const error = (field: string) => findProblem(form?.problems, field);
	// The list of what is wrong leads to the fields by their names: one form at a time comes back.
	const idOf = (field: string) => (form ? field : `${field}-${report.id}`);
	return (
		<form
			method="post"
			action={`/planning-year/panel-reports/${report.id}/answer`}
			className="usa-form usa-form--large"
			aria-label={`Send the answer to ${report.title}`}
		>
			<input type="hidden" name="version" value={report.version} />
			<p>
				Every recommendation is answered. The answer goes to the panel, and to the child protection systems of the State
				and its places.
			</p>
			<TextArea
				name="recipients"
				id={idOf("recipients")}
				label="Who gets it beside the panel"
				hint="State and local child protection systems, one a line"
				value={form?.values.recipients ?? ""}
				error={error("recipients")}
			/>
			<DateField
				name="sentOn"
				id={idOf("sentOn")}
				label="Sent on"
				value={form?.values.sentOn ?? ""}
				error={error("sentOn")}
			/>
			<button type="submit" className="usa-button">
				The answer was sent
			</button>
		</form>
	);
}
