import { expect, test } from "vitest";
import { clockTime, momentWords } from "./clock-time.ts";

test.each([
	[0, 5, "12:05 a.m."],
	[9, 2, "9:02 a.m."],
	[12, 0, "12:00 p.m."],
	[21, 2, "9:02 p.m."],
])("%i:%i is %s", (hour, minute, words) => expect(clockTime(new Date(2026, 5, 30, hour, minute))).toBe(words));

test("a moment is said with its day", () => {
	expect(momentWords(new Date(2026, 5, 30, 21, 2))).toBe("June 30, 2026, 9:02 p.m.");
});
