import { describedBy, FieldFrame, type FieldProps } from "./field-frame.tsx";
import { fieldId } from "./form-problem.ts";

/** A field of several lines. */
export function TextArea(
	props: FieldProps & { readonly value?: string | undefined; readonly rows?: number | undefined },
) {
	const id = props.id ?? fieldId(props.name);
	return (
		<FieldFrame id={id} label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
			<textarea
				className={`usa-textarea${props.error ? " usa-input--error" : ""}`}
				id={id}
				name={props.name}
				rows={props.rows ?? 4}
				defaultValue={props.value}
				{...describedBy(id, props)}
				{...props.data}
			/>
		</FieldFrame>
	);
}
