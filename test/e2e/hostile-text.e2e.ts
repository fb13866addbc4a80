import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openVisitAs, practiceUrl } from "../support/browser.ts";
import { marlowe, startOwnPlan } from "./own-plan.ts";

// Text that would be a page, a script or a query if anybody took it for one, in every field: it is kept as it was typed and
// shown as it was typed, on every page and paper. The guard of the browser fails the test when a script runs or is stopped.

const hostile = `"><b id="planted">x</b><img src=x onerror="window.planted=1"><script>window.planted=1</script>'); drop table plan;-- {{7*7}} \${7*7} </textarea></title>`;
/** What every page must show of it, word by word. */
const shown = "<script>window.planted=1</script>";

async function unfoldAll(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const fold of document.querySelectorAll("details")) fold.open = true;
	});
}

/** Puts the text into every field of a form that takes one, and makes a choice where one is asked for. */
async function fillAll(form: Locator): Promise<number> {
	const fields = form.locator("textarea, input[type=text]:not([inputmode=numeric]):not([inputmode=decimal])");
	const usable = await fields.all();
	for (const field of usable) {
		const isDate = (await field.locator("xpath=ancestor::*[contains(@class, 'usa-date-picker')]").count()) > 0;
		if (!isDate) await field.fill(hostile);
	}
	await form.evaluate((element) => {
		for (const radio of element.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
			const group = element.querySelectorAll<HTMLInputElement>(`input[name="${radio.name}"]`);
			if (![...group].some((each) => each.checked)) radio.checked = true;
		}
	});
	return usable.length;
}

/** Sends a form as it stands, without script, and says what the page answers. */
async function send(page: Page, form: Locator): Promise<number> {
	const answered = page.waitForResponse((response) => response.request().isNavigationRequest());
	await form.locator("button[type=submit]").first().click();
	const status = (await answered).status();
	await page.waitForLoadState();
	return status;
}

async function mustBeShownAsText(page: Page, what: string): Promise<void> {
	const found = await page.evaluate(() => ({
		planted: document.querySelectorAll("#planted, main script, img[onerror]").length,
		ran: "planted" in window,
		text: document.body.textContent ?? "",
		values: [...document.querySelectorAll<HTMLTextAreaElement>("textarea, input")].map((each) => each.value).join("\n"),
	}));
	expect({ what, planted: found.planted, ran: found.ran }).toEqual({ what, planted: 0, ran: false });
	expect(found.text + found.values, what).toContain(shown);
}

describe("hostile text", () => {
	it("in every field of a plan is kept and shown as text, on its pages, papers and in its history", async () => {
		const { page } = await openVisitAs(marlowe.planner, { script: false });
		const plan = await startOwnPlan(page, hostile);
		await plantParts(page, plan);
		let filled = 0;
		const pages = ["sections/cover", "sections/narrative", "team", await componentOf(page, plan)].map((each) =>
			each.startsWith("/") ? each : `${plan}/${each}`,
		);
		for (const path of pages) {
			await page.goto(path);
			const forms = await page.locator("main form[method=post]:not([action*='/move']):not([action*='/goals'])").count();
			for (let n = 0; n < forms; n += 1) {
				await page.goto(path);
				await unfoldAll(page);
				const form = page.locator("main form[method=post]:not([action*='/move']):not([action*='/goals'])").nth(n);
				const fields = await fillAll(form);
				if (fields === 0) continue;
				filled += fields;
				expect(await send(page, form), `${path}, form ${n + 1}`).toBeLessThan(500);
			}
		}
		expect(filled).toBeGreaterThan(20);
		const scripted = await openVisitAs(marlowe.director);
		for (const path of [...pages, plan, `${plan}/preview`, `${plan}/history`, `${plan}/compare?fromDate=01/01/2020`]) {
			await scripted.page.goto(path);
			await mustBeShownAsText(scripted.page, path);
		}
		await scripted.page.goto(`${plan}/plan.html`);
		await mustBeShownAsText(scripted.page, "the paper as HTML");
	}, 300_000);

	it("in a finding, its evidence and the account of a person is shown as text", async () => {
		const { page } = await openVisitAs(marlowe.planner);
		await page.goto("/outcomes");
		await page.getByRole("link", { name: /^4A /u }).first().click();
		await page.getByRole("link", { name: "Write down a finding on this outcome" }).click();
		const form = page.locator("main form[method=post]");
		await fillAll(form);
		expect(await send(page, form)).toBeLessThan(400);
		const finding = new URL(page.url()).pathname;
		await mustBeShownAsText(page, "the finding");
		await unfoldAll(page);
		await fillAll(page.locator("form[action$='/evidence']"));
		await send(page, page.locator("form[action$='/evidence']"));
		await mustBeShownAsText(page, "the finding with its evidence");
		for (const path of ["/findings", finding, "/"]) {
			await page.goto(path);
			expect(await page.locator("#planted").count(), path).toBe(0);
		}
	});

	it("in the address of a page is no part of the page", async () => {
		const { page } = await openVisitAs(marlowe.planner);
		const signs = encodeURIComponent(hostile);
		const paths = [
			`/plans/${signs}`,
			`/findings/new?place=${signs}&code=${signs}`,
			`/outcomes/${signs}`,
			`/nowhere/${signs}`,
		];
		for (const path of [...paths, `/sign-in?to=${signs}`, `/help?to=//evil.example`, `/plans?x=${signs}`]) {
			const answer = await page.goto(path);
			expect(answer?.status(), path).toBeLessThan(500);
			expect(await page.locator("#planted").count(), path).toBe(0);
		}
	});

	it("that leads elsewhere after signing in is not followed", async () => {
		for (const to of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]) {
			const { page } = await openVisitAs(marlowe.planner);
			await page.getByRole("button", { name: "Sign out" }).click();
			await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
			await page.getByRole("button", { name: marlowe.planner, exact: true }).click();
			await page.getByRole("heading", { name: "What needs me" }).waitFor();
			expect(new URL(page.url()).origin, to).toBe(practiceUrl());
		}
	});
});

/** A component with a goal, a strategy and a milestone, for their forms. */
async function plantParts(page: Page, plan: string): Promise<void> {
	const post = async (path: string, data: object) => {
		const answer = await page.request.post(`/api${plan}/${path}`, { data });
		if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
		return (await answer.json()) as { id: string };
	};
	const { id: focusAreaId } = await post("components", { subjectKind: "indicator", codes: ["3F"], label: hostile });
	const { id: goalId } = await post("goals", { focusAreaId, goalKind: "process", statement: hostile });
	const { id: strategyId } = await post("strategies", { goalId, statement: hostile, rationale: hostile });
	await post("milestones", { strategyId, statement: hostile, assignedTitle: hostile });
}

async function componentOf(page: Page, plan: string): Promise<string> {
	await page.goto(`${plan}/sections/components`);
	const link = page.locator(`main a[href*="${plan}/components/"]:not([href$="/new"])`).first();
	return (await link.getAttribute("href")) ?? "";
}
