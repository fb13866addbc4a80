import type { Removal, SettingKind } from "../synthetic-child.ts";
import { counts, type EdgeCase, edgeCase, excluded, stay } from "./edge-case.ts";

type Step = readonly [day: string, kind: SettingKind, place?: number];

/** A stay from January 10 on, in the year given. */
const inYear = (year: number, steps: readonly Step[]): Removal =>
	stay(
		`${year}-01-10`,
		null,
		null,
		steps.map(([day, kind, place]) => [`${year}-${day}`, kind, place ?? 0]),
	);

/** The same steps told by AFCARS 2020 (2023) and by legacy files (2022); a number of moves for each. */
function told(number: number, facts: string, steps: readonly Step[], moves: number, legacyMoves = moves): EdgeCase[] {
	return [
		edgeCase(String(number), `${facts} (AFCARS 2020)`, {
			removals: [inYear(2023, steps)],
			expect: [counts("P5", 263, moves)],
		}),
		edgeCase(`${number}b`, `${facts} (legacy)`, {
			removals: [inYear(2022, steps)],
			expect: [counts("P5", 263, legacyMoves, "22A22B")],
		}),
	];
}

const homeA: Step = ["01-10", "foster-home", 1];

/** 8.6: placement moves. A stay in a hospital is a placement of AFCARS 2020 (settled point 8), not of the legacy count. */
export const placementMoves: readonly EdgeCase[] = [
	...told(60, "One setting all along", [homeA], 0),
	...told(
		61,
		"Shelter, foster home A, foster home B",
		[
			["01-10", "shelter", 9],
			["02-01", "foster-home", 1],
			["03-01", "foster-home", 2],
		],
		2,
	),
	...told(62, "Foster home A becomes pre-adoptive", [homeA, ["06-01", "pre-adoptive-home", 1]], 0),
	...told(63, "A, runaway 10 days, A", [homeA, ["03-01", "runaway"], ["03-11", "foster-home", 1]], 0),
	...told(64, "A, runaway, B", [homeA, ["03-01", "runaway"], ["03-11", "foster-home", 2]], 1),
	...told(65, "A, hospital 6 days, A", [homeA, ["03-01", "hospital", 8], ["03-07", "foster-home", 1]], 2, 0),
	...told(
		66,
		"A, psychiatric hospital four months, B",
		[homeA, ["03-01", "psychiatric-hospital", 8], ["07-01", "foster-home", 2]],
		2,
	),
	...told(67, "A, trial home visit, B", [homeA, ["05-01", "trial-home-visit"], ["06-01", "foster-home", 2]], 1),
	edgeCase("68", "Re-entry that began before the window", {
		removals: [
			stay("2021-03-01", "2021-09-01"),
			stay("2022-06-01", null, null, [
				["2022-06-01", "foster-home", 1],
				["2023-01-10", "foster-home", 2],
			]),
		],
		expect: [excluded("P5"), counts("S1", 365, 0)],
	}),
];
