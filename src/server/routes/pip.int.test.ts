import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { approveByLetter, stepOf, writeStatePlan } from "../../../test/support/write-state-plan.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { ClockEventKind } from "../../domain/pip/pip-rules.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { addMilestone } from "../../operations/add-milestone.ts";
import { addStrategy } from "../../operations/add-strategy.ts";
import { addTeamMember } from "../../operations/add-team-member.ts";
import { amendPart } from "../../operations/amend-part.ts";
import { askRenegotiation } from "../../operations/ask-renegotiation.ts";
import { changePart } from "../../operations/change-part.ts";
import { getFactHistory } from "../../operations/get-fact-history.ts";
import { getPaper } from "../../operations/get-paper.ts";
import { getPip } from "../../operations/get-pip.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { listDueDates } from "../../operations/list-due-dates.ts";
import { listPips } from "../../operations/list-pips.ts";
import { nameGoalAreas } from "../../operations/name-goal-areas.ts";
import { perform } from "../../operations/operation.ts";
import { recordClockEvent } from "../../operations/record-clock-event.ts";
import { recordMeasurementResult } from "../../operations/record-measurement-result.ts";
import { recordMonthlyRatio } from "../../operations/record-monthly-ratio.ts";
import { removeClockEvent } from "../../operations/remove-clock-event.ts";
import { reportMilestone } from "../../operations/report-milestone.ts";
import { saveAnswer } from "../../operations/save-answer.ts";
import { saveMeasurementItem } from "../../operations/save-measurement-item.ts";
import { startPip } from "../../operations/start-pip.ts";
import { startYearlyPaper } from "../../operations/start-yearly-paper.ts";
import { switchPipType } from "../../operations/switch-pip-type.ts";

type Person = Awaited<ReturnType<typeof addActor>>;

let site: TestSite;
let state: string;
let planner: Person;
let director: Person;
let analyst: Person;
let county: Person;
let visitor: SiteVisitor;
let pipId: string;
let goalId: string;
let strategyId: string;
let milestoneId: string;
let reportId: string;
let cfsp: Awaited<ReturnType<typeof writeStatePlan>>;

/** The clock stands at 2026-07-01 at first. A session does not last that long: the planner signs in again. */
async function moveTo(day: string) {
	const minutes = (Date.parse(`${day}T16:00:00Z`) - site.storage.clock.now.getTime()) / 60_000;
	site.moveClock(minutes);
	visitor = await site.visitorAs(planner);
}
const run: typeof perform = (_performer, operation, actor, input) =>
	perform(site.storage.performer, operation, actor, input);
const pip = () => run(site.storage.performer, getPip, planner, { documentId: pipId });
const view = (documentId = pipId) => run(site.storage.performer, getPlan, planner, { documentId });
const ruleIds = async (documentId = pipId) => (await view(documentId)).checks.map(({ ruleId }) => ruleId);

beforeAll(async () => {
	site = await openTestSite();
	state = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	const place = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	planner = await addActor(site.storage, state, "state-planner");
	director = await addActor(site.storage, state, "state-director");
	analyst = await addActor(site.storage, state, "state-analyst");
	county = await addActor(site.storage, place, "county-planner");
	visitor = await site.visitorAs(planner);
}, 60_000);
afterAll(() => site.end());

test("MS-17: a PIP starts from what the review determined, with its clock and a work plan on three tracks (MS-20)", async () => {
	const page = await visitor.get("/pips/new?kind=traditional");
	expect(page.read).toContain("The plan is due 90 calendar days after it.");
	const answer = await visitor.post("/pips", {
		...{ jurisdictionId: state, pipType: "traditional", review: "Child and Family Services Review, Round 4" },
		...{ areas: ["S1", "SA"], items: ["1"], noticeReceivedOn: "06/15/2026", issuedOn: "06/12/2026" },
	});
	expect(answer.status).toBe(303);
	pipId = answer.location.split("/")[2] ?? "";
	const shown = await visitor.get(`/plans/${pipId}/pip`);
	expect(shown.read).toContain("June 15, 2026 + 90 days = September 13, 2026");
	expect(shown.read).toContain("74 days left");
	for (const track of ["Engagement", "Responses to the areas needing improvement", "Timely submission"]) {
		expect(shown.read).toContain(track);
	}
	expect(shown.read).toContain("citizen review panel, courts, Tribes");
	expect(await ruleIds()).not.toContain("MS-20");
	const bad = await visitor.post("/pips", {
		...{ jurisdictionId: state, pipType: "traditional", review: "", areas: ["S1"], noticeReceivedOn: "soon" },
	});
	expect(bad.status).toBe(422);
	expect(bad.read).toContain('"soon" is not a date');
});

test("the clock stops and resumes with reasons, and every day that it stood is in the arithmetic", async () => {
	const event = (eventKind: "stopped" | "resumed" | "approved", on: string, reason: string) =>
		run(site.storage.performer, recordClockEvent, planner, { documentId: pipId, eventKind, on: plainDate(on), reason });
	await expect(event("stopped", "2026-06-20", "")).rejects.toThrow(/needs a reason/);
	await expect(event("stopped", "2026-12-20", "x")).rejects.toThrow(/has not come yet/);
	await expect(event("approved", "2026-06-20", "x")).rejects.toThrow(/plan’s own steps/);
	await event("stopped", "2026-06-20", "Federal offices closed");
	const stopped = await visitor.get(`/plans/${pipId}/pip`);
	expect(stopped.read).toContain("Stopped: 85 days left");
	const page = await visitor.submit(stopped, `/plans/${pipId}/pip/clock`, {
		...{ eventKind: "resumed", on: "06/30/2026", reason: "Federal offices open again" },
	});
	expect(page.status).toBe(303);
	const resumed = await visitor.get(`/plans/${pipId}/pip`);
	expect(resumed.read).toContain("June 15, 2026 + 90 days + 10 days stopped = September 23, 2026");
	expect(resumed.read).toContain("Clock stopped (Federal offices closed)");
});

test("INT-04: every area not in conformity is named by a goal; INT-02: a goal is also in the five-year plan", async () => {
	expect(await ruleIds()).toContain("INT-04");
	const { facts } = await view();
	const made = await run(site.storage.performer, addGoal, planner, {
		...{ documentId: pipId, focusAreaId: facts.focusAreas[0]?.id ?? "", goalKind: "numeric" },
		statement: "Children who may be in danger are seen in time.",
	});
	goalId = made.id;
	strategyId = (
		await run(site.storage.performer, addStrategy, planner, {
			...{
				documentId: pipId,
				goalId,
				statement: "Reports are screened day and night.",
				rationale: "Most delays begin at night.",
			},
		})
	).id;
	milestoneId = (
		await run(site.storage.performer, addMilestone, planner, {
			...{ documentId: pipId, strategyId, statement: "Night screeners hired in each region." },
			...{ dueOn: plainDate("2027-03-31"), assignedTitle: "Intake manager" },
		})
	).id;
	await expect(
		run(site.storage.performer, nameGoalAreas, planner, { documentId: pipId, goalId, codes: ["S9"] }),
	).rejects.toThrow(/no outcome/);
	const page = await visitor.get(`/plans/${pipId}/pip`);
	expect(page.read).toContain("No goal yet");
	const named = await visitor.post(`/plans/${pipId}/pip/goals/${goalId}/areas`, {
		...{ form: `areas-${goalId}`, version: "0", codes: ["S1", "SA", "1"] },
	});
	expect(named.status).toBe(303);
	expect(await ruleIds()).not.toContain("INT-04");
	expect(await ruleIds()).toContain("INT-02");
	cfsp = await writeStatePlan(site.storage, planner, state);
	await run(site.storage.performer, addGoal, planner, {
		...{ documentId: cfsp.documentId, focusAreaId: cfsp.focusAreaId, goalKind: "numeric", statement: "" },
		existingGoalId: goalId,
	});
	expect(await ruleIds()).not.toContain("INT-02");
	expect((await pip()).view.otherUses).toMatchObject([{ goalId, number: "2.0", document: { id: cfsp.documentId } }]);
	expect((await visitor.get(`/plans/${pipId}/pip`)).read).toContain("Also: goal 2.0 of Halcyon Child and Family");
});

test("the measurement plan shows its arithmetic, and baseline and goal are those of the objective (INT-01)", async () => {
	const page = await visitor.get(`/plans/${pipId}/measurement`);
	const answer = await visitor.submit(page, `/plans/${pipId}/pip/measures`, {
		...{ goalId, code: "1", numerator: "31", denominator: "49", fosterShare: "60", metroShare: "30" },
		...{ periodStart: "04/01/2025", periodEnd: "03/31/2026", source: "Case reviews" },
	});
	expect(answer.status).toBe(303);
	const shown = await visitor.get(`/plans/${pipId}/measurement`);
	expect(shown.read).toContain("Baseline: 31 of 49 cases = 63.3%");
	expect(shown.read).toContain("Sampling error: 1.28 × 0.0689 = 0.0882");
	expect(shown.read).toContain("Goal: 63.3% + 8.8% = 72.1%");
	const { facts } = await view();
	expect(facts.baselines).toMatchObject([{ numerator: 31, denominator: 49 }]);
	expect(facts.targets[0]?.value).toBeCloseTo(72.0805, 3);
	const indicator = await run(site.storage.performer, saveMeasurementItem, planner, {
		...{ documentId: pipId, goalId, subjectKind: "indicator", code: "4-P1", label: "Permanency in 12 months" },
		...{ method: "indicator-factor", better: "higher", mean: 50, deviation: 0.5, baseline: { value: 51 } },
	});
	expect(indicator.goal).toBeCloseTo(53.04, 6);
	await expect(
		run(site.storage.performer, saveMeasurementItem, planner, {
			...{ documentId: pipId, goalId, subjectKind: "item", code: "1", label: "x", method: "sampling-error" },
			...{ better: "higher", baseline: { numerator: 5, denominator: 4 } },
		}),
	).rejects.toThrow(/At most 4/);
});

test("a key activity is not dated in the time that is for measurement only (PIP-4)", async () => {
	const { cycle } = await pip();
	const { facts } = await view();
	const change = (dueOn: string, version: number) =>
		run(site.storage.performer, changePart, planner, {
			...{
				documentId: pipId,
				kind: "milestone" as const,
				id: milestoneId,
				version,
				patch: { dueOn: plainDate(dueOn) },
			},
		});
	const version = facts.milestones[0]?.version ?? 0;
	const after = `${Number(cycle.endsOn.slice(0, 4))}-${cycle.endsOn.slice(5)}`;
	const late = plainDate(`${Number(after.slice(0, 4)) + 1}-01-15`);
	await change(late, version);
	expect(await ruleIds()).toContain("PIP-4");
	expect((await pip()).view.misdated).toHaveLength(1);
	await change("2027-03-31", version + 1);
	expect(await ruleIds()).not.toContain("PIP-4");
});

test("approved by letter it is in force: limits with their arithmetic, implementation from that day on", async () => {
	for (const field of ["cover.responsibleAgency", "context.development", "context.earlierPlans"]) {
		await run(site.storage.performer, saveAnswer, planner, { documentId: pipId, field, value: "Written.", version: 0 });
	}
	await moveTo("2026-09-20");
	await stepOf(site.storage, pipId, planner, "mark-ready");
	await expect(stepOf(site.storage, pipId, planner, "submit")).rejects.toThrow(/director/i);
	await stepOf(site.storage, pipId, director, "submit");
	expect((await pip()).view.state.phase).toBe("with-authority");
	await moveTo("2026-10-10");
	await stepOf(site.storage, pipId, director, "accept", { letter: "Letter 7 of the region", answeredOn: "2026-10-01" });
	const answered = await pip();
	const { view: now, cycle } = answered;
	const json: unknown = JSON.parse(JSON.stringify(answered));
	expect(getPip.output.safeParse(json).data).toEqual(json);
	expect((await visitor.get("/")).read).toContain("In force since October 1, 2026");
	expect(now.clockFault).toBe("");
	expect(now.state).toMatchObject({ phase: "in-force", submittedOn: "2026-09-20", approvedOn: "2026-10-01" });
	expect(now.limits).toMatchObject({ endBy: "2028-10-01", absolute: "2029-10-01", askBy: "2028-08-02" });
	expect([cycle.startsOn, cycle.endsOn]).toEqual(["2026-10-01", "2028-09-30"]);
	expect(now.nonOverlapEnd).toBe("2029-09-30");
	const page = await visitor.get(`/plans/${pipId}/pip`);
	expect(page.read).toContain("October 1, 2026 + 24 months = October 1, 2028");
	const { dueDates } = await run(site.storage.performer, listDueDates, planner, {
		...{ jurisdictionId: state, from: plainDate("2028-01-01"), to: plainDate("2028-12-31") },
	});
	expect(dueDates).toContainEqual(expect.objectContaining({ ruleId: "pip-end", on: "2028-10-01" }));
	await expect(
		run(site.storage.performer, nameGoalAreas, planner, { documentId: pipId, goalId, codes: [], version: 1 }),
	).rejects.toThrow(/Renegotiation/);
});

test("progress is reported by quarter under the plan's own numbers, and a result that counts completes the item", async () => {
	const page = await visitor.get(`/plans/${pipId}/reports`);
	expect(page.read).toContain("Progress report 1October 1, 2026 to December 31, 2026");
	expect(page.read).toContain("Progress report 8July 1, 2028 to September 30, 2028");
	expect(page.read).not.toContain("Progress report 9");
	await moveTo("2027-01-08");
	const { id } = await run(site.storage.performer, startYearlyPaper, planner, { documentId: pipId });
	reportId = id;
	expect((await view(id)).facts.document.title).toContain("Progress report 1");
	expect(await ruleIds(id)).toEqual(expect.arrayContaining(["PIP-6", "PIP-7"]));
	expect((await visitor.get(`/plans/${id}/progress`)).read).toContain("Night screeners hired in each region.");
	const itemOne = async () => (await pip()).view.measurement.find(({ item }) => item.code === "1");
	const item = await itemOne();
	await run(site.storage.performer, recordMeasurementResult, planner, {
		...{ documentId: pipId, itemId: item?.item.id ?? "", numerator: 40, denominator: 50 },
		...{ periodStart: plainDate("2026-01-01"), periodEnd: plainDate("2026-12-31"), metroShare: 0.31, fosterShare: 0.6 },
		...{ sameMethod: true, accepted: true },
	});
	const measured = await itemOne();
	expect(measured?.standing).toEqual({ state: "met", periodEnd: "2026-12-31" });
	expect((await visitor.get(`/plans/${pipId}/measurement`)).read).toContain("Met, period ending December 31, 2026");
});

test("what was recorded of the clock is put right or taken out with its reason, and every day that follows is worked out anew", async () => {
	const event = (eventKind: ClockEventKind, on: string, months: number | null = null) =>
		run(site.storage.performer, recordClockEvent, planner, {
			...{ documentId: pipId, eventKind, on: plainDate(on), months, reason: "Agreed with the region" },
		});
	await event("extension-asked", "2026-12-01");
	const granted = await event("extension-granted", "2026-12-20", 6);
	expect((await pip()).cycle.endsOn).toBe("2029-03-31");
	const page = await visitor.get(`/plans/${pipId}/pip`);
	const wrong = await visitor.post(`/plans/${pipId}/pip/clock/${granted.id}`, {
		...{ form: `event-${granted.id}`, version: "1", on: "12/20/2026", months: "4", reason: "Agreed with the region" },
		correction: "",
	});
	expect(wrong.status).toBe(422);
	expect(wrong.read).toContain("Say why it is put right.");
	const answer = await visitor.submit(page, `/plans/${pipId}/pip/clock/${granted.id}`, {
		...{ months: "4", correction: "The letter says four months." },
	});
	expect(answer.status).toBe(303);
	expect((await pip()).cycle.endsOn).toBe("2029-01-31");
	expect((await pip()).view.limitLines[0]?.arithmetic).toContain("24 months + 4 months granted");
	const asked = (await pip()).events.find(({ eventKind }) => eventKind === "extension-asked");
	await expect(
		run(site.storage.performer, removeClockEvent, planner, {
			...{ documentId: pipId, eventId: asked?.id ?? "", version: 1, reason: "It was never asked for." },
		}),
	).rejects.toThrow(/would not fit any more/);
	for (const each of [
		{ ...granted, version: 2 },
		{ id: asked?.id ?? "", version: 1 },
	]) {
		await run(site.storage.performer, removeClockEvent, planner, {
			...{ documentId: pipId, eventId: each.id, version: each.version, reason: "Recorded in the wrong plan." },
		});
	}
	expect((await pip()).cycle.endsOn).toBe("2028-09-30");
	const history = await run(site.storage.performer, getFactHistory, planner, { subject: granted.id });
	expect(JSON.stringify(history)).toContain("The letter says four months.");
	expect(JSON.stringify(history)).toContain("Recorded in the wrong plan.");
});

test("a result is put right or taken out with its reason, and whether the goal is met is worked out anew", async () => {
	const itemOne = async () => (await pip()).view.measurement.find(({ item }) => item.code === "1");
	const line = await itemOne();
	const [found] = line?.results ?? [];
	const page = await visitor.get(`/plans/${pipId}/measurement`);
	const address = `/plans/${pipId}/pip/results/${found?.result.id}`;
	expect(
		(await visitor.submit(page, address, { numerator: "20", correction: "Ten cases were counted twice." })).status,
	).toBe(303);
	expect((await itemOne())?.standing.state).toBe("not-met");
	const again = await visitor.get(`/plans/${pipId}/measurement`);
	expect((await visitor.submit(again, address, { numerator: "40", correction: "They were not." })).status).toBe(303);
	expect((await itemOne())?.standing.state).toBe("met");
	const other = await run(site.storage.performer, recordMeasurementResult, planner, {
		...{ documentId: pipId, itemId: line?.item.id ?? "", value: 1 },
		...{ periodStart: plainDate("2026-02-01"), periodEnd: plainDate("2026-12-31") },
	});
	const third = await visitor.get(`/plans/${pipId}/measurement`);
	const removed = await visitor.submit(third, `/plans/${pipId}/pip/results/${other.id}/remove`, {
		reason: "It is of another item.",
	});
	expect(removed.status).toBe(303);
	expect((await itemOne())?.results).toHaveLength(1);
});

test("a plan in force is negotiated anew: asked, agreed, before and after, and its effect on clock, reports and work plan", async () => {
	const page = await visitor.get(`/plans/${pipId}/pip`);
	expect(page.read).toContain("Key activity 1.1.1: projected completion (now: March 31, 2027)");
	const ask = (part: string, after: string) =>
		visitor.post(`/plans/${pipId}/pip/renegotiations`, {
			...{ form: "renegotiation", part, after, reason: "Two regions could not hire.", askedOn: "01/04/2027" },
		});
	const late = await ask(`milestone ${milestoneId} dueOn`, "11/30/2028");
	expect(late.status).toBe(422);
	expect(late.read).toContain("Implementation ends on September 30, 2028");
	const areas = (await pip()).parts.find(({ kind }) => kind === "goal-address");
	expect((await ask(`goal-address ${areas?.id} codes`, "S1, 1")).read).toContain("No goal would answer SA any more");
	expect((await ask(`cycle ${(await pip()).cycle.id} endsOn`, "10/31/2029")).read).toContain("three years");
	expect((await ask(`cycle ${(await pip()).cycle.id} endsOn`, "10/31/2028")).read).toContain("the Secretary approves");
	expect((await ask(`milestone ${milestoneId} dueOn`, "06/30/2027")).status).toBe(303);
	expect((await ask(`milestone ${milestoneId} dueOn`, "07/31/2027")).read).toContain("being negotiated already");
	const waiting = await pip();
	const [asked] = waiting.view.renegotiations;
	expect((await view()).facts.milestones[0]?.dueOn).toBe("2027-03-31");
	expect(asked?.effect).toBe("91 days later. It falls in the period of progress report 3, not 2.");
	expect(waiting.view.tracks.response.at(-1)?.label).toContain("Key activity 1.1.1");
	const shown = await visitor.get(`/plans/${pipId}/pip`);
	const address = `/plans/${pipId}/pip/renegotiations/${asked?.renegotiation.id}/answer`;
	const nobody = await visitor.submit(shown, address, { answer: "agreed", answeredOn: "01/07/2027", answeredBy: "" });
	expect(nobody.read).toContain("Name who agreed");
	const agreed = await visitor.submit(await visitor.get(`/plans/${pipId}/pip`), address, {
		...{
			answer: "agreed",
			answeredOn: "01/07/2027",
			answeredBy: "State director; regional office",
			letter: "Letter 9",
		},
	});
	expect(agreed.status).toBe(303);
	expect((await view()).facts.milestones[0]?.dueOn).toBe("2027-06-30");
	const after = await pip();
	expect(after.view.tracks.response.find(({ label }) => label.includes("1.1.1"))?.doneOn).toBe("2027-01-07");
	const json: unknown = JSON.parse(JSON.stringify(after));
	expect(getPip.output.safeParse(json).data).toEqual(json);
	const paper = JSON.stringify(await run(site.storage.performer, getPaper, planner, { documentId: pipId }));
	for (const words of [
		"Negotiated anew",
		"March 31, 2027",
		"June 30, 2027",
		"Two regions could not hire.",
		"Letter 9",
	]) {
		expect(paper).toContain(words);
	}
	expect(paper).toContain("Completion: what each area still needs by September 30, 2029");
	expect(after.view.completion).toMatchObject([
		{ code: "S1", openActivities: ["1.1.1"], openMeasures: ["Permanency in 12 months"], state: "open" },
		{ code: "SA", state: "open" },
	]);
});

test("INT-03: the yearly report tells of a PIP in force, and INT-09: prints its key activities as they stand in the PIP", async () => {
	const paper = JSON.stringify(await run(site.storage.performer, getPaper, planner, { documentId: pipId }));
	expect(paper).toContain("October 1, 2026 + 24 months = October 1, 2028");
	expect(paper).toContain("Goal 2.0 of Halcyon Child and Family Services Plan");
	expect(paper).toContain("Sampling error: 1.28");
	await approveByLetter(site.storage, cfsp.documentId, { planner, director }, "2027-01-08");
	const { id } = await run(site.storage.performer, startYearlyPaper, planner, { documentId: cfsp.documentId });
	expect(await ruleIds(id)).toContain("INT-03");
	const { facts } = await view();
	await run(site.storage.performer, reportMilestone, planner, {
		...{ documentId: pipId, milestoneId, version: facts.milestones[0]?.version ?? 0, status: "completed" },
		...{ completedOn: plainDate("2027-01-05"), proof: "Roster", explanation: "" },
	});
	const field = "update.improvementPlan";
	const value = "Night screeners are at work.";
	await run(site.storage.performer, saveAnswer, planner, { documentId: id, field, value, version: 0 });
	expect(await ruleIds(id)).not.toContain("INT-03");
	const report = JSON.stringify(await run(site.storage.performer, getPaper, planner, { documentId: id }));
	expect(report).toContain("Night screeners hired in each region.");
	expect(report).toContain("Completed 01/2027.");
	expect(report).toContain("Projected completion negotiated anew, March 31, 2027 to June 30, 2027");
	for (const words of ["Measures of Halcyon", "Found last", ", January 1, 2026 to December 31, 2026"]) {
		expect(report).toContain(words);
	}
	expect(report).toContain("Met, period ending December 31, 2026");
	expect(report).toContain("72.08%");
	const fiveYears = JSON.stringify(
		await run(site.storage.performer, getPaper, planner, { documentId: cfsp.documentId }),
	);
	expect(fiveYears).toContain("Also goal 1.0 of Halcyon Program Improvement Plan");
	const asked = { reason: "A judge asked for it.", askedOn: plainDate("2027-01-06"), dueOn: plainDate("2027-09-30") };
	await run(site.storage.performer, askRenegotiation, planner, {
		...{
			documentId: pipId,
			partKind: "milestone",
			field: "added",
			underId: strategyId,
			after: "Courts told.",
			...asked,
		},
	});
	expect((await pip()).view.renegotiations[0]?.effect).toMatch(/It comes to goal 2\.0 of Halcyon.* too\.$/);
	await expect(
		run(site.storage.performer, amendPart, planner, {
			...{ documentId: reportId, partKind: "goal", partId: goalId, field: "statement", version: 1, after: "x" },
			...{ reason: "x", agreedBy: "x", agreedOn: plainDate("2027-01-05") },
		}),
	).rejects.toThrow(/Renegotiation/);
});

test("INT-16: another kind of plan keeps goals and history; INT-11: its ratio is kept month by month with both parts", async () => {
	const before = await view();
	const ratio = async (input: object) =>
		run(site.storage.performer, recordMonthlyRatio, planner, {
			...{ documentId: pipId, code: "home-to-child", month: "2026-12-01", numerator: 2310, denominator: 4022 },
			...{ source: "Licensing system, January 4, 2027" },
			...input,
		} as never);
	await expect(ratio({})).rejects.toThrow(/no series by month/);
	await run(site.storage.performer, switchPipType, planner, {
		...{ documentId: pipId, pipType: "home-for-every-child", version: before.facts.document.version },
		reason: "The State joined the pilot.",
	});
	await expect(ratio({ denominator: 0 })).rejects.toThrow(/no ratio/);
	await ratio({});
	await expect(ratio({})).rejects.toThrow(/recorded already/);
	const after = await pip();
	expect(after.pipType).toBe("home-for-every-child");
	expect(after.view.measurement).toEqual([]);
	expect(after.ratios).toMatchObject([{ numerator: 2310, denominator: 4022 }]);
	const facts = (await view()).facts;
	for (const kept of ["goals", "strategies", "milestones", "objectives", "baselines", "targets"] as const) {
		expect(facts[kept]).toEqual(before.facts[kept]);
	}
	expect((await visitor.get(`/plans/${pipId}/measurement`)).read).toMatch(/December 2026\s*2,310\s*4,022\s*0\.57/);
	await run(site.storage.performer, switchPipType, planner, {
		...{ documentId: pipId, pipType: "traditional", version: after.document.version, reason: "The pilot ended." },
	});
	expect((await pip()).view.measurement).toHaveLength(2);
});

test("MS-18: those named in the CFSP take part, MS-19: leaders are designated, by the kind of plan", async () => {
	const { id } = await run(site.storage.performer, startPip, planner, {
		...{ jurisdictionId: state, pipType: "title-iv-e", review: "Title IV-E review", areas: ["JD"] },
		noticeReceivedOn: plainDate("2027-01-02"),
	});
	const messages = async () =>
		(await view(id)).checks.filter(({ ruleId }) => ["MS-18", "MS-19"].includes(ruleId)).map(({ message }) => message);
	expect((await messages()).join()).toContain("Director of eligibility");
	expect((await messages()).join()).toContain("Citizen review panel");
	for (const group of ["eligibility-director", "federal-agency", "citizen-review-panel", "agency-staff"]) {
		await run(site.storage.performer, addTeamMember, planner, {
			...{ documentId: id, name: `Somebody of ${group}`, affiliation: "x", group },
		});
	}
	for (const group of ["state-stakeholders", "community-stakeholders"]) {
		await run(site.storage.performer, addTeamMember, planner, {
			...{ documentId: id, name: `Somebody of ${group}`, affiliation: "x", group, participation: "consulted" },
		});
	}
	expect(await messages()).toEqual([]);
	const started = await run(site.storage.performer, getPip, planner, { documentId: id });
	expect(started.view.clocks[0]?.dueOn).toBe("2027-04-02");
});

test("an approved PIP is read by the State's analysts and by no county's planner; nobody else writes it", async () => {
	expect((await run(site.storage.performer, listPips, analyst, {})).pips).toMatchObject([{ phase: "in-force" }]);
	expect((await run(site.storage.performer, listPips, county, {})).pips).toEqual([]);
	await expect(
		run(site.storage.performer, startPip, analyst, {
			...{ jurisdictionId: state, pipType: "voluntary", review: "x", areas: [] },
		}),
	).rejects.toThrow(/roles/);
});
