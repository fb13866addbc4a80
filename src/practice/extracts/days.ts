/** Days since 1970-01-01. The makers count in days, because a million children's dates are too many for texts. */
export type Day = number;

/** The day of a date written `YYYY-MM-DD`. Throws a `RangeError` when it is not written so. */
export function dayOf(date: string): Day {
	const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
	if (Number.isNaN(milliseconds)) throw new RangeError(`"${date}" is not a date. Expected YYYY-MM-DD.`);
	return milliseconds / 86_400_000;
}

type Written = { readonly year: number; readonly month: number; readonly compact: string; readonly american: string };

const earliest = -40_000;
const known: (Written | undefined)[] = new Array(100_000);

function written(day: Day): Written {
	const remembered = known[day - earliest];
	if (remembered) return remembered;
	const date = new Date(day * 86_400_000);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
	const years = String(year).padStart(4, "0");
	const rest = `${String(month).padStart(2, "0")}${String(date.getUTCDate()).padStart(2, "0")}`;
	const made = { year, month, compact: years + rest, american: rest + years };
	known[day - earliest] = made;
	return made;
}

/** `YYYYMMDD`, as both AFCARS formats have it. */
export const compactDate = (day: Day): string => written(day).compact;

/** `MMDDYYYY`, as the NCANDS Child File has it. */
export const americanDate = (day: Day): string => written(day).american;

export const yearOf = (day: Day): number => written(day).year;

/** The first day of the month of a day, or of the month that lies `later` months after. */
export function monthStart(day: Day, later = 0): Day {
	const { year, month } = written(day);
	return Date.UTC(year, month - 1 + later, 1) / 86_400_000;
}

/** The day on which somebody born on `birth` turns `years`; who was born on February 29 turns on March 1 (case 59). */
export function birthday(birth: Day, years: number): Day {
	const date = new Date(birth * 86_400_000);
	return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / 86_400_000;
}

/** Age in whole years on a day. */
export function ageOn(birth: Day, day: Day): number {
	const years = yearOf(day) - yearOf(birth);
	return birthday(birth, years) > day ? years - 1 : years;
}
