import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { FileField } from "../../forms/file-field.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { PlaceToLoad } from "../parts/place-to-load.tsx";

/** Chooses a file of figures and the place that it is about. */
export function UploadForm(props: { readonly loadable: readonly Fact<"jurisdiction">[]; readonly form: FormState }) {
	const { form } = props;
	return (
		<section aria-labelledby="load">
			<h2 id="load">Load figures</h2>
			<p className="measure-5">
				A file is taken whole or not at all, and the same file twice changes nothing. Start from the{" "}
				<a className="usa-link" href="/figures/template.csv">
					template
				</a>{" "}
				or see{" "}
				<a className="usa-link" href="/help/figures-file">
					what a file of figures holds
				</a>{" "}
				and{" "}
				<a className="usa-link" href="/help/extract-problems#figures">
					what can be wrong with one
				</a>
				.
			</p>
			<form method="post" action="/figures" encType="multipart/form-data" className="usa-form usa-form--large">
				<PlaceToLoad
					loadable={props.loadable}
					form={form}
					label="Place"
					hint="Choose one, or let the file say it in a column named county"
					emptyLabel="All my counties: the file names them"
				/>
				<FileField
					name="file"
					label="File of figures"
					hint="CSV or Excel (.xlsx), at most 25 MB"
					accept=".csv,.txt,.tsv,.xlsx,.xlsm"
					error={findProblem(form.problems, "file")}
				/>
				<button type="submit" className="usa-button">
					Load figures
				</button>
			</form>
		</section>
	);
}
