import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleRules } from "../../../test/support/sample-planning.ts";
import { plainDate } from "../calendar/plain-date.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import { type DueProofs, dueDoneOn } from "./due-done.ts";
import { visitArithmetic, visitStandards } from "./visit-standards.ts";

describe("the standards of caseworker visits (C17, MS-16)", () => {
	it("are judged before rounding: 94.999 percent is not 95, and never shown as if it were", () => {
		const [visits, residence] = visitStandards({ careMonths: 100_000, visitedMonths: 94_999, residenceMonths: 47_500 });
		expect(visits).toMatchObject({ met: false, pointsOff: 1 });
		expect(visitArithmetic(visits)).toBe("94,999 / 100,000 = 94.99 percent");
		expect(residence).toMatchObject({ met: true, pointsOff: 0 });
	});

	it("nothing in care is no failure", () => {
		const [visits] = visitStandards({ careMonths: 0, visitedMonths: 0, residenceMonths: 0 });
		expect(visits).toMatchObject({ percent: null, met: null, pointsOff: 0 });
	});

	it("points come off exactly where a standard is not met", () => {
		const counts = fc
			.tuple(fc.nat(100_000), fc.nat(100_000), fc.nat(100_000))
			.map((three) => three.sort((a, b) => a - b));
		fc.assert(
			fc.property(counts, ([residenceMonths = 0, visitedMonths = 0, careMonths = 0]) => {
				for (const { met, pointsOff } of visitStandards({ careMonths, visitedMonths, residenceMonths })) {
					expect(pointsOff > 0).toBe(met === false);
				}
			}),
		);
	});
});

describe("what says that something due was done", () => {
	const nothing: DueProofs = {
		...{ "due-completion": [], "visit-report": [], "panel-report": [], "planning-event": [], "event-guest": [] },
		...{ rules: sampleRules, regionIds: ["north", "south"], today: plainDate("2029-06-01") },
	};
	const held = (eventKind: string, heldOn: string, placeId = "state") =>
		({ id: `${eventKind} ${heldOn}`, eventKind, heldOn: plainDate(heldOn), placeId }) as Fact<"planning-event">;
	const due = (ruleId: string, on: string) => ({ ruleId, on: plainDate(on), literal: plainDate(on) });
	const visits = (federalFiscalYear: number, sentOn: string | null) =>
		({ federalFiscalYear, sentOn: sentOn && plainDate(sentOn) }) as Fact<"visit-report">;
	const report = (receivedOn: string, answerSentOn: string | null) =>
		({
			receivedOn: plainDate(receivedOn),
			answerSentOn: answerSentOn && plainDate(answerSentOn),
		}) as Fact<"panel-report">;

	it("MS-16: a report of visits settles December 15 of its own year once it is sent", () => {
		const proofs = { ...nothing, "visit-report": [visits(2025, "2025-12-10"), visits(2026, null)] };
		for (const rule of ["caseworker-visits", "ms-visits"]) {
			expect(dueDoneOn(proofs, due(rule, "2025-12-15"))).toBe("2025-12-10");
			expect(dueDoneOn(proofs, due(rule, "2026-12-15"))).toBeNull();
		}
		expect(dueDoneOn(proofs, due("apsr", "2025-12-15"))).toBeNull();
	});

	it("an answer to a panel settles the day of its own report; two reports of one day both need theirs", () => {
		const answered = report("2026-08-31", "2027-01-20");
		const day = due("capta-crp-response", "2027-02-28");
		expect(dueDoneOn({ ...nothing, "panel-report": [answered] }, day)).toBe("2027-01-20");
		expect(dueDoneOn({ ...nothing, "panel-report": [answered, report("2026-08-31", null)] }, day)).toBeNull();
		expect(dueDoneOn(nothing, day)).toBeNull();
	});

	it("MS-35: the January meeting settles its own January; one to come, or that of another year, does not", () => {
		const day = due("ms-annual-meeting", "2029-01-31");
		const on = (...days: string[]) =>
			dueDoneOn({ ...nothing, "planning-event": days.map((each) => held("annual-meeting", each)) }, day);
		expect(on("2029-01-16")).toBe("2029-01-16");
		expect(on("2029-03-02")).toBe("2029-03-02");
		expect(on("2028-01-16", "2029-06-20")).toBeNull();
	});

	it("MS-28: every region must have met; MS-26: somebody of the panel must have come", () => {
		const north = held("regional-conference", "2029-04-03", "north");
		const both = [north, held("regional-engagement", "2029-05-07", "south")];
		const regions = due("ms-local-engaged", "2029-04-30");
		expect(dueDoneOn({ ...nothing, "planning-event": [north] }, regions)).toBeNull();
		expect(dueDoneOn({ ...nothing, "planning-event": both }, regions)).toBe("2029-05-07");
		const panel = due("ms-crp-engaged", "2029-01-31");
		const guest = { eventId: north.id, partyKind: "review-panel", attendance: "present" } as Fact<"event-guest">;
		expect(dueDoneOn({ ...nothing, "planning-event": [north] }, panel)).toBeNull();
		expect(dueDoneOn({ ...nothing, "planning-event": [north], "event-guest": [guest] }, panel)).toBe("2029-04-03");
	});
});
