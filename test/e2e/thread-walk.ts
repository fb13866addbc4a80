import { expect } from "vitest";
import { goTo, openPlan, read, readToFix } from "./thread-expect.ts";
import type { Hand } from "./thread-hand.ts";
import { fetchPapers, lookBack } from "./thread-look-back.ts";
import { reviewPlan } from "./thread-review.ts";
import { badFigureFile, days, figureFile, type Story, texts } from "./thread-story.ts";
import { writePlan } from "./thread-write-plan.ts";

/** Opens a browser for somebody who is not signed in yet, at the sign-in page. */
export type OpenHand = () => Promise<Hand>;

/** The whole thread, from a file of figures to an accepted plan on paper, by the people of one county and the State. */
export async function walkThread(story: Story, open: OpenHand): Promise<void> {
	const signedIn = async (name: string) => {
		const hand = await open();
		await hand.press(name);
		return hand;
	};
	const planner = await signedIn(story.people.planner);
	const analyst = await signedIn(story.people.analyst);
	await loadFigures(analyst, story);
	await confirmFinding(planner, story);
	await writePlan(planner, story);

	const director = await signedIn(story.people.director);
	await setAside(director, story);
	await planner.follow("Overview");
	expect(await readToFix(planner)).toEqual([]);

	const state = await signedIn(story.people.state);
	await reviewPlan({ planner, director, state }, story);
	await reportMilestone(planner);
	await lookBack(planner, story);
	await fetchPapers(planner);
}

/** A bad file is refused whole with its problems; the good one is taken and proposes a finding. */
async function loadFigures(analyst: Hand, story: Story): Promise<void> {
	const { page } = analyst;
	await goTo(analyst, "Figures");
	await analyst.attach("File of figures", badFigureFile(story));
	await analyst.press("Load figures");
	const main = page.getByRole("main");
	expect(await read(page.locator("h1"))).toBe("The file was not taken");
	expect(await read(main)).toContain("Nothing of the file was taken");
	const rows = await page.getByRole("row").allInnerTexts();
	expect(rows.some((row) => row.includes("9Z"))).toBe(true);
	expect(rows.some((row) => row.includes(String(story.falling.count[2] + 1)))).toBe(true);

	await analyst.attach("File of figures", figureFile(story));
	await analyst.press("Load figures");
	expect(await read(page.locator("h1"))).toBe("The figures were taken");
	const added = 1 + story.risen.length;
	expect(await read(main)).toMatch(new RegExp(`: ${added} figures? added, 0 replaced, 0 unchanged`, "u"));
	expect(await read(main)).toContain("One finding is proposed");
	await analyst.follow("See the load");
	expect(await read(main)).toContain(story.people.analyst);
}

/** The proposed finding, on the figure that was loaded, is confirmed with evidence and words of the county's own. */
async function confirmFinding(planner: Hand, story: Story): Promise<void> {
	const { page } = planner;
	const { code, label } = story.falling;
	await goTo(planner, "Home");
	const settle = planner.within(page.getByRole("region", { name: /^Findings to settle/u }));
	await settle.follow(`${code} ${label}`);
	const main = page.getByRole("main");
	expect(await read(main)).toContain(story.falling.value);
	await planner.unfold("Add evidence");
	await planner.pick("What partners said");
	await planner.fill("What it shows", texts.evidence);
	await planner.fill("Where it comes from", texts.evidenceSource);
	await planner.press("Add evidence");
	expect(await read(main)).toContain(texts.evidence);
	await planner.fill("What was found", texts.found);
	await planner.press("Confirm the finding");
	expect(await read(page.getByRole("heading", { level: 2, name: "Settle it anew" }))).toBeTruthy();
	await planner.follow("See the figures and the plans that answer it");
	expect(await read(main)).toContain(days.quarterEndWords);
}

/** What the plan leaves alone holds it back until the director says why. */
export async function setAside(director: Hand, story: Story): Promise<void> {
	await openPlan(director, story);
	for (const code of story.left) {
		await director.follow(new RegExp(`^Set aside with a reason ?: ${code} `, "u"));
		await director.fill("Reason", texts.setAside);
		await director.press("Set the check aside");
	}
	expect(await readToFix(director)).toEqual([]);
}

async function reportMilestone(planner: Hand): Promise<void> {
	const { page } = planner;
	await planner.follow("Overview");
	await planner.follow("Report on 1.1.1");
	await planner.choose("How it stands", "Completed");
	await planner.fill("Completed on", days.today);
	await planner.fill("What happened", texts.completed);
	await planner.press("Report");
	expect(await read(page.locator(".goal-tree__owner"))).toContain("Completed");
}
