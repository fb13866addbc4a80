import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
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

function FigureTable({
	series,
	loads,
}: {
	readonly series: SeriesProps;
	readonly loads: readonly Fact<"figure-load">[];
}) {
	const { indicator, observations, populationGroup } = series;
	const caption = `${indicator.code}, ${groupWords[populationGroup].toLowerCase()}, newest period first`;
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
			rows={observations.toReversed().map((each) => {
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
