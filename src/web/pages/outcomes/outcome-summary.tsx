import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import { VerdictTag } from "../parts/verdict-tag.tsx";
import { groupWords, type SeriesProps } from "./outcome-props.ts";

/** The newest figure, how it stands and where it came from. */
export function OutcomeSummary({
	series,
	headingId = "newest-figure",
}: {
	readonly series: SeriesProps;
	/** Where a page has more than one. */
	readonly headingId?: string | undefined;
}) {
	const { indicator, latest, judgement, populationGroup } = series;
	const value = indicator.unit ? formatValue(latest.value, indicator.unit) : String(latest.value);
	return (
		<section className="usa-summary-box margin-y-3" aria-labelledby={headingId}>
			<div className="usa-summary-box__body">
				<h2 className="usa-summary-box__heading" id={headingId}>
					{value} in the {describePeriod(latest.periodStart, latest.periodEnd)}
				</h2>
				<div className="usa-summary-box__text">
					<p>
						<VerdictTag verdict={judgement.verdict} /> {judgement.reason}
					</p>
					<p>
						{groupWords[populationGroup]}
						{latest.numerator !== null && latest.denominator !== null
							? `, ${latest.numerator.toLocaleString("en-US")} of ${latest.denominator.toLocaleString("en-US")}`
							: ""}
						. Source: {latest.source}, data as of {formatDate(latest.dataAsOf)}.
					</p>
				</div>
			</div>
		</section>
	);
}
