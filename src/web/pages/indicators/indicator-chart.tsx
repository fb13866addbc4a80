import type { ReactNode } from "react";

/** The drawing with the same in words, and the drawing as a file; the table of the same numbers stands below it. */
export function IndicatorChart(props: {
	readonly figure: { readonly svg: string; readonly sentence: string };
	/** Where the drawing is downloaded. */
	readonly href: string;
	/** Said after the figure's own sentence. */
	readonly children?: ReactNode;
}) {
	const { figure, href, children } = props;
	return (
		<section aria-labelledby="chart">
			<h2 id="chart">Chart</h2>
			<figure className="figure-trend trend-pair margin-0">
				{/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by documents/figures, which escapes every text */}
				<div dangerouslySetInnerHTML={{ __html: figure.svg }} />
				<figcaption className="measure-5">
					<p>
						{figure.sentence}
						{children}
					</p>
					<p>
						<a className="usa-link" href={href}>
							Download the chart (SVG)
						</a>
					</p>
				</figcaption>
			</figure>
		</section>
	);
}
