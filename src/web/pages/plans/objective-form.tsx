import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { formatValue, unitWords } from "../../../domain/measure/format-value.ts";
import type { Observation, Unit } from "../../../domain/measure/measure-facts.ts";
import type { Goal } from "../../../domain/plan/plan-facts.ts";
import type { ObjectiveNode } from "../../../domain/plan/plan-graph.ts";
import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { shownNumber } from "../../forms/shown-number.ts";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { BesideTheirs } from "./clash.tsx";
import type { ComponentFigures } from "./component-figures.tsx";
import { measureOptions, measureValue } from "./measure-options.ts";
import { type FormValues, formValues, type PlanContext } from "./plan-context.ts";
import { partAnchor, planPath } from "./plan-paths.ts";
import { SaveForm } from "./save-form.tsx";

type ObjectiveProps = {
	readonly plan: PlanContext;
	readonly node: ObjectiveNode;
	readonly goalKind: Goal["goalKind"];
	readonly figures: readonly ComponentFigures[];
	readonly thing: string;
};

/** What makes a goal measurable (SIP-51): the measure with baseline and target, or the evidence that the process changed. */
export function ObjectiveForm(props: ObjectiveProps) {
	const { plan, node } = props;
	const { objective, baseline, target } = node;
	const key = `objective-${objective.id}`;
	const values = formValues(plan.typed, key);
	const id = (field: string) => partAnchor("objective", objective.id, field);
	const evidence = (
		<BesideTheirs values={values} name="evidenceOfCompletion">
			<TextArea
				name="evidenceOfCompletion"
				id={id("evidenceOfCompletion")}
				label="Evidence of completion"
				hint="What will show that it is done: a document, a count, an event."
				rows={2}
				optional={props.goalKind === "numeric"}
				value={values.text("evidenceOfCompletion", objective.evidenceOfCompletion)}
				error={values.problem("evidenceOfCompletion")}
			/>
		</BesideTheirs>
	);
	return (
		<SaveForm
			plan={plan}
			formKey={key}
			action={planPath(plan.graph.document.id, `/objectives/${objective.id}`)}
			thing={`the measure of ${props.thing}`}
			versions={{
				version: objective.version,
				baselineVersion: baseline?.version ?? 0,
				targetVersion: target?.version ?? 0,
			}}
		>
			{props.goalKind === "process" ? evidence : null}
			<MeasureField {...props} values={values} id={id} />
			<BaselineFields {...props} values={values} id={id} />
			<TargetFields {...props} values={values} id={id} />
			{props.goalKind === "numeric" ? evidence : null}
		</SaveForm>
	);
}

type FieldsProps = ObjectiveProps & { readonly values: FormValues; readonly id: (field: string) => string };

function MeasureField({ plan, node, figures, goalKind, values, id }: FieldsProps) {
	return (
		<BesideTheirs values={values} name="measure">
			<SelectField
				name="measure"
				id={id("measure")}
				label="Measure"
				hint="The indicator that must move."
				emptyLabel="No measure"
				options={measureOptions(
					plan.edition.indicatorVintages,
					figures.map(({ code }) => code),
					node.measure,
				)}
				value={values.text("measure", measureValue(node.measure))}
				error={values.problem("measure")}
				optional={goalKind === "process"}
			/>
		</BesideTheirs>
	);
}

function BaselineFields({ node, figures, values, id }: FieldsProps) {
	const { baseline, measure } = node;
	const offered = figuresToOffer(node, figures);
	const inUnit = measure ? ` In ${unitWords[measure.unit]}.` : "";
	const kept = (value: string | number | null | undefined) =>
		value === null || value === undefined ? "" : String(value);
	return (
		<fieldset className="usa-fieldset margin-top-3">
			<legend className="usa-legend text-bold">Baseline: where the county starts from</legend>
			<BesideTheirs values={values} name="baseline.observationId">
				<SelectField
					name="baseline.observationId"
					id={id("baseline.observationId")}
					label="A loaded figure"
					hint="Its value, counts, period and source are copied and stay as they are."
					emptyLabel="None: typed below"
					options={offered.map(({ observation, unit }) => ({
						value: observation.id,
						label: figureWords(observation, unit),
					}))}
					value={values.text("baseline.observationId", kept(baseline?.observationId))}
					error={values.problem("baseline.observationId")}
				/>
			</BesideTheirs>
			<BesideTheirs values={values} name="baseline.value">
				<TextField
					name="baseline.value"
					id={id("baseline.value")}
					label="Or the value, typed"
					hint={`A number.${inUnit}`}
					inputMode="decimal"
					width="md"
					value={values.text("baseline.value", shownNumber(baseline?.value))}
					error={values.problem("baseline.value")}
				/>
			</BesideTheirs>
			{(["periodStart", "periodEnd"] as const).map((name) => (
				<BesideTheirs key={name} values={values} name={`baseline.${name}`}>
					<DateField
						name={`baseline.${name}`}
						id={id(`baseline.${name}`)}
						label={name === "periodStart" ? "First day of the period" : "Last day of the period"}
						value={values.text(`baseline.${name}`, kept(baseline?.[name]))}
						error={values.problem(`baseline.${name}`)}
					/>
				</BesideTheirs>
			))}
			<BesideTheirs values={values} name="baseline.source">
				<TextField
					name="baseline.source"
					id={id("baseline.source")}
					label="Source"
					hint="Where the value comes from, with the date of the data."
					width="2xl"
					value={values.text("baseline.source", kept(baseline?.source))}
					error={values.problem("baseline.source")}
				/>
			</BesideTheirs>
		</fieldset>
	);
}

function TargetFields({ node: { target, measure }, values, id }: FieldsProps) {
	return (
		<fieldset className="usa-fieldset margin-top-3">
			<legend className="usa-legend text-bold">Target: where it is to be, and by when</legend>
			<BesideTheirs values={values} name="target.value">
				<TextField
					name="target.value"
					id={id("target.value")}
					label="Target value"
					hint={measure ? `A number. In ${unitWords[measure.unit]}.` : "A number."}
					inputMode="decimal"
					width="md"
					value={values.text("target.value", shownNumber(target?.value))}
					error={values.problem("target.value")}
				/>
			</BesideTheirs>
			<BesideTheirs values={values} name="target.by">
				<DateField
					name="target.by"
					id={id("target.by")}
					label="To be reached by"
					value={values.text("target.by", target?.by ?? "")}
					error={values.problem("target.by")}
				/>
			</BesideTheirs>
		</fieldset>
	);
}

type Offered = { readonly observation: Observation; readonly unit: Unit | null };

/** Figures that a baseline may be taken from, newest first: of the measure, or of the component's subject without one. */
function figuresToOffer(node: ObjectiveNode, figures: readonly ComponentFigures[]): readonly Offered[] {
	const { measure, baselineObservation } = node;
	const own: Offered[] = measure ? node.observations.map((observation) => ({ observation, unit: measure.unit })) : [];
	const others = measure
		? []
		: figures.flatMap(({ observations, unit }) => observations.map((observation) => ({ observation, unit })));
	const all = [...own, ...others].reverse();
	const missing = baselineObservation && !all.some(({ observation }) => observation.id === baselineObservation.id);
	return missing ? [{ observation: baselineObservation, unit: measure?.unit ?? null }, ...all] : all;
}

function figureWords(observation: Observation, unit: Unit | null): string {
	const value = unit ? formatValue(observation.value, unit) : String(observation.value);
	const period = describePeriod(observation.periodStart, observation.periodEnd);
	return `${observation.indicator}: ${value}, ${period} (${observation.source}, data as of ${formatDate(observation.dataAsOf)})`;
}
