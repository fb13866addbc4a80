import { benchmarkVerdictWords, judgeBenchmark } from "../../../domain/measure/judge-benchmark.ts";
import type { ObjectiveNode } from "../../../domain/plan/plan-graph.ts";
import { DateField } from "../../forms/date-field.tsx";
import { shownNumber } from "../../forms/shown-number.ts";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { baselineWords, targetWords } from "./objective-text.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { benchmarksPath, componentPath } from "./plan-paths.ts";

export const benchmarkName = (year: number) => `benchmark.${year}`;

/** Where an objective is to be at the end of each federal fiscal year, and how its figures are come by (45 CFR 1357.15(i), (j)). */
export function BenchmarksPage(props: {
	readonly plan: PlanContext;
	readonly node: ObjectiveNode;
	readonly years: readonly number[];
	/** The plan was submitted before, so that a change needs a reason. */
	readonly wasSent: boolean;
}) {
	const { plan, node, years } = props;
	const { objective, measure, baseline, target, interimTargets, observations } = node;
	const values = formValues(plan.typed, "benchmarks");
	const component = plan.graph.components.find(({ goals }) =>
		goals.some(({ objectives }) => objectives.some((each) => each.objective.id === objective.id)),
	);
	const back = component ? componentPath(plan.graph.document.id, component.focusArea.id) : "";
	return (
		<PlanLayout plan={plan} title="Benchmarks by federal fiscal year">
			<p className="usa-intro">{objective.statement || measure?.title || "The objective has no measure yet."}</p>
			<ul className="usa-list">
				<li>Baseline: {baseline ? baselineWords(node) : "not set yet"}</li>
				<li>Target: {target ? targetWords(node) : "not set yet"}</li>
			</ul>
			<form
				method="post"
				action={benchmarksPath(plan.graph.document.id, objective.id)}
				data-guard={plan.mayWrite ? "true" : undefined}
			>
				<input type="hidden" name="version" value={objective.version} />
				{years.map((year) => {
					const benchmark = interimTargets.find((each) => each.benchmarkYear === year);
					const name = benchmarkName(year);
					const said =
						benchmark && measure
							? `Newest figure of the year: ${benchmarkVerdictWords[judgeBenchmark(benchmark, measure, observations).verdict]}.`
							: "";
					return (
						<div key={year}>
							<input type="hidden" name={`version:${name}`} value={benchmark?.version ?? 0} />
							<TextField
								name={name}
								label={`By the end of federal fiscal year ${year}`}
								hint={said || (year === years.at(-1) ? "The target itself stands for the last year." : "A number.")}
								inputMode="decimal"
								width="md"
								optional={year === years.at(-1)}
								readOnly={!plan.mayWrite}
								value={values.text(name, shownNumber(benchmark?.value))}
								error={values.problem(name)}
							/>
						</div>
					);
				})}
				<TextField
					name="dataSource"
					label="Source of the figures"
					hint="The system, file or review that they come from."
					width="2xl"
					readOnly={!plan.mayWrite}
					value={values.text("dataSource", objective.dataSource)}
					error={values.problem("dataSource")}
				/>
				<TextField
					name="cadence"
					label="How often it is looked at"
					hint="For example: twice a year, with each data profile."
					width="2xl"
					readOnly={!plan.mayWrite}
					value={values.text("cadence", objective.cadence)}
					error={values.problem("cadence")}
				/>
				{baseline?.value === undefined || baseline.value === null ? (
					<DateField
						name="baseline.dueOn"
						label="Where there is no baseline: by when there will be one"
						optional
						value={values.text("baseline.dueOn", baseline?.dueOn ?? "")}
						error={values.problem("baseline.dueOn")}
					/>
				) : null}
				{props.wasSent ? (
					<TextArea
						name="reason"
						label="Reason for the change"
						hint="The plan was submitted before: the next report lists what changed and why."
						rows={3}
						value={values.text("reason", "")}
						error={values.problem("reason")}
					/>
				) : null}
				<p className="button-row">
					{plan.mayWrite ? (
						<button type="submit" className="usa-button">
							Save the benchmarks
						</button>
					) : null}
					{back ? (
						<a className="usa-link" href={back}>
							Back to the goals
						</a>
					) : null}
				</p>
			</form>
		</PlanLayout>
	);
}
