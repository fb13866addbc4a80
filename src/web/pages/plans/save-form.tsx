import type { ReactNode } from "react";
import { ClashAlert } from "./clash.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";

/**
 * A form that saves one part of the plan. Works by its button alone; with script it also saves by itself and says when.
 * The hidden versions tell the server which state the text was made from.
 */
export function SaveForm(props: {
	readonly plan: PlanContext;
	/** Names the form on its page. */
	readonly formKey: string;
	readonly action: string;
	/** What is saved, for the button: "goal 1.0". */
	readonly thing: string;
	readonly versions: Readonly<Record<string, number>>;
	/** Send only the fields that were touched. For forms whose fields are kept one by one. */
	readonly fieldByField?: boolean | undefined;
	readonly children: ReactNode;
}) {
	const { plan, formKey } = props;
	const values = formValues(plan.typed, formKey);
	const clashes = plan.typed?.key === formKey ? (plan.typed.clashes ?? []) : [];
	return (
		<form
			method="post"
			action={props.action}
			id={`form-${formKey}`}
			className="save-form"
			data-autosave={props.fieldByField ? "touched" : "whole"}
			data-unsaved={values.isBack ? "true" : undefined}
		>
			{Object.entries(props.versions).map(([name, version]) => (
				<input key={name} type="hidden" name={name} value={values.version(name, version)} data-version="true" />
			))}
			{clashes.length > 0 ? (
				<div className="clash-alert">
					<ClashAlert clashes={clashes} back={plan.frame.path} />
				</div>
			) : null}
			{props.children}
			<div className="save-row">
				<button type="submit" className="usa-button usa-button--outline">
					Save <span className="usa-sr-only">{props.thing}</span>
				</button>
				<output className="save-status" data-save-status="true">
					{plan.saved === formKey ? "Saved." : ""}
				</output>
			</div>
		</form>
	);
}
