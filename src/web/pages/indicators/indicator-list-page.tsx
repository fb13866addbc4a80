import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { IndicatorListTable } from "./indicator-list-table.tsx";
import { curvesPath, indicatorListPath } from "./indicator-paths.ts";
import type {
	IndicatorNameProps,
	IndicatorRunProps,
	IndicatorSightProps,
	IndicatorWindowProps,
	PlaceProps,
} from "./indicator-props.ts";
import { observedWords, p5EstimateWords, windowWords } from "./indicator-words.ts";
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
};

/** The indicators of a place: one row each, for the newest window that could be counted. */
export function IndicatorListPage(props: IndicatorListPageProps) {
	const { frame, place, countedFor, newest, rows } = props;
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
				<form method="get" action="/indicators" className="usa-form">
					<SelectField
						name="place"
						label="Place"
						options={props.places.map(({ id, name }) => ({ value: id, label: name }))}
						value={place.id}
					/>
					{props.mayReadUnmasked && !props.isUnmasked ? <input type="hidden" name="public" value="1" /> : null}
					<button type="submit" className="usa-button usa-button--outline">
						Show
					</button>
				</form>
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
					<IndicatorListTable rows={rows} placeId={place.id} isPublic={props.mayReadUnmasked && !props.isUnmasked} />
					{props.isUnmasked ? (
						<p className="measure-5">
							<a className="usa-link" href={curvesPath({ place: place.id })}>
								Follow children who entered or left care by month
							</a>
							: time to permanency, length of stay, and who came back.
						</p>
					) : null}
					<p className="measure-5">
						<strong>P5.</strong> {p5EstimateWords}
					</p>
					<p className="measure-5">
						<strong>Foster care entry rate.</strong> It needs a file of the child population beside the AFCARS files. It
						is counted by the command line (<code>throughline indicators --population</code>) and not kept here yet.
					</p>
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
