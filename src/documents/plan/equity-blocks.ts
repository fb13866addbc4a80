import {
	type EquityCounts,
	type EquityGrouping,
	type EquityMeasure,
	equityCountTexts,
	equitySentence,
} from "../../domain/measure/disparity/equity-measure.ts";
import { formatValue, unitWords } from "../../domain/measure/format-value.ts";
import { maskedMark } from "../../domain/measure/masking.ts";
import { cell, paragraph, table, tableRow } from "../neutral/build-blocks.ts";
import type { ContentBlock, TableRow } from "../neutral/neutral-document.ts";

const groupWords: Readonly<Record<EquityGrouping, string>> = {
	raceEthnicity: "Race and Hispanic origin",
	ageGroup: "Age",
	sex: "Sex",
	county: "County",
	agency: "Agency",
};

/** Every measure of the place by groups with its disparity ratios: masked, and the same for every reader. */
export function equityBlocks(measures: readonly EquityMeasure[]): ContentBlock[] {
	const known = measures.filter(({ tables }) => tables.length > 0);
	if (known.length === 0) return [];
	const without = measures.filter(({ tables }) => tables.length === 0).map(({ code }) => code);
	return [
		paragraph(
			`Counts of 1 to 10, and those that would give them away, are masked (${maskedMark}). A ratio is the rate of a group divided by that of the group that it is compared with.`,
		),
		...known.map(measureTable),
		...(without.length === 0 ? [] : [paragraph(`No groups are known of: ${without.join(", ")}.`)]),
	];
}

function measureTable({ code, label, period, unit, total, tables }: EquityMeasure): ContentBlock {
	const valueWords = unit === "" ? "Value" : `Value, ${unitWords[unit]}`;
	return table({
		caption: `${[code, label].filter(Boolean).join(" ")}, ${period}: by groups`,
		weights: [4, 1.5, 1.5, 2, 5],
		headerColumns: 1,
		rows: [
			["Group", "Numerator", "Denominator", valueWords, "How it stands"],
			...(total === null ? [] : [tableRow([cell("All children"), ...countCells(total, unit), cell("")])]),
			...tables.flatMap(({ by, reference, rows }): readonly TableRow[] =>
				rows.map((each) =>
					tableRow([
						cell(`${groupWords[by]}: ${each.group || "not known"}`),
						...countCells(each, unit),
						cell(equitySentence(each, reference)),
					]),
				),
			),
		],
	});
}

function countCells(counts: EquityCounts, unit: EquityMeasure["unit"]) {
	const { value } = counts;
	const shown = value === null ? maskedMark : unit === "" ? String(value) : formatValue(value, unit);
	return [...equityCountTexts(counts), shown].map((each) => cell(each));
}
