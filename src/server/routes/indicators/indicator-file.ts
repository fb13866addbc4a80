import type { CsvCell } from "../../../documents/excel/write-csv.ts";
import { maskedMark } from "../../../domain/measure/masking.ts";
import type { IndicatorTable } from "../../../operations/outputs/indicator-outputs.ts";

/** A table of an indicator as rows of a file: the total first, masked numbers as a mark. */
export function indicatorFile(table: IndicatorTable): readonly (readonly CsvCell[])[] {
	const { indicator, jurisdiction, run, by, total, rows } = table;
	const show = (value: number | null, isMasked: boolean) => value ?? (isMasked ? maskedMark : "");
	const line = (labels: readonly string[], count: IndicatorTable["rows"][number] | typeof total): readonly CsvCell[] =>
		"numerator" in count
			? [
					...[jurisdiction.name, jurisdiction.code, indicator, run.window, ...labels],
					show(count.numerator, count.isMasked),
					show(count.denominator, count.isMasked),
					show(count.observed, count.isMasked),
					...[run.dataAsOf, run.definitionVersion],
				]
			: [
					jurisdiction.name,
					jurisdiction.code,
					indicator,
					run.window,
					...labels,
					"",
					"",
					"",
					run.dataAsOf,
					run.definitionVersion,
				];
	return [
		[
			"place",
			"place code",
			"indicator",
			"window",
			...by,
			"numerator",
			"denominator",
			"observed",
			"data as of",
			"definitions",
		],
		line(
			by.map((_, index) => (index === 0 ? "all" : "")),
			total,
		),
		...rows.map((row) =>
			line(
				by.map((each) => row.labels[each] ?? ""),
				row,
			),
		),
	];
}
