import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, type PlainDate, plainDate } from "../calendar/plain-date.ts";
import {
	type ClockEvent,
	type ClockState,
	clockAtRest,
	dueDay,
	eventsOpenTo,
	isStopped,
	limitsOf,
	runClock,
	stepClock,
	stoppedDays,
} from "./pip-clock.ts";
import { ClockEventKind, type PipClockRules } from "./pip-rules.ts";

const rules: PipClockRules = {
	...{ submitDays: 90, documentationDays: 0, resubmitDays: 30, approval: true, limitMonths: 24, absoluteMonths: 36 },
	...{ extension: { maxMonths: 12, askAheadDays: 60 }, source: "45 CFR 1355.35", note: "x" },
};
const event = (kind: ClockEventKind, on: string, more: Partial<ClockEvent> = {}): ClockEvent => ({
	...{ kind, on: plainDate(on), reason: "because", months: null },
	...more,
});
const today = plainDate("2026-02-01");

describe("the clock of a PIP (45 CFR 1355.35)", () => {
	test("a notice received on 2026-01-15 makes it due on 2026-04-15", () => {
		const state = runClock([event("notice-received", "2026-01-15")], rules);
		expect(dueDay(state.clocks[0] as never, today)).toBe("2026-04-15");
	});

	test("a non-approval of 2026-05-01 makes the resubmission due on 2026-05-31", () => {
		const state = runClock(
			[event("notice-received", "2026-01-15"), event("submitted", "2026-04-10"), event("not-approved", "2026-05-01")],
			rules,
		);
		expect(state.phase).toBe("revising");
		expect(dueDay(state.clocks[1] as never, today)).toBe("2026-05-31");
	});

	test("approved on 2026-07-01: two years end 2028-07-01, nothing passes 2029-07-01, ask by 2028-05-02", () => {
		const state = runClock(
			[event("notice-received", "2026-01-15"), event("submitted", "2026-04-10"), event("approved", "2026-07-01")],
			rules,
		);
		expect(limitsOf(state, rules)).toEqual({
			...{ endBy: "2028-07-01", plainEnd: "2028-07-01", absolute: "2029-07-01", askBy: "2028-05-02" },
			askedLate: false,
		});
	});

	test("an extension moves the end, never past the absolute limit; asked for too late it says so", () => {
		const events = [
			event("notice-received", "2026-01-15"),
			event("submitted", "2026-04-10"),
			event("approved", "2026-07-01"),
			event("extension-asked", "2028-05-03"),
		];
		const asked = runClock(events, rules);
		expect(limitsOf(asked, rules).askedLate).toBe(true);
		const granted = runClock([...events, event("extension-granted", "2028-06-01", { months: 6 })], rules);
		expect(limitsOf(granted, rules).endBy).toBe("2029-01-01");
		const more = stepClock(granted, event("extension-granted", "2028-06-02", { months: 7 }), rules);
		expect(more).toMatchObject({ ok: false, refusal: expect.stringContaining("at most 12 months") });
	});

	test("title IV-E: documentation filed adds 30 days", () => {
		const ivE = { ...rules, documentationDays: 30 };
		const state = runClock([event("notice-received", "2026-01-15"), event("documentation-filed", "2026-02-01")], ivE);
		expect(dueDay(state.clocks[0] as never, today)).toBe("2026-05-15");
	});

	test("a refusal names the phase, the reason and what can come instead", () => {
		const result = stepClock(clockAtRest, event("approved", "2026-01-15"), rules);
		expect(result).toMatchObject({
			ok: false,
			refusal: expect.stringMatching(/no notice received yet.*Notice received/s),
		});
		const unreasoned = stepClock(
			runClock([event("notice-received", "2026-01-15")], rules),
			event("stopped", "2026-01-20", { reason: " " }),
			rules,
		);
		expect(unreasoned).toMatchObject({ ok: false, refusal: expect.stringContaining("needs a reason") });
	});

	test("property: each day that the clock stands still moves the due day by one, and no other", () => {
		const pause = fc.record({ after: fc.integer({ min: 0, max: 20 }), long: fc.integer({ min: 0, max: 60 }) });
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 20_000 }), fc.array(pause, { maxLength: 6 }), (start, pauses) => {
				const notice = addDays(plainDate("1996-02-28"), start);
				let on: PlainDate = notice;
				const events = pauses.flatMap(({ after, long }) => {
					const from = addDays(on, after);
					on = addDays(from, long);
					return [event("stopped", from), event("resumed", on)];
				});
				const state = runClock([event("notice-received", notice), ...events], rules);
				const clock = state.clocks[0];
				if (!clock) throw new Error("no clock");
				const stood = pauses.reduce((sum, { long }) => sum + long, 0);
				expect(stoppedDays(clock, on)).toBe(stood);
				expect(daysBetween(notice, dueDay(clock, on))).toBe(90 + stood);
				expect(isStopped(clock)).toBe(false);
			}),
		);
	});

	test("property: while it stands still, what is left stays the same whatever day it is", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 500 }), (after, waited) => {
				const notice = plainDate("2026-01-15");
				const from = addDays(notice, after);
				const state = runClock([event("notice-received", notice), event("stopped", from)], rules);
				const now = addDays(from, waited);
				expect(daysBetween(now, dueDay(state.clocks[0] as never, now))).toBe(90 - after);
			}),
		);
	});

	test("property: any events in any order are either taken or refused in words; the table and the step agree", () => {
		const any = fc.record({
			kind: fc.constantFrom(...ClockEventKind.options),
			wait: fc.integer({ min: 0, max: 200 }),
			months: fc.constantFrom(null, 3, 12),
		});
		fc.assert(
			fc.property(fc.array(any, { maxLength: 14 }), (steps) => {
				let state = clockAtRest;
				let on: PlainDate = plainDate("2026-01-15");
				for (const { kind, wait, months } of steps) {
					on = addDays(on, wait);
					const open = eventsOpenTo(state, rules);
					const result = stepClock(state, event(kind, on, { months }), rules);
					if (!result.ok) {
						expect(result.refusal.length).toBeGreaterThan(20);
						if (kind !== "extension-granted") expect(open).not.toContain(kind);
						continue;
					}
					expect(open).toContain(kind);
					state = result.state;
					expectSound(state);
				}
			}),
		);
	});
});

/** Nothing runs once it is with the federal agency or in force, and no limit passes the absolute one. */
function expectSound(state: ClockState): void {
	const running = state.clocks.filter(({ doneOn }) => doneOn === null);
	expect(running.length).toBe(state.phase === "writing" || state.phase === "revising" ? 1 : 0);
	const { endBy, absolute } = limitsOf(state, rules);
	if (endBy && absolute) expect(endBy <= absolute).toBe(true);
}
