import type { ComponentNode } from "../../../domain/plan/plan-graph.ts";
import { RadioGroup } from "../../forms/choice-group.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { BesideTheirs } from "./clash.tsx";
import { originWords, probationWords } from "./fact-words.ts";
import { formValues, type PlanContext } from "./plan-context.ts";
import { partAnchor, partPath } from "./plan-paths.ts";
import { subjectName } from "./plan-words.ts";
import { SaveForm } from "./save-form.tsx";
import { subjectOptions, subjectValue } from "./subject-options.ts";

/** What a component is about, why it is in the plan, and whether probation was considered (SIP-36, SIP-41, SIP-44). */
export function FocusAreaForm({ plan, component }: { readonly plan: PlanContext; readonly component: ComponentNode }) {
	const { focusArea } = component;
	const key = `focus-area-${focusArea.id}`;
	const values = formValues(plan.typed, key);
	const id = (field: string) => partAnchor("focus-area", focusArea.id, field);
	const options = subjectOptions(plan.edition);
	const current = subjectValue(focusArea);
	const known = options.some((group) => group.options.some(({ value }) => value === current));
	return (
		<SaveForm
			plan={plan}
			formKey={key}
			action={partPath(plan.graph.document.id, "focus-area", focusArea.id)}
			thing="the subject of this component"
			versions={{ version: focusArea.version }}
		>
			<BesideTheirs values={values} name="subject">
				<SelectField
					name="subject"
					id={id("subject")}
					label={plan.edition.words.subject}
					options={[
						...(known ? [] : [{ label: "Chosen now", options: [{ value: current, label: subjectName(component) }] }]),
						...options,
					]}
					value={values.text("subject", current)}
					error={values.problem("subject")}
				/>
			</BesideTheirs>
			<BesideTheirs values={values} name="label">
				<TextField
					name="label"
					id={id("label")}
					label="Name, as printed"
					width="2xl"
					value={values.text("label", focusArea.label)}
					error={values.problem("label")}
				/>
			</BesideTheirs>
			<BesideTheirs values={values} name="origin">
				<RadioGroup
					name="origin"
					id={id("origin")}
					label="Why it is in the plan"
					choices={(["self-assessment", "peer-review", "agency-option"] as const).map((value) => ({
						value,
						label: originWords[value],
					}))}
					value={values.text("origin", focusArea.origin)}
					error={values.problem("origin")}
				/>
			</BesideTheirs>
			<BesideTheirs values={values} name="probationConsidered">
				<RadioGroup
					name="probationConsidered"
					id={id("probationConsidered")}
					label="Was probation considered?"
					choices={(["yes", "not-applicable", "unanswered"] as const).map((value) => ({
						value,
						label: probationWords[value],
					}))}
					value={values.text("probationConsidered", focusArea.probationConsidered)}
					error={values.problem("probationConsidered")}
				/>
			</BesideTheirs>
			<BesideTheirs values={values} name="probationReason">
				<TextArea
					name="probationReason"
					id={id("probationReason")}
					label="How, or why it does not apply"
					rows={2}
					value={values.text("probationReason", focusArea.probationReason)}
					error={values.problem("probationReason")}
				/>
			</BesideTheirs>
		</SaveForm>
	);
}
