import fc from "fast-check";
import { expect, it } from "vitest";
import { samplePlanFacts } from "../../../test/support/sample-plan.ts";
import { addDays, plainDate } from "../calendar/plain-date.ts";
import { assemblePlan } from "./assemble-plan.ts";
import { timelineOf } from "./timeline.ts";

it("has every milestone of the plan once, the earliest first, those without a date last", () => {
	const facts = samplePlanFacts();
	const [first] = facts.milestones;
	if (!first) throw new Error("The sample plan has a milestone.");
	const due = fc.option(fc.integer({ min: -900, max: 900 }), { nil: null });
	fc.assert(
		fc.property(fc.array(due, { minLength: 1, maxLength: 12 }), (offsets) => {
			const milestones = offsets.map((offset, index) => ({
				...first,
				id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
				position: index + 1,
				timeframeMonths: null,
				dueOn: offset === null ? null : addDays(plainDate("2026-07-01"), offset),
			}));
			const rows = timelineOf(assemblePlan({ ...facts, milestones }), plainDate("2026-07-01"));
			expect(rows.map(({ node }) => node.milestone.id).sort()).toEqual(milestones.map(({ id }) => id).sort());
			const days = rows.map(({ node }) => node.dueOn ?? "9999");
			expect(days).toEqual(days.toSorted());
			for (const { node, standing, stale } of rows) {
				if (stale) expect(standing).toBe("late");
				if (!node.dueOn) expect(standing).toBe("no-date");
			}
		}),
	);
});
