import type { CsvCell } from "../../../documents/excel/write-csv.ts";
import { unitWords } from "../../../domain/measure/format-value.ts";
import { maskedMark } from "../../../domain/measure/masking.ts";
import {
	groupingLabels,
	type IndicatorCountProps,
	type IndicatorRunProps,
	type IndicatorWindowProps,
} from "../../../web/pages/indicators/indicator-props.ts";
import { earlierCountingWords } from "../../../web/pages/indicators/indicator-words.ts";
import type { IndicatorView } from "./indicator-view.ts";

/** What a page shows as a table to keep: headings and rows. Masked as the page is. */
export type IndicatorFile = {
	readonly headings: readonly string[];
	readonly rows: readonly (readonly CsvCell[])[];
};

/** Rows by period, or of the shown window by group; each says what it was counted from and by which rules. */
export function indicatorFile(view: IndicatorView): IndicatorFile {
	const { indicator, place, choices, windows, groups, shown } = view;
	const by = [choices.by, choices.by2].filter((each) => each !== undefined);
	const about = [place.name, place.code, indicator.id, indicator.label];
	const line = ({ run, result }: IndicatorWindowProps, labels: readonly string[], count?: IndicatorCountProps) => [
		...about,
		...[run.window, run.windowStart, run.windowEnd],
		...labels,
		...numbersOf(result, count),
		unitWords[indicator.unit],
		sightWords(view),
		notesOf(view, run),
		result.status === "counted" ? result.exceededChecks.join("; ") : "",
		run.dataAsOf,
		run.definitionVersion,
		Object.entries(run.options)
			.map(([name, value]) => `${name}=${value}`)
			.join("; "),
		[...run.files, ...(indicator.id === "ENTRY" ? (run.population?.files ?? []) : [])]
			.map(({ fileName, sha256 }) => `${fileName} ${sha256}`)
			.join("; "),
	];
	const named = windows.filter(({ result }) => result.status !== "not-applicable");
	return {
		headings: [
			...["place", "place code", "indicator", "indicator name", "window", "window start", "window end"],
			...by.flatMap((each) => [groupingLabels[each].toLowerCase(), `${groupingLabels[each].toLowerCase()} code`]),
			...["status", "numerator", "denominator", "observed", "unit", "masking", "note", "checks over their limit"],
			...["data as of", "definitions", "options", "files with checksum (SHA-256)"],
		],
		rows:
			by.length === 0
				? named.map((each) => line(each, []))
				: [
						line(
							shown,
							by.flatMap(() => ["All", ""]),
						),
						...groups.map((each) =>
							line(
								shown,
								by.flatMap((name) => [each.labels[name] ?? "", each.group[name] ?? ""]),
								each,
							),
						),
					],
	};
}

/** What must be said of a number beside it. */
function notesOf(view: IndicatorView, run: IndicatorRunProps): string {
	const { population } = run;
	return [
		view.isEstimate && run.window >= "22B23A" ? "local estimate, federal rule for AFCARS 2020 not verified" : "",
		view.indicator.id === "ENTRY" && population
			? `child population of 1 July ${population.year}${population.year === population.wantedYear ? "" : ` (the newest before 1 July ${population.wantedYear})`}: ${population.source}, published ${population.dataAsOf}`
			: "",
		run.goneFiles.length > 0 ? `from an earlier counting: ${earlierCountingWords(run)}` : "",
	]
		.filter((each) => each !== "")
		.join("; ");
}

function numbersOf(result: IndicatorWindowProps["result"], count: IndicatorCountProps | undefined): readonly CsvCell[] {
	if (result.status === "needs-files") return [`needs ${result.missing.join(", ")}`, "", "", ""];
	if (result.status === "not-applicable") return ["not counted in this window", "", "", ""];
	const { numerator, denominator, observed, isMasked } = count ?? result;
	const show = (value: number | null) => value ?? (isMasked ? maskedMark : "");
	return ["observed", show(numerator), show(denominator), show(observed)];
}

function sightWords({ isUnmasked }: IndicatorView): string {
	return isUnmasked
		? "unmasked, for the agency's own use"
		: "counts of 1 to 10 and what could give them away are replaced by *";
}
