import { describedBy, FieldFrame, type FieldProps } from "./field-frame.tsx";
import { fieldId } from "./form-problem.ts";

/** A field of one line. Formats are checked by the server, which keeps what was typed; the type only picks the keyboard. */
export function TextField(
	props: FieldProps & {
		readonly value?: string | undefined;
		readonly type?: "text" | "email" | "tel" | "password" | "search" | undefined;
		readonly inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | undefined;
		readonly autoComplete?: string | undefined;
		readonly width?: "2xs" | "xs" | "sm" | "md" | "lg" | "xl" | "2xl" | undefined;
		readonly maxLength?: number | undefined;
		/** For a value that must not be changed here. */
		readonly readOnly?: boolean | undefined;
	},
) {
	const id = props.id ?? fieldId(props.name);
	const classes = ["usa-input", props.width ? `usa-input--${props.width}` : "", props.error ? "usa-input--error" : ""];
	return (
		<FieldFrame id={id} label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
			<input
				className={classes.filter(Boolean).join(" ")}
				id={id}
				name={props.name}
				type={props.type === "email" ? "text" : (props.type ?? "text")}
				inputMode={props.inputMode ?? (props.type === "email" ? "email" : undefined)}
				autoComplete={props.autoComplete}
				autoCapitalize={props.type === "email" ? "none" : undefined}
				maxLength={props.maxLength}
				readOnly={props.readOnly}
				defaultValue={props.value}
				{...describedBy(id, props)}
				{...props.data}
			/>
		</FieldFrame>
	);
}
