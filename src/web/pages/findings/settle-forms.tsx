import { RadioGroup } from "../../forms/choice-group.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { TextArea } from "../../forms/text-area.tsx";
import type { FindingProps } from "../outcomes/outcome-props.ts";
import { judgementWords } from "../parts/finding-state-tag.tsx";
import type { FormState } from "../parts/form-page-state.ts";

type SettleProps = { readonly finding: FindingProps; readonly form: FormState };

/** Confirms a finding with the judgement and the words of the person. Needs evidence. */
export function ConfirmForm({ finding, form }: SettleProps) {
	const { values, problems } = form;
	if (finding.evidence.length === 0) {
		return <p>To confirm this finding, first add the evidence that it rests on.</p>;
	}
	return (
		<form method="post" action={`/findings/${finding.id}/settle`} className="usa-form maxw-none">
			<h3>Confirm</h3>
			<input type="hidden" name="state" value="confirmed" />
			<input type="hidden" name="version" value={values.version ?? finding.version} />
			<RadioGroup
				id="confirm-judgement"
				name="judgement"
				label="Judgement"
				value={values.judgement ?? finding.judgement}
				choices={(["area-needing-improvement", "strength"] as const).map((value) => ({
					value,
					label: judgementWords[value],
				}))}
				error={findProblem(problems, "judgement")}
			/>
			<TextArea
				id="confirm-summary"
				name="summary"
				label="What was found"
				hint="In a sentence or two"
				value={values.summary ?? finding.summary}
				error={findProblem(problems, "summary")}
			/>
			{finding.state === "proposed" ? null : (
				<TextArea
					id="confirm-reason"
					name="reason"
					label="Why it is settled anew"
					rows={2}
					optional
					value={values.reason}
					error={findProblem(problems, "reason")}
				/>
			)}
			<button type="submit" className="usa-button">
				Confirm the finding
			</button>
		</form>
	);
}

/** Dismisses a finding, with the reason for those who come after. */
export function DismissForm({ finding, form }: SettleProps) {
	const { values, problems } = form;
	return (
		<form method="post" action={`/findings/${finding.id}/settle`} className="usa-form maxw-none">
			<h3>Dismiss</h3>
			<input type="hidden" name="state" value="dismissed" />
			<input type="hidden" name="version" value={values.version ?? finding.version} />
			<input type="hidden" name="judgement" value={finding.judgement} />
			<input type="hidden" name="summary" value={finding.summary} />
			<TextArea
				id="dismiss-reason"
				name="reason"
				label="Why is it dismissed?"
				hint="Those who come after will ask"
				value={values.reason}
				error={findProblem(problems, "reason")}
			/>
			<button type="submit" className="usa-button usa-button--outline">
				Dismiss the finding
			</button>
		</form>
	);
}
