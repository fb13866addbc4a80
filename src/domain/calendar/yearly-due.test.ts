import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysInMonth, partsOf, plainDate } from "./plain-date.ts";
import { yearlyDueOn, yearlyNumbers } from "./yearly-due.ts";

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(plainDate("1990-01-01"), days));
const number = fc.integer({ min: 1, max: 20 });

describe("SIP-112: the day on which a yearly paper is due", () => {
	it("is the anniversary of acceptance; February 29 becomes February 28, and February 29 again in a leap year", () => {
		const plan = {
			...{ acceptedOn: plainDate("2024-02-29"), startsOn: plainDate("2024-01-01") },
			endsOn: plainDate("2028-12-31"),
		};
		const due = [1, 2, 3, 4].map((n) => yearlyDueOn("acceptance", plan, n)?.on);
		expect(due).toEqual(["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]);
		expect(yearlyDueOn("period-start", plan, 1)).toEqual({ on: "2025-01-01", certain: true });
		expect(yearlyDueOn("not-stated", plan, 1)).toEqual({ on: "2025-02-28", certain: false });
		expect(yearlyDueOn("acceptance", { ...plan, acceptedOn: null }, 1)).toBeUndefined();
	});

	it("keeps month and day in every year that has the day, and is otherwise the last day of that month", () => {
		fc.assert(
			fc.property(day, number, (acceptedOn, n) => {
				const due = yearlyDueOn("acceptance", { acceptedOn, startsOn: acceptedOn, endsOn: acceptedOn }, n);
				if (!due) throw new Error("An accepted plan has due days.");
				const [from, to] = [partsOf(acceptedOn), partsOf(due.on)];
				expect(to.year).toBe(from.year + n);
				expect(to.month).toBe(from.month);
				expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
			}),
		);
	});

	it("comes in order, and each within the plan's term", () => {
		fc.assert(
			fc.property(day, day, fc.integer({ min: 30, max: 3000 }), (acceptedOn, startsOn, length) => {
				const plan = { acceptedOn, startsOn, endsOn: addDays(startsOn, length) };
				const due = yearlyNumbers("acceptance", plan).map((n) => yearlyDueOn("acceptance", plan, n)?.on ?? "");
				expect(due).toEqual(due.toSorted());
				expect(due.every((each) => each <= plan.endsOn)).toBe(true);
			}),
		);
	});
});

it("a plan of three years has two, whichever day they are counted from", () => {
	const plan = {
		acceptedOn: plainDate("2025-08-15"),
		startsOn: plainDate("2025-07-01"),
		endsOn: plainDate("2028-06-30"),
	};
	expect(yearlyNumbers("acceptance", plan)).toEqual([1, 2]);
	expect(yearlyNumbers("period-start", plan)).toEqual([1, 2]);
});

it("a fixed day: four reports of a plan for FFY2025 to 2029 are due on 30 June of 2025 to 2028, the final report in 2029", () => {
	const plan = {
		acceptedOn: plainDate("2024-09-28"),
		startsOn: plainDate("2024-10-01"),
		endsOn: plainDate("2029-09-30"),
	};
	const due = (number: number) => yearlyDueOn("fixed-date", plan, number, { dueDay: "06-30" })?.on;
	expect([1, 2, 3, 4, 5].map(due)).toEqual(["2025-06-30", "2026-06-30", "2027-06-30", "2028-06-30", "2029-06-30"]);
	expect(yearlyNumbers("fixed-date", plan, { dueDay: "06-30", count: 4 })).toEqual([1, 2, 3, 4]);
	expect(yearlyNumbers("fixed-date", plan)).toEqual([]);
});

it("a paper that closes its plan's own period stands on the last day of it, and nobody says that it is due then (MS-21)", () => {
	const plan = {
		acceptedOn: plainDate("2026-01-12"),
		startsOn: plainDate("2025-10-01"),
		endsOn: plainDate("2026-09-30"),
	};
	expect(yearlyDueOn("period-end", plan, 1)).toEqual({ on: "2026-09-30", certain: false });
	expect(yearlyNumbers("period-end", plan, { count: 1 })).toEqual([1]);
});
