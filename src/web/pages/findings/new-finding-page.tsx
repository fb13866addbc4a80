import { RadioGroup } from "../../forms/choice-group.tsx";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { judgementWords } from "../parts/finding-state-tag.tsx";
import type { FormState } from "../parts/form-page-state.ts";

export type NewFindingPageProps = {
	readonly frame: PageFrame;
	readonly place: { readonly id: string; readonly name: string };
	/** The indicator that the finding is about, when the form was opened from its page. */
	readonly indicator: { readonly code: string; readonly vintage: string; readonly label: string } | undefined;
	readonly systemicFactors: readonly { readonly code: string; readonly label: string }[];
	readonly form: FormState;
};

/** Writes down a finding that no figure proposes. It is settled afterwards, on evidence. */
export function NewFindingPage({ frame, place, indicator, systemicFactors, form }: NewFindingPageProps) {
	const { values, problems } = form;
	return (
		<Page
			frame={frame}
			title={`Write down a finding, ${place.name}`}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Outcomes", href: "/outcomes" },
				{ label: place.name, href: `/outcomes/${place.id}` },
			]}
		>
			<ErrorSummary problems={problems} />
			<h1>Write down a finding</h1>
			<p className="measure-5">
				A finding says that something is a Strength or an Area Needing Improvement. Write it down here; then add the
				evidence that it rests on and confirm it.
			</p>
			<form method="post" action="/findings/new" className="usa-form usa-form--large">
				<input type="hidden" name="place" value={place.id} />
				{indicator ? (
					<>
						<input type="hidden" name="vintage" value={indicator.vintage} />
						<input type="hidden" name="code" value={indicator.code} />
						<p>
							About: <strong>{`${indicator.code} ${indicator.label}`}</strong>
						</p>
					</>
				) : (
					<>
						<SelectField
							name="factor"
							label="Systemic factor"
							emptyLabel="- None of these -"
							options={systemicFactors.map(({ code, label }) => ({ value: code, label }))}
							value={values.factor}
							error={findProblem(problems, "factor")}
						/>
						<TextField
							name="label"
							label="Or another thing that the finding is about"
							optional
							value={values.label}
							error={findProblem(problems, "label")}
						/>
					</>
				)}
				<RadioGroup
					name="judgement"
					label="Judgement"
					value={values.judgement}
					choices={(["area-needing-improvement", "strength"] as const).map((value) => ({
						value,
						label: judgementWords[value],
					}))}
					error={findProblem(problems, "judgement")}
				/>
				<TextArea
					name="summary"
					label="What was found"
					hint="In a sentence or two"
					value={values.summary}
					error={findProblem(problems, "summary")}
				/>
				<button type="submit" className="usa-button">
					Write it down
				</button>
			</form>
		</Page>
	);
}
