import type { CsvCell } from "../../../documents/excel/write-csv.ts";
import { unitWords } from "../../../domain/measure/format-value.ts";
import { maskGroups } from "../../../domain/measure/mask-groups.ts";
import type { Shown } from "../../../domain/measure/masking.ts";
import type { Observation } from "../../../domain/measure/measure-facts.ts";
import type { OutcomeView } from "../../../operations/get-outcome.ts";

const headings = [
	"place",
	"place code",
	"indicator",
	"indicator name",
	"vintage",
	"population group",
	"period start",
	"period end",
	"numerator",
	"denominator",
	"value",
	"unit",
	"source",
	"data as of",
	"file",
	"file checksum (SHA-256)",
] as const;

/**
 * The figures of an outcome as rows of a file, oldest first. It leaves Throughline, so small counts and what they could be
 * worked out from are masked (design, invariant 6), by `mark`.
 */
export function outcomeFile(view: OutcomeView, mark: string): readonly (readonly CsvCell[])[] {
	const { jurisdiction, indicator, series, loads } = view;
	const unit = indicator.unit ?? "count";
	const show = (shown: Shown | null | undefined) => (!shown ? "" : shown.masked ? mark : shown.value);
	return [
		headings,
		...periodsOf(series).flatMap((figures) => {
			const masked = maskGroups(figures, unit);
			return figures.map((figure, index) => {
				const load = loads.find((each) => each.id === figure.loadId);
				const { numerator, denominator, value } = masked[index] ?? {};
				return [
					jurisdiction.name,
					jurisdiction.code,
					indicator.code,
					indicator.label ?? "",
					indicator.vintage,
					figure.populationGroup,
					figure.periodStart,
					figure.periodEnd,
					show(numerator),
					show(denominator),
					show(value),
					indicator.unit ? unitWords[indicator.unit] : "",
					figure.source,
					figure.dataAsOf,
					load?.fileName ?? "",
					load?.sha256 ?? "",
				];
			});
		}),
	];
}

/** The figures of all groups by period, oldest first: they are masked together. */
function periodsOf(series: OutcomeView["series"]): readonly (readonly Observation[])[] {
	const periods = new Map<string, Observation[]>();
	for (const figure of series.flatMap((each) => each.observations)) {
		const key = `${figure.periodEnd} ${figure.periodStart}`;
		periods.set(key, [...(periods.get(key) ?? []), figure]);
	}
	return [...periods].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, figures]) => figures);
}
