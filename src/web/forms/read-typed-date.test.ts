import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, formatDate, plainDate } from "../../domain/calendar/plain-date.ts";
import { readTypedDate } from "./read-typed-date.ts";

const date = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(plainDate("1950-01-01"), days));

test("every date is read in each way that people write it", () => {
	fc.assert(
		fc.property(date, (given) => {
			const [year, month, day] = given.split("-").map(Number);
			const ways = [
				given,
				`${month}/${day}/${year}`,
				` ${month} / ${day} / ${year} `,
				`${month}-${day}-${year}`,
				formatDate(given),
			];
			expect(ways.map(readTypedDate)).toEqual(ways.map(() => given));
		}),
		{ seed: 11 },
	);
});

test.each([
	"",
	"June",
	"6/31/2026",
	"2/29/2026",
	"13/1/2026",
	"6/30/26",
	"2026",
	"next week",
	"1/1/1899",
	"Juno 1 2026 x",
])("%j is no date", (text) => expect(readTypedDate(text)).toBeUndefined());
