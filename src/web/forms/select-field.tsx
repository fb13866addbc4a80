import { describedBy, FieldFrame, type FieldProps } from "./field-frame.tsx";
import { fieldId } from "./form-problem.ts";

type SelectOption = { readonly value: string; readonly label: string };
export type SelectOptionGroup = { readonly label: string; readonly options: readonly SelectOption[] };

/**
 * One choice of a list. With `combo` it becomes a combo box with typing where script runs, and stays a plain list where
 * it does not. Options may stand in groups.
 */
export function SelectField(
	props: FieldProps & {
		readonly value?: string | undefined;
		readonly options: readonly (SelectOption | SelectOptionGroup)[];
		/** The first choice, with an empty value: "- Select -". Left out when undefined. */
		readonly emptyLabel?: string | undefined;
		readonly combo?: boolean | undefined;
	},
) {
	const id = props.id ?? fieldId(props.name);
	const select = (
		<select
			className={`usa-select${props.error ? " usa-input--error" : ""}`}
			id={id}
			name={props.name}
			defaultValue={props.value}
			{...describedBy(id, props)}
			{...props.data}
		>
			{props.emptyLabel === undefined ? null : <option value="">{props.emptyLabel}</option>}
			{props.options.map((each) =>
				"options" in each ? (
					<optgroup key={each.label} label={each.label}>
						{each.options.map(option)}
					</optgroup>
				) : (
					option(each)
				),
			)}
		</select>
	);
	return (
		<FieldFrame id={id} label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
			{props.combo ? (
				// The combo box shows what is chosen only where it is told by this attribute.
				<div className="usa-combo-box" data-default-value={props.value || undefined}>
					{select}
				</div>
			) : (
				select
			)}
		</FieldFrame>
	);
}

function option({ value, label }: SelectOption) {
	return (
		<option key={value} value={value}>
			{label}
		</option>
	);
}
