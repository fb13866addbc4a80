import type { AfcarsPeriod } from "../../indicators/extracts/canonical-rows.ts";
import { type Day, dayOf } from "./days.ts";

/** A six-month AFCARS period with its first and last day, and the month of its end as the files write it. */
export type Period = {
	readonly name: AfcarsPeriod;
	readonly start: Day;
	readonly end: Day;
	/** `YYYYMM`. */
	readonly reportMonth: string;
	/** AFCARS 2020 from 23A on (85 FR 28410: October 1, 2022). */
	readonly format: "LEGACY" | "AFCARS2020";
};

/** The period of a name such as "23A". Throws a `RangeError` for another text. */
export function periodOf(name: AfcarsPeriod): Period {
	const match = /^(\d{2})([AB])$/.exec(name);
	if (!match) throw new RangeError(`"${name}" is not an AFCARS period. Expected two digits and A or B: 23A.`);
	const year = 2000 + Number(match[1]);
	const format = year >= 2023 ? "AFCARS2020" : "LEGACY";
	return match[2] === "A"
		? { name, start: dayOf(`${year - 1}-10-01`), end: dayOf(`${year}-03-31`), reportMonth: `${year}03`, format }
		: { name, start: dayOf(`${year}-04-01`), end: dayOf(`${year}-09-30`), reportMonth: `${year}09`, format };
}

/** The periods of federal fiscal years, both of each: 2021 to 2022 is 21A, 21B, 22A, 22B. */
export function periodsOf(years: Years): readonly Period[] {
	return fiscalYears(years).flatMap((year) => ["A", "B"].map((half) => periodOf(`${String(year).slice(2)}${half}`)));
}

/** Federal fiscal years from the first to the last, both included. */
export type Years = { readonly first: number; readonly last: number };

/** Each year. Throws a `RangeError` when the years are not in order or not between 2005 and 2049. */
export function fiscalYears({ first, last }: Years): readonly number[] {
	if (!Number.isInteger(first) || !Number.isInteger(last) || first > last || first < 2005 || last > 2049)
		throw new RangeError(`The years ${first}-${last} cannot be made. Expected first and last federal fiscal year.`);
	return Array.from({ length: last - first + 1 }, (_, later) => first + later);
}

/** First and last day of a federal fiscal year. */
export function yearBounds(year: number): { readonly start: Day; readonly end: Day } {
	return { start: dayOf(`${year - 1}-10-01`), end: dayOf(`${year}-09-30`) };
}
