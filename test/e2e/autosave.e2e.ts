import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openVisitAs, type Visit } from "../support/browser.ts";
import { findPageFaults } from "../support/check-accessibility.ts";
import { marlowe, readPlan, startOwnPlan } from "./own-plan.ts";

// What somebody types is never lost: it is saved by itself, kept while the server cannot be reached, and never overwrites
// what somebody else has saved meanwhile (design, invariant 8). With script and without.

const bodies = "Local Planning Bodies";
const qualitative = "Findings that Support Qualitative Change";

/** The page of a fresh plan with two long fields. */
async function openNarrative(visit: Visit, title: string): Promise<string> {
	const plan = await startOwnPlan(visit.page, title);
	await visit.page.goto(`${plan}/sections/narrative`);
	return plan;
}

const status = (page: Page) => page.locator("#form-section-narrative [data-save-status]");
const saved = (page: Page) => status(page).filter({ hasText: /^Saved at \d/u });

async function write(page: Page, label: string, text: string): Promise<void> {
	const field = page.getByRole("textbox", { name: label });
	await field.fill(text);
	await field.blur();
}

describe("a form saves itself", () => {
	it("when a field is left, says when, and holds the text at the next visit", async () => {
		const visit = await openVisitAs(marlowe.planner);
		const { page } = visit;
		await openNarrative(visit, "Saved by itself");
		await write(page, bodies, "The Collaborative met five times.");
		await saved(page).waitFor();
		await page.reload();
		expect(await page.getByLabel(bodies).inputValue()).toBe("The Collaborative met five times.");
	});

	it("after a pause in the typing, without moving the cursor", async () => {
		const visit = await openVisitAs(marlowe.planner);
		const { page } = visit;
		const plan = await openNarrative(visit, "Saved in a pause");
		await page.getByLabel(bodies).pressSequentially("Half a sentence");
		await saved(page).waitFor();
		await page.keyboard.type(" and the rest");
		await expect.poll(() => readPlan(page, plan), { timeout: 15_000 }).toContain("Half a sentence and the rest");
	});

	it("when the page is left before it was saved", async () => {
		const visit = await openVisitAs(marlowe.planner);
		const { page } = visit;
		const plan = await openNarrative(visit, "Left in haste");
		page.on("dialog", (dialog) => void dialog.accept());
		await page.getByLabel(bodies).fill("Typed and gone");
		await page.goto("/");
		await expect.poll(() => readPlan(page, plan), { timeout: 15_000 }).toContain("Typed and gone");
	});
});

describe("without a connection", () => {
	it("says so, keeps the text, and sends it when the server is back", async () => {
		const visit = await openVisitAs(marlowe.planner);
		const { page, context } = visit;
		visit.allow(/ERR_INTERNET_DISCONNECTED/u);
		const plan = await openNarrative(visit, "Network away");
		await context.setOffline(true);
		await write(page, bodies, "Written on the train.");
		await page.getByText("No connection to the server").waitFor();
		await status(page).filter({ hasText: "Your text is kept on this device." }).waitFor();
		expect(await findPageFaults(page)).toEqual([]);
		await context.setOffline(false);
		await saved(page).waitFor();
		expect(await page.getByText("No connection to the server").count()).toBe(0);
		expect(await readPlan(page, plan)).toContain("Written on the train.");
	});

	it("offers the text back when the page was closed meanwhile", async () => {
		const visit = await openVisitAs(marlowe.planner);
		const { page, context } = visit;
		visit.allow(/ERR_INTERNET_DISCONNECTED/u);
		const plan = await openNarrative(visit, "Closed on the train");
		await context.setOffline(true);
		await write(page, bodies, "Written before the battery died.");
		await status(page).filter({ hasText: "Your text is kept on this device." }).waitFor();
		await page.close({ runBeforeUnload: false });
		await context.setOffline(false);
		const again = await context.newPage();
		await again.goto(`${plan}/sections/narrative`);
		await again.getByRole("region", { name: "Text that was not saved" }).waitFor();
		expect(await findPageFaults(again)).toEqual([]);
		await again.getByRole("button", { name: "Put it back" }).click();
		await saved(again).waitFor();
		expect(await readPlan(again, plan)).toContain("Written before the battery died.");
	});
});

describe("two people in one field", () => {
	it.each([
		["with script", true],
		["without script", false],
	])("see both texts, lose neither, and can join them, %s", async (_, script) => {
		const first = await openVisitAs(marlowe.planner, { script });
		const second = await openVisitAs(marlowe.director, { script });
		second.allow(/^Answer 409: POST/u);
		const plan = await openNarrative(first, `Two at once, ${script ? "by script" : "plain"}`);
		await second.page.goto(`${plan}/sections/narrative`);
		await send(first.page, script, "The planner's words.");
		await send(second.page, script, "The director's words.", "clash");
		const theirs = second.page.locator(".clash-theirs");
		await theirs.getByText("The planner's words.").waitFor();
		expect(await theirs.textContent()).toContain(marlowe.planner);
		expect(await second.page.getByLabel(bodies).inputValue()).toBe("The director's words.");
		expect(await readPlan(second.page, plan)).not.toContain("The director's words.");
		// axe-core cannot look where no script runs; a clash without script has the same elements.
		if (script) expect(await findPageFaults(second.page)).toEqual([]);
		await second.page.getByLabel(bodies).fill("The planner's words. The director's words.");
		await second.page.getByRole("button", { name: "Save SIP Narrative" }).click();
		await second.page
			.getByText(/^Saved( at .*|\.)$/u)
			.first()
			.waitFor();
		await first.page.reload();
		expect(await first.page.getByLabel(bodies).inputValue()).toBe("The planner's words. The director's words.");
	});

	it("are not in each other's way in two fields", async () => {
		const first = await openVisitAs(marlowe.planner);
		const second = await openVisitAs(marlowe.director);
		const plan = await openNarrative(first, "Two fields at once");
		await second.page.goto(`${plan}/sections/narrative`);
		await write(first.page, bodies, "Bodies by the planner.");
		await saved(first.page).waitFor();
		await write(second.page, qualitative, "Findings by the director.");
		await saved(second.page).waitFor();
		const kept = await readPlan(first.page, plan);
		expect(kept).toContain("Bodies by the planner.");
		expect(kept).toContain("Findings by the director.");
	});

	/** Writes and sends the text, and waits for the answer. */
	async function send(page: Page, script: boolean, text: string, outcome = "saved"): Promise<void> {
		if (script) {
			await write(page, bodies, text);
			await (outcome === "saved" ? saved(page) : status(page).filter({ hasText: "somebody else" })).waitFor();
		} else {
			await page.getByLabel(bodies).fill(text);
			await page.getByRole("button", { name: "Save SIP Narrative" }).click();
			const words = outcome === "saved" ? /^Saved\.$/u : /^Somebody else has changed this/u;
			await page.getByText(words).first().waitFor();
		}
	}
});
