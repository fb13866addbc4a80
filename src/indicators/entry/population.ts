import { type Group, type Grouping, groupings } from "../engine/groups.ts";

/** One line of a population file: how many children live somewhere, as of 1 July of a year. */
export type PopulationRow = {
	/** Five digits of a county, or null for the whole state. */
	readonly county: string | null;
	readonly year: number;
	readonly ageGroup: string | null;
	readonly raceEthnicity: string | null;
	readonly sex: string | null;
	readonly population: number;
};

const groupingNames = Object.keys(groupings) as readonly Grouping[];

/** The year to use for a window: that of its 1 July, or the newest one before that the file has. Undefined when it has none. */
export function populationYear(rows: readonly PopulationRow[], wanted: number): number | undefined {
	const years = rows.map(({ year }) => year).filter((year) => year <= wanted);
	return years.length === 0 ? undefined : Math.max(...years);
}

/**
 * How many children a group has; undefined where the file does not say. Lines that say exactly what is asked for come first; where
 * there are none, lines of its parts are added up (counties to a state, age groups to all ages).
 */
export function populationOf(rows: readonly PopulationRow[], year: number, group: Group): number | undefined {
	const ofGroup = rows.filter(
		(row) => row.year === year && groupingNames.every((name) => group[name] === undefined || row[name] === group[name]),
	);
	const levels = [...new Set(ofGroup.map(levelOf))].sort((a, b) => a.length - b.length);
	const [level] = levels;
	if (level === undefined) return undefined;
	return ofGroup.filter((row) => levelOf(row) === level).reduce((sum, row) => sum + row.population, 0);
}

/** Which groupings a line names; lines of one level never overlap. */
function levelOf(row: PopulationRow): string {
	return groupingNames.map((name) => (row[name] === null ? "" : name)).join("");
}
