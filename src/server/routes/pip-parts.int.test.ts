import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { stepOf } from "../../../test/support/write-state-plan.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { screenedText } from "../../domain/document/screened-text.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { addMilestone } from "../../operations/add-milestone.ts";
import { addStrategy } from "../../operations/add-strategy.ts";
import { estimateWithholding } from "../../operations/estimate-withholding.ts";
import { getPaper } from "../../operations/get-paper.ts";
import { getPip } from "../../operations/get-pip.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { nameGoalAreas } from "../../operations/name-goal-areas.ts";
import { perform } from "../../operations/operation.ts";
import { reportMilestone } from "../../operations/report-milestone.ts";
import { saveAnswer } from "../../operations/save-answer.ts";
import { saveMeasurementItem } from "../../operations/save-measurement-item.ts";
import { screenNames } from "../../operations/screen-names.ts";
import { startPip } from "../../operations/start-pip.ts";
import { startYearlyPaper } from "../../operations/start-yearly-paper.ts";
import { switchPipType } from "../../operations/switch-pip-type.ts";

type Person = Awaited<ReturnType<typeof addActor>>;

let site: TestSite;
let planner: Person;
let director: Person;
let visitor: SiteVisitor;
let documentId: string;
let reportId: string;
const goals: { readonly goalId: string; readonly strategyId: string; readonly activities: readonly string[] }[] = [];

/** The clock stands at 2026-07-01 at first. A session does not last that long: the planner signs in again. */
async function moveTo(day: string) {
	site.moveClock((Date.parse(`${day}T16:00:00Z`) - site.storage.clock.now.getTime()) / 60_000);
	visitor = await site.visitorAs(planner);
}
const run: typeof perform = (_performer, operation, actor, input) =>
	perform(site.storage.performer, operation, actor, input);
const pip = () => run(site.storage.performer, getPip, planner, { documentId });
const plan = (id = documentId) => run(site.storage.performer, getPlan, planner, { documentId: id });
const paperOf = async (id = documentId) =>
	JSON.stringify(await run(site.storage.performer, getPaper, planner, { documentId: id }));
const numbers = async () => {
	const shown = await visitor.get(`/plans/${documentId}/pip`);
	return [...shown.read.matchAll(/Key activity ([\d.]+): projected completion/g)].map((match) => match[1]);
};

async function writeGoal(statement: string, codes: string[], activities: readonly string[]) {
	const { facts } = await plan();
	const { id: goalId } = await run(site.storage.performer, addGoal, planner, {
		...{ documentId, focusAreaId: facts.focusAreas[0]?.id ?? "", goalKind: "numeric", statement },
	});
	await run(site.storage.performer, nameGoalAreas, planner, { documentId, goalId, codes });
	const { id: strategyId } = await run(site.storage.performer, addStrategy, planner, {
		...{ documentId, goalId, statement: `What is done: ${statement}`, rationale: "It worked elsewhere." },
	});
	const made: string[] = [];
	for (const each of activities) {
		const added = await run(site.storage.performer, addMilestone, planner, {
			...{ documentId, strategyId, statement: each, dueOn: plainDate("2027-03-31"), assignedTitle: "Intake manager" },
			assignedPersonId: planner.personId,
		});
		made.push(added.id);
	}
	goals.push({ goalId, strategyId, activities: made });
}

async function ask(part: string, more: Readonly<Record<string, string>> = {}) {
	const verb = part.startsWith("add ") ? "additions" : "renegotiations";
	return visitor.post(`/plans/${documentId}/pip/${verb}`, {
		...{ form: verb === "additions" ? "addition" : "renegotiation", part: part.replace(/^add /, "") },
		...{ reason: "The budget was cut.", askedOn: "10/06/2026", ...more },
	});
}

/** Answers the renegotiation of a part by the form on the page. */
async function answer(partId: string, word: "agreed" | "declined" = "agreed") {
	const { view } = await pip();
	const asked = view.renegotiations.find((each) => each.renegotiation.partId === partId && !each.renegotiation.answer);
	return visitor.submit(
		await visitor.get(`/plans/${documentId}/pip`),
		`/plans/${documentId}/pip/renegotiations/${asked?.renegotiation.id}/answer`,
		{ answer: word, answeredOn: "10/08/2026", answeredBy: "State director; regional office", letter: "Letter 12" },
	);
}

beforeAll(async () => {
	site = await openTestSite();
	const state = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	planner = await addActor(site.storage, state, "state-planner");
	director = await addActor(site.storage, state, "state-director");
	visitor = await site.visitorAs(planner);
	const started = await run(site.storage.performer, startPip, planner, {
		...{ jurisdictionId: state, pipType: "traditional", review: "Child and Family Services Review, Round 4" },
		...{ areas: ["S1", "SA"], items: ["1"], noticeReceivedOn: plainDate("2026-06-15") },
	});
	documentId = started.id;
	await writeGoal("Children in danger are seen in time.", ["S1", "1"], ["Night screeners hired.", "Desk opened."]);
	await writeGoal("Services reach every county.", ["SA"], ["Contracts signed."]);
	await writeGoal("Assessments are complete.", ["S1", "SA"], ["Tool chosen.", "Staff trained."]);
	await run(site.storage.performer, saveMeasurementItem, planner, {
		...{ documentId, goalId: goals[1]?.goalId ?? "", subjectKind: "other", label: "Counties with services" },
		...{ method: "negotiated", better: "higher", goal: 58, baseline: { value: 41 } },
	});
	for (const field of ["cover.responsibleAgency", "context.development", "context.earlierPlans"]) {
		await run(site.storage.performer, saveAnswer, planner, { documentId, field, value: "Written.", version: 0 });
	}
	await stepOf(site.storage, documentId, planner, "mark-ready");
	await stepOf(site.storage, documentId, director, "submit");
	await moveTo("2026-10-10");
	await stepOf(site.storage, documentId, director, "accept", { letter: "Letter 7", answeredOn: "2026-10-01" });
	reportId = (await run(site.storage.performer, startYearlyPaper, planner, { documentId })).id;
}, 90_000);
afterAll(() => site.end());

test("a goal is taken out by agreement: what answers its area stays, the others keep their numbers, and it stays readable", async () => {
	const [, second] = goals;
	expect(await numbers()).toEqual(["1.1.1", "1.1.2", "2.1.1", "3.1.1", "3.1.2"]);
	expect((await visitor.get("/")).read).toContain("My key activities (5)");
	expect((await ask(`goal ${second?.goalId} takenOut`)).status).toBe(303);
	const waiting = (await pip()).view.renegotiations[0];
	expect(waiting).toMatchObject({ name: "Goal 2.0: taken out with all below it", parts: { length: 4 } });
	expect((await visitor.get(`/plans/${documentId}/pip`)).read).toContain("Asked to be taken out");
	expect((await answer(second?.goalId ?? "")).status).toBe(303);
	expect(await numbers()).toEqual(["1.1.1", "1.1.2", "3.1.1", "3.1.2"]);
	expect((await visitor.get("/")).read).toContain("My key activities (4)");
	const { view } = await pip();
	expect(view.measurement).toEqual([]);
	expect(view.renegotiations[0]).toMatchObject({
		name: "Goal 2.0: taken out",
		effect: "Taken out with it: 1 strategy, 1 key activity and 1 measure. Its number is not given again. No day moves.",
	});
	expect(view.renegotiations[0]?.parts.map(({ partKind, number }) => `${partKind} ${number}`)).toEqual([
		"goal 2.0",
		"measure ",
		"strategy 2.1",
		"milestone 2.1.1",
	]);
	expect(view.completion.map(({ openActivities }) => openActivities)).toEqual([
		["1.1.1", "1.1.2", "3.1.1", "3.1.2"],
		["3.1.1", "3.1.2"],
	]);
	const last = await ask(`goal ${goals[2]?.goalId} takenOut`);
	expect(last.status).toBe(422);
	expect(last.read).toContain("No goal would answer SA any more");
	const page = await visitor.get(`/plans/${documentId}/pip`);
	expect(page.read).toContain("Taken out, as it stood on that day");
	expect(page.read).toContain("Key activity 2.1.1: Contracts signed. Projected completion: March 31, 2027.");
	const paper = await paperOf();
	for (const words of ["Goal 2.0: taken out", "Contracts signed.", "Counties with services", "The budget was cut."]) {
		expect(paper).toContain(words);
	}
});

test("a report that is being written follows: nothing of what was taken out waits to be looked at, what is added is told of", async () => {
	const parts = async () => (await plan(reportId)).facts.carriedParts.map(({ partId }) => partId);
	expect(await parts()).not.toContain(goals[1]?.goalId);
	expect(await parts()).not.toContain(goals[1]?.activities[0]);
	expect(await parts()).toContain(goals[0]?.goalId);
	const open = await ask(`milestone ${goals[0]?.activities[0]} takenOut`);
	expect(open.status).toBe(303);
	expect((await answer(goals[0]?.activities[0] ?? "")).status).toBe(303);
	expect(await numbers()).toEqual(["1.1.2", "3.1.1", "3.1.2"]);
	const only = await ask(`milestone ${goals[0]?.activities[1]} takenOut`);
	expect(only.read).toContain("Strategy 1.1 would have no key activity any more.");
	expect((await visitor.get(`/plans/${reportId}/progress`)).read).toContain("1.1.2");
	expect(await paperOf(reportId)).toContain("Key activity 1.1.1: taken out");
});

test("a goal, its strategy and key activity are asked for together, added one after another, and get numbers never given", async () => {
	const wrong = await ask("add goal", { after: "Families are heard.", codes: "S9" });
	expect(wrong.status).toBe(422);
	expect(wrong.read).toContain('"S9" is no outcome');
	expect((await ask("add goal", { after: "Families are heard.", codes: "S1" })).status).toBe(303);
	const asked = async (kind: string) =>
		(await pip()).view.renegotiations.find(
			({ renegotiation }) =>
				renegotiation.field === "added" && renegotiation.partKind === kind && !renegotiation.answer,
		)?.renegotiation.partId ?? "";
	const goalId = await asked("goal");
	expect((await ask(`add strategy ${goalId}`, { after: "A family council meets." })).status).toBe(303);
	const strategyId = await asked("strategy");
	const undated = await ask(`add milestone ${strategyId}`, { after: "Council named." });
	expect(undated.read).toContain("Give the day by which it is to be done");
	const more = { after: "Council named.", dueOn: "06/30/2027", assignedTitle: "Family partner" };
	expect((await ask(`add milestone ${strategyId}`, more)).status).toBe(303);
	const activityId = await asked("milestone");
	const early = await answer(strategyId);
	expect(early.status).toBe(422);
	expect(early.read).toContain('Record first what came of "Families are heard."');
	for (const each of [goalId, strategyId, activityId]) expect((await answer(each)).status).toBe(303);
	expect(await numbers()).toEqual(["1.1.2", "3.1.1", "3.1.2", "4.1.1"]);
	const added = await pip();
	expect(added.view.areas[0]?.goals.map(({ number }) => number)).toEqual(["1.0", "3.0", "4.0"]);
	expect(added.view.renegotiations.map(({ name }) => name)).toContain("Key activity 4.1.1: added");
	expect(added.view.completion[0]?.openActivities).toContain("4.1.1");
	const json: unknown = JSON.parse(JSON.stringify(added));
	expect(getPip.output.safeParse(json).data).toEqual(json);
	const { facts } = await plan(reportId);
	expect(facts.goals.map(({ id }) => id)).toContain(goalId);
	expect(facts.carriedParts.map(({ partId }) => partId)).toEqual(
		expect.arrayContaining([goalId, strategyId, activityId]),
	);
});

test("a goal that was added is measured by a line of its own; what was agreed before stays closed, and another plan reads the same", async () => {
	const { unmeasured, goals: own } = await pip();
	expect(own.filter(({ id }) => unmeasured.includes(id)).map(({ number }) => number)).toEqual(["4.0"]);
	const address = `/plans/${documentId}/pip/measures`;
	const line = { code: "", label: "Families heard", value: "20", goal: "60", method: "negotiated", better: "higher" };
	const closed = await visitor.post(address, { form: "new-line", goalId: goals[0]?.goalId ?? "", ...line });
	expect(closed.status).toBe(422);
	expect(closed.read).toContain("negotiate it anew under “Renegotiation”");
	const page = await visitor.get(`/plans/${documentId}/measurement`);
	expect((await visitor.submit(page, address, { goalId: unmeasured[0] ?? "", ...line })).status).toBe(303);
	const { view } = await pip();
	expect(view.measurement).toMatchObject([{ item: { label: "Families heard" }, goalNumber: "4.0", goal: 60 }]);
	expect(view.completion[0]?.openMeasures).toEqual(["Families heard"]);
	expect((await visitor.post(address, { form: "new-line", goalId: unmeasured[0] ?? "", ...line })).status).toBe(422);
});

test("evidence of completion: a file, a link, or the word that none is kept, by progress report, on the paper and in the completion", async () => {
	const [activity, other] = [goals[0]?.activities[1] ?? "", goals[2]?.activities[0] ?? ""];
	const report = async (milestoneId: string) => {
		const version = (await plan()).facts.milestones.find(({ id }) => id === milestoneId)?.version ?? 0;
		await run(site.storage.performer, reportMilestone, planner, {
			...{ documentId, milestoneId, version, status: "completed", completedOn: plainDate("2026-10-05") },
		});
	};
	await report(activity);
	await report(other);
	const missing = async () => (await pip()).view.completion.map(({ unshownActivities }) => unshownActivities);
	expect(await missing()).toEqual([["1.1.2", "3.1.1"], ["3.1.1"]]);
	const address = `/plans/${documentId}/pip/evidence`;
	const page = await visitor.get(`/plans/${documentId}/reports`);
	expect(page.read).toContain("Completed, and nothing shows it yet: key activity 1.1.2, 3.1.1.");
	const nothing = await visitor.submit(page, address, { milestoneId: activity, manner: "file", title: "Rosters" });
	expect(nothing.status).toBe(422);
	expect(nothing.read).toContain("Choose a file first.");
	const bytes = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
	const attach = (milestoneId: string) => {
		const form = new FormData();
		const fields = { form: "new-evidence", milestoneId, manner: "file", title: "", shownOn: "10/05/2026", address: "" };
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		form.append("file", new File([bytes], "rosters.pdf"));
		return visitor.post(address, form);
	};
	expect((await attach(activity)).status).toBe(303);
	expect((await attach(activity)).read).toContain("kept for this key activity already");
	expect((await attach(other)).status).toBe(303);
	const fileId = (await pip()).view.evidence[0]?.evidence.attachmentId;
	const bad = await visitor.submit(page, address, {
		...{ milestoneId: other, manner: "link", title: "Minutes", address: "minutes" },
	});
	expect(bad.read).toContain("Give the whole address");
	const linked = await visitor.submit(page, address, {
		...{ milestoneId: other, manner: "link", title: "Minutes", address: "https://records.example/minutes" },
		shownOn: "10/06/2026",
	});
	expect(linked.status).toBe(303);
	const none = { milestoneId: goals[0]?.activities[1] ?? "", manner: "none", title: "The list had names of children." };
	expect((await visitor.submit(page, address, none)).status).toBe(303);
	expect(await missing()).toEqual([[], []]);
	const shown = await visitor.get(`/plans/${documentId}/reports`);
	expect(shown.read).toContain("Progress report 1");
	expect(shown.text).toContain(`/plans/${documentId}/attachments/${fileId}`);
	expect(shown.text).toContain("https://records.example/minutes");
	const got = await visitor.get(`/plans/${documentId}/attachments/${fileId}`);
	expect(got.status).toBe(200);
	for (const paper of [await paperOf(), await paperOf(reportId)]) {
		expect(paper).toContain("Key activity 1.1.2: rosters.pdf (file rosters.pdf), October 5, 2026.");
		expect(paper).toContain("Key activity 3.1.1: Minutes (https://records.example/minutes), October 6, 2026.");
		expect(paper).toMatch(/No evidence is kept, .*: The list had names of children\./);
	}
	expect((await visitor.get(`/plans/${reportId}/progress`)).read).toContain("Evidence: rosters.pdf (file rosters.pdf)");
	const json: unknown = JSON.parse(JSON.stringify(await pip()));
	expect(getPip.output.safeParse(json).data).toEqual(json);
	const out = (await pip()).view.evidence.find(({ evidence }) => evidence.manner === "link")?.evidence;
	const removed = await visitor.submit(shown, `${address}/${out?.id}/remove`, { reason: "It was the wrong address." });
	expect(removed.status).toBe(303);
	expect((await pip()).view.evidence.map(({ number, evidence }) => `${number} ${evidence.manner}`)).toEqual([
		"1.1.2 file",
		"1.1.2 none",
		"3.1.1 file",
	]);
});

test("45 CFR 1355.36: what would be withheld is arithmetic over amounts that a person types", async () => {
	const base = `/plans/${documentId}/pip?refused=no&tier-S1=1&tier-SA=2`;
	const shown = await visitor.get(`${base}&titleIvB=8,000,000&claims=60%20000`);
	expect(shown.status).toBe(422);
	expect(shown.read).toContain('Found "60 000"');
	const found = await visitor.get(`${base}&titleIvB=8,000,000&claims=60,000,000`);
	expect(found.status).toBe(200);
	expect(found.read).toContain("Share: 1 × 1 percent + 1 × 2 percent = 3 percent, at most 28 percent");
	expect(found.read).toContain("Withheld: 3 percent of $14,000,000.00 = $420,000.00");
	const worked = await run(site.storage.performer, estimateWithholding, planner, {
		...{ documentId, titleIvB: "8,000,000", claims: "60,000,000", first: "S1", second: "SA" },
	});
	expect(estimateWithholding.output.parse(worked)).toEqual(worked);
	await expect(
		run(site.storage.performer, estimateWithholding, planner, {
			...{ documentId, titleIvB: "1", claims: "1", first: "S1", second: "S1" },
		}),
	).rejects.toThrow(/stands twice/);
});

test("INT-11: a month of the ratio is put right or taken out with its reason, and can be recorded again", async () => {
	const { document } = await pip();
	await run(site.storage.performer, switchPipType, planner, {
		...{
			documentId,
			pipType: "home-for-every-child",
			version: document.version,
			reason: "The State joined the pilot.",
		},
	});
	const address = `/plans/${documentId}/pip/ratios`;
	const month = { form: "new-ratio-home-to-child", code: "home-to-child", month: "9/2026", source: "Licensing system" };
	const record = (numerator: string) => visitor.post(address, { ...month, numerator, denominator: "4022" });
	expect((await record("2310")).status).toBe(303);
	const [ratio] = (await pip()).ratios;
	const again = () => visitor.get(`/plans/${documentId}/measurement`);
	const silent = await visitor.submit(await again(), address, { numerator: "2301", version: "1", correction: "" });
	expect(silent.status).toBe(422);
	expect(silent.read).toContain("Say why it is put right.");
	const righted = { numerator: "2301", version: "1", correction: "Digits were turned." };
	expect((await visitor.submit(await again(), address, righted)).status).toBe(303);
	expect((await pip()).ratios).toMatchObject([{ numerator: 2301, version: 2 }]);
	const remove = `${address}/${ratio?.id}/remove`;
	expect((await visitor.submit(await again(), remove, { reason: "It is of another State." })).status).toBe(303);
	expect((await pip()).ratios).toEqual([]);
	expect((await record("2299")).status).toBe(303);
	expect((await pip()).ratios).toMatchObject([{ numerator: 2299, version: 4 }]);
});

test("INT-14: what is asked for in a renegotiation is searched for names, and a later one asks for a new search", async () => {
	const search = () =>
		run(site.storage.performer, screenNames, planner, { documentId, names: "Maria Lopez", note: "Case system" });
	const text = async () => screenedText((await plan()).facts);
	expect((await search()).places).toEqual([]);
	const before = await text();
	const asked = await ask(`milestone ${goals[2]?.activities[1]} statement`, {
		...{ after: "Staff trained.  ", reason: "The family of Maria Lopez asked for it." },
	});
	expect(asked.status).toBe(422);
	const taken = await ask(`milestone ${goals[2]?.activities[1]} statement`, {
		...{ after: "Staff and partners trained.", reason: "The family of Maria Lopez asked for it." },
	});
	expect(taken.status).toBe(303);
	expect(await text()).not.toBe(before);
	expect((await search()).places).toMatchObject([{ name: "Maria Lopez" }]);
});
