import fc from "fast-check";
import { expect, test } from "vitest";
import { sessionPhase } from "./session-phase.ts";

const minute = 60_000;

test("it warns five minutes before the end and is over at the end", () => {
	const end = 30 * minute;
	expect(sessionPhase(0, end, 5)).toEqual({ phase: "quiet", lookAgainIn: 25 * minute, minutesLeft: 30 });
	expect(sessionPhase(25 * minute, end, 5)).toEqual({ phase: "warn", lookAgainIn: minute, minutesLeft: 5 });
	expect(sessionPhase(25.5 * minute, end, 5)).toEqual({ phase: "warn", lookAgainIn: minute / 2, minutesLeft: 5 });
	expect(sessionPhase(end, end, 5).phase).toBe("over");
});

test("looking again when told never misses the warning or the end", () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 720 * minute }), fc.integer({ min: 1, max: 60 }), (end, warn) => {
			const seen: string[] = [];
			let now = 0;
			while (seen.at(-1) !== "over") {
				const { phase, lookAgainIn } = sessionPhase(now, end, warn);
				seen.push(phase);
				expect(lookAgainIn).toBeGreaterThan(0);
				now += lookAgainIn;
			}
			expect(seen).toContain("warn");
			expect(now - minute).toBe(end);
		}),
		{ seed: 51, numRuns: 100 },
	);
});
