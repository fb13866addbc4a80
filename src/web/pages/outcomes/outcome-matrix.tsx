import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import type { Indicator } from "../../../domain/measure/indicator.ts";
import type { Verdict } from "../../../domain/measure/judgement.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DataTable } from "../parts/data-table.tsx";
import { outcomeAddress, type SeriesProps } from "./outcome-props.ts";

const shortVerdicts: Readonly<Record<Verdict, string>> = {
	meets: "Meets",
	below: "Falls short",
	"no-standard": "No standard",
	"not-comparable": "Not judged",
};

/** Indicators of one set down, places across: the newest figure of each and how it stands, in words. */
export function OutcomeMatrix(props: {
	readonly title: string;
	readonly jurisdictions: readonly Fact<"jurisdiction">[];
	readonly indicators: readonly Indicator[];
	readonly series: readonly SeriesProps[];
}) {
	const { series } = props;
	const cells = new Map(series.map((each) => [`${each.jurisdictionId} ${each.indicator.code}`, each]));
	const places = props.jurisdictions.filter((place) => series.some((each) => each.jurisdictionId === place.id));
	return (
		<DataTable
			label={`${props.title}, by place`}
			caption="The newest figure of each indicator. A dash means that no figure has been loaded."
			columns={[{ label: "Outcome" }, ...places.map(({ name }) => ({ label: name }))]}
			rows={props.indicators
				.filter((indicator) => series.some((each) => each.indicator.code === indicator.code))
				.map((indicator) => ({
					key: indicator.code,
					cells: [
						`${indicator.code} ${indicator.label ?? ""}`,
						...places.map((place) => (
							<MatrixCell key={place.id} series={cells.get(`${place.id} ${indicator.code}`)} place={place.name} />
						)),
					],
				}))}
		/>
	);
}

function MatrixCell({ series, place }: { readonly series: SeriesProps | undefined; readonly place: string }) {
	if (!series) return <>–</>;
	const { indicator, latest, judgement } = series;
	return (
		<a className="usa-link" href={outcomeAddress(series.jurisdictionId, indicator)}>
			{indicator.unit ? formatValue(latest.value, indicator.unit).replace(/ .*/, "") : latest.value}
			<span className={`display-block font-body-2xs${judgement.verdict === "below" ? " text-bold" : ""}`}>
				{shortVerdicts[judgement.verdict]}
			</span>
			<span className="usa-sr-only">
				, {indicator.code} in {place}, {describePeriod(latest.periodStart, latest.periodEnd)}
			</span>
		</a>
	);
}
