import { DateField } from "../../forms/date-field.tsx";
import { BesideTheirs } from "./clash.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { partAnchor, planPath } from "./plan-paths.ts";
import { SaveForm } from "./save-form.tsx";

/** First and last day of the plan: the dates of the planning cycle that it belongs to. */
export function PeriodForm({ plan }: { readonly plan: PlanContext }) {
	const { cycle, document } = plan.graph;
	const values = formValues(plan.typed, "period");
	const field = (name: "startsOn" | "endsOn", label: string) => (
		<BesideTheirs values={values} name={name}>
			<DateField
				name={name}
				id={partAnchor("cycle", cycle.id, name)}
				label={label}
				value={values.text(name, cycle[name])}
				error={values.problem(name)}
			/>
		</BesideTheirs>
	);
	return (
		<section aria-labelledby="period-heading" className="margin-top-5">
			<h2 id="period-heading">Period of the plan</h2>
			<SaveForm
				plan={plan}
				formKey="period"
				action={planPath(document.id, "/period")}
				thing="the period"
				versions={{ version: cycle.version }}
			>
				{field("startsOn", "First day")}
				{field("endsOn", "Last day")}
			</SaveForm>
		</section>
	);
}
