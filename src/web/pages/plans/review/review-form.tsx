import type { ReactNode } from "react";
import { fieldId } from "../../../forms/form-problem.ts";
import type { PlanContext } from "../plan-context.ts";
import { PlanLayout } from "../plan-layout.tsx";
import { planPath } from "../plan-paths.ts";

/** The id of a control in one of several forms of a page. */
export const reviewFieldId = (key: string, name: string) => fieldId(`${key}-${name}`);

/** One of the forms on a page of the review. It comes back to its page, told by `key`, when something is wrong. */
export function ReviewForm(props: {
	readonly plan: PlanContext;
	/** What is sent: the last part of the address. */
	readonly verb: string;
	readonly formKey: string;
	readonly button: string;
	readonly hidden?: Readonly<Record<string, string | number>>;
	readonly quiet?: boolean;
	readonly children?: ReactNode;
}) {
	return (
		<form method="post" action={planPath(props.plan.graph.document.id, `/review/${props.verb}`)} data-guard="true">
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

/** The frame of a page of the review: its errors lead to the form that came back. */
export function ReviewLayout(props: {
	readonly plan: PlanContext;
	readonly title: string;
	readonly children: ReactNode;
}) {
	const key = props.plan.typed?.key ?? "";
	return (
		<PlanLayout plan={props.plan} title={props.title} idOf={(field) => reviewFieldId(key, field)}>
			{props.children}
		</PlanLayout>
	);
}
