import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OwnedDueDate, planNotices } from "./due-notices.ts";
import { addDays, daysBetween, plainDate } from "./plain-date.ts";
import { weekdayOf } from "./weekend.ts";

const readers = { digest: ["coordinator"], escalation: ["director"] };
const due = (on: string, more: Partial<OwnedDueDate> = {}): OwnedDueDate => ({
	...{ ruleId: "apsr", name: "APSR", on: plainDate(on), covers: "FFY2027", ownerIds: ["owner"], done: false },
	...more,
});
const toldOn = (day: string, dates: readonly OwnedDueDate[]) =>
	planNotices(plainDate(day), dates, readers).map(({ personId, kind }) => `${kind} ${personId}`);

describe("mails about due dates", () => {
	it("reach the owner before the day and on it, the accountable person once it is late, the coordinator on Mondays", () => {
		const apsr = [due("2026-06-30")];
		expect(toldOn("2026-05-31", apsr)).toEqual(["owner owner"]);
		expect(toldOn("2026-06-17", apsr)).toEqual([]);
		expect(toldOn("2026-06-22", apsr)).toEqual(["digest coordinator"]);
		expect(toldOn("2026-06-30", apsr)).toEqual(["owner owner"]);
		expect(toldOn("2026-07-01", apsr)).toEqual(["owner owner", "escalation director"]);
		expect(toldOn("2026-07-02", apsr)).toEqual([]);
		expect(toldOn("2026-07-08", apsr)).toEqual(["owner owner", "escalation director"]);
	});

	it("tell the owner of a step on the way two weeks and a week before, and on its day; a step is never late", () => {
		const step = [due("2026-05-29", { isStep: true })];
		expect(toldOn("2026-05-15", step)).toEqual(["owner owner"]);
		expect(toldOn("2026-05-22", step)).toEqual(["owner owner"]);
		expect(toldOn("2026-05-29", step)).toEqual(["owner owner"]);
		expect(toldOn("2026-05-28", step)).toEqual([]);
		expect(toldOn("2026-05-30", step)).toEqual([]);
		expect(toldOn("2026-06-01", step)).toEqual([]);
	});

	it("stop once it was done", () => {
		fc.assert(
			fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
				const day = addDays(plainDate("2026-06-30"), days);
				expect(planNotices(day, [due("2026-06-30", { done: true })], readers)).toEqual([]);
			}),
		);
	});

	it("never tell of a day that is far, escalate nothing that is not late, and name every late one to the accountable", () => {
		const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(plainDate("2024-01-01"), days));
		fc.assert(
			fc.property(day, fc.array(day, { maxLength: 8 }), (today, days) => {
				const dates = days.map((on, index) => due(on, { ruleId: `rule-${index}` }));
				for (const { kind, dueDates } of planNotices(today, dates, readers)) {
					expect(dueDates.length).toBeGreaterThan(0);
					for (const { on } of dueDates) expect(daysBetween(today, on)).toBeLessThanOrEqual(60);
					if (kind === "digest") expect(weekdayOf(today)).toBe("Monday");
					if (kind === "escalation") {
						const late = dates.filter(({ on }) => on < today && daysBetween(on, today) <= 365);
						expect(dueDates).toEqual(late);
					}
				}
			}),
		);
	});

	it("are one for each person and kind on a day, in whatever order the due dates come", () => {
		const dates = [due("2026-07-01"), due("2026-07-01", { ruleId: "cfs101", ownerIds: ["owner", "other"] })];
		for (const list of [dates, dates.toReversed()]) {
			const told = toldOn("2026-07-01", list);
			expect(new Set(told).size).toBe(told.length);
			expect([...told].sort()).toEqual(["owner other", "owner owner"]);
		}
	});
});
