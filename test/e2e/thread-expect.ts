import type { Locator } from "playwright-core";
import { expect } from "vitest";
import type { Visit } from "../support/browser.ts";
import type { Hand } from "./thread-hand.ts";
import type { Story } from "./thread-story.ts";

/** The title under which the walk starts its plan: no other plan of the practice state has it. */
export const planTitle = (story: Story) => `${story.county} plan of the thread`;

/** Goes to one of the pages that the top of every page leads to. */
export async function goTo(hand: Hand, page: "Home" | "Outcomes" | "Figures" | "Plans" | "People"): Promise<void> {
	await hand.within(hand.page.getByRole("navigation", { name: "Primary navigation" })).follow(page);
}

/** Goes to the walk's plan by way of the list of plans. */
export async function openPlan(hand: Hand, story: Story): Promise<void> {
	await goTo(hand, "Plans");
	await hand.follow(planTitle(story));
}

/** The browser shows a PDF by a page of its own, with parts that are not on our host. */
export function allowPdfViewer(visit: Visit): void {
	visit.allow(/^Asked another host: chrome(-extension)?:\/\//u);
}

/** A form of a plan saves by itself, and may be told while it is half filled in what is still missing. */
export function allowHalfFilled(visit: Visit): void {
	visit.allow(/^Answer 422: POST \S+\/plans\//u);
}

/** What a part of the page says to those who see it. Throws when it is not there within the browser's patience. */
export async function read(part: Locator): Promise<string> {
	await part.first().waitFor();
	return (await part.allInnerTexts()).join("\n");
}

/** What is still to fix, line by line, as the plan's overview says. */
export async function readToFix({ page }: Hand): Promise<readonly string[]> {
	const words = await read(page.getByRole("heading", { level: 2, name: /^Checks: /u }));
	const lines = page
		.locator(".check-group")
		.filter({ hasText: /^To fix/u })
		.locator(".check-line");
	const toFix = await lines.allInnerTexts();
	expect(words).toMatch(
		toFix.length === 0 ? /: (0 to fix|Nothing to fix)/u : new RegExp(`: ${toFix.length} to fix`, "u"),
	);
	return toFix;
}

/** The state in which the plan stands, as its overview says. */
export async function expectState({ page }: Hand, state: string): Promise<void> {
	expect(await read(page.locator(".plan-facts"))).toMatch(new RegExp(`State\\s+${state}\\b`, "iu"));
}
