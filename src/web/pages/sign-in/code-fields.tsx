import { findProblem } from "../../forms/form-problem.ts";
import { TextField } from "../../forms/text-field.tsx";
import type { FormState } from "../parts/form-page-state.ts";

/** A code of the app or a backup code: one of the two. */
export function CodeFields({ form }: { readonly form: FormState }) {
	return (
		<>
			<TextField
				name="code"
				label="Code from the app"
				hint="Six digits"
				inputMode="numeric"
				autoComplete="one-time-code"
				width="sm"
				error={findProblem(form.problems, "code")}
			/>
			<details className="margin-top-3" open={form.values.backupCode !== undefined}>
				<summary className="usa-link">Use a backup code instead</summary>
				<TextField
					name="backupCode"
					label="Backup code"
					hint="One of the ten that you were given. Each works once"
					autoComplete="off"
					width="lg"
					error={findProblem(form.problems, "backupCode")}
				/>
			</details>
		</>
	);
}
