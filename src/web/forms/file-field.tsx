import { describedBy, FieldFrame, type FieldProps } from "./field-frame.tsx";
import { fieldId } from "./form-problem.ts";

/**
 * A file to choose or, where script runs, to drop. `accept` is a list such as ".csv,.xlsx". The design system's script
 * writes an `aria-label` of its own ("Drag file here"), which would hide the label: `aria-labelledby` is stronger.
 */
export function FileField(props: FieldProps & { readonly accept?: string | undefined }) {
	const id = props.id ?? fieldId(props.name);
	return (
		<FieldFrame id={id} label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
			<input
				className="usa-file-input"
				id={id}
				name={props.name}
				type="file"
				accept={props.accept}
				aria-labelledby={`${id}-label`}
				{...describedBy(id, props)}
				{...props.data}
			/>
		</FieldFrame>
	);
}
