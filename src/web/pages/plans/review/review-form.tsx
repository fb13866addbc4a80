import type { ReactNode } from "react";
import type { PlanContext } from "../plan-context.ts";
import { PlanForm, type PlanFormProps, planFormFieldId } from "../plan-form.tsx";
import { PlanLayout } from "../plan-layout.tsx";
import { planPath } from "../plan-paths.ts";

/** The id of a control in one of several forms of a page. */
export const reviewFieldId = planFormFieldId;

/** One of the forms on a page of the review. It comes back to its page, told by `formKey`, when something is wrong. */
export function ReviewForm(
	props: Omit<PlanFormProps, "action"> & {
		readonly plan: PlanContext;
		/** What is sent: the last part of the address. */
		readonly verb: string;
	},
) {
	const { plan, verb, ...form } = props;
	return <PlanForm {...form} action={planPath(plan.graph.document.id, `/review/${verb}`)} />;
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
