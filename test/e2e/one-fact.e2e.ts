import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { z } from "zod";
import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import { addComponent } from "../../src/operations/add-component.ts";
import { addGoal } from "../../src/operations/add-goal.ts";
import { answerFinding } from "../../src/operations/answer-finding.ts";
import { getPlan } from "../../src/operations/get-plan.ts";
import { listFindings } from "../../src/operations/list-findings.ts";
import { listJurisdictions } from "../../src/operations/list-jurisdictions.ts";
import { listServices } from "../../src/operations/list-services.ts";
import type { Operation } from "../../src/operations/operation.ts";
import { saveProgress } from "../../src/operations/save-progress.ts";
import { saveServiceYear } from "../../src/operations/save-service-year.ts";
import { setObjective } from "../../src/operations/set-objective.ts";
import { startPip } from "../../src/operations/start-pip.ts";
import { startPlan } from "../../src/operations/start-plan.ts";
import { startYearlyPaper } from "../../src/operations/start-yearly-paper.ts";
import { openVisitAs } from "../support/browser.ts";
import { findPageFaults } from "../support/check-accessibility.ts";
import { answerPaperBy, approveByLetterBy, writeStatePlanBy } from "../support/write-state-plan.ts";

// Setting up goes over the API with the sessions of the two people; what is shown is looked at in their pages.

test("INT-01: one figure goes from the file into assessment, plan, improvement plan, yearly report and final report; a changed baseline changes every draft and nothing that was sent", async () => {
	const planner = (await openVisitAs("Odalys Marchetti")).page;
	const director = (await openVisitAs("Winifred Thorsby")).page;
	const today = plainDate(new Date().toISOString().slice(0, 10));
	const state = (await run(listJurisdictions, planner, {})).find(({ kind }) => kind === "state")?.id ?? "";

	await loadFigure(planner, state);
	const cfsp = await writeStatePlanBy(run, planner, state);
	const { documentId, goalId, objectiveId } = cfsp;
	await putOffOtherFindings(planner, state, cfsp);
	const figure = (await run(getPlan, planner, { documentId })).facts.observations.find(
		({ source }) => source === "Extract of the State",
	);
	await run(setObjective, planner, {
		...{ documentId, objectiveId, version: 2, baseline: { observationId: figure?.id ?? "", version: 1 } },
	});

	const assessment = await startWithGoal(planner, { state, goalId });
	const { id: pip } = await run(startPip, planner, {
		...{ jurisdictionId: state, pipType: "voluntary", review: "The State's own choice", areas: [] },
	});
	const { facts } = await run(getPlan, planner, { documentId: pip });
	await run(addGoal, planner, {
		...{ documentId: pip, focusAreaId: facts.focusAreas[0]?.id ?? "", goalKind: "numeric", statement: "" },
		existingGoalId: goalId,
	});
	/** The same goal is changed where it is open: in the improvement plan. */
	const change = async (numerator: number, reason: string) => {
		const { baselines, objectives } = (await run(getPlan, planner, { documentId: pip })).facts;
		const [baseline] = baselines.filter((each) => each.objectiveId === objectiveId);
		await run(setObjective, planner, {
			...{
				documentId: pip,
				objectiveId,
				version: objectives.find(({ id }) => id === objectiveId)?.version ?? 0,
				reason,
			},
			baseline: {
				...{ value: numerator / 10, numerator, denominator: 1000, source: "Recount", version: baseline?.version ?? 0 },
				...{ periodStart: plainDate("2022-10-01"), periodEnd: plainDate("2023-09-30") },
			},
		});
	};

	// The figure itself, with its source, and the baseline that was taken from it.
	for (const id of [assessment, documentId]) expect(await read(planner, id)).toContain("Extract of the State");
	for (const id of [assessment, documentId, pip]) expect(await read(planner, id)).toContain("35.3%");
	await change(348, "");
	for (const id of [assessment, documentId, pip]) await shows(planner, id, "34.8%", "35.3%, to");

	await approveByLetterBy(run, documentId, { planner, director }, today);
	await expect(change(341, "")).rejects.toThrow("was submitted as it stands");
	const { id: report } = await run(startYearlyPaper, planner, { documentId });
	await change(341, "Entries of one court were missing.");
	for (const id of [assessment, pip, report]) await shows(planner, id, "34.1%", "34.8%, to");
	await shows(director, `${documentId}/submissions/1`, "34.8%", "34.1%");
	expect(await read(planner, report)).toContain("Entries of one court were missing.");

	await writeReport(planner, report, state);
	await approveByLetterBy(run, report, { planner, director }, today);
	const { id: last } = await run(startYearlyPaper, planner, { documentId, final: true });
	await change(337, "Entries of a second court were missing.");
	for (const id of [assessment, pip, last]) await shows(planner, id, "33.7%", "34.1%, to");
	await shows(director, `${documentId}/submissions/1`, "34.8%", "33.7%");
	await shows(director, `${report}/submissions/1`, "34.1%", "33.7%");
	expect(await findPageFaults(planner)).toEqual([]);
	expect(await findPageFaults(director)).toEqual([]);
}, 240_000);

/** Does an operation over the API in the session of a browser. */
async function run<Input extends z.ZodType, Output>(
	{ http, title }: Operation<Input, Output>,
	page: Page,
	input: z.input<Input>,
): Promise<Output> {
	const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) };
	const path = http.path.replace(/\{(\w+)\}/gu, (_, name: string) => {
		const value = String(rest[name]);
		delete rest[name];
		return value;
	});
	const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]));
	const answer =
		http.method === "get"
			? await page.request.get(`/api${path}?${query}`)
			: await page.request.post(`/api${path}`, { data: rest });
	if (!answer.ok()) throw new Error(`"${title}" was refused: ${await answer.text()}`);
	return (await answer.json()) as Output;
}

async function loadFigure(page: Page, jurisdictionId: string): Promise<void> {
	const csv = [
		"county,indicator,vintage,period_start,period_end,population,numerator,denominator,value,source,as_of",
		"99,4P1,cfsr4,2022-10-01,2023-09-30,all,353,1000,,Extract of the State,2024-02-01",
	].join("\n");
	const file = { name: "state.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
	const answer = await page.request.post("/api/figure-loads", { multipart: { jurisdictionId, file } });
	expect(await answer.json()).toMatchObject({ result: "taken", added: 1 });
}

/** The practice state has findings of its own: this plan gives the reason why it leaves them to the others. */
async function putOffOtherFindings(
	page: Page,
	jurisdictionId: string,
	{ documentId, findingId }: { readonly documentId: string; readonly findingId: string },
): Promise<void> {
	for (const finding of await run(listFindings, page, { jurisdictionId })) {
		if (finding.id === findingId || finding.state !== "confirmed") continue;
		await run(answerFinding, page, {
			...{ documentId, findingId: finding.id, disposition: "deferred", reason: "Another plan answers it.", version: 0 },
		});
	}
}

/** The statewide assessment tells of the goal among what is under way. */
async function startWithGoal(page: Page, { state, goalId }: { readonly state: string; readonly goalId: string }) {
	const { id: documentId } = await run(startPlan, page, {
		...{ jurisdictionId: state, editionId: "us-cfsr-4-statewide-assessment" },
		...{ startsOn: plainDate("2026-10-01"), endsOn: plainDate("2027-09-30") },
	});
	const { id: focusAreaId } = await run(addComponent, page, {
		...{ documentId, subjectKind: "systemic-factor", codes: ["sa"], label: "Service array and resource development" },
	});
	await run(addGoal, page, {
		...{ documentId, focusAreaId, goalKind: "numeric", statement: "", existingGoalId: goalId },
	});
	return documentId;
}

async function writeReport(page: Page, documentId: string, jurisdictionId: string): Promise<void> {
	await answerPaperBy(run, page, documentId);
	for (const { service, years } of await run(listServices, page, { jurisdictionId })) {
		const said = years.find((each) => each.federalFiscalYear === 2026);
		if (said?.change) continue;
		await run(saveServiceYear, page, {
			...{ serviceId: service.id, federalFiscalYear: 2026, change: "no-change", version: said?.version ?? 0 },
		});
	}
	for (const { partId, version } of (await run(getPlan, page, { documentId })).facts.carriedParts) {
		await run(saveProgress, page, { documentId, partId, version, standing: "continues", progress: "Half is done." });
	}
}

/** What somebody reads in the paper of a document, as it stands or as it was sent. */
async function read(page: Page, path: string): Promise<string> {
	await page.goto(`/plans/${path}/preview`);
	return page.locator("main").innerText();
}

async function shows(page: Page, path: string, now: string, before: string): Promise<void> {
	const text = await read(page, path);
	expect(text, path).toContain(now);
	expect(text, path).not.toContain(before);
}
