import fc from "fast-check";
import { expect, test } from "vitest";
import { momentInZone } from "./moment-in-zone.ts";
import { addDays, plainDate } from "./plain-date.ts";

test.each([
	["2026-06-30", "14:30:00.000", "America/Los_Angeles", "2026-06-30T21:30:00.000Z"],
	["2026-12-31", "23:59:59.999", "America/Los_Angeles", "2027-01-01T07:59:59.999Z"],
	["2026-06-30", "00:00:00.000", "UTC", "2026-06-30T00:00:00.000Z"],
	["2026-06-30", "12:00:00.000", "Asia/Kolkata", "2026-06-30T06:30:00.000Z"],
	["2026-06-30", "12:00:00.000", "Nowhere/At all", "2026-06-30T12:00:00.000Z"],
	// March 8: the clocks go from 2 to 3 in the morning. November 1: they go from 2 back to 1.
	["2026-03-08", "01:59:00.000", "America/New_York", "2026-03-08T06:59:00.000Z"],
	["2026-03-08", "02:30:00.000", "America/New_York", "2026-03-08T07:30:00.000Z"],
	["2026-03-08", "03:00:00.000", "America/New_York", "2026-03-08T07:00:00.000Z"],
	["2026-11-01", "01:30:00.000", "America/New_York", "2026-11-01T05:30:00.000Z"],
	["2026-11-01", "02:00:00.000", "America/New_York", "2026-11-01T07:00:00.000Z"],
])("%s at %s in %s is %s", (date, time, zone, moment) => {
	expect(momentInZone(plainDate(date), time, zone)).toBe(moment);
});

test("noon of any day, shown in its zone again, is noon", () => {
	const zone = fc.constantFrom(
		"America/New_York",
		"America/Denver",
		"Pacific/Honolulu",
		"Europe/Zurich",
		"Pacific/Apia",
	);
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 20_000 }), zone, (days, timeZone) => {
			const date = addDays(plainDate("2000-01-01"), days);
			const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
			// Apia skipped December 30, 2011.
			fc.pre(date !== "2011-12-30");
			expect(shown.format(Date.parse(momentInZone(date, "12:00:00.000", timeZone)))).toBe(`${date} 12:00`);
		}),
		{ seed: 61 },
	);
});
