import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import { judgeTarget } from "../../../domain/measure/judge-target.ts";
import type { ObjectiveNode } from "../../../domain/plan/plan-graph.ts";

/** A goal's measure, baseline, target and evidence as one reads them. */
export function ObjectiveText({ node }: { readonly node: ObjectiveNode }) {
	const { measure, objective } = node;
	return (
		<ul className="usa-list">
			{measure ? (
				<li>
					Measure: {measure.indicator} {measure.title}
				</li>
			) : null}
			{node.baseline ? <li>Baseline: {baselineWords(node)}</li> : null}
			{node.target ? (
				<li>
					Target: {targetWords(node)}
					<TargetStanding node={node} />
				</li>
			) : null}
			{objective.evidenceOfCompletion ? (
				<li className="long-text">Evidence of completion: {objective.evidenceOfCompletion}</li>
			) : null}
			{!measure && !node.baseline && !node.target && !objective.evidenceOfCompletion ? <li>Nothing yet.</li> : null}
		</ul>
	);
}

/** Whether the target is met, and the rule by which that was judged. */
function TargetStanding({ node: { target, measure, observations } }: { readonly node: ObjectiveNode }) {
	const judgement = target && measure ? judgeTarget(target, measure, observations) : undefined;
	if (!judgement) return null;
	return (
		<p className="margin-y-05">
			{judgement.observation
				? `${judgement.finding} Source: ${judgement.observation.source}. `
				: `${judgement.finding} `}
			{judgement.rule}
		</p>
	);
}

/** "12.3%, 12 months ending June 30, 2025 (CCWIP, data as of July 1, 2025)". */
export function baselineWords({ baseline, measure }: Pick<ObjectiveNode, "baseline" | "measure">): string {
	if (!baseline) return "";
	const value =
		baseline.value === null ? "no value" : measure ? formatValue(baseline.value, measure.unit) : String(baseline.value);
	const period =
		baseline.periodStart && baseline.periodEnd
			? describePeriod(baseline.periodStart, baseline.periodEnd)
			: baseline.periodEnd
				? `period ending ${formatDate(baseline.periodEnd)}`
				: "";
	return [value, period].filter(Boolean).join(", ") + (baseline.source ? ` (${baseline.source})` : "");
}

/** "10.0% by June 30, 2028". */
export function targetWords({ target, measure }: Pick<ObjectiveNode, "target" | "measure">): string {
	if (!target) return "";
	const value =
		target.value === null ? "no value" : measure ? formatValue(target.value, measure.unit) : String(target.value);
	return target.by ? `${value} by ${formatDate(target.by)}` : value;
}
