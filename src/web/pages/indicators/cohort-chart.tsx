/** The chart of a cohort with its sentence, and the chart as a file. */
export function CohortChart(props: {
	readonly figure: { readonly svg: string; readonly sentence: string };
	/** Where the chart is downloaded. */
	readonly href: string;
}) {
	const { figure, href } = props;
	return (
		<section aria-labelledby="chart">
			<h2 id="chart">Chart</h2>
			<figure className="figure-trend trend-pair margin-0">
				{/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by documents/figures, which escapes every text */}
				<div dangerouslySetInnerHTML={{ __html: figure.svg }} />
				<figcaption className="measure-5">
					<p>{figure.sentence}</p>
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
