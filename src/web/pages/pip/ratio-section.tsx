import { formatDate, type PlainDate, partsOf, plainDate } from "../../../domain/calendar/plain-date.ts";
import type { PipRules } from "../../../domain/pip/pip-rules.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { TextField } from "../../forms/text-field.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { formValues } from "../plans/plan-context.ts";
import { CorrectionForms } from "./correction-forms.tsx";
import { PipForm, pipFieldId } from "./pip-form.tsx";
import type { PipProps } from "./pip-props.ts";

type Series = PipRules["monthly"][number];

/** A ratio by month, always with both parts, newest first. */
export function RatioSection({ pip, series }: { readonly pip: PipProps; readonly series: Series }) {
	const months = pip.ratios.filter(({ code }) => code === series.code);
	return (
		<section aria-labelledby={`series-${series.code}`}>
			<h2 id={`series-${series.code}`}>{series.label}, by month</h2>
			<p>
				{series.numerator} for each of {series.denominator.toLowerCase()}.{" "}
				{series.goal === null ? "" : `Goal: more than ${series.goal} to 1. `}
				{series.note}
			</p>
			{months.length === 0 ? (
				<p>No month is recorded yet.</p>
			) : (
				<DataTable
					caption={`${series.label} by month`}
					quietCaption
					label={`${series.label} by month`}
					columns={[
						{ label: "Month" },
						{ label: series.numerator, numeric: true },
						{ label: series.denominator, numeric: true },
						{ label: "Ratio", numeric: true },
						{ label: "Source" },
					]}
					rows={months.map((each) => ({
						key: each.id,
						cells: [
							monthWords(each.month),
							each.numerator.toLocaleString("en-US"),
							each.denominator.toLocaleString("en-US"),
							(each.numerator / each.denominator).toFixed(2),
							<Source key="source" pip={pip} ratio={each} series={series} />,
						],
					}))}
				/>
			)}
			{pip.mayWrite ? <RatioForm pip={pip} series={series} ratio={undefined} /> : null}
		</section>
	);
}

/** "June 2026" */
export function monthWords(month: PlainDate): string {
	const { year } = partsOf(month);
	return formatDate(month).replace(/ \d+, \d+$/, ` ${year}`);
}

function Source(props: { readonly pip: PipProps; readonly ratio: Fact<"monthly-ratio">; readonly series: Series }) {
	const { pip, ratio } = props;
	return (
		<>
			{ratio.source}
			{pip.mayWrite ? <RatioForm {...props} /> : null}
		</>
	);
}

/** Records a month, or puts one right or takes it out with its reason. */
function RatioForm(props: {
	readonly pip: PipProps;
	readonly series: Series;
	readonly ratio: Fact<"monthly-ratio"> | undefined;
}) {
	const { pip, series, ratio } = props;
	const key = ratio ? `ratio-${ratio.id}` : `new-ratio-${series.code}`;
	const values = formValues(pip.plan.typed, key);
	const field = (name: string, label: string, kept: string, hint?: string) => (
		<TextField
			name={name}
			id={pipFieldId(key, name)}
			label={label}
			hint={hint}
			inputMode={name === "numerator" || name === "denominator" ? "numeric" : undefined}
			value={values.text(name, kept)}
			error={values.problem(name)}
		/>
	);
	const fields = (
		<>
			{field("numerator", series.numerator, ratio ? String(ratio.numerator) : "")}
			{field("denominator", series.denominator, ratio ? String(ratio.denominator) : "")}
			{field("source", "Source", ratio?.source ?? "")}
		</>
	);
	if (ratio) {
		return (
			<CorrectionForms
				plan={pip.plan}
				verb="ratios"
				removeVerb={`ratios/${ratio.id}/remove`}
				formKey={key}
				version={ratio.version}
				hidden={{ code: series.code, month: ratio.month }}
				about={monthWords(plainDate(ratio.month))}
			>
				{fields}
			</CorrectionForms>
		);
	}
	return (
		<details open={values.isBack}>
			<summary className="text-bold padding-y-1">Record a month</summary>
			<PipForm plan={pip.plan} verb="ratios" formKey={key} button="Record the month" hidden={{ code: series.code }}>
				{field("month", "Month", "", "Month and year, for example 6/2026")}
				{fields}
			</PipForm>
		</details>
	);
}
