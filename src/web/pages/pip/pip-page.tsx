import { PipType, pipTypeLabels } from "../../../domain/pip/pip-rules.ts";
import type { Withholding } from "../../../domain/pip/withholding.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { planPath } from "../plans/plan-paths.ts";
import { AreasSection } from "./areas-section.tsx";
import { ClockSection } from "./clock-section.tsx";
import { CompletionSection } from "./completion-section.tsx";
import { PipForm, PipLayout, pipFields } from "./pip-form.tsx";
import type { PipProps } from "./pip-props.ts";
import { RenegotiationSection } from "./renegotiation-section.tsx";
import { WithholdingSection } from "./withholding-section.tsx";
import { WorkPlanSection } from "./work-plan-section.tsx";

export const pipPageTitle = "Notice, clock and work plan";

/** Where a PIP starts: the notice and its clock, the areas and the goals that answer them, the work plan on three tracks. */
export function PipPage(props: PipProps & { readonly today: string; readonly withholding: Withholding | null }) {
	const { plan, rules } = props;
	const { id } = plan.graph.document;
	return (
		<PipLayout plan={plan} title={pipPageTitle}>
			<p>
				{pipTypeLabels[rules.type]}. See also the{" "}
				<a className="usa-link" href={planPath(id, "/measurement")}>
					measurement plan
				</a>{" "}
				and the{" "}
				<a className="usa-link" href={planPath(id, "/reports")}>
					progress reports
				</a>
				.
			</p>
			<ClockSection {...props} />
			<AreasSection {...props} />
			<RenegotiationSection {...props} />
			<WorkPlanSection {...props} />
			<CompletionSection {...props} />
			<WithholdingSection pip={props} found={props.withholding} />
			{props.mayWrite ? <TypeForm {...props} /> : null}
		</PipLayout>
	);
}

function TypeForm({ plan, rules }: PipProps) {
	const { values, field } = pipFields(plan, "type");
	const others = PipType.options.filter((type) => type !== rules.type);
	return (
		<section aria-labelledby="type">
			<h2 id="type">Kind of plan</h2>
			<details open={values.isBack}>
				<summary className="text-bold padding-y-05">Change the kind of plan</summary>
				<p>
					Goals, strategies, key activities and all history stay. Only the set of measures, the rhythm of the reports
					and the template change.
				</p>
				<PipForm
					plan={plan}
					verb="type"
					formKey="type"
					button="Change the kind"
					hidden={{ version: plan.graph.document.version }}
				>
					<SelectField
						{...field("pipType")}
						label="New kind"
						options={others.map((value) => ({ value, label: pipTypeLabels[value] }))}
					/>
					<TextArea {...field("reason")} label="Reason" rows={2} />
				</PipForm>
			</details>
		</section>
	);
}
