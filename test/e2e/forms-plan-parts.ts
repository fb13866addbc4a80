import { expect } from "vitest";
import { expectHeading, expectNotice } from "./forms-hand.ts";
import { goTo, read } from "./thread-expect.ts";
import type { Hand } from "./thread-hand.ts";

/** Whose plan is changed in the walk, and in which words: a complete one, that waits for the signatures. */
export type PlanStory = {
	readonly people: Readonly<Record<"planner" | "director", string>>;
	readonly title: string;
	/** A component with two strategies, of which the second has three milestones. */
	readonly component: string;
	/** What Component 3, the last one, answers. */
	readonly finding: string;
	/** A group that must be consulted, and who stands for it alone. */
	readonly group: string;
	readonly member: string;
	/** Words that only this walk writes. */
	readonly words: Readonly<Record<"reason" | "ownArea" | "affiliation" | "setAside" | "putOff", string>>;
};

/** Goes to a plan by its title, by way of the list of plans. */
export async function openPlan(hand: Hand, { title }: { readonly title: string }): Promise<void> {
	await goTo(hand, "Plans");
	await hand.follow(title);
}

/** Parts are moved down and up again: a component among the others, a strategy, a milestone that is folded away. */
export async function moveParts(planner: Hand, story: PlanStory): Promise<void> {
	await planner.follow(/^SIP Plan Components/u);
	await planner.press("Move down Component 1");
	await expectNotice(planner, "Moved. It is now Component 2.");
	await planner.press("Move up Component 2");
	await expectNotice(planner, "Moved. It is now Component 1.");

	await planner.within(planner.page.getByRole("main")).follow(`Component 1: ${story.component}`);
	await planner.press("Move down Strategy 1.1");
	await expectNotice(planner, "Moved. It is now Strategy 1.2.");
	await planner.press("Move up Strategy 1.2");
	await planner.unfold("Milestone 1.2.2");
	await planner.press("Move up Milestone 1.2.2");
	await expectNotice(planner, "Moved. It is now Milestone 1.2.1.");
	await unfoldUnlessOpen(planner, "Milestone 1.2.1");
	await planner.press("Move down Milestone 1.2.1");
	await expectNotice(planner, "Moved. It is now Milestone 1.2.2.");
}

/** A component leaves the plan with a reason; what it answered is put off, then answered elsewhere; then it is back. */
export async function leaveOutAndBack(planner: Hand, story: PlanStory): Promise<void> {
	await planner.follow(/^SIP Plan Components/u);
	await planner.follow("Remove Component 3");
	await planner.fill("Reason", story.words.reason);
	await planner.press("Remove Component 3");
	await expectNotice(planner, "Component 3 was removed.");
	expect(await planner.page.getByRole("link", { name: /^Component 3/u }).count()).toBe(0);
	await answerFinding(planner, story);
	await restore(planner, story.words.reason);
	expect(await planner.page.getByRole("link", { name: /^Component 3/u }).count()).toBe(1);
}

/** Brings back from the history what was removed for this reason. */
export async function restore(planner: Hand, reason: string): Promise<void> {
	await planner.follow("History");
	const button = planner.page.getByRole("button", { name: /^Bring it back/u });
	const entry = planner.page.locator(".history-entry").filter({ hasText: reason }).filter({ has: button });
	await planner.within(entry).press(/^Bring it back/u);
	await expectNotice(planner, "It is back in the plan, as it was.");
}

/** A component on an area of the county's own is added and removed again. */
export async function addOwnComponent(planner: Hand, { words }: PlanStory): Promise<void> {
	await planner.follow(/^SIP Plan Components/u);
	await planner.follow("Add a component");
	await planner.choose("Outcome/Systemic Factor", "An area of the agency's own");
	await planner.fill("Name", words.ownArea);
	await planner.pick("Peer review");
	await planner.press("Add the component");
	await expectHeading(planner, words.ownArea);
	await planner.follow("Remove Component 4");
	await planner.fill("Reason", "It was tried out only.");
	await planner.press("Remove Component 4");
	await expectNotice(planner, "Component 4 was removed.");
}

async function answerFinding(planner: Hand, { component, finding, words }: PlanStory): Promise<void> {
	const { page } = planner;
	const part = page.getByRole("region", { name: finding });
	const form = planner.within(part);
	await planner.follow("Findings to answer");
	await form.fill("Reason, when it is put off", words.putOff);
	await form.pick("Put off, with the reason");
	await form.save(`the answer to ${finding}`);
	await planner.follow("Findings to answer");
	expect(await read(part)).toContain(`puts it off: ${words.putOff}`);

	await form.choose("Component that answers it", "Component 1");
	await form.pick("Answered by a component");
	await form.save(`the answer to ${finding}`);
	await planner.follow("Findings to answer");
	expect(await read(part)).toContain(`answers it by Component 1: ${component}`);
}

/** Somebody on the team stands for another body than was written. */
export async function changeMember(planner: Hand, { member, words }: PlanStory): Promise<void> {
	await planner.follow(/^SIP Team/u);
	await planner.follow(member);
	await planner.fill("Affiliation", words.affiliation);
	await planner.pick("Consulted");
	await planner.save(member);
	await planner.follow("Back to the team");
	expect(await read(planner.page.getByRole("main"))).toContain(words.affiliation);
}

/** The plan ends a year later, and then as before. */
export async function changePeriod(planner: Hand): Promise<void> {
	const { page } = planner;
	await planner.follow(/^Cover sheet/u);
	const period = planner.within(page.getByRole("region", { name: "Period of the plan" }));
	const before = await page.getByLabel("Last day", { exact: true }).inputValue();
	const year = Number(before.slice(-4));
	for (const [date, end] of [
		[before.replace(/\d{4}$/u, String(year + 1)), year + 1],
		[before, year],
	] as const) {
		await period.fill("Last day", date);
		await period.save("the period");
		await planner.follow("Overview");
		expect(await read(page.locator(".plan-facts"))).toMatch(new RegExp(`Period\\s.* to .*${end}\\n`, "u"));
		await planner.follow(/^Cover sheet/u);
	}
}

/** A part that was just written or moved stands open already. */
async function unfoldUnlessOpen(hand: Hand, summary: string): Promise<void> {
	const part = hand.page.locator("details").filter({ has: hand.page.locator("summary", { hasText: summary }) });
	await part.waitFor();
	if (!(await part.evaluate((element) => (element as HTMLDetailsElement).open))) await hand.unfold(summary);
}
