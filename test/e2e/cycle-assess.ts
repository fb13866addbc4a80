import { expect } from "vitest";
import { changePart } from "../../src/operations/change-part.ts";
import { getPlan } from "../../src/operations/get-plan.ts";
import { rateSubject } from "../../src/operations/rate-subject.ts";
import { documentIdOn, doesByApi } from "./cycle-by-api.ts";
import { expectState, openPlan, read, readToFix } from "./thread-expect.ts";
import type { Hand } from "./thread-hand.ts";
import { step } from "./thread-review.ts";
import { type Story, texts } from "./thread-story.ts";

/**
 * The self-assessment of the plan that is open: every subject is taken in, one is analysed and rated by hand and becomes the
 * finding that the plan answers, and it goes to the State.
 */
export async function assess(hands: { readonly planner: Hand; readonly director: Hand }, story: Story): Promise<void> {
	const { planner, director } = hands;
	const { page } = planner;
	const subject = `${story.falling.code} ${story.falling.label}`;
	await planner.follow("Self-assessment and other plans");
	await planner.press("Start the self-assessment here");
	const title = await read(page.getByRole("heading", { level: 1 }));
	expect(title).toContain(`${story.county} Self-Assessment`);

	await planner.follow(/^Outcome data measures ?,/u);
	await planner.press(/^Take in/u);
	await planner.follow(subject);
	await planner.fill("What the county makes of it", texts.found);
	await planner.save(`the analysis of ${subject}`);
	await planner.pick("Needs improvement");
	await planner.fill("In a sentence or two", texts.found);
	await planner.press("Rate");
	expect(await read(page.getByRole("main"))).toContain("Open the finding to add evidence");
	await rateTheOthers(planner);

	await planner.follow(/^Summary of findings/u);
	await planner.fill("Summary", texts.performance);
	await planner.save("Summary of findings (Summary Assessment)");
	await planner.follow("Overview");
	expect(await readToFix(planner)).toEqual([]);
	await step(planner, "Mark as ready", "Ready for signature");
	if (director !== planner) {
		await director.page.goto(planner.page.url());
		await expectState(director, "Ready for signature");
	}
	await step(director, "Submit to the State", "Submitted");
	await openPlan(planner, story);
}

/** What the county found of every other subject: as it was found before, else a strength. */
async function rateTheOthers({ page }: Hand): Promise<void> {
	const does = doesByApi(page);
	const documentId = documentIdOn(page);
	const { facts } = await does(getPlan, { documentId });
	for (const { id, code, version, findingId } of facts.entries["subject-analysis"]) {
		if (findingId !== null) continue;
		const kept = facts.findings.find((each) => each.code === code && each.state === "confirmed");
		await does(changePart, {
			...{ documentId, kind: "subject-analysis", id, version },
			patch: { analysis: "The figures and those who work with families say the same." },
		});
		await does(rateSubject, { documentId, analysisId: id, judgement: kept?.judgement ?? "strength" });
	}
}
