import { type Day, dayOf, monthStart } from "../days.ts";
import type { Visit } from "../synthetic-child.ts";
import type { Chance } from "./chance.ts";

/** The first day for which a file tells of visits (AFCARS 2020). */
const firstTold = dayOf("2022-10-01");

/** Visits from removal to the last day in care: one in most months, most in the child's residence, now and then a second one. */
export function makeVisits(chance: Chance, removal: Day, last: Day): readonly Visit[] {
	const visits: Visit[] = [];
	const from = Math.max(removal, firstTold);
	for (let later = 0; ; later += 1) {
		const month = monthStart(from, later);
		if (month > last) return visits;
		for (let often = chance.next() < 0.93 ? (chance.next() < 0.1 ? 2 : 1) : 0; often > 0; often -= 1) {
			const date = month + Math.floor(chance.next() * 28);
			if (date >= from && date <= last) visits.push({ date, home: chance.next() < 0.82 });
		}
	}
}
