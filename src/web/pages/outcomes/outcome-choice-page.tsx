import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { listIndicators } from "../../../frameworks/ca-indicators/catalogue.ts";
import { vintages } from "../../../frameworks/ca-indicators/vintages.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { OutcomeMatrix } from "./outcome-matrix.tsx";
import type { SeriesProps } from "./outcome-props.ts";

/** Choose a county, or see where all of them stand on each indicator. For people who work with several. */
export function OutcomeChoicePage(props: {
	readonly frame: PageFrame;
	readonly jurisdictions: readonly Fact<"jurisdiction">[];
	readonly series: readonly SeriesProps[];
	readonly mayLoad: boolean;
}) {
	const { frame, jurisdictions, series, mayLoad } = props;
	const shown = [...vintages]
		.reverse()
		.map((vintage) => ({ ...vintage, series: series.filter((each) => each.indicator.vintage === vintage.vintage) }))
		.filter((vintage) => vintage.series.length > 0);
	return (
		<Page frame={frame} title="Outcomes" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<h1>Outcomes</h1>
			<h2>Choose a place</h2>
			<ul className="usa-list usa-list--unstyled place-list">
				{jurisdictions.map(({ id, name }) => (
					<li key={id}>
						<a className="usa-link" href={`/outcomes/${id}`}>
							{name}
						</a>
					</li>
				))}
			</ul>
			{shown.length === 0 ? (
				<p>
					No figures have been loaded yet.{" "}
					{mayLoad ? (
						<a className="usa-link" href="/figures">
							Load figures
						</a>
					) : (
						"A data analyst or planner of a county loads them."
					)}
				</p>
			) : null}
			{shown.map((vintage) => (
				<section key={vintage.vintage} aria-labelledby={`set-${vintage.vintage}`}>
					<h2 id={`set-${vintage.vintage}`}>{vintage.title}</h2>
					<OutcomeMatrix
						title={vintage.title}
						jurisdictions={jurisdictions}
						indicators={listIndicators(vintage.vintage)}
						series={vintage.series}
					/>
				</section>
			))}
		</Page>
	);
}
