import { afterAll, beforeAll, expect, it } from "vitest";
import { oneFigure, walkOneFact } from "../../../test/support/one-fact.ts";
import { openTestSite, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { type Run, stepBy } from "../../../test/support/write-state-plan.ts";
import { renderHtmlFragment } from "../../documents/html/render-html-document.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { Actor } from "../../domain/people/may.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { getAlignment } from "../../operations/get-alignment.ts";
import { getPaper } from "../../operations/get-paper.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { loadFigures } from "../../operations/load-figures.ts";
import { perform } from "../../operations/operation.ts";
import { saveMeasurementItem } from "../../operations/save-measurement-item.ts";
import { startPip } from "../../operations/start-pip.ts";
import { startPlan } from "../../operations/start-plan.ts";

let site: TestSite;
let state: string;
let planner: Awaited<ReturnType<typeof addActor>>;
let director: Actor;

beforeAll(async () => {
	site = await openTestSite();
	state = await addPlace(site.storage, { kind: "state", code: "99", name: "State of Halcyon" });
	planner = await addActor(site.storage, state, "state-planner");
	director = await addActor(site.storage, state, "state-director");
}, 60_000);
afterAll(() => site.end());

/** Moments are told apart: what is changed comes after what was sent. */
const run: Run<Actor> = (operation, actor, input) => {
	site.moveClock(1 / 60);
	return perform(site.storage.performer, operation, actor, input);
};
const alignment = () => run(getAlignment, planner, { jurisdictionId: state });
const standings = async () =>
	Object.fromEntries((await alignment()).rules.map(({ ruleId, standing }) => [ruleId, standing]));

it("INT-01: one figure goes from the file into every document of the State; a changed baseline changes every draft and nothing that was sent", async () => {
	const bytes = new TextEncoder().encode(oneFigure);
	const loaded = await run(loadFigures, planner, { jurisdictionId: state, fileName: "state.csv", bytes });
	expect(loaded).toMatchObject({ result: "taken", added: 1 });
	await walkOneFact<Actor>({
		read: async (actor, documentId, submission) =>
			renderHtmlFragment((await run(getPaper, actor, { documentId, submission })).paper),
		...{ run, planner, director, state, today: plainDate("2026-07-01") },
	});
}, 180_000);

it("INT-02 to INT-09: one page says of the State's documents what holds, what does not, and where to mend it", async () => {
	const { documents } = await alignment();
	expect(documents.map(({ editionId, updateNumber }) => `${editionId} ${updateNumber}`).toSorted()).toEqual([
		"us-cfsp-2025-2029 5",
		"us-cfsp-2025-2029 null",
		...["us-cfsr-4-statewide-assessment null", "us-cfsr-4-statewide-assessment null"],
		"us-pip-voluntary null",
	]);
	expect(await standings()).toEqual({
		...{ "INT-02": "holds", "INT-03": "nothing-to-check", "INT-04": "nothing-to-check", "INT-05": "holds" },
		...{ "INT-06": "holds", "INT-07": "holds", "INT-08": "nothing-to-check", "INT-09": "holds" },
	});
	const pip = documents.find(({ editionId }) => editionId === "us-pip-voluntary")?.id ?? "";
	await stepBy(run, pip, director, "recall", { reason: "A goal is missing." });
	const { facts } = await run(getPlan, planner, { documentId: pip });
	const { id: goalId } = await run(addGoal, planner, {
		...{ documentId: pip, focusAreaId: facts.focusAreas[0]?.id ?? "", goalKind: "numeric" },
		statement: "A goal of the improvement plan alone.",
	});
	expect((await standings())["INT-02"]).toBe("does-not-hold");
	const visitor = await site.visitorAs(planner);
	const page = await visitor.get("/alignment");
	expect(page.read).toContain("Does not hold: Every goal of a Program Improvement Plan");
	expect(page.read).toContain("Holds: Each measured objective has a baseline");
	const mend = page.document.querySelector(`a[href*="${goalId}"]`)?.getAttribute("href") ?? "";
	expect((await visitor.get(mend.split("#")[0] ?? "")).status).toBe(200);
	expect((await visitor.get("/plans")).document.querySelector("a[href='/alignment']")).not.toBeNull();
});

it("shows nobody more than the documents that they may read", async () => {
	const county = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	const stranger = await addActor(site.storage, county, "county-planner");
	const seen = await run(getAlignment, stranger, { jurisdictionId: state });
	expect(seen.documents.filter(({ state: stands }) => stands === "drafting")).toEqual([]);
	await expect(run(getAlignment, planner, { jurisdictionId: county })).rejects.toThrow("no such State");
});

it("says of documents that are only begun what they lack (B2-07, SWA-1, SWA-2, PIP-1, PIP-2, PIP-3, PIP-5, PIP-8, PIP-9)", async () => {
	const jurisdictionId = await addPlace(site.storage, { kind: "state", code: "98", name: "State of Meridian" });
	const beginner = await addActor(site.storage, jurisdictionId, "state-planner");
	const begin = async (editionId: string) =>
		(
			await run(startPlan, beginner, {
				...{ jurisdictionId, editionId, startsOn: plainDate("2024-10-01"), endsOn: plainDate("2029-09-30") },
			})
		).id;
	const ruleIds = async (documentId: string) =>
		(await run(getPlan, beginner, { documentId })).checks.map(({ ruleId }) => ruleId);
	expect(await ruleIds(await begin("us-cfsp-2025-2029"))).toContain("B2-07");
	expect(await ruleIds(await begin("us-cfsr-4-statewide-assessment"))).toEqual(
		expect.arrayContaining(["SWA-1", "SWA-2"]),
	);
	const { id: documentId } = await run(startPip, beginner, {
		...{ jurisdictionId, pipType: "traditional", review: "Round 4", areas: [], items: ["1"] },
		noticeReceivedOn: plainDate("2026-06-15"),
	});
	const { facts } = await run(getPlan, beginner, { documentId });
	const { id: goalId } = await run(addGoal, beginner, {
		...{ documentId, focusAreaId: facts.focusAreas[0]?.id ?? "", goalKind: "numeric", statement: "" },
	});
	await run(saveMeasurementItem, beginner, {
		...{ documentId, goalId, subjectKind: "item", code: "1", label: "Item 1", method: "sampling-error" },
		better: "higher",
	});
	expect(await ruleIds(documentId)).toEqual(
		expect.arrayContaining(["PIP-1", "PIP-2", "PIP-3", "PIP-5", "PIP-8", "PIP-9"]),
	);
});
