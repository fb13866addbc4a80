import { describedBy, FieldFrame, type FieldProps } from "./field-frame.tsx";
import { fieldId } from "./form-problem.ts";

/** A file to choose or, where script runs, to drop. `accept` is a list such as ".csv,.xlsx". */
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
				{...describedBy(id, props)}
				{...props.data}
			/>
		</FieldFrame>
	);
}
