import {
	canBeWithheld,
	tierLabels,
	type Withholding,
	WithholdingTier,
	withholdingSource,
} from "../../../domain/pip/withholding.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { planPath } from "../plans/plan-paths.ts";
import { pipFieldId, pipFields } from "./pip-form.tsx";
import type { PipProps } from "./pip-props.ts";

const key = "withholding";

/** What would be withheld for the areas, as arithmetic over amounts that a person types. Nothing of it is kept. */
export function WithholdingSection({ pip, found }: { readonly pip: PipProps; readonly found: Withholding | null }) {
	if (!canBeWithheld(pip.rules) || pip.view.areas.length === 0) return null;
	const { values, field } = pipFields(pip.plan, key);
	return (
		<section aria-labelledby="withholding">
			<h2 id="withholding">Withholding</h2>
			<p className="measure-5">
				A percentage of a pool of funds for each area that is not in conformity ({withholdingSource}). Nothing is
				withheld before the State had its chance to improve, nor while a plan that conforms is carried out. This is
				arithmetic over what you type; the federal agency’s notice decides. Nothing of it is kept.
			</p>
			{found ? (
				<ul className="usa-list">
					{found.arithmetic.map((step) => (
						<li key={step}>{step}</li>
					))}
				</ul>
			) : null}
			<details open={values.isBack}>
				<summary className="text-bold padding-y-05">Work out what would be withheld</summary>
				<form
					method="get"
					action={planPath(pip.plan.graph.document.id, "/pip#withholding")}
					className="usa-form usa-form--large"
				>
					<TextField {...field("titleIvB")} label="Title IV-B of the fiscal year, subparts 1 and 2, in dollars" />
					<TextField
						{...field("claims")}
						label="Claims for title IV-E foster care administration of the fiscal year, in dollars"
						hint="Ten percent of it counts"
					/>
					{pip.view.areas.map(({ area }) => (
						<SelectField
							key={area.code}
							name={`tier-${area.code}`}
							id={pipFieldId(key, `tier-${area.code}`)}
							label={`${area.code}: ${area.label}`}
							emptyLabel="In conformity by now"
							options={WithholdingTier.options.map(({ value }) => ({ value: String(value), label: tierLabels[value] }))}
							value={values.text(`tier-${area.code}`, "1")}
						/>
					))}
					<SelectField
						{...field("refused")}
						label="Does the State develop and carry out a plan?"
						options={[
							{ value: "no", label: "Yes" },
							{ value: "yes", label: "No, it refuses: 42 percent" },
						]}
						value={values.text("refused", "no")}
					/>
					<button type="submit" className="usa-button usa-button--outline">
						Work it out
					</button>
				</form>
			</details>
		</section>
	);
}
