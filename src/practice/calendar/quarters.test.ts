import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, isQuarterEnd, plainDate } from "../../domain/calendar/plain-date.ts";
import { listQuarterEnds, moveQuarters, nameQuarter, newestQuarterEnd } from "./quarters.ts";

const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(plainDate("2005-01-01"), n));

test("figures end at the last quarter that was over three months before", () => {
	expect(newestQuarterEnd(plainDate("2026-11-21"))).toBe("2026-06-30");
	expect(newestQuarterEnd(plainDate("2026-09-29"))).toBe("2026-03-31");
	expect(newestQuarterEnd(plainDate("2026-09-30"))).toBe("2026-06-30");
	expect(newestQuarterEnd(plainDate("2026-12-31"))).toBe("2026-09-30");
	expect(newestQuarterEnd(plainDate("2027-01-01"))).toBe("2026-09-30");
});

test("on every day it is a quarter end, three months old, and the next one is not", () => {
	fc.assert(
		fc.property(days, (today) => {
			const newest = newestQuarterEnd(today);
			expect(isQuarterEnd(newest)).toBe(true);
			expect(moveQuarters(newest, 1) <= today).toBe(true);
			expect(moveQuarters(newest, 2) > today).toBe(true);
		}),
	);
});

test("quarters lie one after another", () => {
	const ends = listQuarterEnds(plainDate("2026-06-30"), 5);
	expect(ends).toEqual(["2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30"]);
	expect(daysBetween(moveQuarters(plainDate("2024-02-29"), 0), plainDate("2024-02-29"))).toBe(0);
	expect(nameQuarter(plainDate("2025-09-30"))).toBe("2025 quarter 3");
});
