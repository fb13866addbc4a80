import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { MeasurementLine } from "../../../domain/pip/measurement-line.ts";
import { MeasurementMethod, measurementMethodLabels } from "../../../domain/pip/pip-facts.ts";
import { Checkbox } from "../../forms/choice-group.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { type FormValues, formValues } from "../plans/plan-context.ts";
import { CorrectionForms } from "./correction-forms.tsx";
import { PipForm, pipFieldId } from "./pip-form.tsx";
import type { PipProps } from "./pip-props.ts";

const share = (value: number | null | undefined) => (value == null ? "" : String(Number((value * 100).toFixed(2))));
const kept = (value: number | null | undefined) => (value == null ? "" : String(value));

/** One field of a form, with what was typed and what is wrong. */
function Field(props: {
	readonly values: FormValues;
	readonly formKey: string;
	readonly name: string;
	readonly label: string;
	readonly kept: string;
	readonly hint?: string;
	readonly number?: boolean;
	readonly optional?: boolean;
}) {
	const { values, formKey, name, label, hint, number, optional = true } = props;
	return (
		<TextField
			name={name}
			id={pipFieldId(formKey, name)}
			label={label}
			hint={hint}
			optional={optional}
			width={number ? "sm" : undefined}
			inputMode={number ? "decimal" : undefined}
			value={values.text(name, props.kept)}
			error={values.problem(name)}
		/>
	);
}

function Day(props: {
	readonly values: FormValues;
	readonly formKey: string;
	readonly name: string;
	readonly label: string;
	readonly kept: string;
	readonly optional?: boolean;
}) {
	const { values, formKey, name, label, optional = true } = props;
	return (
		<DateField
			name={name}
			id={pipFieldId(formKey, name)}
			label={label}
			optional={optional}
			value={values.text(name, props.kept)}
			error={values.problem(name)}
		/>
	);
}

/** Adds a line of the measurement plan, or changes one while the plan is drafted. */
export function LineForm({ pip, line }: { readonly pip: PipProps; readonly line: MeasurementLine | undefined }) {
	const key = line ? `line-${line.item.id}` : "new-line";
	const values = formValues(pip.plan.typed, key);
	const item = line?.item;
	const start = line?.start;
	const common = { values, formKey: key };
	const measures = pip.rules.areas.flatMap((area) => [
		...area.items.map(({ code, label }) => ({ value: code, label: `Item ${code}: ${label}` })),
		...area.indicators.map(({ code, label }) => ({ value: code, label: `Indicator: ${label}` })),
	]);
	return (
		<details open={values.isBack}>
			<summary className={line ? "padding-y-05" : "text-bold padding-y-1"}>
				{line ? (
					<>
						Change the measure<span className="usa-sr-only">: {line.item.label}</span>
					</>
				) : (
					"Add a measure"
				)}
			</summary>
			<PipForm
				plan={pip.plan}
				verb="measures"
				formKey={key}
				button={line ? "Save the measure" : "Add the measure"}
				hidden={item ? { itemId: item.id, version: item.version, goalId: item.goalId } : {}}
			>
				{item ? null : (
					<SelectField
						name="goalId"
						id={pipFieldId(key, "goalId")}
						label="Goal that it measures"
						options={pip.goals.map(({ id, number, statement }) => ({ value: id, label: `${number} ${statement}` }))}
						value={values.text("goalId", "")}
						error={values.problem("goalId")}
					/>
				)}
				<SelectField
					name="code"
					id={pipFieldId(key, "code")}
					label="Item or indicator"
					emptyLabel="Another measure"
					options={measures}
					value={values.text("code", item?.code ?? "")}
					error={values.problem("code")}
				/>
				<Field
					{...common}
					name="label"
					label="Name"
					hint="Of another measure; else the name of the item or indicator is taken"
					kept={item?.label ?? ""}
				/>
				<SelectField
					name="method"
					id={pipFieldId(key, "method")}
					label="How the goal is worked out"
					emptyLabel="As is usual for this measure"
					options={MeasurementMethod.options.map((value) => ({ value, label: measurementMethodLabels[value] }))}
					value={values.text("method", item?.method ?? "")}
					error={values.problem("method")}
				/>
				<SelectField
					name="better"
					id={pipFieldId(key, "better")}
					label="Better is"
					emptyLabel="As is usual for this measure"
					options={[
						{ value: "higher", label: "Higher" },
						{ value: "lower", label: "Lower" },
					]}
					value={values.text("better", item?.better ?? "")}
				/>
				<fieldset className="usa-fieldset">
					<legend className="usa-legend text-bold">Baseline</legend>
					<Field
						{...common}
						name="numerator"
						label="Cases rated a Strength, or numerator"
						number
						kept={kept(start?.numerator)}
					/>
					<Field
						{...common}
						name="denominator"
						label="Cases to which the item applied, or denominator"
						number
						kept={kept(start?.denominator)}
					/>
					<Field
						{...common}
						name="value"
						label="Observed value"
						hint="Where there are no counts. Never the risk-standardized value."
						number
						kept={start && start.numerator === null ? kept(start.value) : ""}
					/>
					<Day {...common} name="periodStart" label="Period begins" kept={start?.periodStart ?? ""} />
					<Day {...common} name="periodEnd" label="Period ends" kept={start?.periodEnd ?? ""} />
					<Field {...common} name="source" label="Source" kept={start?.source ?? ""} />
					<Day {...common} name="baselineDueOn" label="No baseline yet: there by" kept={item?.baselineDueOn ?? ""} />
				</fieldset>
				<fieldset className="usa-fieldset margin-top-2">
					<legend className="usa-legend text-bold">For case review items</legend>
					<Field
						{...common}
						name="overlapMonths"
						label="Months of the baseline within implementation"
						number
						kept={kept(item?.overlapMonths)}
					/>
					<Field
						{...common}
						name="metroShare"
						label="Share of cases from the largest metropolitan area, in percent"
						number
						kept={share(item?.metroShare)}
					/>
					<Field
						{...common}
						name="fosterShare"
						label="Share of foster care cases, in percent"
						number
						kept={share(item?.fosterShare)}
					/>
				</fieldset>
				<fieldset className="usa-fieldset margin-top-2">
					<legend className="usa-legend text-bold">For statewide data indicators</legend>
					<Field {...common} name="mean" label="Grand mean of three years" number kept={kept(item?.mean)} />
					<Field {...common} name="deviation" label="Standard deviation" number kept={kept(item?.deviation)} />
					<Field {...common} name="floor" label="Floor of the factor" number kept={kept(item?.floor)} />
					<Field {...common} name="cap" label="Cap of the factor" number kept={kept(item?.cap)} />
				</fieldset>
				<Field
					{...common}
					name="goal"
					label="Goal, where it was negotiated"
					number
					kept={item?.method === "negotiated" ? kept(line?.target) : ""}
				/>
				<Day {...common} name="goalBy" label="To be reached by" kept={line?.targetBy ?? ""} />
				<Field {...common} name="note" label="Note" kept={item?.note ?? ""} />
			</PipForm>
		</details>
	);
}

/** Records what was found in a measurement period. */
export function ResultForm({ pip, line }: { readonly pip: PipProps; readonly line: MeasurementLine }) {
	const key = `result-${line.item.id}`;
	return (
		<details open={formValues(pip.plan.typed, key).isBack}>
			<summary className="padding-y-05">
				Record a result<span className="usa-sr-only">: {line.item.label}</span>
			</summary>
			<PipForm plan={pip.plan} verb={`measures/${line.item.id}/results`} formKey={key} button="Record the result">
				<ResultFields pip={pip} line={line} formKey={key} result={undefined} />
			</PipForm>
		</details>
	);
}

/** Puts the result of a period right, or takes it out. */
export function ResultCorrection(props: {
	readonly pip: PipProps;
	readonly line: MeasurementLine;
	readonly result: MeasurementLine["results"][number]["result"];
}) {
	const { pip, line, result } = props;
	const key = `found-${result.id}`;
	return (
		<CorrectionForms
			plan={pip.plan}
			verb={`results/${result.id}`}
			formKey={key}
			version={result.version}
			about={`${line.item.label}, period ending ${formatDate(result.periodEnd)}`}
		>
			<ResultFields pip={pip} line={line} formKey={key} result={result} />
		</CorrectionForms>
	);
}

function ResultFields(props: {
	readonly pip: PipProps;
	readonly line: MeasurementLine;
	readonly formKey: string;
	readonly result: MeasurementLine["results"][number]["result"] | undefined;
}) {
	const { pip, line, formKey, result } = props;
	const values = formValues(pip.plan.typed, formKey);
	const common = { values, formKey };
	const isItem = line.item.method === "sampling-error";
	const ticked = (name: "sameMethod" | "accepted") =>
		values.isBack ? values.text(name, "") === "yes" : (result?.[name] ?? false);
	return (
		<>
			<Day {...common} name="periodStart" label="Period begins" optional={false} kept={result?.periodStart ?? ""} />
			<Day {...common} name="periodEnd" label="Period ends" optional={false} kept={result?.periodEnd ?? ""} />
			<Field
				{...common}
				name="numerator"
				label={isItem ? "Cases rated a Strength" : "Numerator"}
				number
				kept={kept(result?.numerator)}
			/>
			<Field
				{...common}
				name="denominator"
				label={isItem ? "Cases to which the item applied" : "Denominator"}
				number
				kept={kept(result?.denominator)}
			/>
			{isItem ? (
				<>
					<Field
						{...common}
						name="metroShare"
						label="Share from the largest metropolitan area, in percent"
						number
						kept={share(result?.metroShare)}
					/>
					<Field
						{...common}
						name="fosterShare"
						label="Share of foster care cases, in percent"
						number
						kept={share(result?.fosterShare)}
					/>
					<Checkbox
						name="sameMethod"
						id={pipFieldId(formKey, "sameMethod")}
						label="Same schedule and quality assurance as for the baseline"
						checked={ticked("sameMethod")}
					/>
					<Checkbox
						name="accepted"
						id={pipFieldId(formKey, "accepted")}
						label="The federal agency has confidence in the results"
						checked={ticked("accepted")}
					/>
				</>
			) : (
				<Field
					{...common}
					name="value"
					label="Observed value, where there are no counts"
					number
					kept={kept(result?.value)}
				/>
			)}
			<Field {...common} name="note" label="Note" kept={result?.note ?? ""} />
		</>
	);
}
