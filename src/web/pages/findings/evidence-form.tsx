import { RadioGroup } from "../../forms/choice-group.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import { evidenceKindWords } from "./evidence-list.tsx";

export type FigureChoice = { readonly id: string; readonly label: string };

const kinds = [
	{ value: "case-review", description: "What reviews of cases show, with how many were reviewed and when" },
	{ value: "voices", description: "What youth, parents, foster parents, Tribes, courts or others said, and where" },
	{ value: "document", description: "A report, a policy, minutes" },
	{ value: "other", description: undefined },
] as const;

/** Adds what a finding rests on: a figure that was loaded, or words with their source. */
export function EvidenceForm(props: {
	readonly findingId: string;
	readonly figures: readonly FigureChoice[];
	readonly form: FormState;
}) {
	const { figures, form } = props;
	const { values, problems } = form;
	const figureKind = {
		value: "observation",
		label: evidenceKindWords.observation,
		description: "One of the figures that were loaded; choose it below",
	};
	return (
		<details className="margin-y-2" open={problems.length > 0}>
			<summary className="usa-link">Add evidence</summary>
			<form method="post" action={`/findings/${props.findingId}/evidence`} className="usa-form usa-form--large">
				<RadioGroup
					id="evidence-evidenceKind"
					name="evidenceKind"
					label="What kind of evidence is it?"
					value={values.evidenceKind ?? "case-review"}
					choices={[
						...(figures.length > 0 ? [figureKind] : []),
						...kinds.map((kind) => ({ ...kind, label: evidenceKindWords[kind.value] })),
					]}
					error={findProblem(problems, "evidenceKind")}
				/>
				{figures.length > 0 ? (
					<SelectField
						id="evidence-observationId"
						name="observationId"
						label="Figure"
						hint="Only where the evidence is a figure"
						optional
						emptyLabel="- Choose a figure -"
						options={figures.map(({ id, label }) => ({ value: id, label }))}
						value={values.observationId}
						error={findProblem(problems, "observationId")}
					/>
				) : null}
				<TextArea
					id="evidence-text"
					name="text"
					label="What it shows"
					value={values.text}
					error={findProblem(problems, "text")}
				/>
				<TextField
					id="evidence-source"
					name="source"
					label="Where it comes from"
					hint="For example: review of 40 cases, March 2026"
					optional
					value={values.source}
					error={findProblem(problems, "source")}
				/>
				<button type="submit" className="usa-button">
					Add evidence
				</button>
			</form>
		</details>
	);
}
