import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { FileField } from "../../forms/file-field.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { PlaceToLoad } from "../parts/place-to-load.tsx";

/** Chooses a file and the place that it is about. The place stands first: it is looked at before the file is taken. */
export function ExtractUploadForm(props: {
	readonly loadable: readonly Fact<"jurisdiction">[];
	readonly form: FormState;
}) {
	const { form } = props;
	return (
		<section aria-labelledby="load">
			<h2 id="load">Load a file</h2>
			<p className="measure-5">
				Kind and period are read from the file. It is taken whole or not at all, and a second file of a period takes the
				place of the first.{" "}
				<a className="usa-link" href="/help/extract-problems">
					What can be wrong with a file
				</a>
			</p>
			<form method="post" action="/extracts" encType="multipart/form-data" className="usa-form usa-form--large">
				<PlaceToLoad
					loadable={props.loadable}
					form={form}
					label="State or county"
					hint="Whose file it is"
					emptyLabel="- Select -"
				/>
				<FileField
					name="file"
					label="AFCARS or NCANDS file"
					hint="As it was sent to the Children's Bureau, not packed; of any size"
					error={findProblem(form.problems, "file")}
				/>
				<button type="submit" className="usa-button">
					Load the file
				</button>
			</form>
		</section>
	);
}
