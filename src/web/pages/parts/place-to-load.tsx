import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import type { FormState } from "./form-page-state.ts";

/** The place that a file is about: named where there is but one, else chosen. */
export function PlaceToLoad(props: {
	readonly loadable: readonly Fact<"jurisdiction">[];
	readonly form: FormState;
	readonly label: string;
	readonly hint?: string;
	readonly emptyLabel: string;
}) {
	const { loadable, form, ...words } = props;
	const [only] = loadable;
	if (loadable.length === 1 && only)
		return (
			<p>
				<input type="hidden" name="jurisdictionId" value={only.id} />
				For <strong>{only.name}</strong>
			</p>
		);
	return (
		<SelectField
			{...words}
			name="jurisdictionId"
			value={form.values.jurisdictionId}
			options={loadable.map(({ id, name }) => ({ value: id, label: name }))}
			error={findProblem(form.problems, "jurisdictionId")}
		/>
	);
}
