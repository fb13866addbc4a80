import { isPlainDate } from "../../domain/calendar/plain-date.ts";
import { describedBy, FieldFrame, type FieldProps } from "./field-frame.tsx";
import { fieldId } from "./form-problem.ts";
import { readTypedDate } from "./read-typed-date.ts";

/**
 * A calendar date: a plain field where script does not run, a date picker where it does. Sends what was typed; the server
 * reads it with `readTypedDate`. `value` is a plain date, or any text that was typed and could not be read.
 */
export function DateField(props: FieldProps & { readonly value?: string | null | undefined }) {
	const id = props.id ?? fieldId(props.name);
	const value = props.value ?? "";
	const date = isPlainDate(value) ? value : readTypedDate(value);
	// The picker drops a text that it cannot read. Such a text stays in a plain field until it is mended.
	const picker = date !== undefined || value === "";
	return (
		<FieldFrame
			id={id}
			label={props.label}
			hint={props.hint ?? "Month/day/year, for example 06/30/2026"}
			error={props.error}
			optional={props.optional}
		>
			<div className={picker ? "usa-date-picker" : undefined} data-default-value={date}>
				<input
					className={`usa-input${props.error ? " usa-input--error" : ""}`}
					id={id}
					name={props.name}
					type="text"
					autoComplete="off"
					defaultValue={date ? `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}` : value}
					{...describedBy(id, { hint: true, error: props.error })}
					{...props.data}
				/>
			</div>
		</FieldFrame>
	);
}
