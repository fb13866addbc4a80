import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate } from "../calendar/plain-date.ts";
import { asksForMail, isStale, milestoneStanding, needsExplanation, staleAfterDays } from "./milestone-standing.ts";
import { MilestoneStatus } from "./plan-facts.ts";

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(plainDate("2000-01-01"), days));
const status = fc.constantFrom(...MilestoneStatus.options);
const days = { before: 14, lateEvery: 7 };

describe("when an owner hears of a milestone", () => {
	it("14 days before, on the day, and each 7 days while late", () => {
		const dueOn = plainDate("2026-06-30");
		const mailed = Array.from({ length: 60 }, (_, index) => addDays(plainDate("2026-06-01"), index)).filter((today) =>
			asksForMail({ status: "in-progress", dueOn }, today, days),
		);
		expect(mailed).toEqual(["2026-06-16", "2026-06-30", "2026-07-07", "2026-07-14", "2026-07-21", "2026-07-28"]);
	});

	it("never of one that is settled or has no date, and at most once a day", () => {
		fc.assert(
			fc.property(status, day, fc.integer({ min: -400, max: 400 }), (each, today, offset) => {
				const dueOn = addDays(today, offset);
				if (asksForMail({ status: each, dueOn }, today, days)) {
					expect(["due-soon", "due-today", "late"]).toContain(milestoneStanding({ status: each, dueOn }, today, 14));
				}
				expect(asksForMail({ status: each, dueOn: undefined }, today, days)).toBe(false);
				expect(asksForMail({ status: "completed", dueOn }, today, days)).toBe(false);
			}),
		);
	});
});

it("is stale only when late beyond the days of grace and without a report since it was due", () => {
	fc.assert(
		fc.property(status, day, fc.integer({ min: -60, max: 60 }), fc.option(day), (each, dueOn, offset, reportedOn) => {
			const today = addDays(dueOn, offset);
			const stale = isStale({ status: each, dueOn, reportedOn }, today);
			if (stale) expect(milestoneStanding({ status: each, dueOn }, today, 14)).toBe("late");
			if (offset <= staleAfterDays || (reportedOn !== null && reportedOn >= dueOn)) expect(stale).toBe(false);
		}),
	);
});

it("asks for an explanation when late, delayed or dropped, and for none when in time", () => {
	const dueOn = plainDate("2026-06-30");
	const ask = (each: MilestoneStatus, completed: string | null, today: string) =>
		needsExplanation(
			{ status: each, completedOn: completed === null ? null : plainDate(completed) },
			dueOn,
			plainDate(today),
		);
	expect(ask("completed", "2026-06-30", "2026-08-01")).toBe(false);
	expect(ask("completed", "2026-07-01", "2026-08-01")).toBe(true);
	expect(ask("in-progress", null, "2026-06-30")).toBe(false);
	expect(ask("in-progress", null, "2026-07-01")).toBe(true);
	expect(ask("dropped", null, "2026-01-01")).toBe(true);
});
