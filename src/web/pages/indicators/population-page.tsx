import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Alert } from "../../forms/alert.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { FileField } from "../../forms/file-field.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FigureProblem } from "../figures/figure-props.ts";
import { ProblemDownload } from "../figures/problem-download.tsx";
import { ProblemTables } from "../figures/problem-table.tsx";
import { DataTable } from "../parts/data-table.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import { ChoiceForm, placeChoice } from "./choice-form.tsx";
import { indicatorListPath, indicatorPath, populationPath } from "./indicator-paths.ts";
import type { PlaceProps } from "./indicator-props.ts";

/** What became of a file that was sent. */
export type PopulationOutcome = {
	readonly result: "taken" | "refused";
	readonly fileName: string;
	readonly words: string;
	readonly problems: readonly FigureProblem[];
};

/** How many years a table has beside each other; the file has all. */
const mostYears = 6;

/** The child population of a place by county and year, where it is from, and the form that loads it. */
export function PopulationPage(props: {
	readonly frame: PageFrame;
	readonly places: readonly PlaceProps[];
	readonly place: PlaceProps;
	/** Newest year first. */
	readonly rows: readonly Fact<"child-population">[];
	/** The name of each county by its code. */
	readonly countyNames: ReadonlyMap<string, string>;
	readonly mayLoad: boolean;
	readonly form: FormState;
	readonly outcome?: PopulationOutcome | undefined;
}) {
	const { frame, place, rows, form, outcome } = props;
	const title = `Child population, ${place.name}`;
	return (
		<Page
			frame={frame}
			title={title}
			shortTitle="Child population"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Indicators", href: indicatorListPath({ place: place.id, isPublic: false }) },
			]}
		>
			<ErrorSummary problems={form.problems} />
			<h1>
				Child population
				<span className="display-block font-sans-lg text-normal">{place.name}</span>
			</h1>
			{outcome ? <Outcome outcome={outcome} place={place} /> : null}
			<p className="measure-5">
				How many children of 0 to 17 years live in each county, as of 1 July. The{" "}
				<a className="usa-link" href={indicatorPath("ENTRY", { place: place.id, isPublic: false })}>
					foster care entry rate
				</a>{" "}
				is held against it.
			</p>
			{props.places.length > 1 ? (
				<ChoiceForm action="/indicators/population" choices={[placeChoice(props.places, place.id)]} />
			) : null}
			{rows.length === 0 ? (
				<p>No child population of {place.name} has been loaded yet.</p>
			) : (
				<Numbers rows={rows} place={place} countyNames={props.countyNames} />
			)}
			{props.mayLoad ? (
				<PopulationForm place={place} form={form} />
			) : (
				<p>Data analysts and planners of a State or county load its child population.</p>
			)}
		</Page>
	);
}

function Outcome({ outcome, place }: { readonly outcome: PopulationOutcome; readonly place: PlaceProps }) {
	const { fileName, words, problems } = outcome;
	const isTaken = outcome.result === "taken";
	return (
		<>
			<Alert kind={isTaken ? "success" : "error"} slim>
				<span className="text-break">{fileName}</span>: {words}
				{isTaken ? (
					<>
						{" "}
						<a className="usa-link" href={populationPath(place.id)}>
							Go on
						</a>
					</>
				) : null}
			</Alert>
			<ProblemTables problems={problems} />
			{problems.length > 0 ? <ProblemDownload fileName={fileName} problems={problems} /> : null}
		</>
	);
}

function Numbers(props: {
	readonly rows: readonly Fact<"child-population">[];
	readonly place: PlaceProps;
	readonly countyNames: ReadonlyMap<string, string>;
}) {
	const { rows, place, countyNames } = props;
	const years = [...new Set(rows.map(({ year }) => year))];
	const shown = years.slice(0, mostYears);
	const counties = [...new Set(rows.map(({ county }) => county))].sort();
	const numbers = new Map(rows.map(({ county, year, population }) => [`${county} ${year}`, population]));
	const sources = [
		...new Map(
			rows.map(({ source, dataAsOf, fileName, sha256 }) => [
				`${sha256} ${source} ${dataAsOf}`,
				{ source, dataAsOf, fileName, sha256, years: [] as number[] },
			]),
		),
	].map(([key, each]) => ({
		...each,
		years: years.filter((year) =>
			rows.some((row) => row.year === year && `${row.sha256} ${row.source} ${row.dataAsOf}` === key),
		),
	}));
	return (
		<section aria-labelledby="numbers">
			<h2 id="numbers">By county and year</h2>
			<DataTable
				label="Child population"
				caption={`Children of 0 to 17 years, ${place.name}`}
				columns={[{ label: "County" }, ...shown.map((year) => ({ label: String(year), numeric: true }))]}
				rows={counties.map((county) => ({
					key: county,
					cells: [
						county === "" ? "Whole State" : (countyNames.get(county) ?? county),
						...shown.map((year) => numbers.get(`${county} ${year}`)?.toLocaleString("en-US") ?? "–"),
					],
				}))}
			/>
			<p>
				{years.length > shown.length ? `The newest ${mostYears} years are shown. ` : ""}
				<a className="usa-link" href={`/indicators/population/table.csv?place=${place.id}`}>
					Download all of it with its sources (CSV)
				</a>
			</p>
			<h2>Where it is from</h2>
			<DataTable
				label="Sources"
				caption="Files that were loaded"
				columns={[
					{ label: "Source" },
					{ label: "Published" },
					{ label: "Years" },
					{ label: "File" },
					{ label: "Checksum (SHA-256)" },
				]}
				rows={sources.map(({ source, dataAsOf, fileName, sha256, years: of }) => ({
					key: `${sha256} ${source} ${dataAsOf}`,
					cells: [
						source,
						formatDate(dataAsOf),
						of.join(", "),
						<span key="name" className="text-break">
							{fileName}
						</span>,
						<span key="sum" className="checksum">
							{sha256}
						</span>,
					],
				}))}
			/>
		</section>
	);
}

function PopulationForm({ place, form }: { readonly place: PlaceProps; readonly form: FormState }) {
	return (
		<section aria-labelledby="load">
			<h2 id="load">Load child population</h2>
			<p className="measure-5">
				A file has a row a county and year: the county’s code of five digits (nothing for the whole State), the year,
				and the children of 0 to 17 years. Start from the{" "}
				<a className="usa-link" href="/indicators/population/template.csv">
					template
				</a>
				. It is taken whole or not at all; the same numbers twice change nothing. The entry rate is then counted anew by
				itself.{" "}
				<a className="usa-link" href="/help/extract-problems#population">
					What can be wrong with a file
				</a>
			</p>
			<form
				method="post"
				action={populationPath(place.id)}
				encType="multipart/form-data"
				className="usa-form usa-form--large"
			>
				<input type="hidden" name="jurisdictionId" value={place.id} />
				<TextField
					name="source"
					label="Source"
					hint="Who estimated it, such as Census Bureau, vintage 2024"
					width="xl"
					maxLength={300}
					value={form.values.source}
					error={findProblem(form.problems, "source")}
				/>
				<DateField
					name="dataAsOf"
					label="Published on"
					value={form.values.dataAsOf}
					error={findProblem(form.problems, "dataAsOf")}
				/>
				<FileField
					name="file"
					label="File of the population"
					hint="CSV or Excel (.xlsx), at most 25 MB"
					accept=".csv,.txt,.tsv,.xlsx,.xlsm"
					error={findProblem(form.problems, "file")}
				/>
				<button type="submit" className="usa-button">
					Load the population
				</button>
			</form>
		</section>
	);
}
