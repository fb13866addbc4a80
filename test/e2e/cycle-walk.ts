import { expect } from "vitest";
import { seatTeamBy, writeFirstPagesBy } from "../support/write-plan.ts";
import { assess } from "./cycle-assess.ts";
import { documentIdOn, doesByApi } from "./cycle-by-api.ts";
import { updateYearly } from "./cycle-update.ts";
import { approve } from "./thread-approve.ts";
import { expectState, goTo, openPlan, planTitle, read, readToFix } from "./thread-expect.ts";
import type { Hand } from "./thread-hand.ts";
import { step } from "./thread-review.ts";
import type { Story } from "./thread-story.ts";
import { setAside } from "./thread-walk.ts";
import { addComponent, startPlan, writeClosing, writeGoal, writeStrategy } from "./thread-write-plan.ts";

export type Hands = Readonly<Record<"planner" | "director" | "state", Hand>>;

const said = {
	question: "How many families does one worker of this strategy answer?",
	answer: "Eight at most; the number now stands in the unit's procedure.",
	recommendation: "Say in the first update which units began.",
	response: "We will report unit by unit.",
} as const;

/**
 * The whole cycle of a county's plan: what the county finds of itself, the plan that answers it, signatures and Board, the
 * State's question and recommendation, acceptance, and the first annual update with a Board's approval of its own.
 */
export async function walkCycle(hands: Hands, story: Story): Promise<void> {
	const { planner, director, state } = hands;
	await startPlan(planner, story);
	await assess(hands, story);
	await writeAnswer(planner, story);
	await setAside(director, story);
	await planner.follow("Overview");
	expect(await readToFix(planner)).toEqual([]);
	await step(planner, "Mark as ready", "Ready for signature");
	await director.follow("Overview");
	await approve(planner, director);
	await step(director, "Submit to the State", "Submitted");
	await ask(state, story);
	await answer(planner, story);
	await accept(state, story);
	await openPlan(planner, story);
	await expectState(planner, "Accepted");
	await updateYearly(hands, story);
}

/** The plan is written on what the self-assessment found: the finding is offered, and a component answers it. */
async function writeAnswer(planner: Hand, story: Story): Promise<void> {
	const does = doesByApi(planner.page);
	const documentId = documentIdOn(planner.page);
	await writeFirstPagesBy(does, documentId);
	await seatTeamBy(does, documentId);
	await addComponent(planner, story);
	await writeGoal(planner, story);
	await writeStrategy(planner);
	await writeClosing(planner);
}

/** The State finds the plan among what waits for it, opens the review, asks and recommends. */
async function ask(state: Hand, story: Story): Promise<void> {
	const { page } = state;
	await goTo(state, "Home");
	await state.within(page.getByRole("region", { name: /^For your review/u })).follow(planTitle(story));
	await step(state, "Open the review", "Under State review");
	await state.follow("Questions and recommendations");
	const form = (button: string) =>
		state.within(page.locator("form").filter({ has: page.getByRole("button", { name: button }) }));
	await form("Keep the question").choose("About", "Strategy 1.1");
	await form("Keep the question").fill("Question", said.question);
	await form("Keep the question").press("Keep the question");
	await state.press("Send the round: 1 question");
	await form("Keep the recommendation").fill("Recommendation", said.recommendation);
	await form("Keep the recommendation").press("Keep the recommendation");
	await state.follow("Send the recommendations to the county");
	await state.press("Send the recommendations");
	await expectState(state, "Recommendations made");
}

/** The county finds both on its home page and says something to each. */
async function answer(planner: Hand, story: Story): Promise<void> {
	const { page } = planner;
	await goTo(planner, "Home");
	const mine = page.getByRole("region", { name: /^Yours to answer/u });
	expect(await read(mine)).toContain("1 question and 1 recommendation without a response");
	await planner.within(mine).follow(planTitle(story));
	const remark = (text: string) => planner.within(page.getByRole("listitem").filter({ hasText: text }));
	await remark(said.question).fill("Answer", said.answer);
	await remark(said.question).press("Send the answer");
	await remark(said.recommendation).choose("Response", "Accepted with changes");
	await remark(said.recommendation).fill("What the county says to it", said.response);
	await remark(said.recommendation).press("Send the response");
	expect(await read(page.getByRole("main"))).not.toContain("No response yet");
	await goTo(planner, "Home");
	expect(await read(page.getByRole("main"))).not.toContain("Yours to answer");
}

async function accept(state: Hand, story: Story): Promise<void> {
	await openPlan(state, story);
	await state.follow("Questions and recommendations");
	const words = await read(state.page.getByRole("main"));
	expect(words).toContain(said.answer);
	expect(words).toContain(said.response);
	await state.follow("Overview");
	await step(state, "Accept the plan", "Accepted");
}
