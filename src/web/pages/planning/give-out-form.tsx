import { CheckboxGroup } from "../../forms/choice-group.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import type { PlanningProps } from "./planning-props.ts";

/** Gives one paper to all members of some teams: mailed with a link for the receipt, or noted as given on paper. */
export function GiveOutForm({ planning, form }: { readonly planning: PlanningProps; readonly form: FormState }) {
	const { values, problems } = form;
	const error = (field: string) => findProblem(problems, field);
	const teams = planning.year.facts["planning-team"];
	if (teams.length === 0) {
		return (
			<p>
				Once there are teams, a paper can be given to all of their members at once:{" "}
				<a className="usa-link" href="/planning-year/teams">
					teams
				</a>
				.
			</p>
		);
	}
	return (
		<form
			method="post"
			action="/planning-year/give-out"
			className="usa-form usa-form--large margin-bottom-5"
			aria-labelledby="give-out"
		>
			<h2 id="give-out">Give a paper to teams</h2>
			<p>
				Members with an e-mail address get a link by which they read it and say that they have it. For the others it is
				noted that it went out on paper. Nobody gets the same paper twice.
			</p>
			<TextField
				name="paper"
				id="give-out-paper"
				label="What is given out"
				hint="For example: Yearly update of 2026"
				value={values.paper}
				error={error("paper")}
			/>
			<SelectField
				name="documentId"
				id="give-out-document"
				label="Plan or report"
				hint="Its last submission is behind the link"
				optional
				emptyLabel="- None -"
				options={planning.documents}
				value={values.documentId}
				error={error("documentId")}
			/>
			<CheckboxGroup
				name="teamIds"
				id="give-out-teams"
				label="Teams"
				choices={teams.map(({ id, name }) => ({ value: id, label: name }))}
				values={values.teamIds ? [values.teamIds] : []}
				error={error("teamIds")}
			/>
			<button type="submit" className="usa-button">
				Give it out
			</button>
		</form>
	);
}
