import type { VisitsNeedFiles } from "../../../indicators/visits/run-visits.ts";
import type { VisitResults, VisitThreshold } from "../../../indicators/visits/visit-results.ts";
import { alignColumns } from "./align-columns.ts";

const measureWords = {
	visited: "Months with a visit",
	inResidence: "Of these, visited where the child lives",
} as const;

/** The visits as a table that a person can read, with both limits of the law, and what is not known for sure. */
export function visitTable(found: VisitResults | VisitsNeedFiles): string {
	if ("status" in found) return `Fiscal year ${found.year} needs ${found.missing.join(", ")}.`;
	const { year, results, thresholds, sampleSize } = found;
	const lines = results.map(({ group, children, childMonths, visited, inResidence, ...percents }) => [
		Object.values(group).join(", ") || "all",
		...[children, childMonths, visited].map((each) => each.toLocaleString("en-US")),
		oneDecimal(percents.visitedPercent),
		inResidence.toLocaleString("en-US"),
		oneDecimal(percents.inResidencePercent),
	]);
	return [
		`Monthly caseworker visits, federal fiscal year ${year} (42 U.S.C. 624(f)). Months are child-months.`,
		"",
		...alignColumns(
			[["Group", "Children", "Months in care", "Visited", "Percent", "In residence", "Percent"], ...lines],
			[1, 2, 3, 4, 5, 6],
		),
		"",
		...thresholds.map(thresholdWords),
		`A probability sample would need ${sampleSize.toLocaleString("en-US")} of these children, where the Children's Bureau has approved sampling.`,
		"",
		"Not read in a federal text, so ask the Children's Bureau: whether a child still counts in the month of its 18th birthday",
		"(option age18Month), that children out of state or on runaway stay in, that federal reporting rounds to whole percents, and",
		"that visits by video do not count. The 50 percent for the residence is general knowledge of the field.",
	].join("\n");
}

function thresholdWords({ measure, limit, percent, met }: VisitThreshold): string {
	const words = `${measureWords[measure]}: ${oneDecimal(percent)}`;
	if (met === null) return `${words}.`;
	return `${words} percent (${percent} before rounding), at least ${limit} is asked for: ${met ? "met" : "not met"}.`;
}

function oneDecimal(percent: number | null): string {
	return percent === null ? "none" : percent.toFixed(1);
}
