import type { PlainDate } from "./plain-date.ts";

/**
 * The moment of a day and a time of day in a time zone, in UTC: June 30, 2026 at 14:30 in `America/Los_Angeles` is
 * `2026-06-30T21:30:00.000Z`. A time that the clocks skip in spring is read as if they had not been moved yet; one that
 * comes twice in autumn is the first of the two. An unknown zone is read as UTC.
 */
export function momentInZone(date: PlainDate, time: string, zone: string): string {
	const read = Date.parse(`${date}T${time}Z`);
	const format = formatIn(zone);
	if (!format) return new Date(read).toISOString();
	const before = read - offsetAt(read - dayInMilliseconds, format);
	const after = read - offsetAt(read + dayInMilliseconds, format);
	const fits = (moment: number) => moment + offsetAt(moment, format) === read;
	return new Date(fits(before) || !fits(after) ? before : after).toISOString();
}

const dayInMilliseconds = 86_400_000;

function formatIn(zone: string): Intl.DateTimeFormat | undefined {
	try {
		return new Intl.DateTimeFormat("en-US", {
			timeZone: zone,
			hourCycle: "h23",
			year: "numeric",
			month: "2-digit",
			day: "2-digit",
			hour: "2-digit",
			minute: "2-digit",
			second: "2-digit",
		});
	} catch {
		return undefined;
	}
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, format: Intl.DateTimeFormat): number {
	const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
	const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
	return shown - Math.floor(moment / 1000) * 1000;
}
