import { describeExtractProblem } from "../../../indicators/extracts/describe-extract-problem.ts";
import { describeProblemKind } from "../../../indicators/extracts/extract-problem-reference.ts";
import type { ProblemGroup, ProblemSummary } from "../../../indicators/extracts/problem-summary.ts";
import type { CountyOption, ProblemGroupProps } from "../../../web/pages/extracts/extract-props.ts";

type Place = { readonly kind: string; readonly code: string; readonly name: string };

/** A county's name where it is known: "Alder County (06001)". */
export function countyName(code: string, places: readonly Place[]): string {
	if (code === "unknown") return "No known county";
	const place = places.find((each) => each.kind === "county" && each.code === code);
	return place ? `${place.name} (${code})` : code;
}

/** Groups of problems in words. */
export function groupProps(groups: readonly ProblemGroup[], places: readonly Place[]): readonly ProblemGroupProps[] {
	return groups.map(({ id, tier, count, first }) => {
		const { found, expected, remedy, source } = describeProblemKind(id);
		return {
			...{ id, tier, count, title: found, expected, remedy, source },
			first: first.map((problem) => {
				const words = describeExtractProblem(problem);
				const county = problem.record === null ? "–" : countyName(problem.county ?? "unknown", places);
				return { place: words.place, county, found: words.found };
			}),
		};
	});
}

/** The counties that have problems. */
export function countyOptions({ counties }: ProblemSummary, places: readonly Place[]): readonly CountyOption[] {
	return Object.keys(counties).map((code) => ({ code, name: countyName(code, places) }));
}

/** How many problems there are in groups. */
export function countOf(groups: readonly ProblemGroup[]): number {
	return groups.reduce((sum, { count }) => sum + count, 0);
}

/** The groups of the whole file, or of one county. */
export function groupsOf({ groups, counties }: ProblemSummary, county: string | undefined): readonly ProblemGroup[] {
	return county === undefined ? groups : (counties[county] ?? []);
}
