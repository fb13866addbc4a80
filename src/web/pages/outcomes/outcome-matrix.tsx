import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import type { Indicator } from "../../../domain/measure/indicator.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DataTable } from "../parts/data-table.tsx";
import { verdictWords } from "../parts/verdict-tag.tsx";
import { outcomeAddress, type SeriesProps } from "./outcome-props.ts";

/** Places down, indicators of one set across: the newest figure of each and how it stands, in words. */
export function OutcomeMatrix(props: {
	readonly title: string;
	readonly jurisdictions: readonly Fact<"jurisdiction">[];
	readonly indicators: readonly Indicator[];
	readonly series: readonly SeriesProps[];
}) {
	const { jurisdictions, series } = props;
	const indicators = props.indicators.filter((each) => series.some((one) => one.indicator.code === each.code));
	const cells = new Map(series.map((each) => [`${each.jurisdictionId} ${each.indicator.code}`, each]));
	const places = jurisdictions.filter((place) => series.some((each) => each.jurisdictionId === place.id));
	return (
		<>
			<DataTable
				label={`${props.title}, by place`}
				caption="The newest figure of each indicator. A dash means that no figure has been loaded."
				columns={[{ label: "Place" }, ...indicators.map(({ code }) => ({ label: code }))]}
				rows={places.map((place) => ({
					key: place.id,
					cells: [
						<a key="place" className="usa-link" href={`/outcomes/${place.id}`}>
							{place.name}
						</a>,
						...indicators.map((indicator) => (
							<MatrixCell key={indicator.code} series={cells.get(`${place.id} ${indicator.code}`)} place={place.name} />
						)),
					],
				}))}
			/>
			<dl className="code-list">
				{indicators.map(({ code, label }) => (
					<div key={code}>
						<dt>{code}</dt>
						<dd>{label}</dd>
					</div>
				))}
			</dl>
		</>
	);
}

function MatrixCell({ series, place }: { readonly series: SeriesProps | undefined; readonly place: string }) {
	if (!series) return <>–</>;
	const { indicator, latest, judgement } = series;
	return (
		<a className="usa-link" href={outcomeAddress(series.jurisdictionId, indicator)}>
			{indicator.unit ? formatValue(latest.value, indicator.unit).replace(/ .*/, "") : latest.value}
			<span className="display-block font-body-2xs">{verdictWords[judgement.verdict]}</span>
			<span className="usa-sr-only">
				, {indicator.code} in {place}, {describePeriod(latest.periodStart, latest.periodEnd)}
			</span>
		</a>
	);
}
