import { expect } from "vitest";
import { expectHeading, expectNotice, type OpenHand } from "./forms-hand.ts";
import { goTo, read } from "./thread-expect.ts";
import type { Hand } from "./thread-hand.ts";

/** What is found in the walk: two findings that no figure proposes. */
export type FindingStory = {
	readonly planner: string;
	/** A thing that the list of systemic factors has not. */
	readonly about: string;
	/** An indicator with figures, of which nothing is found yet. */
	readonly indicator: RegExp;
};

/** Findings of one's own: one about anything, dismissed; one on an indicator, confirmed on a figure. */
export async function walkFindings(story: FindingStory, open: OpenHand): Promise<void> {
	const planner = await open();
	await planner.press(story.planner);
	await dismissOwn(planner, story);
	await confirmOnFigure(planner, story);
}

async function dismissOwn(planner: Hand, story: FindingStory): Promise<void> {
	const main = planner.page.getByRole("main");
	await goTo(planner, "Outcomes");
	await planner.follow("Write down a finding");
	await planner.fill("Or another thing that the finding is about", story.about);
	await planner.pick("Area Needing Improvement");
	await planner.fill("What was found", "Families wait for a bus that does not come.");
	await planner.press("Write it down");
	await expectNotice(planner, "The finding is written down.");
	await expectHeading(planner, story.about);

	await planner.unfold("Add evidence");
	await planner.pick("Document");
	await planner.fill("What it shows", "Of 40 visits 11 were missed for want of a ride.");
	await planner.fill("Where it comes from", "Log of visits, spring");
	await planner.press("Add evidence");
	await expectNotice(planner, "The evidence was added.");
	expect(await read(main)).toContain("Log of visits, spring");

	await planner.fill("Why is it dismissed?", "The bus runs again since May.");
	await planner.press("Dismiss the finding");
	await expectNotice(planner, "The finding is dismissed.");
	expect(await read(main)).toContain("The bus runs again since May.");
}

async function confirmOnFigure(planner: Hand, story: FindingStory): Promise<void> {
	const { page } = planner;
	await goTo(planner, "Outcomes");
	await planner.within(page.getByRole("main")).follow(story.indicator);
	await planner.follow("Write down a finding on this outcome");
	await planner.pick("Strength");
	await planner.fill("What was found", "Three years of work show in the figures.");
	await planner.press("Write it down");
	expect(await page.getByRole("button", { name: "Confirm the finding" }).count()).toBe(0);

	await planner.unfold("Add evidence");
	await planner.pick("Figure");
	const newest = await page
		.getByLabel(/^Figure \(optional\)$/u)
		.locator("option")
		.nth(1)
		.textContent();
	await planner.choose("Figure", newest ?? "");
	await planner.press("Add evidence");
	await expectNotice(planner, "The evidence was added.");

	await planner.fill("What was found", "Three years of work show in the newest figure.");
	await planner.press("Confirm the finding");
	await expectNotice(planner, "The finding is confirmed.");
	expect(await read(page.getByRole("main"))).toContain("Three years of work show in the newest figure.");
}
