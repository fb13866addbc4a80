import type { Day } from "../days.ts";
import { type Years, yearBounds } from "../periods.ts";
import type { SyntheticChild } from "../synthetic-child.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { firstStay, makeRemovals, type Span } from "./make-removals.ts";
import { reportsAtHome, reportsOfRemovals } from "./make-reports.ts";
import { drawAge, drawCounty, drawHispanic, drawRaces } from "./shares.ts";

/** Of the children, those who are in care at some time; the others are known by reports of maltreatment only. */
const shareInCare = 0.6;

/** How many children from which seed, in the files of which federal fiscal years. */
export type PopulationRequest = { readonly seed: number; readonly children: number; readonly years: Years };

/** The children, one after another; none is kept. Child number i is the same however many are made. */
export function makeChildren({ seed, children, years }: PopulationRequest): Iterable<SyntheticChild> {
	const span = { start: yearBounds(years.first).start, end: yearBounds(years.last).end };
	return {
		*[Symbol.iterator]() {
			for (let number = 1; number <= children; number += 1) yield makeChild(seed, number, span);
		},
	};
}

function makeChild(seed: number, number: number, span: Span): SyntheticChild {
	const chance = chanceOf(seed, number, 0);
	const drawn = chance.next();
	const recordNumber = `H${String(number).padStart(9, "0")}`;
	const county = drawCounty(chance.next());
	const sex = drawn < 0.515 ? "male" : drawn < 0.998 ? "female" : null;
	const races = drawRaces(chance.next());
	const hispanic = drawHispanic(chance.next());
	if (chance.next() >= shareInCare) {
		const { birth, reports } = knownByReports(chance, number, span);
		return { recordNumber, county, birth, sex, races, hispanic, removals: [], reports };
	}
	const first = firstStay(chance, span);
	const birth = first.removal - ageInDays(chance);
	const removals = makeRemovals(chance, { seed, number, birth }, first, span);
	const reports = reportsOfRemovals(chance, number, removals, span);
	return { recordNumber, county, birth, sex, races, hispanic, removals, reports };
}

function knownByReports(chance: Chance, number: number, span: Span) {
	const reports = reportsAtHome(chance, number, span);
	const date = reports[0]?.date ?? span.start;
	if (chance.next() < 0.001) return { birth: null, reports: reports.slice(0, 1).map((each) => ({ ...each, age: 77 })) };
	return { birth: date - ageInDays(chance), reports };
}

function ageInDays(chance: Chance): Day {
	const [from, to] = drawAge(chance.next());
	return Math.floor((from + chance.next() * (to - from)) * 365.25);
}
