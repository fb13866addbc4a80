import type { Locator } from "playwright-core";
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

/** What a part of the page says to those who see it. Throws when it is not there within the browser's patience. */
export async function read(part: Locator): Promise<string> {
	await part.first().waitFor();
	return (await part.allInnerTexts()).join("\n");
}

/** How many checks are still to fix, as the plan's overview says. */
export async function openCheckCount({ page }: Hand): Promise<number> {
	const words = await read(page.getByRole("heading", { level: 2, name: /^Checks: /u }));
	const found = /^Checks: (?:(\d+) to fix|Nothing to fix)/u.exec(words);
	if (!found) throw new Error(`The overview does not count the checks: ${words}`);
	return Number(found[1] ?? 0);
}

/** The state in which the plan stands, as its overview says. */
export async function expectState({ page }: Hand, state: string): Promise<void> {
	expect(await read(page.locator(".plan-facts"))).toMatch(new RegExp(`State\\s+${state}\\b`, "iu"));
}
