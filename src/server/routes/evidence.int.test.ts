import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { addComponent } from "../../operations/add-component.ts";
import { addEvidence } from "../../operations/add-evidence.ts";
import { addFinding } from "../../operations/add-finding.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { answerFinding } from "../../operations/answer-finding.ts";
import { perform } from "../../operations/operation.ts";
import { settleFinding } from "../../operations/settle-finding.ts";
import { startPlan } from "../../operations/start-plan.ts";

let site: TestSite;
let state: string;
let planner: Awaited<ReturnType<typeof addActor>>;
let reader: SiteVisitor;
let findingId: string;

beforeAll(async () => {
	site = await openTestSite();
	state = await addPlace(site.storage, { kind: "state", code: "99", name: "State of Halcyon" });
	planner = await addActor(site.storage, state, "state-planner");
	reader = await site.visitorAs(planner);
	const finding = await perform(site.storage.performer, addFinding, planner, {
		...{ jurisdictionId: state, subjectKind: "systemic-factor", code: "qa", vintage: "", label: "Quality assurance" },
		...{ domain: "systemic", judgement: "area-needing-improvement", summary: "No county reads its own reviews." },
	});
	findingId = finding.id;
	await perform(site.storage.performer, addEvidence, planner, {
		...{ findingId, evidenceKind: "case-review", text: "Item 25 in 12 of 14 counties", source: "Case reviews 2026" },
	});
	await perform(site.storage.performer, settleFinding, planner, {
		...{ findingId, version: 1, state: "confirmed", judgement: "area-needing-improvement" },
		summary: "No county reads its own reviews.",
	});
});
afterAll(() => site.end());

test("INT-06: a finding of concern waits on the page of its factor until a goal answers it or a reason puts it off", async () => {
	const before = await reader.get(`/evidence/${state}`);
	expect(before.read).toContain("1 finding waits for a goal or a reason");
	expect(before.document.querySelectorAll("tbody tr")).toHaveLength(14);
	const plan = { jurisdictionId: state, editionId: "us-cfsp-2025-2029", startsOn: plainDate("2024-10-01") };
	const { performer } = site.storage;
	const documentId = (await perform(performer, startPlan, planner, plan)).id;
	const subject = { subjectKind: "systemic-factor" as const, codes: ["qa"], label: "Quality assurance system" };
	const focusArea = await perform(performer, addComponent, planner, { documentId, ...subject });
	const goal = { documentId, focusAreaId: focusArea.id, goalKind: "process" as const, statement: "Counties learn" };
	await perform(performer, addGoal, planner, goal);
	const answer = { documentId, findingId, disposition: "answered" as const, focusAreaId: focusArea.id, version: 0 };
	await perform(performer, answerFinding, planner, answer);
	const area = await reader.get(`/evidence/${state}/qa`);
	expect(area.read).toContain("No county reads its own reviews.");
	expect(area.read).toContain("Item 25 in 12 of 14 counties");
	expect(area.read).toContain("A goal answers it in State of Halcyon Child and Family Services Plan.");
	expect(area.read).toContain("goal 1.0: Counties learn");
	expect((await reader.get(`/evidence/${state}`)).read).not.toContain("waits for a goal or a reason");
	expect((await reader.get(`/evidence/${state}/nothing`)).status).toBe(404);
});
