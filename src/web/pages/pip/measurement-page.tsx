import type { ReactNode } from "react";
import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { isLineOpen, type MeasurementLine, newestResult } from "../../../domain/pip/measurement-line.ts";
import { standingLabels } from "../../../domain/pip/measurement-period.ts";
import { measurementMethodLabels } from "../../../domain/pip/pip-facts.ts";
import { Alert } from "../../forms/alert.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag, type Tone } from "../parts/status-tag.tsx";
import { planPath } from "../plans/plan-paths.ts";
import { LineForm, ResultCorrection, ResultForm } from "./measurement-forms.tsx";
import { PipLayout } from "./pip-form.tsx";
import type { PipProps } from "./pip-props.ts";
import { RatioSection } from "./ratio-section.tsx";

export const measurementPageTitle = "Measurement plan";

const tones: Readonly<Record<MeasurementLine["standing"]["state"], Tone>> = {
	"no-goal": "waiting",
	"not-measured": "quiet",
	"not-met": "waiting",
	exempt: "good",
	met: "good",
};

/** The measurement plan: each measure with baseline and goal, the arithmetic between them, and what was found since. */
export function MeasurementPage(props: PipProps) {
	const { plan, rules, view, mayWrite } = props;
	const lines = view.measurement;
	return (
		<PipLayout plan={plan} title={measurementPageTitle}>
			<p>
				<a className="usa-link" href={planPath(plan.graph.document.id, "/pip")}>
					Notice, clock and work plan
				</a>
			</p>
			{lines.length === 0 ? <p>Nothing is measured yet.</p> : <Overview lines={lines} />}
			{lines.map((line) => (
				<Line key={line.item.id} pip={props} line={line} />
			))}
			{mayWrite && plan.graph.document.state === "accepted" && props.unmeasured.length > 0 ? (
				<LineForm
					pip={{ ...props, goals: props.goals.filter(({ id }) => props.unmeasured.includes(id)) }}
					line={undefined}
				/>
			) : null}
			{plan.mayWrite && props.goals.length > 0 ? <LineForm pip={props} line={undefined} /> : null}
			{plan.mayWrite && props.goals.length === 0 ? <p>Add a goal first: each measure belongs to one.</p> : null}
			{mayWrite && !plan.mayWrite && lines.length > 0 ? (
				<p>
					Baselines and goals were agreed with the plan. To change one,{" "}
					<a className="usa-link" href={`${planPath(plan.graph.document.id, "/pip")}#renegotiation`}>
						negotiate it anew
					</a>
					.
				</p>
			) : null}
			{rules.monthly.map((series) => (
				<RatioSection key={series.code} pip={props} series={series} />
			))}
			{rules.items ? (
				<details>
					<summary className="text-bold padding-y-1">How goals are worked out</summary>
					<p>
						Case review items: {rules.items.note} Source: {rules.items.source}.
					</p>
					{rules.indicators ? (
						<p>
							Statewide data indicators: {rules.indicators.note} Source: {rules.indicators.source}.
						</p>
					) : null}
				</details>
			) : null}
		</PipLayout>
	);
}

function Overview({ lines }: { readonly lines: readonly MeasurementLine[] }) {
	return (
		<DataTable
			caption="Measures, baselines and goals"
			quietCaption
			label="Measures, baselines and goals"
			columns={[
				{ label: "Measure" },
				{ label: "Goal of the plan" },
				{ label: "Baseline", numeric: true },
				{ label: "To reach", numeric: true },
				{ label: "Found last", numeric: true },
				{ label: "How it stands" },
			]}
			rows={lines.map((line) => {
				const newest = newestResult(line);
				return {
					key: line.item.id,
					cells: [
						<a key="line" className="usa-link" href={`#line-${line.item.id}`}>
							{line.item.label}
						</a>,
						line.goalNumber,
						shown(line.baseline, line),
						shown(line.goal, line),
						newest ? shown(newest.reached, line) : "–",
						<Standing key="standing" line={line} />,
					],
				};
			})}
		/>
	);
}

/** Percentages of case review items with a sign, other values as they are. */
function shown(value: number | null, { item }: MeasurementLine): string {
	if (value === null) return item.baselineDueOn ? `due ${formatDate(item.baselineDueOn)}` : "–";
	return item.method === "sampling-error" ? `${value.toFixed(1)}%` : String(Number(value.toFixed(2)));
}

function Standing({ line: { standing } }: { readonly line: MeasurementLine }) {
	return (
		<StatusTag tone={tones[standing.state]}>
			{standingLabels[standing.state]}
			{standing.periodEnd ? `, period ending ${formatDate(standing.periodEnd)}` : ""}
		</StatusTag>
	);
}

function Line({ pip, line }: { readonly pip: PipProps; readonly line: MeasurementLine }) {
	const { item } = line;
	return (
		<section aria-labelledby={`line-${item.id}`}>
			<h2 id={`line-${item.id}`}>{item.label}</h2>
			<p>
				Goal {line.goalNumber}. {measurementMethodLabels[item.method]}. <Standing line={line} />
			</p>
			{line.fault ? (
				<p>
					{line.fault} {item.baselineDueOn ? `The baseline is due ${formatDate(item.baselineDueOn)}.` : ""}
				</p>
			) : null}
			{line.arithmetic.length > 0 ? (
				<ul className="usa-list">
					{line.arithmetic.map((step) => (
						<li key={step}>{step}</li>
					))}
				</ul>
			) : null}
			{line.arithmetic.length === 0 && line.goal !== null ? <p>Negotiated goal: {shown(line.goal, line)}</p> : null}
			{line.start ? (
				<p>
					Baseline
					{line.start.periodStart && line.start.periodEnd
						? ` of ${formatDate(line.start.periodStart)} to ${formatDate(line.start.periodEnd)}`
						: ""}
					{line.start.source ? `. Source: ${line.start.source}` : ""}.
					{line.targetBy ? ` To be reached by ${formatDate(line.targetBy)}.` : ""}
				</p>
			) : null}
			{line.targetDiffers ? (
				<Alert kind="warning" title="The target is not the goal that the baseline gives" level={3}>
					The target says {shown(line.target, line)}. Save this line again, and it follows.
				</Alert>
			) : null}
			<Results pip={pip} line={line} />
			{pip.plan.mayWrite || (pip.mayWrite && pip.plan.graph.document.state === "accepted" && isLineOpen(line)) ? (
				<LineForm pip={pip} line={line} />
			) : null}
			{pip.mayWrite ? <ResultForm pip={pip} line={line} /> : null}
		</section>
	);
}

function Results({ pip, line }: { readonly pip: PipProps; readonly line: MeasurementLine }) {
	if (line.results.length === 0) return null;
	return (
		<DataTable
			caption={`What was found: ${line.item.label}`}
			quietCaption
			label={`What was found: ${line.item.label}`}
			columns={[
				{ label: "Period" },
				{ label: "Counts" },
				{ label: "Reached", numeric: true },
				{ label: "Does it count?" },
			]}
			rows={line.results.map(({ result, reached, faults }) => ({
				key: result.id,
				cells: [
					`${formatDate(result.periodStart)} to ${formatDate(result.periodEnd)}`,
					result.numerator === null ? "–" : `${result.numerator} of ${result.denominator}`,
					shown(reached, line),
					<Found key="found" words={[faults.length === 0 ? "Yes." : `No: ${faults.join(" ")}`, result.note]}>
						{pip.mayWrite ? <ResultCorrection pip={pip} line={line} result={result} /> : null}
					</Found>,
				],
			}))}
		/>
	);
}

function Found({ words, children }: { readonly words: readonly string[]; readonly children: ReactNode }) {
	return (
		<>
			{words.filter(Boolean).join(" ")}
			{children}
		</>
	);
}
