import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { CohortChoiceForm } from "./cohort-choice-form.tsx";
import { EarlierCounting } from "./earlier-counting.tsx";
import { IndicatorChart } from "./indicator-chart.tsx";
import { curvesPath, indicatorListPath, indicatorPath } from "./indicator-paths.ts";
import type { IndicatorRunProps, IndicatorSightProps, PlaceProps } from "./indicator-props.ts";
import { countWords, windowWords } from "./indicator-words.ts";
import { RunSources } from "./run-sources.tsx";
import { SightNotice } from "./sight-notice.tsx";

/** One number of a cohort; null and masked where it is small or would give a small one away. */
export type CohortStepProps = {
	readonly step: "by-6" | "by-12" | "by-18" | "other" | "in-care";
	readonly children: number | null;
	readonly percent: number | null;
	readonly isMasked: boolean;
};

export type CohortStepsPageProps = IndicatorSightProps & {
	readonly frame: PageFrame;
	readonly places: readonly PlaceProps[];
	readonly place: PlaceProps;
	readonly cohort: "entry" | "exit";
	readonly windows: readonly { readonly window: string; readonly label: string }[];
	readonly groups: readonly { readonly group: string; readonly label: string }[];
	readonly group: string;
	readonly run: IndicatorRunProps;
	/** The size of the cohort; null where it is masked. */
	readonly children: number | null;
	readonly steps: readonly CohortStepProps[];
	readonly figure: { readonly svg: string; readonly sentence: string } | undefined;
};

const titles = {
	entry: "Children who entered care: time to leaving it",
	exit: "Children who left care: time to coming back",
} as const;

/** The words of each step, as the page and its file have them. */
export const stepWords = {
	entry: {
		"by-6": "Left to permanency within 6 months",
		"by-12": "Left to permanency within 12 months (P1)",
		"by-18": "Left to permanency within 18 months",
		other: "Left otherwise within 18 months",
		"in-care": "In care after 18 months",
	},
	exit: {
		"by-6": "Back in care within 6 months",
		"by-12": "Back in care within 12 months (P4)",
		"by-18": "Back in care within 18 months",
		other: "–",
		"in-care": "–",
	},
} as const;

/** An entry or exit cohort in steps of six months, masked: the form of the curves for everybody who may see figures. */
export function CohortStepsPage(props: CohortStepsPageProps) {
	const { frame, place, cohort, group, run, children, steps, figure } = props;
	const isPublic = props.mayReadUnmasked;
	const asked = { place: place.id, cohort, window: run.window, group, isPublic };
	const label = props.groups.find((each) => each.group === group)?.label ?? "All children";
	const indicator = cohort === "entry" ? "P1" : "P4";
	return (
		<Page
			frame={frame}
			title={`${titles[cohort]}, ${place.name}`}
			shortTitle="Cohorts in steps"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Indicators", href: indicatorListPath({ place: place.id, isPublic }) },
			]}
		>
			<h1>
				{titles[cohort]}
				<span className="display-block font-sans-lg text-normal">{place.name}</span>
			</h1>
			<SightNotice {...props} publicPath={curvesPath(asked)} ownPath={curvesPath({ ...asked, isPublic: false })} />
			<EarlierCounting run={run} />
			<CohortChoiceForm {...props} isPublic={isPublic} />
			<p className="usa-intro">
				{windowWords(run)}, {label}:{" "}
				{children === null ? "a number of children that is not shown" : `${countWords(children, false)} children`}.
			</p>
			{figure ? <IndicatorChart figure={figure} href={curvesPath(asked, "chart.svg")} /> : null}
			<section aria-labelledby="steps">
				<h2 id="steps">In steps of six months</h2>
				<DataTable
					label="In steps of six months"
					caption={`${titles[cohort]}, ${place.name}, ${label}, ${run.window}`}
					columns={[{ label: "By then" }, { label: "Children", numeric: true }, { label: "Percent", numeric: true }]}
					rows={steps.map((each) => ({
						key: each.step,
						cells: [
							stepWords[cohort][each.step],
							countWords(each.children, each.isMasked),
							each.percent === null ? countWords(null, each.isMasked) : `${each.percent.toFixed(1)}%`,
						],
					}))}
				/>
				<p>
					<a className="usa-link" href={curvesPath(asked, "table.csv")}>
						Download this table (CSV), masked
					</a>
				</p>
			</section>
			<section aria-labelledby="how">
				<h2 id="how">How this is worked out</h2>
				<ul className="usa-list measure-5">
					<li>
						The cohort is that of{" "}
						<a className="usa-link" href={indicatorPath(indicator, { place: place.id, window: run.window, isPublic })}>
							{indicator}
						</a>
						, and its number at 12 months is that of {indicator}, to the last child. Each child was seen for all of
						these months, so nothing is estimated.
					</li>
					<li>
						Counts of 1 to 10 are not shown, nor what could give them away beside all that is shown of {indicator}.
						Month by month most numbers are that small: curves are for people who may see the files.
					</li>
				</ul>
			</section>
			<RunSources run={run} />
		</Page>
	);
}
