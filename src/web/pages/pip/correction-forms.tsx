import type { ReactNode } from "react";
import { TextField } from "../../forms/text-field.tsx";
import type { PlanContext } from "../plans/plan-context.ts";
import { PipForm, pipFields } from "./pip-form.tsx";

/** Puts something recorded right, or takes it out, each with its reason: what it was stays in the history. */
export function CorrectionForms(props: {
	readonly plan: PlanContext;
	/** Where it is put right; `/remove` after it takes it out, where nothing else is said. */
	readonly verb: string;
	readonly removeVerb?: string;
	readonly hidden?: Readonly<Record<string, string>>;
	readonly formKey: string;
	readonly version: number;
	/** Which record, for those who hear the page. */
	readonly about: string;
	readonly children: ReactNode;
}) {
	const { plan, verb, removeVerb = `${verb}/remove`, formKey, version, about } = props;
	const removing = `${formKey}-remove`;
	const [righting, removal] = [pipFields(plan, formKey), pipFields(plan, removing)];
	return (
		<details open={righting.values.isBack || removal.values.isBack}>
			<summary>
				Put right or take out<span className="usa-sr-only">: {about}</span>
			</summary>
			<PipForm
				plan={plan}
				verb={verb}
				formKey={formKey}
				button="Save what is right"
				hidden={{ ...props.hidden, version }}
			>
				{props.children}
				<TextField
					{...righting.field("correction")}
					label="Why it is put right"
					hint="What it said before stays in the history"
				/>
			</PipForm>
			<PipForm plan={plan} verb={removeVerb} formKey={removing} button="Take it out" hidden={{ version }}>
				<TextField
					{...removal.field("reason")}
					label="Why it is taken out"
					hint="For something that was recorded in error"
				/>
			</PipForm>
		</details>
	);
}
