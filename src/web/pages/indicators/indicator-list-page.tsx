import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { ChoiceForm, placeChoice } from "./choice-form.tsx";
import { IndicatorListTable } from "./indicator-list-table.tsx";
import { curvesPath, indicatorListPath, populationPath } from "./indicator-paths.ts";
import type {
	IndicatorNameProps,
	IndicatorRunProps,
	IndicatorSightProps,
	IndicatorWindowProps,
	PlaceProps,
} from "./indicator-props.ts";
import { contextWords, observedWords, p5EstimateWords, windowWords } from "./indicator-words.ts";
import { RunSources } from "./run-sources.tsx";
import { SightNotice } from "./sight-notice.tsx";

export type IndicatorListPageProps = IndicatorSightProps & {
	readonly frame: PageFrame;
	/** Places whose figures the person may see. */
	readonly places: readonly PlaceProps[];
	readonly place: PlaceProps;
	/** Whose files were counted; undefined when nothing was. */
	readonly countedFor: PlaceProps | undefined;
	/** The newest counting. */
	readonly newest: IndicatorRunProps | undefined;
	/** In the order of the federal profile. */
	readonly rows: readonly {
		readonly indicator: IndicatorNameProps;
		/** Newest first. */
		readonly windows: readonly IndicatorWindowProps[];
		/** What changed, and whether it is more than noise. */
		readonly changeWords?: string | undefined;
	}[];
	/** What is counted beside them: the entry rate and the visits. */
	readonly contextRows: IndicatorListPageProps["rows"];
};

/** The indicators of a place: one row each, for the newest window that could be counted. */
export function IndicatorListPage(props: IndicatorListPageProps) {
	const { frame, place, countedFor, newest, rows, contextRows } = props;
	const isPublic = props.mayReadUnmasked && !props.isUnmasked;
	return (
		<Page
			frame={frame}
			title={`Indicators, ${place.name}`}
			shortTitle="Indicators"
			breadcrumbs={[{ label: "Home", href: "/" }]}
		>
			<h1>
				Statewide data indicators
				<span className="display-block font-sans-lg text-normal">{place.name}</span>
			</h1>
			{props.places.length > 1 ? (
				<ChoiceForm
					action="/indicators"
					kept={{ public: isPublic ? "1" : undefined }}
					choices={[placeChoice(props.places, place.id)]}
				/>
			) : null}
			{newest && countedFor ? (
				<>
					<SightNotice
						{...props}
						publicPath={indicatorListPath({ place: place.id, isPublic: true })}
						ownPath={indicatorListPath({ place: place.id, isPublic: false })}
					/>
					<p className="measure-5">
						Counted from the files of {countedFor.name}, as of {formatDate(newest.dataAsOf)}. The newest window is the{" "}
						{windowWords(newest)}. An indicator that looks further ahead needs later files, so its newest window may be
						an earlier one. {observedWords}
					</p>
					<IndicatorListTable
						{...{ rows, isPublic, placeId: place.id }}
						label="Indicators"
						caption="The newest number of each indicator"
					/>
					<p className="measure-5">
						<a className="usa-link" href={curvesPath({ place: place.id, isPublic })}>
							{props.isUnmasked
								? "Follow children who entered or left care by month"
								: "Follow children who entered or left care in steps of six months"}
						</a>
						: time to permanency, {props.isUnmasked ? "length of stay, " : ""}and who came back.
					</p>
					<p className="measure-5">
						<strong>P5.</strong> {p5EstimateWords}
					</p>
					<section aria-labelledby="context">
						<h2 id="context">Beside the indicators</h2>
						<p className="measure-5">
							{contextWords} The entry rate is held against the{" "}
							<a className="usa-link" href={populationPath(place.id)}>
								child population
							</a>{" "}
							that was loaded; visits come from AFCARS 2020 files, by federal fiscal year.
						</p>
						<IndicatorListTable
							{...{ rows: contextRows, isPublic, placeId: place.id }}
							label="Beside the indicators"
							caption="The newest number of the entry rate and of the caseworker visits"
						/>
					</section>
					<RunSources run={newest} />
				</>
			) : (
				<p className="measure-5">
					Nothing has been counted for {place.name} yet. A data analyst or State analyst loads the AFCARS and NCANDS
					files; the indicators are then counted by themselves.{" "}
					<a className="usa-link" href="/help#indicators">
						Which files each indicator needs
					</a>
				</p>
			)}
		</Page>
	);
}
