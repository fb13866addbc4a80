import type { CsvCell } from "../../../documents/excel/write-csv.ts";
import { unitWords } from "../../../domain/measure/format-value.ts";
import { maskFigure, type Shown } from "../../../domain/measure/masking.ts";
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
	const show = (shown: Shown | null) => (shown === null ? "" : shown.masked ? mark : shown.value);
	return [
		headings,
		...series.flatMap(({ observations }) =>
			observations.map((figure) => {
				const masked = maskFigure(figure, unit);
				const load = loads.find((each) => each.id === figure.loadId);
				return [
					jurisdiction.name,
					jurisdiction.code,
					indicator.code,
					indicator.label ?? "",
					indicator.vintage,
					figure.populationGroup,
					figure.periodStart,
					figure.periodEnd,
					show(masked.numerator),
					show(masked.denominator),
					show(masked.value),
					indicator.unit ? unitWords[indicator.unit] : "",
					figure.source,
					figure.dataAsOf,
					load?.fileName ?? "",
					load?.sha256 ?? "",
				];
			}),
		),
	];
}
