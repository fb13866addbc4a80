import { expect } from "vitest";
import { approve } from "./thread-approve.ts";
import { expectState, openPlan, read } from "./thread-expect.ts";
import type { Hand } from "./thread-hand.ts";
import { type Story, texts } from "./thread-story.ts";

type Hands = Readonly<Record<"planner" | "director" | "state", Hand>>;

/** The plan goes to the State, comes back with reasons, is revised, goes again and is accepted. */
export async function reviewPlan(hands: Hands, story: Story): Promise<void> {
	const { planner, director, state } = hands;
	await step(planner, "Mark as ready", "Ready for signature");
	await openPlan(director, story);
	await approve(planner, director);
	await step(director, "Submit to the State", "Submitted");

	await openPlan(state, story);
	await step(state, "Return with reasons", "Returned", { label: "Reasons", text: texts.reasons });

	await openPlan(planner, story);
	expect(await read(planner.page.getByRole("main"))).toContain(texts.reasons);
	await step(planner, "Revise the plan", "Drafting");
	await reviseMilestone(planner, story);
	await planner.follow("Overview");
	await step(planner, "Mark as ready", "Ready for signature");
	await openPlan(director, story);
	await approve(planner, director);
	await step(director, "Submit to the State", "Submitted");

	await openPlan(state, story);
	expect(await read(state.page.getByRole("main"))).toContain(texts.revisedMilestone);
	await step(state, "Accept the plan", "Accepted");
	await openPlan(planner, story);
	await expectState(planner, "Accepted");
}

/** From the plan's overview: the page that says what will happen, the words that go with it, and the step. */
export async function step(
	hand: Hand,
	action: string,
	state: string,
	words?: { readonly label: string; readonly text: string },
) {
	await hand.follow(action);
	if (words) await hand.fill(words.label, words.text);
	await hand.press(action);
	await expectState(hand, state);
}

async function reviseMilestone(planner: Hand, story: Story): Promise<void> {
	await planner.follow(`Component 1: ${story.falling.code} ${story.falling.label}`);
	await planner.unfold("Milestone 1.1.1");
	await planner.fill("Milestone", texts.revisedMilestone);
	await planner.save("Milestone 1.1.1");
}
