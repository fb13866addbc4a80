import type { RaceEthnicity } from "./canonical-rows.ts";

/** Race as the three formats tell it, with their codes already read. */
export type RaceAnswers = {
	/** In this order: American Indian or Alaska Native, Asian, Black, Native Hawaiian or Pacific Islander, White. */
	readonly races: readonly boolean[];
	readonly hispanic: boolean;
	/** Someone said that it is not known: asked, but unable, declined or abandoned. */
	readonly unable: boolean;
};

const single: readonly RaceEthnicity[] = [
	"American Indian/Alaska Native",
	"Asian",
	"Black or African American",
	"Native Hawaiian/Other Pacific Islander",
	"White",
];

/**
 * The group of the federal profiles. Hispanic comes before race, two or more races before one; a race beside "unable" counts
 * as that race; without any it is unknown when someone said so, else missing (settled reading 5).
 */
export function raceEthnicityOf({ races, hispanic, unable }: RaceAnswers): RaceEthnicity {
	if (hispanic) return "Hispanic (of any race)";
	const first = races.indexOf(true);
	if (first < 0) return unable ? "Unknown/Unable to Determine" : "Missing Race/Ethnicity Data";
	if (races.indexOf(true, first + 1) >= 0) return "Two or More";
	return single[first] ?? "Missing Race/Ethnicity Data";
}
