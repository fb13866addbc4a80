import { Alert } from "../../forms/alert.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { ChoiceForm, windowChoice } from "./choice-form.tsx";
import { ComparisonTable, type ComparisonTableProps } from "./comparison-table.tsx";
import { EarlierCounting } from "./earlier-counting.tsx";
import { IndicatorChart } from "./indicator-chart.tsx";
import { comparisonPath, indicatorListPath, indicatorPath } from "./indicator-paths.ts";
import type { IndicatorNameProps, IndicatorRunProps, PlaceProps } from "./indicator-props.ts";
import { windowWords } from "./indicator-words.ts";
import { RunSources } from "./run-sources.tsx";

export type ComparisonPageProps = {
	readonly frame: PageFrame;
	readonly indicator: IndicatorNameProps;
	/** The place whose files were counted. */
	readonly place: PlaceProps;
	/** Windows in which this indicator was counted, newest first: name, and how it is said. */
	readonly windows: readonly { readonly window: string; readonly label: string }[];
	readonly run: IndicatorRunProps;
	/** What must stand beside every such figure. */
	readonly words: { readonly about: string; readonly adjustedFor: string; readonly interval: string };
	readonly comparison:
		| (ComparisonTableProps["comparison"] & { readonly status: "compared" })
		| { readonly status: "not-compared"; readonly reason: string };
	/** Only where something was compared. */
	readonly figure: { readonly svg: string; readonly sentence: string } | undefined;
};

/** The counties of a State compared on one indicator, given the ages of their children. Never federal. */
export function ComparisonPage(props: ComparisonPageProps) {
	const { frame, indicator, place, run, words, comparison, figure } = props;
	const asked = { place: place.id, window: run.window };
	return (
		<Page
			frame={frame}
			title={`${indicator.id} ${indicator.label}, counties compared, ${place.name}`}
			shortTitle="Counties compared"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Indicators", href: indicatorListPath({ place: place.id, isPublic: false }) },
				{ label: indicator.id, href: indicatorPath(indicator.id, { ...asked, isPublic: false }) },
			]}
		>
			<h1>
				{indicator.id} {indicator.label}: counties compared
				<span className="display-block font-sans-lg text-normal">{place.name}</span>
			</h1>
			<Alert kind="warning" slim>
				<strong>{words.about}</strong> Unmasked, for the agency's own use: do not pass these figures or their files on.
			</Alert>
			<EarlierCounting run={run} />
			<ChoiceForm
				action={`/indicators/${indicator.id}/compare`}
				kept={{ place: place.id }}
				choices={[windowChoice(props.windows, run.window)]}
			/>
			{comparison.status === "not-compared" ? (
				<p className="usa-intro">
					{windowWords(run)}: not compared. {comparison.reason}
				</p>
			) : (
				<>
					{figure ? (
						<IndicatorChart figure={figure} href={comparisonPath(indicator.id, asked, "chart.svg")}>
							{" "}
							The dashed line is the rate of {place.name}.
						</IndicatorChart>
					) : null}
					<ComparisonTable indicator={indicator} place={place} window={run.window} comparison={comparison} />
					<p>
						<a className="usa-link" href={comparisonPath(indicator.id, asked, "table.csv")}>
							Download this table (CSV), unmasked
						</a>
					</p>
				</>
			)}
			<section aria-labelledby="how">
				<h2 id="how">How counties are compared</h2>
				<ul className="usa-list measure-5">
					<li>
						<strong>Adjusted</strong> is what the county's own children would have with the county's own tendency, over
						what they would have in an average county, times the rate of {place.name}. The tendency of a small county is
						drawn toward the average.
					</li>
					<li>{words.adjustedFor}</li>
					<li>{words.interval}</li>
					<li>
						A county is better or worse only when its whole interval lies on that side of the rate of {place.name}. With
						many counties, one in twenty would look different by chance alone.
					</li>
				</ul>
			</section>
			<RunSources run={run} />
		</Page>
	);
}
