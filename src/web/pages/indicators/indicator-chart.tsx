import { type IndicatorChoices, indicatorPath } from "./indicator-paths.ts";
import type { IndicatorNameProps } from "./indicator-props.ts";

/** The drawing with the same in words; the table of the same numbers stands below it. */
export function IndicatorChart(props: {
	readonly indicator: IndicatorNameProps;
	readonly choices: IndicatorChoices;
	readonly figure: { readonly svg: string; readonly sentence: string };
}) {
	const { indicator, choices, figure } = props;
	return (
		<section aria-labelledby="chart">
			<h2 id="chart">Chart</h2>
			<figure className="figure-trend trend-pair margin-0">
				{/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by documents/figures, which escapes every text */}
				<div dangerouslySetInnerHTML={{ __html: figure.svg }} />
				<figcaption className="measure-5">
					<p>{figure.sentence}</p>
					<p>
						<a className="usa-link" href={indicatorPath(indicator.id, choices, "chart.svg")}>
							Download the chart (SVG)
						</a>
					</p>
				</figcaption>
			</figure>
		</section>
	);
}
