import fc from "fast-check";
import { expect, test } from "vitest";
import { endsOfNewSession, idleEnd, isOver, shouldExtend, warnAt } from "./session-limits.ts";

const limits = { idleMinutes: 30, absoluteHours: 12, warnMinutes: 5 };
const start = new Date("2026-11-23T08:00:00Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

test("a new session ends after 30 idle minutes and after 12 hours", () => {
	expect(endsOfNewSession(start, limits)).toEqual({ idleExpiresAt: at(30), absoluteExpiresAt: at(720) });
});

test("where the absolute limit is the shorter one it is both ends", () => {
	expect(endsOfNewSession(start, { ...limits, absoluteHours: 0.25 })).toEqual({
		idleExpiresAt: at(15),
		absoluteExpiresAt: at(15),
	});
});

test("whichever end comes first ends the session, from that very moment", () => {
	const idleFirst = { idleExpiresAt: at(30), absoluteExpiresAt: at(720) };
	const absoluteFirst = { idleExpiresAt: at(720), absoluteExpiresAt: at(30) };
	for (const ends of [idleFirst, absoluteFirst]) {
		expect(isOver(new Date(at(30).getTime() - 1), ends)).toBe(false);
		expect(isOver(at(30), ends)).toBe(true);
	}
});

test("the warning comes five minutes before whichever end is first", () => {
	expect(warnAt({ idleExpiresAt: at(30), absoluteExpiresAt: at(720) }, limits)).toEqual(at(25));
	expect(warnAt({ idleExpiresAt: at(720), absoluteExpiresAt: at(720) }, limits)).toEqual(at(715));
});

test("the last minute of the absolute limit writes nothing more", () => {
	const ends = { idleExpiresAt: at(720), absoluteExpiresAt: at(720) };
	expect(shouldExtend(at(719), ends, limits)).toBe(false);
});

test("whenever requests come: never past the absolute end, never over before the idle time has gone by", () => {
	const waits = fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 60 });
	fc.assert(
		fc.property(waits, (minutes) => {
			let now = 0;
			let ends = endsOfNewSession(start, limits);
			for (const wait of minutes) {
				now += wait;
				const over = isOver(at(now), ends);
				if (now >= 720) expect(over).toBe(true);
				// The end is written once a minute, so it may be up to a minute early, never late.
				if (wait <= 29 && now < 720) expect(over).toBe(false);
				if (wait >= 30) expect(over).toBe(true);
				if (over) return;
				if (shouldExtend(at(now), ends, limits)) {
					ends = { ...ends, idleExpiresAt: idleEnd(at(now), ends.absoluteExpiresAt, limits) };
				}
				expect(ends.idleExpiresAt.getTime()).toBeLessThanOrEqual(ends.absoluteExpiresAt.getTime());
			}
		}),
		{ seed: 20261123, numRuns: 2000 },
	);
});
