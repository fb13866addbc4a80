import type { ReactNode } from "react";

export type FieldProps = {
	readonly name: string;
	readonly label: ReactNode;
	/** Default: made from the name by `fieldId`. Give one where a page has two controls of the same name. */
	readonly id?: string | undefined;
	readonly hint?: ReactNode;
	/** What is wrong, shown at the field. */
	readonly error?: string | undefined;
	/** Says "(optional)" after the label; forms mark what may be left out, not what is needed. */
	readonly optional?: boolean | undefined;
	/** Marks for the page's scripts. */
	readonly data?: Readonly<Record<`data-${string}`, string>> | undefined;
};

/** Attributes that tie a control to its hint and its error. */
type DescribedBy = { readonly "aria-describedby"?: string; readonly "aria-invalid"?: true };

/** The ids of the hint and the error as attributes of the control. */
export function describedBy(id: string, { hint, error }: Pick<FieldProps, "hint" | "error">): DescribedBy {
	const ids = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])];
	return {
		...(ids.length > 0 ? { "aria-describedby": ids.join(" ") } : {}),
		...(error ? { "aria-invalid": true } : {}),
	};
}

/** Label, hint and error around one control. */
export function FieldFrame(props: {
	readonly id: string;
	readonly label: ReactNode;
	readonly hint?: ReactNode;
	readonly error?: string | undefined;
	readonly optional?: boolean | undefined;
	readonly children: ReactNode;
}) {
	const { id, label, error } = props;
	return (
		<div className={`usa-form-group${error ? " usa-form-group--error" : ""}`}>
			<label id={`${id}-label`} className={`usa-label${error ? " usa-label--error" : ""}`} htmlFor={id}>
				{label}
				{props.optional ? <span className="usa-hint"> (optional)</span> : null}
			</label>
			<HintAndError id={id} hint={props.hint} error={error} />
			{props.children}
		</div>
	);
}

/** The hint and the error of a control or group, with the ids that `describedBy` names. */
export function HintAndError({ id, hint, error }: { id: string } & Pick<FieldProps, "hint" | "error">) {
	return (
		<>
			{hint ? (
				<div className="usa-hint" id={`${id}-hint`}>
					{hint}
				</div>
			) : null}
			{error ? (
				<div className="usa-error-message" id={`${id}-error`}>
					<span className="usa-sr-only">Error: </span>
					{error}
				</div>
			) : null}
		</>
	);
}
