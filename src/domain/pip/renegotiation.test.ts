import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "../calendar/plain-date.ts";
import { areaCompletions } from "./completion.ts";
import { clockAtRest } from "./pip-clock.ts";
import { codesIn, numberIn, type RenegotiationContext, renegotiationFault } from "./renegotiation.ts";

const approvedOn = plainDate("2026-10-01");
const end = plainDate("2028-09-30");
const milestone = (number: string, dueOn: string, status: string) => ({ number, dueOn, milestone: { status } });

/** A plan in force with one goal, two areas and two key activities. */
function context(change: object = {}): RenegotiationContext {
	const strategies = [
		{ milestones: [milestone("1.1.1", "2027-03-31", "completed"), milestone("1.1.2", "2028-06-30", "delayed")] },
	];
	return {
		graph: {
			cycle: { startsOn: approvedOn },
			components: [
				{
					goals: [
						{ goal: { id: "g" }, number: "1.0", strategies },
						{ goal: { id: "h" }, number: "2.0", strategies: [] },
					],
				},
			],
		},
		pip: {
			determination: { areas: ["S1", "SA"] },
			addresses: [
				{ id: "a", goalId: "g", codes: ["S1", "1"] },
				{ id: "b", goalId: "h", codes: ["SA"] },
				{ id: "c", goalId: "taken-out", codes: ["S1", "SA"] },
			],
		},
		rules: { areas: ["S1", "SA"].map((code) => ({ code, items: [{ code: "1" }], indicators: [] })) },
		view: {
			state: { ...clockAtRest, phase: "in-force", approvedOn },
			limits: { endBy: plainDate("2028-10-01"), absolute: plainDate("2029-10-01") },
			...{ implementationEnd: end, nonOverlapEnd: plainDate("2029-09-30") },
			...change,
		},
	} as unknown as RenegotiationContext;
}
const fault = (partKind: string, field: string, after: string, given = context()) =>
	renegotiationFault({ partKind, partId: "a", field, after } as never, given);

describe("45 CFR 1355.35: what a plan in force can be negotiated to say", () => {
	test("a key activity is dated between the approval and the end of implementation, and on no other day", () => {
		fc.assert(
			fc.property(fc.integer({ min: -400, max: 1500 }), (days) => {
				const day = addDays(approvedOn, days);
				expect(fault("milestone", "dueOn", day) === undefined).toBe(day >= approvedOn && day <= end);
			}),
		);
	});

	test("implementation never passes its limit: more time is an extension, and nothing passes three years", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1500 }), (days) => {
				const day = addDays(approvedOn, days);
				const found = fault("cycle", "endsOn", day);
				if (day >= "2029-10-01") expect(found).toMatch(/three years/);
				else if (day >= "2028-10-01") expect(found).toMatch(/extension that the Secretary approves/);
				else if (day < "2028-06-30") expect(found).toMatch(/Key activity 1\.1\.2 is dated after/);
				else expect(found).toBeUndefined();
			}),
		);
	});

	test("every area is still answered afterwards", () => {
		fc.assert(
			fc.property(fc.subarray(["S1", "SA", "1"]), (codes) => {
				const found = fault("goal-address", "codes", codes.join(", "));
				expect(found === undefined).toBe(codes.includes("S1"));
			}),
		);
		expect(fault("goal-address", "codes", "S1, S9")).toMatch(/"S9" is no outcome/);
	});

	test("after implementation only the goal of a measure and its day; before approval nothing", () => {
		const measuring = context({ state: { ...clockAtRest, phase: "measuring", approvedOn } });
		expect(fault("milestone", "dueOn", "2027-01-31", measuring)).toMatch(/Implementation has ended/);
		expect(fault("target", "value", "72.5%", measuring)).toBeUndefined();
		expect(fault("target", "by", "2029-10-01", measuring)).toMatch(/Measurement ends/);
		expect(fault("goal", "statement", "x", context({ state: clockAtRest }))).toMatch(/while it is in force/);
	});

	test("codes and numbers are read as people write them", () => {
		expect(codesIn("S1, SA;1  S1")).toEqual(["S1", "SA", "1"]);
		expect([numberIn("72.5%"), numberIn("1,250"), numberIn("")]).toEqual([72.5, 1250, Number.NaN]);
	});
});

describe("45 CFR 1355.36: an area is answered as a whole", () => {
	const areas = [{ area: { code: "S1", label: "Safety" }, goals: [{ goalId: "g" }] }];
	const completion = (
		status: string,
		standing: object,
		{ today = "2028-01-01", proof = "Rosters", evidence = [] as readonly object[] } = {},
	) =>
		areaCompletions(
			areas as never,
			[
				{
					goal: { id: "g" },
					strategies: [{ milestones: [{ number: "1.1.1", milestone: { id: "m", status, proof } }] }],
				},
			] as never,
			{ measurement: [{ item: { goalId: "g", label: "Item 1" }, standing }], evidence } as never,
			plainDate("2029-09-30"),
			plainDate(today),
		)[0];
	const stands = (status: string, standing: object, today?: string) =>
		completion(status, standing, today ? { today } : {})?.state;
	const met = { state: "met", periodEnd: "2029-09-30" };

	test("its key activities are done and each measure was met by the end of measurement, once", () => {
		expect(stands("completed", met)).toBe("answered");
		expect(stands("dropped", { state: "exempt", periodEnd: null })).toBe("answered");
		expect(stands("in-progress", met)).toBe("open");
		expect(stands("completed", { state: "met", periodEnd: "2029-10-01" })).toBe("open");
	});

	test("a key activity is complete with what shows it, or with the word that nothing is kept", () => {
		const open = completion("completed", met, { proof: " " });
		expect(open).toMatchObject({ state: "open", openActivities: [], unshownActivities: ["1.1.1"] });
		const evidence = (counts: boolean, milestoneId = "m") => [{ counts, evidence: { milestoneId } }];
		const states = [evidence(true), evidence(false), evidence(true, "another")].map(
			(each) => completion("completed", met, { proof: "", evidence: each })?.state,
		);
		expect(states).toEqual(["answered", "open", "open"]);
		expect(completion("dropped", met, { proof: "" })?.state).toBe("answered");
	});

	test("one measure that was not met leaves the area open, and not answered once measurement has ended", () => {
		expect(stands("completed", { state: "not-met", periodEnd: null })).toBe("open");
		expect(stands("completed", { state: "not-met", periodEnd: null }, "2029-10-01")).toBe("not-answered");
	});
});
