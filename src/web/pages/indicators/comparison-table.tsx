import { formatValue } from "../../../domain/measure/format-value.ts";
import type { Unit } from "../../../domain/measure/measure-facts.ts";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag, type Tone } from "../parts/status-tag.tsx";
import type { IndicatorNameProps, PlaceProps } from "./indicator-props.ts";

export type ComparedCountyProps = {
	readonly county: string;
	readonly label: string;
	readonly children: number;
	readonly observed: number;
	readonly adjusted: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
	readonly judgement: "better" | "no-different" | "worse" | "too-few-children" | "county-not-known";
};

export type ComparisonTableProps = {
	readonly indicator: IndicatorNameProps;
	readonly place: PlaceProps;
	readonly window: string;
	readonly comparison: {
		readonly state: { readonly children: number; readonly observed: number };
		readonly standardDeviation: number;
		readonly ages: readonly string[];
		readonly counties: readonly ComparedCountyProps[];
		/** A county with fewer is not judged. */
		readonly fewestChildren: number;
	};
};

/** How a county stands beside its State; also in files. */
export const comparedWords: Readonly<Record<ComparedCountyProps["judgement"], string>> = {
	better: "Better",
	"no-different": "No different",
	worse: "Worse",
	"too-few-children": "Not judged: too few children",
	"county-not-known": "Not judged: county not known",
};

const tones: Readonly<Partial<Record<ComparedCountyProps["judgement"], Tone>>> = {
	better: "good",
	"no-different": "quiet",
	worse: "bad",
};

/** Every county with its observed and adjusted figure, the interval, and how it stands beside the State. */
export function ComparisonTable({ indicator, place, window, comparison }: ComparisonTableProps) {
	const { state, counties, ages, standardDeviation, fewestChildren } = comparison;
	const joined = ages.filter((each) => each.includes(" to "));
	return (
		<section aria-labelledby="table">
			<h2 id="table">By county</h2>
			<p className="measure-5">
				{place.name}: <strong>{formatValue(state.observed, indicator.unit)}</strong> observed,{" "}
				{state.children.toLocaleString("en-US")} children. {tallyWords(counties)}
				{standardDeviation === 0
					? " The counties differ no more than chance makes them, so no interval is given and none is judged different."
					: ""}
			</p>
			<DataTable
				label="Counties compared"
				caption={`${indicator.id} in the counties of ${place.name}, ${window}: local approximation, not federal`}
				columns={[
					{ label: "County" },
					{ label: "Children", numeric: true },
					{ label: "Observed", numeric: true },
					{ label: "Adjusted", numeric: true },
					{ label: "95% interval" },
					{ label: `Beside ${place.name}` },
				]}
				rows={counties.map((each) => ({
					key: each.county,
					cells: [
						each.label,
						each.children.toLocaleString("en-US"),
						number(each.observed, indicator.unit),
						number(each.adjusted, indicator.unit),
						each.lower === null || each.upper === null
							? "–"
							: `${number(each.lower, indicator.unit)} to ${number(each.upper, indicator.unit)}`,
						<Judgement key="judgement" judgement={each.judgement} />,
					],
				}))}
			/>
			<p className="measure-5">
				A county with fewer than {fewestChildren} children is not judged; it stays in the fit.
				{joined.length > 0
					? ` Ages were joined because one of them had no events, or nothing but events: ${joined.join("; ")}.`
					: ""}
			</p>
		</section>
	);
}

function Judgement({ judgement }: Pick<ComparedCountyProps, "judgement">) {
	const tone = tones[judgement];
	return tone ? <StatusTag tone={tone}>{comparedWords[judgement]}</StatusTag> : comparedWords[judgement];
}

function tallyWords(counties: readonly ComparedCountyProps[]): string {
	const tally = (judgement: ComparedCountyProps["judgement"]) =>
		counties.filter((each) => each.judgement === judgement).length;
	const judged = tally("better") + tally("worse") + tally("no-different");
	return `Of ${judged} ${judged === 1 ? "county" : "counties"} that could be judged, ${tally("better")} better, ${tally("no-different")} no different, ${tally("worse")} worse.`;
}

/** Without the words of the unit: they stand above the table. */
function number(value: number | null, unit: Unit): string {
	return value === null ? "–" : formatValue(value, unit).replace(/ per .*$/, "");
}
