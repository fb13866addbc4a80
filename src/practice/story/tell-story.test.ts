import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, plainDate } from "../../domain/calendar/plain-date.ts";
import { createRandom } from "../random.ts";
import { createStoryClock } from "./desk.ts";
import { firstDayOfUse, tellStory } from "./tell-story.ts";

const days = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays(plainDate("2024-01-01"), n));
const nobody = { placed: () => undefined, joined: () => undefined };

test("nothing in the story lies ahead of its first day or after yesterday", () => {
	fc.assert(
		fc.property(days, (today) => {
			const story = tellStory(1, today, nobody);
			const told = story.map((session) => session.day);
			expect(told.toSorted()).toEqual(told);
			expect(told[0]).toBe(firstDayOfUse(today));
			expect((told.at(-1) ?? today) < today).toBe(true);
		}),
		{ numRuns: 3 },
	);
});

test("a plan's steps come in the order in which they can be taken", () => {
	fc.assert(
		fc.property(days, (today) => {
			const names = tellStory(1, today, nobody).map((session) => session.name);
			const order = [
				"plan esperanza: start",
				"plan esperanza: component 4",
				"plan esperanza: waive SIP-89",
				"plan esperanza: mark-ready",
				"plan esperanza: submit",
				"plan esperanza: recall",
				"plan esperanza: change c4.1.1.1",
				"plan esperanza: accept",
			].map((name) => names.indexOf(name));
			expect(order.toSorted((a, b) => a - b)).toEqual(order);
			expect(order).not.toContain(-1);
		}),
		{ numRuns: 3 },
	);
});

test("the clock of the story moves on, and refuses to reach today", () => {
	const clock = createStoryClock(plainDate("2026-01-05"), plainDate("2026-01-08"), createRandom(1, "test"));
	clock.moveTo(plainDate("2026-01-06"));
	const first = clock.now();
	clock.tick();
	expect(clock.now() > first).toBe(true);
	clock.moveTo(plainDate("2026-01-06"));
	expect(clock.now() > first).toBe(true);
	expect(() => clock.moveTo(plainDate("2026-01-08"))).toThrow("2026-01-08");
});
