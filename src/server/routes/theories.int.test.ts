import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { toPlainTextLines } from "../../documents/neutral/plain-text.ts";
import { renderWorkingCopy } from "../../documents/render-paper.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { addComponent } from "../../operations/add-component.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { addStrategy } from "../../operations/add-strategy.ts";
import { getPaper } from "../../operations/get-paper.ts";
import { getTheoryPaper } from "../../operations/get-theory-paper.ts";
import { getWorkingCopy } from "../../operations/get-working-copy.ts";
import { importWordFile } from "../../operations/import-word-file.ts";
import { perform } from "../../operations/operation.ts";
import { startPlan } from "../../operations/start-plan.ts";

let site: TestSite;
let planner: SiteVisitor;
let partner: SiteVisitor;
let plannerActor: Awaited<ReturnType<typeof addActor>>;
let partnerActor: Awaited<ReturnType<typeof addActor>>;
let documentId: string;
let goalId: string;
let strategyId: string;

beforeAll(async () => {
	site = await openTestSite();
	const state = await addPlace(site.storage, { kind: "state", code: "99", name: "State of Halcyon" });
	const actor = await addActor(site.storage, state, "state-planner");
	plannerActor = actor;
	planner = await site.visitorAs(actor);
	partnerActor = await addActor(site.storage, state, "partner");
	partner = await site.visitorAs(partnerActor);
	const { performer } = site.storage;
	const startsOn = plainDate("2024-10-01");
	const editionId = "us-cfsp-2025-2029";
	documentId = (await perform(performer, startPlan, actor, { jurisdictionId: state, editionId, startsOn })).id;
	const subject = { subjectKind: "indicator" as const, codes: ["P1"], label: "Permanency in 12 months" };
	const component = await perform(performer, addComponent, actor, { documentId, ...subject });
	const goal = { documentId, focusAreaId: component.id, goalKind: "process", statement: "Sooner home" } as const;
	goalId = (await perform(performer, addGoal, actor, goal)).id;
	const strategy = { documentId, goalId, statement: "Train caseworkers" };
	strategyId = (await perform(performer, addStrategy, actor, strategy)).id;
});
afterAll(() => site.end());

function form(fields: Readonly<Record<string, string>>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return data;
}

test("a theory of change is worked out in steps, each saved alone, read aloud, and read by partners who cannot write it", async () => {
	const path = `/plans/${documentId}/goals/${goalId}/theory`;
	const empty = await planner.get(path);
	expect(empty.read).toContain("Step 2 of 5: The root cause");
	expect(empty.document.querySelector(`main li:has(a[href="#step-problem"])`)?.textContent).toContain("not begun");
	const step = (name: string, fields: object, version = "0") =>
		planner.post(path, form({ step: name, version, ...fields }));
	expect((await step("problem", { problem: "Half stay longer", population: "" })).status).toBe(303);
	const cause = { rootCause: "Visits are missed", rootCauseData: "41 of 90 visits missed" };
	expect((await step("root-cause", cause, "1")).status).toBe(303);
	// What was saved in other steps since is kept: the version of the page that sent it may be an older one.
	expect((await step("monitoring", { monitoring: "Visits, each quarter", adjustment: "" }, "1")).status).toBe(303);
	const chain = "Caseworkers are trained\n\n  Visits are planned well.\nChildren go home sooner\n";
	expect((await step("chain", { chain, assumptions: "" }, "1")).status).toBe(303);
	const written = await planner.get(path);
	expect(written.read).toContain("If caseworkers are trained, then visits are planned well.");
	expect(written.read).toContain("If visits are planned well, then children go home sooner.");
	const read = await partner.get(path);
	for (const words of ["Half stay longer", "Visits are missed", "41 of 90 visits missed", "Visits, each quarter"]) {
		expect(read.read).toContain(words);
	}
	expect(read.document.querySelector("form.save-form")).toBeNull();
	expect((await partner.post(path, form({ step: "problem", problem: "x", version: "1" }))).status).toBe(403);
	const long = await step("chain", { chain: "x\n".repeat(13) }, "4");
	expect([long.status, long.read.includes("The chain has 13 lines, and 12 can be kept.")]).toEqual([422, true]);
	expect((await step("dancing", {})).status).toBe(422);
});

const version = async (path: string, stepId: string) =>
	(await planner.get(path)).document.querySelector<HTMLInputElement>(`#form-theory-${goalId}-${stepId} [name=version]`)
		?.value ?? "";

test("choices stand by criteria with points and reasons; one that is emptied is gone, and two can weigh two of them", async () => {
	const path = `/plans/${documentId}/goals/${goalId}/theory`;
	const save = async (fields: object) =>
		planner.post(path, form({ step: "options", version: await version(path, "options"), ...fields }));
	const first = {
		...{ "option-1": "Train all caseworkers", "version-1": "0", "isChosen-1": "yes" },
		...{ "causeFit-1": "good", "causeReason-1": "visits are missed for want of planning", "capacityFit-1": "in-part" },
	};
	const second = {
		"option-2": "Hire drivers",
		"version-2": "0",
		"capacityFit-2": "poor",
		"capacityReason-2": "no money",
	};
	const choice = "Training first: drivers cost more";
	expect((await save({ ...first, ...second, choice })).status).toBe(303);
	const page = await partner.get(path);
	const rows = [...page.document.querySelectorAll("[aria-label='What could be done, by criteria'] tbody tr")].map(
		(row) => [...row.children].map((cell) => cell.textContent),
	);
	expect(rows).toEqual([
		[
			...["Train all caseworkers (chosen)", "Not looked at", "Good (3): visits are missed for want of planning"],
			...["Not looked at", "In part (2)", "Not looked at", "5 of 6"],
		],
		[
			"Hire drivers",
			"Not looked at",
			"Not looked at",
			"Not looked at",
			"Poor (1): no money",
			"Not looked at",
			"1 of 3",
		],
	]);
	expect(page.read).toContain(choice);
	// From an old version: another line is no clash, the same field of the same line is.
	expect((await save({ ...second, "version-2": "1", "option-2": "Lend cars", choice })).status).toBe(303);
	const clash = await save({ ...second, "version-2": "1", "option-2": "Pay for taxis", choice });
	expect([clash.status, clash.read.includes("Lend cars")]).toEqual([409, true]);
	expect((await save({ ...second, "version-2": "2", "option-2": "", choice })).status).toBe(303);
	expect((await partner.get(path)).read).not.toContain("Lend cars");
});

test("the theory stands on a paper of its own and in the plan, below the rationale", async () => {
	const { performer } = site.storage;
	const alone = await perform(performer, getTheoryPaper, partnerActor, { documentId, goalId });
	expect(alone.fileName).toMatch(/-theory-of-change-1-0$/u);
	const plan = await perform(performer, getPaper, partnerActor, { documentId });
	for (const { paper } of [alone, plan]) {
		const text = toPlainTextLines(paper).join("\n");
		expect(text).toContain("Train all caseworkers (chosen)");
		expect(text).toContain("If caseworkers are trained, then visits are planned well.");
		expect(text).toContain("41 of 90 visits missed");
	}
	expect((await partner.get(`/plans/${documentId}/goals/${documentId}/theory.docx`)).status).toBe(404);
	// Printed in a Word file to edit, it is the program's own: the file comes back without a change.
	const working = await perform(performer, getWorkingCopy, plannerActor, { documentId });
	const { bytes } = await renderWorkingCopy(working.paper, working.copy);
	expect(toPlainTextLines(working.paper).join("\n")).toContain("Train all caseworkers (chosen)");
	const read = { documentId, fileName: "plan.docx", bytes: new Uint8Array(bytes) };
	expect(await perform(performer, importWordFile, plannerActor, read)).toMatchObject({ changes: 0, notes: [] });
});

test("a stale save of a theory shows both texts; of different fields both are kept", async () => {
	const path = `/plans/${documentId}/goals/${goalId}/theory`;
	const stood = await version(path, "root-cause");
	const kept = { rootCause: "Visits are missed", rootCauseData: "41 of 90 visits missed" };
	const save = (fields: object) => planner.post(path, form({ step: "root-cause", ...kept, version: stood, ...fields }));
	expect((await save({ rootCause: "Too few visits" })).status).toBe(303);
	expect((await save({ rootCauseData: "60 of 90" })).status).toBe(303);
	const clash = await save({ rootCause: "No transport" });
	expect(clash.status).toBe(409);
	expect(clash.read).toContain("Too few visits");
	expect(clash.read).toContain("Somebody else has changed this.");
	expect((await planner.get(path)).read).toContain("60 of 90");
});

test("a strategy says how far it has come and what it needs", async () => {
	const path = `/plans/${documentId}/strategies/${strategyId}/intervention`;
	const fields = { version: "0", reach: "Three regions", stage: "initial", evidenceRating: "promising" };
	expect(
		(
			await planner.post(
				path,
				form({
					...fields,
					trainingNeed: "Two days for each unit",
					readiness: "Two units want to begin",
					knowledgeStanding: "in-part",
					knowledgeNote: "Supervisors are trained",
				}),
			)
		).status,
	).toBe(303);
	const page = await partner.get(`/plans/${documentId}/goals/${goalId}/theory`);
	expect(page.read).toContain("Initial implementation");
	expect(page.read).toContain("Two days for each unit");
	expect(page.read).toContain("Two units want to begin");
	expect(page.read).toContain("In part: Supervisors are trained");
	const history = await planner.get(`/plans/${documentId}/history`);
	expect(history.status).toBe(200);
	for (const words of ["Who is ready to begin", "Fits the root cause", "Good (3)"])
		expect(history.read).toContain(words);
});
