import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { Moment } from "../parts/moment.tsx";
import { type ComparedFact, DifferenceList } from "./difference-list.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";
import { count } from "./plan-words.ts";
import type { Submission } from "./submission-list.tsx";

/** What was asked for: the moments compared, with what differs between them. */
export type Comparison = {
	readonly from: string;
	/** Undefined: as it stands now. */
	readonly to: string | undefined;
	readonly facts: readonly ComparedFact[];
};

/** The plan at two moments: what was added, removed and changed between them, with the words that differ marked. */
export function ComparePage(props: {
	readonly plan: PlanContext;
	readonly submissions: readonly Submission[];
	readonly comparison: Comparison | undefined;
}) {
	const { plan, comparison } = props;
	return (
		<PlanLayout plan={plan} title="Compare with an earlier moment">
			<MomentForm plan={plan} submissions={props.submissions} />
			{comparison ? (
				<section aria-labelledby="differences">
					<h2 id="differences">What changed</h2>
					<p>
						From <Moment at={comparison.from} /> to {comparison.to ? <Moment at={comparison.to} /> : "now"}:{" "}
						{count(comparison.facts.length, "difference")}.
					</p>
					<DifferenceList plan={plan} facts={comparison.facts} />
				</section>
			) : null}
		</PlanLayout>
	);
}

function MomentForm({
	plan,
	submissions,
}: {
	readonly plan: PlanContext;
	readonly submissions: readonly Submission[];
}) {
	const values = formValues(plan.typed, "compare");
	const options = submissions.map(({ number, takenByName }) => ({
		value: String(number),
		label: `Submission ${number}, by ${takenByName}`,
	}));
	const side = (name: "from" | "to", legend: string, hint: string) => (
		<fieldset className="usa-fieldset compare-side">
			<legend className="usa-legend text-bold">{legend}</legend>
			{options.length > 0 ? (
				<SelectField
					name={name}
					label="A submission"
					emptyLabel={hint}
					options={options}
					value={values.text(name, "")}
					error={values.problem(name)}
				/>
			) : null}
			<DateField
				name={`${name}Date`}
				label={options.length > 0 ? "Or a date" : "Date"}
				value={values.text(`${name}Date`, "")}
				error={values.problem(`${name}Date`)}
			/>
			<TextField
				name={`${name}Time`}
				label="Time"
				hint={
					<>
						In <span data-zone-words="true">UTC</span>, for example 2:30 p.m. Empty: the end of that day.
					</>
				}
				optional
				width="sm"
				value={values.text(`${name}Time`, "")}
				error={values.problem(`${name}Time`)}
			/>
		</fieldset>
	);
	return (
		<form method="get" action={planPath(plan.graph.document.id, "/compare")}>
			<input type="hidden" name="zone" value="UTC" data-zone="true" />
			<div className="compare-sides">
				{side("from", "From", "No submission")}
				{side("to", "To", "As it stands now")}
			</div>
			<p>
				<button type="submit" className="usa-button">
					Compare
				</button>
			</p>
		</form>
	);
}
