import { expect } from "vitest";
import type { Hand } from "./thread-hand.ts";
import type { Story } from "./thread-story.ts";

/** The title under which the walk starts its plan: no other plan of the practice state has it. */
export const planTitle = (story: Story) => `${story.county} plan of the thread`;

/** Goes to the walk's plan by way of the list of plans. */
export async function openPlan(hand: Hand, story: Story): Promise<void> {
	await hand.follow("Plans");
	await hand.follow(planTitle(story));
}

/** How many checks are still to fix, as the plan's overview says. */
export async function openCheckCount({ page }: Hand): Promise<number> {
	const words = await page.getByRole("heading", { level: 2, name: /^Checks: /u }).innerText();
	const found = /^Checks: (?:(\d+) to fix|Nothing to fix)/u.exec(words);
	if (!found) throw new Error(`The overview does not count the checks: ${words}`);
	return Number(found[1] ?? 0);
}

/** The state in which the plan stands, as its overview says. */
export async function expectState({ page }: Hand, state: string): Promise<void> {
	expect(await page.locator(".plan-facts").innerText()).toMatch(new RegExp(`State\\s+${state}\\b`, "iu"));
}
