import { expect, it } from "vitest";
import { openVisit } from "../support/browser.ts";
import { type Hands, keyboardHands, plainHands } from "./hands.ts";
import {
	becomes,
	confirmFinding,
	goTo,
	loadFigures,
	mustHold,
	openWaiting,
	planTitle,
	seatTeam,
	startPlan,
	type ThreadPeople,
	takeStep,
	toFix,
	type Walk,
	writeComponent,
	writeCoverAndNarrative,
} from "./thread.ts";

// The whole thread of Throughline, from a file of figures to an accepted plan on paper, by real people's means: once with
// the keyboard alone, once in a browser that runs no script.

const alder: ThreadPeople = {
	county: "Alder County",
	analyst: "Priyanka Sethi",
	planner: "Maribel Fontes",
	director: "Lorraine Whitcomb",
	state: "Renata Osei",
};
const birch: ThreadPeople = {
	county: "Birch County",
	analyst: "Samuel Ito",
	planner: "Samuel Ito",
	director: "Paulette Granger",
	state: "Theo Lindqvist",
};

it.each([
	["with the keyboard alone", true, alder],
	["with script switched off", false, birch],
] as const)(
	"the thread can be walked %s",
	async (_, script, people) => {
		const visit = await openVisit({ script });
		const hands = script ? keyboardHands(visit.page) : plainHands(visit.page);
		const walk: Walk = { people, hands, visit, today: new Date().toISOString().slice(0, 10) };
		await loadFigures(walk);
		await confirmFinding(walk);
		await startPlan(walk);
		await writeComponent(walk);
		await writeCoverAndNarrative(walk);
		await seatTeam(walk);
		await goTo(walk, "Overview");
		expect(await toFix(walk)).toBe(0);
		await takeStep(walk, "Mark as ready");
		await submitAndReturn(walk);
		await reviseAndAccept(walk);
		await takePapers(walk);
		await lookBack(walk);
	},
	600_000,
);

const reasons = "Strategy 1.1: say who answers the calls at night.";
const revised = "Open a line that foster parents can call day and night, answered by two trained foster parents.";

async function submitAndReturn(walk: Walk): Promise<void> {
	await becomes(walk, walk.people.director);
	await openWaiting(walk, /^Waiting for a signature/);
	await takeStep(walk, "Submit to the State");
	await becomes(walk, walk.people.state);
	await openWaiting(walk, /^For your review/);
	await takeStep(walk, "Return with reasons", reasons);
}

async function reviseAndAccept(walk: Walk): Promise<void> {
	const { page } = walk.hands;
	await becomes(walk, walk.people.planner);
	await page.getByText(reasons).first().waitFor();
	await openWaiting(walk, /^Returned to you/);
	await takeStep(walk, "Revise the plan");
	await goTo(walk, /^Component 1: 3B/);
	const strategy = page.getByRole("region", { name: "Strategy 1.1" });
	await walk.hands.type(strategy.getByRole("textbox", { name: "Strategy", exact: true }), revised);
	await walk.hands.save(strategy.getByRole("button", { name: "Save Strategy 1.1" }));
	await goTo(walk, "Overview");
	await takeStep(walk, "Mark as ready", "The State's point is met.");
	await becomes(walk, walk.people.director);
	await openWaiting(walk, /^Waiting for a signature/);
	await takeStep(walk, "Submit to the State");
	await becomes(walk, walk.people.state);
	await openWaiting(walk, /^For your review/);
	await takeStep(walk, "Accept the plan", "Thank you.");
	await page.getByText("Accepted", { exact: true }).first().waitFor();
}

/** Word, PDF and HTML of the plan, each by its link. */
async function takePapers(walk: Walk): Promise<void> {
	await becomes(walk, walk.people.planner);
	await openPlan(walk);
	await goTo(walk, "Preview and download");
	await walk.hands.page.getByRole("article").getByText(revised).first().waitFor();
	expect(await download(walk.hands, /^HTML/)).toContain(revised);
	expect(await download(walk.hands, /^PDF/)).toMatch(/^%PDF-/);
	expect(await download(walk.hands, /^Word/)).toMatch(/^PK/);
}

async function download({ page }: Hands, name: RegExp): Promise<string> {
	const link = page.getByRole("main").getByRole("link", { name }).first();
	const address = await link.getAttribute("href");
	const answer = await page.request.get(address ?? "");
	expect(answer.status()).toBe(200);
	return (await answer.body()).toString("latin1");
}

async function openPlan(walk: Walk): Promise<void> {
	const { hands } = walk;
	await hands.follow(hands.page.getByRole("link", { name: "Plans", exact: true }).first());
	await hands.follow(hands.page.getByRole("link", { name: planTitle(walk) }).first());
}

/** The history tells each step with its reason; comparing the two submissions shows what was mended. */
async function lookBack(walk: Walk): Promise<void> {
	const { hands } = walk;
	const { page } = hands;
	await goTo(walk, "History");
	for (const words of [reasons, "The State's point is met.", "Thank you."])
		await page.getByText(words).first().waitFor();
	await mustHold(walk);
	await goTo(walk, "Compare with an earlier moment");
	await hands.choose(page.getByLabel("A submission").first(), "Submission 1");
	await hands.choose(page.getByLabel("A submission").last(), "Submission 2");
	await hands.follow(page.getByRole("button", { name: "Compare" }));
	await page.getByText("answered by two trained foster parents").first().waitFor();
	await mustHold(walk);
}
