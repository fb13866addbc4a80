import { Alert } from "../../forms/alert.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { type DisparityProps, DisparityTable } from "./disparity-table.tsx";
import { EarlierCounting } from "./earlier-counting.tsx";
import { GroupTable } from "./group-table.tsx";
import { IndicatorChart } from "./indicator-chart.tsx";
import { IndicatorChoiceForm } from "./indicator-choice-form.tsx";
import {
	comparisonPath,
	type IndicatorChoices,
	indicatorListPath,
	indicatorPath,
	recordsPath,
} from "./indicator-paths.ts";
import type {
	GroupingName,
	GroupRowProps,
	IndicatorNameProps,
	IndicatorSightProps,
	IndicatorWindowProps,
	PlaceProps,
	QualityCheckProps,
} from "./indicator-props.ts";
import { IndicatorSummary } from "./indicator-summary.tsx";
import { contextWords, countedWords, observedWords, p5EstimateWords } from "./indicator-words.ts";
import { PeriodTable } from "./period-table.tsx";
import { QualityTable } from "./quality-table.tsx";
import { RunSources } from "./run-sources.tsx";
import { SightNotice } from "./sight-notice.tsx";

export type IndicatorPageProps = IndicatorSightProps & {
	readonly frame: PageFrame;
	readonly indicator: IndicatorNameProps;
	readonly places: readonly PlaceProps[];
	readonly place: PlaceProps;
	readonly choices: IndicatorChoices;
	/** Newest first. */
	readonly windows: readonly IndicatorWindowProps[];
	/** The window that is shown. */
	readonly shown: IndicatorWindowProps;
	/** The groups asked for; none when the table is by period. */
	readonly groups: readonly GroupRowProps[];
	/** Of the files of the shown window; undefined where numbers are masked. */
	readonly checks: readonly QualityCheckProps[] | undefined;
	readonly figure: { readonly svg: string; readonly sentence: string };
	readonly mayReadCases: boolean;
	/** May see the counties of what was counted compared. */
	readonly mayCompare: boolean;
	/** What its table can be cut by. */
	readonly groupings: readonly GroupingName[];
	/** May two of them be crossed? */
	readonly mayCross: boolean;
	/** What the law asks for, and whether it is met. */
	readonly limitWords?: string | undefined;
	/** P5 from AFCARS 2020 files. */
	readonly isEstimate: boolean;
	/** What changed, and whether it is more than noise. */
	readonly change?: { readonly sentence: string; readonly judgedBy: string } | undefined;
	/** Only in a table by race and ethnicity. */
	readonly disparity?: DisparityProps | undefined;
};

/** One indicator of a place: chart and table by period or by groups, what puts it in doubt, and how it was counted. */
export function IndicatorPage(props: IndicatorPageProps) {
	const { frame, indicator, place, choices, shown } = props;
	const words = countedWords[indicator.id];
	return (
		<Page
			frame={frame}
			title={`${indicator.title}, ${place.name}`}
			shortTitle={indicator.shortTitle}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Indicators", href: indicatorListPath(choices) },
			]}
		>
			<h1>
				{indicator.title}
				<span className="display-block font-sans-lg text-normal">{place.name}</span>
			</h1>
			<SightNotice
				{...props}
				publicPath={indicatorPath(indicator.id, { ...choices, isPublic: true })}
				ownPath={indicatorPath(indicator.id, { ...choices, isPublic: false })}
			/>
			<EarlierCounting run={shown.run} />
			<IndicatorSummary indicator={indicator} shown={shown} />
			{props.limitWords ? <p className="measure-5">{props.limitWords}</p> : null}
			{props.change ? (
				<>
					<p className="measure-5">{props.change.sentence}</p>
					<details className="measure-5">
						<summary>How change is judged</summary>
						<p>{props.change.judgedBy}</p>
					</details>
				</>
			) : null}
			{props.isEstimate ? (
				<Alert kind="warning" slim>
					<strong>Local estimate; federal rule for AFCARS 2020 not verified.</strong> {p5EstimateWords}
				</Alert>
			) : null}
			<IndicatorChoiceForm {...props} />
			<IndicatorChart figure={props.figure} href={indicatorPath(indicator.id, choices, "chart.svg")} />
			<section aria-labelledby="table">
				<h2 id="table">{choices.by ? "By group" : "By period"}</h2>
				{choices.by ? <GroupTable {...props} by={choices.by} /> : <PeriodTable {...props} />}
				<p>
					Download this table:{" "}
					<a className="usa-link" href={indicatorPath(indicator.id, choices, "table.csv")}>
						CSV
					</a>
					,{" "}
					<a className="usa-link" href={indicatorPath(indicator.id, choices, "table.xlsx")}>
						Excel
					</a>
					. The files hold what is shown here, {props.isUnmasked ? "unmasked" : "masked in the same way"}.
				</p>
				<p>
					<a className="usa-link" href={`/equity/${place.id}?measure=${encodeURIComponent(indicator.id)}`}>
						This measure by every group, with the disparity index
					</a>
				</p>
				{props.mayCompare && props.isUnmasked && shown.result.status === "counted" ? (
					<p>
						<a className="usa-link" href={comparisonPath(indicator.id, { place: place.id, window: shown.run.window })}>
							Compare counties, given the ages of their children
						</a>{" "}
						(a local approximation, not federal).
					</p>
				) : null}
				{props.mayReadCases && shown.result.status === "counted" ? (
					<p>
						<a className="usa-link" href={recordsPath(indicator.id, { place: place.id, window: shown.run.window })}>
							See the records behind the number of {shown.run.window}
						</a>{" "}
						(case-level data; each look is{" "}
						<a className="usa-link" href={`/indicators/looks?place=${place.id}`}>
							written down
						</a>
						).
					</p>
				) : null}
			</section>
			{props.disparity ? <DisparityTable {...props.disparity} /> : null}
			<section aria-labelledby="meaning">
				<h2 id="meaning">What is counted</h2>
				<ul className="usa-list">
					<li>Numerator: {words?.numerator}.</li>
					<li>Denominator: {words?.denominator}.</li>
					<li>{indicator.hasChecks ? observedWords : contextWords}</li>
				</ul>
			</section>
			{indicator.hasChecks ? <QualityTable checks={props.checks} window={shown.run.window} /> : null}
			<RunSources run={shown.run} />
		</Page>
	);
}
