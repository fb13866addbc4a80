import { formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { Alert } from "../../forms/alert.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { CohortChoiceForm } from "./cohort-choice-form.tsx";
import { EarlierCounting } from "./earlier-counting.tsx";
import { IndicatorChart } from "./indicator-chart.tsx";
import { curvesPath, indicatorListPath } from "./indicator-paths.ts";
import type { IndicatorRunProps, PlaceProps } from "./indicator-props.ts";
import { windowWords } from "./indicator-words.ts";
import { RunSources } from "./run-sources.tsx";

/** A table of the page, as it is shown and as its file holds it. */
export type CurveTableProps = {
	readonly label: string;
	readonly headings: readonly string[];
	readonly rows: readonly (readonly string[])[];
};

export type CurvesPageProps = {
	readonly frame: PageFrame;
	readonly places: readonly PlaceProps[];
	readonly place: PlaceProps;
	readonly cohort: "entry" | "exit";
	readonly windows: readonly { readonly window: string; readonly label: string }[];
	readonly groups: readonly { readonly group: string; readonly label: string }[];
	readonly group: string;
	readonly run: IndicatorRunProps;
	/** Nobody is seen after this day. */
	readonly filesEnd: PlainDate;
	/** How many children are followed in the curve. */
	readonly children: number;
	readonly figure: { readonly svg: string; readonly sentence: string };
	/** The months of the curve. */
	readonly months: CurveTableProps;
	/** Exit cohort: days in care when they left. */
	readonly stays: CurveTableProps | undefined;
};

const cohortWords = {
	entry: "Children who entered care: time to leaving it",
	exit: "Children who left care: time to coming back",
} as const;

/** An entry or exit cohort followed by month: a chart of steps beside its table with children at risk. */
export function CurvesPage(props: CurvesPageProps) {
	const { frame, place, cohort, group, run, figure, months, stays } = props;
	const asked = { place: place.id, cohort, window: run.window, group };
	const label = props.groups.find((each) => each.group === group)?.label ?? "All children";
	return (
		<Page
			frame={frame}
			title={`${cohortWords[cohort]}, ${place.name}`}
			shortTitle="Cohorts by month"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Indicators", href: indicatorListPath({ place: place.id, isPublic: false }) },
			]}
		>
			<h1>
				{cohortWords[cohort]}
				<span className="display-block font-sans-lg text-normal">{place.name}</span>
			</h1>
			<Alert kind="warning" slim>
				<strong>Unmasked, for the agency's own use.</strong> Most months have few children. Do not pass these figures or
				their files on.{" "}
				<a className="usa-link" href={curvesPath({ ...asked, isPublic: true })}>
					See the cohort as the public would, in steps of six months
				</a>
			</Alert>
			<EarlierCounting run={run} />
			<CohortChoiceForm {...props} isPublic={false} />
			<p className="usa-intro">
				{windowWords(run)}, {label}: {props.children.toLocaleString("en-US")} children followed to{" "}
				{formatDate(props.filesEnd)}.
			</p>
			<IndicatorChart figure={figure} href={curvesPath(asked, "chart.svg")} />
			<section aria-labelledby="months">
				<h2 id="months">By month</h2>
				<CurveTable {...months} caption={`${cohortWords[cohort]}, ${place.name}, ${label}, ${run.window}`} />
				<p>
					<a className="usa-link" href={curvesPath(asked, "table.csv")}>
						Download this table (CSV), unmasked
					</a>
				</p>
			</section>
			{stays ? (
				<section aria-labelledby="stays">
					<h2 id="stays">How long they had stayed</h2>
					<CurveTable {...stays} caption={`Days in care when they left, ${place.name}, ${label}, ${run.window}`} />
				</section>
			) : null}
			<section aria-labelledby="how">
				<h2 id="how">How this is worked out</h2>
				<ul className="usa-list measure-5">
					<li>
						<strong>At risk</strong>:{" "}
						{cohort === "entry"
							? "still in care, and seen for at least so many completed months."
							: "not back in care, under 18, and seen for at least so many completed months."}{" "}
						With few children at risk a figure says little.
					</li>
					<li>
						Percents are estimated for all children of the cohort (method of Aalen and Johansen): whoever is still{" "}
						{cohort === "entry" ? "in care" : "out of care"} when the files end counts for the time that was seen. Where
						nobody was seen for so long there is a dash.
					</li>
					<li>
						{cohort === "entry"
							? "The cohort is that of P1: stays under 8 days and stays without an exit reason are left out. Time of a trial home visit is not taken off here, so month 12 may lie a little below P1. Other exits are not to permanency; turning 18 is one of them."
							: "Every child counts once, by the first exit of the window. Coming back is followed for the exits that P4 counts: reunification, living with a relative, guardianship."}
					</li>
					<li>On this page children are followed to the end of the files that the window reads: up to 30 months.</li>
				</ul>
			</section>
			<RunSources run={run} />
		</Page>
	);
}

function CurveTable({ label, caption, headings, rows }: CurveTableProps & { readonly caption: string }) {
	return (
		<DataTable
			label={label}
			caption={caption}
			columns={headings.map((each, index) => ({ label: each, numeric: index > 0 }))}
			rows={rows.map((cells) => ({ key: cells[0] ?? "", cells: [...cells] }))}
		/>
	);
}
