import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { z } from "zod";
import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import { listJurisdictions } from "../../src/operations/list-jurisdictions.ts";
import type { Operation } from "../../src/operations/operation.ts";
import { openVisitAs } from "../support/browser.ts";
import { findPageFaults } from "../support/check-accessibility.ts";
import { oneFigure, walkOneFact } from "../support/one-fact.ts";

// Setting up goes over the API with the sessions of the two people; what is shown is looked at in their pages.

test("INT-01: one figure goes from the file into every document of the State; a changed baseline changes every draft and nothing that was sent", async () => {
	const planner = (await openVisitAs("Odalys Marchetti")).page;
	const director = (await openVisitAs("Winifred Thorsby")).page;
	const today = plainDate(new Date().toISOString().slice(0, 10));
	const state = (await run(listJurisdictions, planner, {})).find(({ kind }) => kind === "state")?.id ?? "";
	await loadFigure(planner, state);
	await walkOneFact({ run, read, planner, director, state, today });
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
	const file = { name: "state.csv", mimeType: "text/csv", buffer: Buffer.from(oneFigure) };
	const answer = await page.request.post("/api/figure-loads", { multipart: { jurisdictionId, file } });
	expect(await answer.json()).toMatchObject({ result: "taken", added: 1 });
}

async function read(page: Page, documentId: string, submission?: number): Promise<string> {
	await page.goto(`/plans/${documentId}${submission ? `/submissions/${submission}` : ""}/preview`);
	return (await page.locator("main .paper").textContent()) ?? "";
}
