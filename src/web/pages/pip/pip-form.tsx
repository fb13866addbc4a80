import type { ReactNode } from "react";
import { fieldId } from "../../forms/form-problem.ts";
import { formValues, type PlanContext } from "../plans/plan-context.ts";
import { PlanLayout } from "../plans/plan-layout.tsx";
import { planPath } from "../plans/plan-paths.ts";

/** The id of a control in one of several forms of a page. */
export const pipFieldId = (key: string, name: string) => fieldId(`${key}-${name}`);

/** The controls of one of several forms of a page: what was typed, or else what is kept, and what is wrong with it. */
export function pipFields({ typed }: Pick<PlanContext, "typed">, key: string) {
	const values = formValues(typed, key);
	return {
		values,
		field: (name: string, kept = "") => ({
			...{ name, id: pipFieldId(key, name) },
			...{ value: values.text(name, kept), error: values.problem(name) },
		}),
	};
}

/** One of the forms on a page of a PIP. It comes back to its page, told by `formKey`, when something is wrong. */
export function PipForm(props: {
	readonly plan: PlanContext;
	/** What is sent: the last part of the address. */
	readonly verb: string;
	readonly formKey: string;
	readonly button: ReactNode;
	readonly hidden?: Readonly<Record<string, string | number>>;
	readonly withFile?: boolean;
	readonly children?: ReactNode;
}) {
	const { plan, formKey } = props;
	const versions = plan.typed?.key === formKey ? plan.typed.versions : undefined;
	return (
		<form
			method="post"
			action={planPath(plan.graph.document.id, `/pip/${props.verb}`)}
			encType={props.withFile ? "multipart/form-data" : undefined}
			data-guard="true"
		>
			<input type="hidden" name="form" value={formKey} />
			{Object.entries({ ...props.hidden, ...versions }).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{props.children}
			<p className="button-row">
				<button type="submit" className="usa-button usa-button--outline">
					{props.button}
				</button>
			</p>
		</form>
	);
}

/** The frame of a page of a PIP: its errors lead to the form that came back. */
export function PipLayout(props: { readonly plan: PlanContext; readonly title: string; readonly children: ReactNode }) {
	const key = props.plan.typed?.key ?? "";
	return (
		<PlanLayout plan={props.plan} title={props.title} idOf={(field) => pipFieldId(key, field)}>
			{props.children}
		</PlanLayout>
	);
}
