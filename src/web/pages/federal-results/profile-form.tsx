import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { FileField } from "../../forms/file-field.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { TextField } from "../../forms/text-field.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import { PlaceToLoad } from "../parts/place-to-load.tsx";

/** Chooses the file of a state data profile and the State that it is of. */
export function ProfileForm(props: { readonly loadable: readonly Fact<"jurisdiction">[]; readonly form: FormState }) {
	const { form } = props;
	return (
		<section aria-labelledby="load">
			<h2 id="load">Load a state data profile</h2>
			<p className="measure-5">
				The profile is taken whole or not at all, and the same numbers twice change nothing. Rows of other States, of
				counties and of the entry rate are left out. Start from the{" "}
				<a className="usa-link" href="/federal-results/template.csv">
					template
				</a>
				: a row an indicator and period, with RSP and its interval in percent or rates, or DQ where nothing was
				calculated.{" "}
				<a className="usa-link" href="/help/extract-problems#profile">
					What can be wrong with a profile
				</a>
			</p>
			<form method="post" action="/federal-results" encType="multipart/form-data" className="usa-form usa-form--large">
				<PlaceToLoad loadable={props.loadable} form={form} label="State" emptyLabel="Choose a State" />
				<TextField
					name="profile"
					label="Release of the profile"
					hint="Year and month, such as 2025-08; needed where the file has no column for it"
					optional
					width="md"
					maxLength={40}
					value={form.values.profile}
					error={findProblem(form.problems, "profile")}
				/>
				<FileField
					name="file"
					label="File of the profile"
					hint="CSV or Excel (.xlsx), at most 25 MB"
					accept=".csv,.txt,.tsv,.xlsx,.xlsm"
					error={findProblem(form.problems, "file")}
				/>
				<button type="submit" className="usa-button">
					Load the profile
				</button>
			</form>
		</section>
	);
}
