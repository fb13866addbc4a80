import { expect } from "vitest";
import type { Hands } from "./cycle-walk.ts";
import { bringToBoard } from "./thread-approve.ts";
import { openPlan, read, readToFix } from "./thread-expect.ts";
import type { Hand } from "./thread-hand.ts";
import { step } from "./thread-review.ts";
import { days, type Story, texts } from "./thread-story.ts";

/** The first annual update: born from the plan, each part looked at, approved by the Board, sent and accepted. */
export async function updateYearly({ planner, director, state }: Hands, story: Story): Promise<void> {
	const { page } = planner;
	await planner.follow("Report on 1.1.1");
	await planner.choose("How it stands", "Completed");
	await planner.fill("Completed on", days.today);
	await planner.fill("What happened", texts.completed);
	await planner.press("Report");
	await planner.press("Start Annual update 1");
	const main = page.getByRole("main");
	expect(await read(main)).toMatch(/4 of 4 parts were carried over and not yet looked at/u);
	await sayProgress(planner);
	expect(await read(main)).toMatch(/All 4 parts that were carried over have been looked at/u);
	await planner.follow("Overview");
	expect(await readToFix(planner)).toEqual([]);
	await step(planner, "Mark as ready", "Ready for signature");
	await bringToBoard(planner, { number: "Consent item 14", name: "minute-order" });
	if (director !== planner) await director.page.goto(page.url());
	await step(director, "Submit to the State", "Submitted");

	await openPlan(state, story);
	await state.follow(/^Annual update/u);
	await state.follow("See how each stands");
	const told = await read(state.page.getByRole("main"));
	expect(told).toContain(texts.strategy);
	expect(told).toContain(texts.completed);
	await state.follow("Overview");
	await step(state, "Accept the plan", "Accepted");
}

async function sayProgress(planner: Hand): Promise<void> {
	const standings: readonly (readonly [string, string])[] = [
		["How Improvement Goal 1.0 stands", "Continues"],
		["How what makes it measurable stands", "Continues"],
		["How strategy 1.1 stands", "Continues"],
		["How milestone 1.1.1 stands", "Done"],
	];
	for (const [label, standing] of standings) await planner.choose(label, standing);
	await planner.fill("What was achieved since the last report", texts.completed);
	await planner.press(/^Save ?progress on 1\.0/u);
}
