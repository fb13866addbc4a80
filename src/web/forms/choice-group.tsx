import type { ReactNode } from "react";
import { describedBy, type FieldProps, HintAndError } from "./field-frame.tsx";
import { fieldId } from "./form-problem.ts";

type Choice = { readonly value: string; readonly label: ReactNode; readonly description?: ReactNode };
type GroupProps = FieldProps & { readonly choices: readonly Choice[]; readonly tile?: boolean | undefined };

/** Several choices of a few: checkboxes under one legend. The first box carries the group's id, for links to it. */
export function CheckboxGroup(props: GroupProps & { readonly values?: readonly string[] | undefined }) {
	return <ChoiceGroup {...props} type="checkbox" chosen={props.values ?? []} />;
}

/** One choice of a few: radio buttons under one legend. */
export function RadioGroup(props: GroupProps & { readonly value?: string | undefined }) {
	return <ChoiceGroup {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />;
}

/** One box to tick. Sends `value` ("yes" unless told) when it is ticked, nothing when not. */
export function Checkbox(
	props: FieldProps & { readonly checked?: boolean | undefined; readonly value?: string | undefined },
) {
	const id = props.id ?? fieldId(props.name);
	return (
		<div className={`usa-form-group${props.error ? " usa-form-group--error" : ""}`}>
			<HintAndError id={id} hint={props.hint} error={props.error} />
			<div className="usa-checkbox">
				<input
					className="usa-checkbox__input"
					id={id}
					type="checkbox"
					name={props.name}
					value={props.value ?? "yes"}
					defaultChecked={props.checked}
					{...describedBy(id, props)}
					{...props.data}
				/>
				<label className="usa-checkbox__label" htmlFor={id}>
					{props.label}
				</label>
			</div>
		</div>
	);
}

function ChoiceGroup(props: GroupProps & { readonly type: "checkbox" | "radio"; readonly chosen: readonly string[] }) {
	const { type, error, hint } = props;
	const id = props.id ?? fieldId(props.name);
	const described = describedBy(id, { hint, error })["aria-describedby"];
	return (
		<fieldset
			className={`usa-fieldset usa-form-group${error ? " usa-form-group--error" : ""}`}
			aria-describedby={described}
		>
			<legend className={`usa-legend${error ? " usa-label--error" : ""}`}>
				{props.label}
				{props.optional ? <span className="usa-hint"> (optional)</span> : null}
			</legend>
			<HintAndError id={id} hint={hint} error={error} />
			{props.choices.map((choice, index) => {
				const choiceId = index === 0 ? id : `${id}-${index + 1}`;
				return (
					<div key={choice.value} className={`usa-${type}`}>
						<input
							className={`usa-${type}__input${props.tile ? ` usa-${type}__input--tile` : ""}`}
							id={choiceId}
							type={type}
							name={props.name}
							value={choice.value}
							defaultChecked={props.chosen.includes(choice.value)}
							aria-invalid={error && type === "checkbox" ? true : undefined}
							{...props.data}
						/>
						<label className={`usa-${type}__label`} htmlFor={choiceId}>
							{choice.label}
							{choice.description ? (
								<span className={`usa-${type}__label-description`}>{choice.description}</span>
							) : null}
						</label>
					</div>
				);
			})}
		</fieldset>
	);
}
