import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvePlan } from "../../test/support/approve-plan.ts";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../test/support/test-storage.ts";
import { writeWholePlan } from "../../test/support/write-plan.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { installationActor } from "../domain/people/installation.ts";
import type { Actor } from "../domain/people/may.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { DocumentAction } from "../domain/workflow/document-workflow.ts";
import { addMilestone } from "./add-milestone.ts";
import { changePart } from "./change-part.ts";
import { comparePlan } from "./compare-plan.ts";
import { NotAllowed, Refused, StaleSave } from "./errors.ts";
import { getPaper } from "./get-paper.ts";
import { getPlan } from "./get-plan.ts";
import { getPlanHistory } from "./get-plan-history.ts";
import { getStepNews } from "./get-step-news.ts";
import { movePart } from "./move-part.ts";
import { perform } from "./operation.ts";
import { removePart } from "./remove-part.ts";
import { reportMilestone } from "./report-milestone.ts";
import { saveAnswer } from "./save-answer.ts";
import { takeStep } from "./take-step.ts";
import { waiveCheck } from "./waive-check.ts";

let storage: TestStorage;
let county: string;
let planner: Actor;
let second: Actor;
let director: Actor & { email: string };
let analyst: Actor & { email: string };

beforeAll(async () => {
	storage = await openTestStorage();
	const state = await addPlace(storage, { kind: "state", code: "99", name: "State" });
	county = await addPlace(storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	planner = await addActor(storage, county, "county-planner");
	second = await addActor(storage, county, "probation-planner");
	director = await addActor(storage, county, "child-welfare-director");
	analyst = await addActor(storage, state, "state-analyst");
});
afterAll(() => storage.end());

const write = () => writeWholePlan(storage, planner, county);
const plan = (documentId: string, actor: Actor = planner) => perform(storage.performer, getPlan, actor, { documentId });

async function step(documentId: string, actor: Actor, action: DocumentAction, reason = "") {
	const { facts } = await plan(documentId, actor);
	return perform(storage.performer, takeStep, actor, { documentId, action, reason, version: facts.document.version });
}

describe("a plan from start to acceptance", () => {
	it("SIP-3: goes through its states, keeps what was sent, and tells those concerned", async () => {
		const { documentId } = await write();
		const open = (await plan(documentId)).checks.filter((each) => each.severity === "error");
		expect(open.map((each) => `${each.ruleId}: ${each.message}`)).toEqual([]);

		await step(documentId, planner, "mark-ready");
		await expect(step(documentId, director, "submit")).rejects.toThrow(/not possible while the plan is ready/);
		await approvePlan(storage, director, documentId);
		await expect(step(documentId, planner, "submit")).rejects.toThrow(/child welfare director/);
		expect(await step(documentId, director, "submit")).toMatchObject({ state: "submitted", snapshot: 1 });
		await expect(step(documentId, analyst, "return")).rejects.toThrow(/needs a reason/);
		await step(documentId, analyst, "return", "Say which units will be first.");
		await step(documentId, planner, "revise");
		await perform(storage.performer, saveAnswer, planner, {
			documentId,
			field: "cover.responsibleAgency",
			value: "Human Services Agency, Alder County",
			version: 1,
		});
		await step(documentId, director, "mark-ready");
		await approvePlan(storage, director, documentId);
		expect(await step(documentId, director, "submit")).toMatchObject({ snapshot: 2 });
		expect(await step(documentId, analyst, "accept")).toMatchObject({ state: "accepted" });

		const view = await plan(documentId, analyst);
		expect(view.facts.document).toMatchObject({
			state: "accepted",
			acceptedOn: "2026-07-01",
			submittedOn: "2026-07-01",
		});
		expect(view.submissions.map((each) => each.number)).toEqual([2, 1]);
		const first = JSON.stringify(
			(await perform(storage.performer, getPaper, analyst, { documentId, submission: 1 })).paper,
		);
		const latest = JSON.stringify(
			(await perform(storage.performer, getPaper, analyst, { documentId, submission: 2 })).paper,
		);
		expect(first).not.toContain("Human Services Agency, Alder County");
		expect(latest).toContain("Human Services Agency, Alder County");

		const news = await perform(storage.performer, getStepNews, installationActor, {
			documentId,
			action: "accept",
			actorId: analyst.personId,
		});
		expect(news.recipients.map((each) => each.email)).toContain(director.email);
		expect(news.recipients.map((each) => each.email)).not.toContain(analyst.email);
	});

	it("hides the draft from the State before it is submitted and while it is revised", async () => {
		const { documentId } = await write();
		await expect(plan(documentId, analyst)).rejects.toThrow(/not shared/);
		await step(documentId, planner, "mark-ready");
		await approvePlan(storage, director, documentId);
		await step(documentId, director, "submit");
		expect((await plan(documentId, analyst)).facts.milestones).toHaveLength(1);
		await step(documentId, analyst, "return", "More detail");
		await step(documentId, planner, "revise");
		await expect(plan(documentId, analyst)).rejects.toThrow(/not shared/);
		const kept = await perform(storage.performer, getPaper, analyst, { documentId, submission: 1 });
		expect(JSON.stringify(kept.paper)).toContain("Four parent partners");
	});

	it("does not change a plan that is not being drafted", async () => {
		const { documentId, milestoneId } = await write();
		await step(documentId, planner, "mark-ready");
		const change = { documentId, kind: "milestone", id: milestoneId, version: 1, patch: { statement: "x" } } as const;
		await expect(perform(storage.performer, changePart, planner, change)).rejects.toThrow(
			/ready for signature.*Reopen/s,
		);
	});

	it("holds a plan back while a hard check is open, until it is set aside with a reason", async () => {
		const { documentId, milestoneId } = await write();
		const { version } = await perform(storage.performer, changePart, planner, {
			documentId,
			kind: "milestone",
			id: milestoneId,
			version: 1,
			patch: { timeframeMonths: null },
		});
		await expect(step(documentId, planner, "mark-ready")).rejects.toThrow(/1 check still has something to fix/);
		const [open] = (await plan(documentId)).checks.filter((each) => each.severity === "error");
		expect(open).toMatchObject({ ruleId: "SIP-58", place: { id: milestoneId, field: "timeframeMonths" } });
		const waiver = { documentId, ruleId: "SIP-58", aboutId: milestoneId, reason: "The vendor decides in May." };
		await expect(perform(storage.performer, waiveCheck, planner, waiver)).rejects.toBeInstanceOf(NotAllowed);
		await perform(storage.performer, waiveCheck, director, waiver);
		expect((await plan(documentId)).checks.find((each) => each.ruleId === "SIP-58")?.waived).toMatchObject({
			reason: "The vendor decides in May.",
			by: director.name,
		});
		await step(documentId, planner, "mark-ready");
		expect(version).toBe(2);
	});
});

describe("a plan in force", () => {
	it("takes reports on its milestones and changes nothing else", async () => {
		const { documentId, milestoneId } = await write();
		const report = { documentId, milestoneId, version: 1, status: "completed" } as const;
		await expect(perform(storage.performer, reportMilestone, planner, report)).rejects.toThrow(/accepted/);
		await step(documentId, planner, "mark-ready");
		await approvePlan(storage, director, documentId);
		await step(documentId, director, "submit");
		await step(documentId, analyst, "accept");
		await expect(perform(storage.performer, reportMilestone, analyst, report)).rejects.toBeInstanceOf(NotAllowed);
		await expect(
			perform(storage.performer, reportMilestone, planner, { ...report, status: "delayed" }),
		).rejects.toThrow(/Say why/);
		await expect(
			perform(storage.performer, reportMilestone, planner, { ...report, completedOn: plainDate("2027-01-01") }),
		).rejects.toThrow(/day to come/);
		await perform(storage.performer, reportMilestone, planner, {
			...report,
			reason: "Four hired, training records kept",
		});
		expect((await plan(documentId)).facts.milestones[0]).toMatchObject({
			status: "completed",
			completedOn: "2026-07-01",
			statement: "Four parent partners hired and trained.",
		});
	});
});

describe("two people at once", () => {
	it("joins changes of different fields and shows both texts when the same field clashes", async () => {
		const { documentId, milestoneId } = await write();
		const base = { documentId, kind: "milestone", id: milestoneId, version: 1 } as const;
		await perform(storage.performer, changePart, planner, { ...base, patch: { assignedTitle: "Deputy Director" } });
		await perform(storage.performer, changePart, second, { ...base, patch: { assignedAgency: "Probation" } });
		const joined = (await plan(documentId)).facts.milestones[0];
		expect(joined).toMatchObject({ assignedTitle: "Deputy Director", assignedAgency: "Probation", version: 3 });

		await perform(storage.performer, changePart, planner, {
			...base,
			version: 3,
			patch: { statement: "Mine is first." },
		});
		const clash = await perform(storage.performer, changePart, second, {
			...base,
			version: 3,
			patch: { statement: "Mine too." },
		}).catch((error: unknown) => error);
		expect(clash).toBeInstanceOf(StaleSave);
		expect((clash as StaleSave).clashes).toMatchObject([
			{ field: "statement", yours: "Mine too.", theirs: "Mine is first.", theirName: "County planner" },
		]);
		expect((clash as StaleSave).currentVersion).toBe(4);
	});

	it("treats two first answers to one empty field as a clash", async () => {
		const { documentId } = await write();
		const answer = { documentId, field: "narrative.peerReviewAreas", version: 0 };
		await perform(storage.performer, saveAnswer, planner, { ...answer, value: "Reunification" });
		await expect(
			perform(storage.performer, saveAnswer, second, { ...answer, value: "Adoption" }),
		).rejects.toBeInstanceOf(StaleSave);
	});
});

describe("looking back", () => {
	it("keeps numbers gap free when parts move and go", async () => {
		const { documentId, strategyId } = await write();
		const add = (statement: string) =>
			perform(storage.performer, addMilestone, planner, { documentId, strategyId, statement });
		const [two, three] = [await add("Second done."), await add("Third done.")];
		await perform(storage.performer, movePart, planner, {
			documentId,
			kind: "milestone",
			id: three.id,
			direction: "up",
		});
		await perform(storage.performer, removePart, planner, {
			documentId,
			kind: "milestone",
			id: two.id,
			reason: "Not needed",
		});
		const milestones =
			assemblePlan((await plan(documentId)).facts).components[0]?.goals[0]?.strategies[0]?.milestones ?? [];
		expect(milestones.map((each) => `${each.number} ${each.milestone.statement}`)).toEqual([
			"1.1.1 Four parent partners hired and trained.",
			"1.1.2 Third done.",
		]);
	});

	it("compares with any earlier moment and says who changed what and why", async () => {
		const { documentId, milestoneId, strategyId } = await write();
		const then = storage.clock.now;
		storage.clock.now = new Date(then.getTime() + 3_600_000);
		await perform(storage.performer, changePart, second, {
			documentId,
			kind: "milestone",
			id: milestoneId,
			version: 1,
			patch: { statement: "Six parent partners hired." },
			reason: "More money",
		});
		const added = await perform(storage.performer, addMilestone, planner, {
			documentId,
			strategyId,
			statement: "Extra done.",
		});
		const differences = await perform(storage.performer, comparePlan, planner, {
			documentId,
			from: then.toISOString(),
		});
		expect(differences).toMatchObject([
			{
				id: milestoneId,
				difference: "changed",
				fields: ["statement"],
				before: { statement: "Four parent partners hired and trained." },
				after: { statement: "Six parent partners hired." },
				last: { actorName: "Probation planner", reason: "More money" },
			},
			{ id: added.id, difference: "added" },
		]);
		const { actions } = await perform(storage.performer, getPlanHistory, planner, { documentId });
		expect(actions[0]).toMatchObject({ subject: added.id, verb: "add", actorName: "County planner" });
		storage.clock.now = then;
	});

	it("refuses a step from a version that somebody else has moved on", async () => {
		const { documentId } = await write();
		const { version } = (await plan(documentId)).facts.document;
		await step(documentId, planner, "mark-ready");
		await expect(
			perform(storage.performer, takeStep, director, { documentId, action: "mark-ready", reason: "", version }),
		).rejects.toBeInstanceOf(Refused);
	});
});
