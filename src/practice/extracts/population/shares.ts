import type { ExitReason } from "../../../indicators/extracts/canonical-rows.ts";
import { countyFigures } from "../../data/county-figures.ts";
import { countyKeys, practicePlaces } from "../../data/places.ts";
import type { Races, SettingKind } from "../synthetic-child.ts";

// How a practice state's children are distributed: magnitudes of published national figures, no real child.

/** Something drawn by its share; the shares need not add up to one. */
export type Drawing<T> = (chance: number) => T;

/** Draws from a list by weight. Throws a `RangeError` for an empty list. */
export function drawing<T>(weighted: readonly (readonly [T, number])[]): Drawing<T> {
	const last = weighted[weighted.length - 1];
	if (!last) throw new RangeError("Nothing to draw from.");
	const whole = weighted.reduce((sum, [, weight]) => sum + weight, 0);
	return (chance) => {
		let left = chance * whole;
		for (const [thing, weight] of weighted) {
			left -= weight;
			if (left < 0) return thing;
		}
		return last[0];
	};
}

/** Counties by their entries into care a year. */
export const drawCounty = drawing(countyKeys.map((key) => [practicePlaces[key].code, countyFigures[key].entries]));

const races = (given: Partial<Races>): Races => ({
	...{ americanIndian: false, asian: false, black: false, pacificIslander: false, white: false, unable: false },
	...given,
});

export const drawRaces = drawing<Races>([
	[races({ white: true }), 58],
	[races({ black: true }), 23],
	[races({ black: true, white: true }), 6],
	[races({ americanIndian: true }), 3],
	[races({ americanIndian: true, white: true }), 2],
	[races({ asian: true }), 1.2],
	[races({ pacificIslander: true }), 0.6],
	[races({ unable: true }), 4],
	[races({}), 2.2],
]);

export const drawHispanic = drawing<"yes" | "no" | "unknown">([
	["no", 76],
	["yes", 21],
	["unknown", 3],
]);

/** Years of age at entry: from and up to. */
export const drawAge = drawing<readonly [number, number]>([
	[[0, 0.25], 12],
	[[0.25, 1], 8],
	[[1, 6], 31],
	[[6, 11], 22],
	[[11, 17], 23],
	[[17, 18], 4],
]);

export const drawFirstSetting = drawing<SettingKind>([
	["relative-home", 35],
	["foster-home", 46],
	["shelter", 7],
	["group-home", 5],
	["institution", 5],
	["hospital", 2],
]);

export const drawNextSetting = drawing<SettingKind>([
	["foster-home", 52],
	["relative-home", 30],
	["group-home", 8],
	["residential-treatment", 5],
	["institution", 3],
	["psychiatric-hospital", 2],
]);

/** Why stays end, by how long they were. */
export const reasonsByLength: readonly (readonly [days: number, Drawing<ExitReason>])[] = [
	[
		90,
		drawing<ExitReason>([
			["REUNIFICATION", 76],
			["RELATIVE", 15],
			["TRANSFER", 5],
			["GUARDIANSHIP", 2],
			["RUNAWAY", 1.8],
			["DEATH", 0.2],
		]),
	],
	[
		550,
		drawing<ExitReason>([
			["REUNIFICATION", 66],
			["RELATIVE", 9],
			["GUARDIANSHIP", 11],
			["ADOPTION", 9],
			["TRANSFER", 3.6],
			["RUNAWAY", 1.2],
			["DEATH", 0.2],
		]),
	],
	[
		Number.POSITIVE_INFINITY,
		drawing<ExitReason>([
			["ADOPTION", 50],
			["REUNIFICATION", 27],
			["GUARDIANSHIP", 13],
			["RELATIVE", 5],
			["TRANSFER", 3],
			["RUNAWAY", 1.8],
			["DEATH", 0.2],
		]),
	],
];
