import { raceEthnicities } from "../extracts/canonical-rows.ts";
import { IndicatorRequestError } from "./request-error.ts";

/** What results can be grouped by, alone or crossed; and the column of the counts that holds it. */
export const groupings = {
	county: "county",
	ageGroup: "age_group",
	raceEthnicity: "race_ethnicity",
	sex: "sex",
} as const;
export type Grouping = keyof typeof groupings;

/** One group: the label of each grouping asked for; `{}` is the total. */
export type Group = { readonly [Name in Grouping]?: string };

/** Age groups as the federal profiles show them; they do not overlap (settled 2). P2 and P3 begin with the third (section 1.5). */
export const ageGroups = ["0-3 mos", "4-11 mos", "1-5 yrs", "6-10 yrs", "11-16 yrs", "17 yrs"] as const;

const groupingNames = Object.keys(groupings) as readonly Grouping[];

/** Reads "county,ageGroup" or a list of such names. Throws `IndicatorRequestError` for a name that is not known or comes twice. */
export function readGroupings(given: string | readonly string[] = []): readonly Grouping[] {
	const names = (typeof given === "string" ? given.split(",") : given).map((each) => each.trim());
	return names
		.filter((name) => name !== "")
		.map((name, index, all) => {
			const grouping = groupingNames.find((each) => each === name);
			if (grouping === undefined || all.indexOf(name) !== index) {
				throw new IndicatorRequestError(
					`Cannot group by "${name}"${grouping ? " twice" : ""}. Group by ${groupingNames.join(", ")}, or several of them with commas between.`,
				);
			}
			return grouping;
		});
}

const labelOrder: Readonly<Record<Grouping, readonly string[]>> = {
	county: [],
	ageGroup: ageGroups,
	raceEthnicity: raceEthnicities,
	sex: ["female", "male", "unknown"],
};

/** The order of groups: ages and races as the profiles show them, counties by code with "unknown" last. */
export function compareGroups(a: Group, b: Group): number {
	for (const grouping of groupingNames) {
		const [left = "", right = ""] = [a[grouping], b[grouping]];
		const difference = labelOrder[grouping].indexOf(left) - labelOrder[grouping].indexOf(right);
		if (difference !== 0) return difference;
		if (left !== right) return left < right ? -1 : 1;
	}
	return 0;
}
