import type { ReactNode } from "react";
import { fieldId } from "../../forms/form-problem.ts";

/** The id of a control in one of several forms of a page. */
export const planFormFieldId = (key: string, name: string) => fieldId(`${key}-${name}`);

export type PlanFormProps = {
	readonly action: string;
	readonly formKey: string;
	readonly button: ReactNode;
	readonly hidden?: Readonly<Record<string, string | number>>;
	readonly quiet?: boolean;
	readonly children?: ReactNode;
};

/** One of several forms on a page of a plan, sent by its button. It comes back to its page, told by `formKey`, when something is wrong. */
export function PlanForm(props: PlanFormProps) {
	return (
		<form method="post" action={props.action} data-guard="true">
			<input type="hidden" name="form" value={props.formKey} />
			{Object.entries(props.hidden ?? {}).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{props.children}
			<p className="button-row">
				<button type="submit" className={`usa-button${props.quiet ? " usa-button--outline" : ""}`}>
					{props.button}
				</button>
			</p>
		</form>
	);
}
