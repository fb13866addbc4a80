import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openVisitAs } from "../support/browser.ts";
import { findPageFaults } from "../support/check-accessibility.ts";
import { createKeyboard } from "../support/keyboard.ts";
import { marlowe, readPlan, startOwnPlan } from "./own-plan.ts";

// A session ends after half an hour without a request, and after twelve hours in any case. Nobody loses a text by it.

const bodies = "Local Planning Bodies";
const text = "Written when the session had ended.";

describe("a session that ended while somebody was writing", () => {
	it("keeps the text on the device and offers it after signing in, with script", async () => {
		const visit = await openVisitAs(marlowe.planner);
		const { page, context } = visit;
		visit.allow(/^Answer 401: POST/u);
		const plan = await startOwnPlan(page, "Session ended, by script");
		await page.goto(`${plan}/sections/narrative`);
		await context.clearCookies();
		await page.getByLabel(bodies).fill(text);
		await page.getByLabel(bodies).blur();
		const dialog = page.getByRole("alertdialog", { name: "You are signed out" });
		await dialog.waitFor();
		expect(await findPageFaults(page)).toEqual([]);
		page.on("dialog", (question) => void question.accept());
		await dialog.getByRole("link", { name: "Sign in again" }).click();
		await page.getByRole("button", { name: marlowe.planner, exact: true }).click();
		await page.waitForURL(`**${plan}/sections/narrative`);
		await page.getByRole("button", { name: "Put it back" }).click();
		await page.locator("[data-save-status]", { hasText: /^Saved at/u }).waitFor();
		expect(await readPlan(page, plan)).toContain(text);
	});

	it.each([
		["with script", true],
		["without script", false],
	])("hands a form back that was sent by its button, %s", async (_, script) => {
		const { page, context } = await openVisitAs(marlowe.planner, { script });
		const plan = await startOwnPlan(page, `Session ended, ${script ? "sent" : "plain"}`);
		await page.goto(`${plan}/team`);
		const form = page.getByRole("form", { name: "Add to the team" });
		await form.getByLabel("Name", { exact: true }).fill("Amal Idris");
		await form.getByLabel("Affiliation", { exact: true }).fill("Foster Parents' Union");
		await context.clearCookies();
		await form.getByRole("button", { name: "Add to the team" }).click();
		await page.getByRole("heading", { level: 1, name: "Your session has ended" }).waitFor();
		// axe-core cannot look where no script runs.
		if (script) expect(await findPageFaults(page)).toEqual([]);
		await page.getByRole("button", { name: marlowe.planner, exact: true }).click();
		await page.getByRole("heading", { level: 1, name: "Your text is here" }).waitFor();
		if (script) expect(await findPageFaults(page)).toEqual([]);
		await page.getByRole("button", { name: "Send it now" }).click();
		await page.getByRole("link", { name: "Amal Idris", exact: true }).waitFor();
		expect(await readPlan(page, plan)).toContain("Foster Parents' Union");
	});

	it("hands a long text back, without script", async () => {
		const { page, context } = await openVisitAs(marlowe.planner, { script: false });
		const plan = await startOwnPlan(page, "Session ended in a long text");
		await page.goto(`${plan}/sections/narrative`);
		const long = `${'A line of the text, with <signs> & "quotes".\n'.repeat(500)}the end`;
		await page.getByLabel(bodies).fill(long);
		await context.clearCookies();
		await page.getByRole("button", { name: "Save SIP Narrative" }).click();
		await page.getByRole("button", { name: marlowe.planner, exact: true }).click();
		await page.getByRole("button", { name: "Send it now" }).click();
		await page.getByText("Saved.", { exact: true }).waitFor();
		expect(await page.getByLabel(bodies).inputValue()).toBe(long);
		expect(await readPlan(page, plan)).toContain(JSON.stringify(long).slice(1, -1));
	});
});

describe("the warning before a session ends", () => {
	it("comes five minutes before, takes the focus, and lets one stay by keyboard", async () => {
		const { page } = await openVisitAs(marlowe.planner);
		await page.clock.install();
		// A session is made longer by what it gained since its last request: three seconds here.
		await new Promise((resolve) => setTimeout(resolve, 3000));
		await page.goto("/");
		await forwardTo(page, 5 * 60_000 - 1000);
		const dialog = page.getByRole("alertdialog", { name: "Do you want to stay signed in?" });
		await dialog.waitFor();
		expect(await findPageFaults(page)).toEqual([]);
		expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
		await createKeyboard(page).press(dialog.getByRole("button", { name: "Stay signed in" }));
		await dialog.waitFor({ state: "hidden" });
	});

	it("keeps what is typed when nobody answers, and lets one sign in again by keyboard", async () => {
		const visit = await openVisitAs(marlowe.planner);
		const { page } = visit;
		await page.clock.install();
		const plan = await startOwnPlan(page, "Warning not answered");
		await page.goto(`${plan}/steps/mark-ready`);
		await page.goto(`${plan}/team`);
		await page
			.getByRole("form", { name: "Add to the team" })
			.getByLabel("Name", { exact: true })
			.fill("Nobody's name yet");
		await forwardTo(page, -1000);
		const dialog = page.getByRole("alertdialog", { name: "You are signed out" });
		await dialog.waitFor();
		page.on("dialog", (question) => void question.accept());
		await createKeyboard(page).press(dialog.getByRole("link", { name: "Sign in again" }));
		await page.getByRole("region", { name: "Text that was not saved" }).waitFor();
		await createKeyboard(page).press(page.getByRole("button", { name: "Put it back" }));
		const name = page.getByRole("form", { name: "Add to the team" }).getByLabel("Name", { exact: true });
		expect(await name.inputValue()).toBe("Nobody's name yet");
	});
});

/** Moves the clock of the page to so many milliseconds before the end of the session. */
async function forwardTo(page: Page, beforeEnd: number): Promise<void> {
	const left = await page.evaluate(() => Date.parse(document.body.dataset.sessionEnds ?? "") - Date.now());
	await page.clock.fastForward(left - beforeEnd);
}
