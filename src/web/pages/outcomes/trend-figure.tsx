import { describeTrend } from "../../../domain/measure/describe-trend.ts";
import { findStandardOn } from "../../../domain/measure/find-standard-on.ts";
import { groupWords, type SeriesProps } from "./outcome-props.ts";

/** The trend as a drawing and in words. The table of the same figures stands below it on the page. */
export function TrendFigure(props: {
	readonly series: SeriesProps;
	readonly figure: { readonly svg: string } | undefined;
}) {
	const { indicator, observations, latest, populationGroup } = props.series;
	const standard = findStandardOn(indicator.standards, latest.periodEnd) ?? null;
	return (
		<section aria-labelledby="trend">
			<h2 id="trend">Trend</h2>
			<figure className="figure-trend trend-pair margin-0">
				{props.figure ? (
					// biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by documents/figures, which escapes every text
					<div dangerouslySetInnerHTML={{ __html: props.figure.svg }} />
				) : null}
				<figcaption className="measure-5">
					<strong>{groupWords[populationGroup]}.</strong>{" "}
					{indicator.unit
						? describeTrend(observations, { unit: indicator.unit, direction: indicator.desiredDirection }, standard)
						: ""}
				</figcaption>
			</figure>
		</section>
	);
}
