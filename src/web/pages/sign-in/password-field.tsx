import { describedBy, FieldFrame } from "../../forms/field-frame.tsx";
import { fieldId } from "../../forms/form-problem.ts";

/** A password with a button to show it, where script runs. What was typed is never sent back. */
export function PasswordField(props: {
	readonly name: string;
	readonly label: string;
	readonly autoComplete: "current-password" | "new-password";
	readonly hint?: string | undefined;
	readonly error?: string | undefined;
	readonly id?: string | undefined;
}) {
	const id = props.id ?? fieldId(props.name);
	return (
		<FieldFrame id={id} label={props.label} hint={props.hint} error={props.error}>
			<input
				className={`usa-input${props.error ? " usa-input--error" : ""}`}
				id={id}
				name={props.name}
				type="password"
				autoComplete={props.autoComplete}
				autoCapitalize="off"
				{...describedBy(id, props)}
			/>
			<button
				type="button"
				className="usa-show-password"
				aria-controls={id}
				data-show-text="Show password"
				data-hide-text="Hide password"
			>
				Show password
			</button>
		</FieldFrame>
	);
}
