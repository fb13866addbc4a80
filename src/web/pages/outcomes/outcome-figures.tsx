import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import type { Indicator } from "../../../domain/measure/indicator.ts";
import type { Observation } from "../../../domain/measure/measure-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DataTable } from "../parts/data-table.tsx";
import { groupWords, type SeriesProps } from "./outcome-props.ts";

/** The figures behind the trend, newest first, group by group, each with its source; and the same as a file. */
export function OutcomeFigures(props: {
	readonly series: readonly SeriesProps[];
	readonly loads: readonly Fact<"figure-load">[];
	readonly address: string;
}) {
	const [main, ...others] = props.series;
	if (!main) return null;
	return (
		<section aria-labelledby="figures">
			<h2 id="figures">Figures</h2>
			<FigureTable series={main} loads={props.loads} />
			{others.map((series) => (
				<details key={series.populationGroup} className="margin-y-2">
					<summary className="usa-link">
						{groupWords[series.populationGroup]}: {series.observations.length}{" "}
						{series.observations.length === 1 ? "figure" : "figures"}
					</summary>
					<FigureTable series={series} loads={props.loads} />
				</details>
			))}
			<p>
				<a className="usa-link" href={`${props.address}/figures.csv`}>
					Download these figures (CSV)
				</a>
				. In the file, counts of 1 to 10 and what could be worked out from them are replaced by *.
			</p>
		</section>
	);
}

/** Rows that stand open; earlier ones are folded away below. */
const openRows = 8;

function FigureTable({
	series,
	loads,
}: {
	readonly series: SeriesProps;
	readonly loads: readonly Fact<"figure-load">[];
}) {
	const newestFirst = series.observations.toReversed();
	const earlier = newestFirst.slice(openRows);
	const name = `${series.indicator.code}, ${groupWords[series.populationGroup].toLowerCase()}`;
	const rows = { indicator: series.indicator, loads };
	return (
		<>
			<FigureRows {...rows} caption={`${name}, newest period first`} figures={newestFirst.slice(0, openRows)} />
			{earlier.length > 0 ? (
				<details>
					<summary className="usa-link">Earlier figures ({earlier.length})</summary>
					<FigureRows {...rows} caption={`${name}, earlier periods`} figures={earlier} />
				</details>
			) : null}
		</>
	);
}

function FigureRows(props: {
	readonly indicator: Indicator;
	readonly figures: readonly Observation[];
	readonly loads: readonly Fact<"figure-load">[];
	readonly caption: string;
}) {
	const { indicator, figures, loads, caption } = props;
	return (
		<DataTable
			label={caption}
			caption={caption}
			columns={[
				{ label: "Period" },
				{ label: "Value", numeric: true },
				{ label: "Numerator", numeric: true },
				{ label: "Denominator", numeric: true },
				{ label: "Source" },
				{ label: "Data as of" },
				{ label: "Loaded from" },
			]}
			rows={figures.map((each) => {
				const load = loads.find(({ id }) => id === each.loadId);
				return {
					key: each.id,
					cells: [
						describePeriod(each.periodStart, each.periodEnd),
						indicator.unit ? formatValue(each.value, indicator.unit) : each.value,
						count(each.numerator),
						count(each.denominator),
						each.source,
						formatDate(each.dataAsOf),
						load ? (
							<a key="load" className="usa-link text-break" href={`/figures/loads/${load.id}`}>
								{load.fileName}
							</a>
						) : (
							"–"
						),
					],
				};
			})}
		/>
	);
}

function count(value: number | null): string {
	return value === null ? "–" : value.toLocaleString("en-US");
}
