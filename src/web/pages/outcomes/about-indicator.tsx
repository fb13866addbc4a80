import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { formatValue, unitWords } from "../../../domain/measure/format-value.ts";
import type { Indicator } from "../../../domain/measure/indicator.ts";
import { factStatusWords, type Standard, standardKindWords } from "../../../domain/measure/standard.ts";
import sources from "../../../frameworks/ca-indicators/sources.json" with { type: "json" };
import { vintages } from "../../../frameworks/ca-indicators/vintages.ts";
import { Alert } from "../../forms/alert.tsx";

/** What the indicator is, which standards were set for it, how sure each fact is and where it stands. */
export function AboutIndicator({ indicator }: { readonly indicator: Indicator }) {
	const set = vintages.find((each) => each.vintage === indicator.vintage);
	const named = [...new Set([...indicator.sources, ...indicator.standards.flatMap((each) => each.sources)])];
	return (
		<section aria-labelledby="about">
			<h2 id="about">About this indicator</h2>
			{indicator.standards.some((each) => each.kind === "national-performance") ? (
				<Alert kind="info" slim>
					National performance is shown for comparison only. The figures here are observed ones, and observed figures
					are never judged against national performance: only the risk-standardized figure of the state's data profile
					may be.
				</Alert>
			) : null}
			<ul className="usa-list">
				<li>
					Set of indicators: {set?.title ?? indicator.vintage}. The same code in another set may mean another thing, so
					figures of two sets are never joined.
				</li>
				<li>{directionWords(indicator)}</li>
				<li>
					Unit: {indicator.unit ? unitWords[indicator.unit] : "not known"}
					{indicator.unitStatus === "assumed" ? " (assumed: no source states it)" : ""}.
				</li>
				<li>
					Code and name: {factStatusWords[indicator.status]}. {indicator.statusNote}
				</li>
				{indicator.coversProbation === null ? null : (
					<li>
						Children supervised by probation are {indicator.coversProbation ? "counted" : "not counted"} in this
						indicator.
					</li>
				)}
				{indicator.note ? <li>{indicator.note}</li> : null}
				<li>
					{indicator.standards.length === 0 ? "No standard is set for it." : "Standards:"}
					{indicator.standards.length > 0 ? (
						<ul className="usa-list">
							{indicator.standards.map((standard) => (
								<li key={`${standard.kind} ${standard.effectiveFrom ?? ""}`}>{standardLine(standard)}</li>
							))}
						</ul>
					) : null}
				</li>
				{named.length === 0 ? null : <li>Sources: {named.map(sourceTitle).join("; ")}.</li>}
			</ul>
		</section>
	);
}

function directionWords({ desiredDirection }: Indicator): string {
	if (desiredDirection === null) return "Whether more or less is better is not settled.";
	return desiredDirection === "up" ? "More is better." : "Less is better.";
}

function standardLine({ kind, value, unit, effectiveFrom, status, note }: Standard): string {
	const from = effectiveFrom ? `, from ${formatDate(effectiveFrom)}` : "";
	const about = note ? ` ${note}` : "";
	return `${formatValue(value, unit)}, ${standardKindWords[kind]}${from}: ${factStatusWords[status]}.${about}`;
}

function sourceTitle(key: string): string {
	return (sources as Readonly<Record<string, { title: string }>>)[key]?.title ?? key;
}
