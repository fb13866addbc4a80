import { expect } from "vitest";
import { addDays, plainDate } from "../../src/domain/calendar/plain-date.ts";
import type { Visit } from "../support/browser.ts";
import { findPageFaults } from "../support/check-accessibility.ts";
import type { Hands } from "./hands.ts";

/** Who walks the thread: one person for each part in it. */
export type ThreadPeople = {
	readonly county: string;
	readonly analyst: string;
	readonly planner: string;
	readonly director: string;
	readonly state: string;
};

export type Walk = {
	readonly people: ThreadPeople;
	readonly hands: Hands;
	readonly visit: Visit;
	/** The day of the walk, `2026-11-21`. */
	readonly today: string;
};

/** The title of the plan of a walk. */
export const planTitle = ({ people }: Walk) => `${people.county} plan of the thread`;

/** Ends one person's session and begins another's, with the hands of the walk. */
export async function becomes({ hands, visit }: Walk, name: string): Promise<void> {
	const { page } = visit;
	const out = page.getByRole("button", { name: "Sign out" });
	if ((await out.count()) > 0) await hands.follow(out);
	else await page.goto("/sign-in");
	await hands.follow(page.getByRole("button", { name, exact: true }));
	await page.getByRole("heading", { name: "What needs me" }).waitFor();
}

/** The page as it stands has no fault: for pages that come only after something was sent. */
export async function mustHold({ visit }: Walk): Promise<void> {
	const size = visit.page.viewportSize();
	expect(await findPageFaults(visit.page, [320, 1280])).toEqual([]);
	if (size) await visit.page.setViewportSize(size);
}

export async function loadFigures(walk: Walk): Promise<void> {
	const { hands, people } = walk;
	const { page } = hands;
	await becomes(walk, people.analyst);
	await hands.follow(page.getByRole("link", { name: "Figures", exact: true }));
	await hands.upload(page.getByLabel("File of figures"), {
		name: "newest quarter.csv",
		content: figuresFile(walk.today),
	});
	await hands.follow(page.getByRole("button", { name: "Load figures" }));
	await page.getByRole("heading", { level: 1, name: "The figures were taken" }).waitFor();
	await page.getByText("One finding is proposed").waitFor();
	await mustHold(walk);
}

/** Twelve months that ended with the last quarter before today. One indicator falls short: 3B, where 86.7 is asked for. */
function figuresFile(today: string): string {
	const month = Number(today.slice(5, 7));
	const quarterStart = `${today.slice(0, 4)}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;
	const end = addDays(plainDate(quarterStart), -1);
	const start = `${Number(quarterStart.slice(0, 4)) - 1}${quarterStart.slice(4)}`;
	const figures = [
		["1A", 18, 400],
		["1C", 1, 900],
		["3B", 420, 500],
		["3D", 48, 120],
		["3E", 160, 200],
		["3F", 14, 200],
	];
	const rows = figures.map(([code, numerator, denominator]) =>
		[code, start, end, numerator, denominator, "all", "Extract of the thread", today].join(","),
	);
	return [
		"Indicator,Period start,Period end,Numerator,Denominator,Population group,Source,Data as of",
		...rows,
		"",
	].join("\n");
}

export async function confirmFinding(walk: Walk): Promise<void> {
	const { hands, people } = walk;
	const { page } = hands;
	await becomes(walk, people.planner);
	await hands.follow(page.getByRole("link", { name: /^3B / }).first());
	await hands.unfold(page.locator("summary", { hasText: "Add evidence" }));
	await hands.pick(page.getByRole("radio", { name: /^What partners said/ }));
	await hands.type(
		page.getByLabel("What it shows"),
		"Foster parents say that children are moved for want of a home nearby.",
	);
	await hands.type(page.getByLabel(/^Where it comes from/), "Focus group with 9 foster parents");
	await hands.follow(page.getByRole("button", { name: "Add evidence" }));
	await page.getByText("Focus group with 9 foster parents").first().waitFor();
	await hands.pick(page.getByRole("radio", { name: "Area Needing Improvement" }));
	await hands.type(page.getByLabel(/^What was found/), "Too many children are moved a second time.");
	await hands.follow(page.getByRole("button", { name: "Confirm the finding" }));
	await page.getByText("Too many children are moved a second time.").first().waitFor();
	await mustHold(walk);
}

export async function startPlan(walk: Walk): Promise<void> {
	const { hands, today } = walk;
	const { page } = hands;
	await hands.follow(page.getByRole("link", { name: "Plans", exact: true }).first());
	await hands.follow(page.getByRole("link", { name: "Start a plan" }));
	await hands.choose(
		page.getByLabel("Edition of the requirements"),
		"California Child and Family Services Review: System Improvement Plan, 2004",
	);
	const year = Number(today.slice(0, 4)) + 1;
	await hands.type(page.getByLabel("First day of the plan"), `07/01/${year}`);
	await hands.type(page.getByLabel("Title"), planTitle(walk));
	await hands.follow(page.getByRole("button", { name: "Start the plan" }));
	await page.getByRole("heading", { level: 1, name: planTitle(walk) }).waitFor();
	expect(await toFix(walk)).toBeGreaterThan(20);
}

/** How many checks still have something to fix, as the overview of the plan tells it. */
export async function toFix({ hands: { page } }: Walk): Promise<number> {
	const words = await page.getByRole("heading", { name: /^Checks: / }).innerText();
	return words.includes("Nothing to fix") ? 0 : Number(/(\d+) to fix/.exec(words)?.[1]);
}

/** Goes to a page of the plan by the list of its pages. */
export async function goTo({ hands }: Walk, name: RegExp | string): Promise<void> {
	const nav = hands.page.getByRole("navigation", { name: "Pages of this plan" });
	await hands.follow(nav.getByRole("link", { name }).first());
}

export async function writeComponent(walk: Walk): Promise<void> {
	const { hands } = walk;
	const { page } = hands;
	await goTo(walk, /^SIP Plan Components/);
	await hands.follow(page.getByRole("link", { name: "Add a component" }));
	await hands.follow(page.getByRole("button", { name: /Add a component that answers this.*3B/ }));
	await page.getByRole("heading", { level: 1, name: /^Component 1: 3B/ }).waitFor();
	await hands.pick(page.getByRole("radio", { name: "Yes, probation was considered" }));
	await hands.save(page.getByRole("button", { name: "Save the subject of this component" }));
	await hands.type(
		page.getByLabel("County's Current Performance", { exact: true }),
		"84.0 percent of the children had two placements or fewer, against a standard of 86.7 percent.",
	);
	await hands.save(page.getByRole("button", { name: "Save County's Current Performance" }));
	await writeGoal(walk);
	await writeStrategy(walk);
	for (const none of await page.getByLabel("There is none. Leave the text above empty.").all()) await hands.tick(none);
	await hands.save(page.getByRole("button", { name: "Save the closing sections" }));
}

async function writeGoal({ hands, today }: Walk): Promise<void> {
	const { page } = hands;
	await hands.follow(page.getByRole("button", { name: "Add an improvement goal" }));
	const goal = page.getByRole("region", { name: "Improvement Goal 1.0" });
	await hands.type(
		goal.getByRole("textbox", { name: "Improvement Goal", exact: true }),
		"Nine of ten children stay in their first or second home.",
	);
	await hands.pick(goal.getByRole("radio", { name: "Numeric change in a measure" }));
	await hands.save(goal.getByRole("button", { name: "Save Improvement Goal 1.0" }));
	await hands.choose(goal.getByLabel("Measure", { exact: true }), "3B Two or fewer placements in first 12 months (all");
	await hands.choose(goal.getByLabel("A loaded figure"), "3B: 84.0%");
	await hands.type(goal.getByLabel("Target value"), "87.5");
	await hands.type(goal.getByLabel("To be reached by"), `06/30/${Number(today.slice(0, 4)) + 3}`);
	await hands.save(goal.getByRole("button", { name: "Save the measure of Improvement Goal 1.0" }));
}

const rationale = "Two or fewer placements: moves fall where foster parents have somebody to call at night.";

async function writeStrategy({ hands }: Walk): Promise<void> {
	const { page } = hands;
	await hands.follow(page.getByRole("button", { name: "Add a strategy to Improvement Goal 1.0" }));
	const strategy = page.getByRole("region", { name: "Strategy 1.1" });
	await hands.type(
		strategy.getByRole("textbox", { name: "Strategy", exact: true }),
		"Open a line that foster parents can call day and night.",
	);
	await hands.type(strategy.getByRole("textbox", { name: "Strategy Rationale" }), rationale);
	await hands.save(strategy.getByRole("button", { name: "Save Strategy 1.1" }));
	for (const [number, statement, months] of [
		["1.1.1", "Line for foster parents opened and 20 callers helped.", "6 months"],
		["1.1.2", "Report on the first 100 calls presented to the Board.", "12 months"],
	] as const) {
		await hands.follow(page.getByRole("button", { name: "Add a milestone to Strategy 1.1" }));
		const milestone = page.locator("details", { has: page.getByRole("button", { name: `Save Milestone ${number}` }) });
		await hands.type(milestone.getByRole("textbox", { name: "Milestone", exact: true }), statement);
		await hands.choose(milestone.getByLabel("Timeframe", { exact: true }), months);
		await hands.type(milestone.getByLabel("Assigned to", { exact: true }), "Placement Manager");
		await hands.save(milestone.getByRole("button", { name: `Save Milestone ${number}` }));
	}
}

export async function writeCoverAndNarrative(walk: Walk): Promise<void> {
	const { hands, people } = walk;
	const { page } = hands;
	await goTo(walk, /^Cover sheet/);
	await hands.type(
		page.getByLabel("Responsible County Child Welfare Agency"),
		`${people.county} Department of Children`,
	);
	await hands.type(page.getByLabel("Period of Outcomes Data"), "06/30/2026");
	const contact = page.getByRole("group", { name: /Contact Person/ });
	await hands.type(contact.getByLabel("Name", { exact: true }), people.planner);
	await hands.type(contact.getByLabel("Title", { exact: true }), "Planner");
	await hands.type(contact.getByLabel("Address", { exact: true }), "1 Court Square");
	await hands.type(contact.getByLabel(/^Phone/), "(555) 010-0199");
	await hands.type(
		page.getByRole("group", { name: /Agency Director/ }).getByLabel("Name", { exact: true }),
		people.director,
	);
	await hands.type(
		page.getByRole("group", { name: /Chief Probation Officer/ }).getByLabel("Name", { exact: true }),
		"Victor Tran",
	);
	await hands.save(page.getByRole("button", { name: "Save Cover sheet" }));
	await goTo(walk, /^SIP Narrative/);
	await hands.type(
		page.getByLabel("Local Planning Bodies"),
		"The Children's Collaborative, 14 agencies and two parents, met five times on this plan.",
	);
	await hands.type(
		page.getByLabel("Findings that Support Qualitative Change"),
		"One focus group of nine foster parents: they ask for help at night.",
	);
	await hands.save(page.getByRole("button", { name: "Save SIP Narrative" }));
}

/** One person for every group that the edition asks for. */
export async function seatTeam(walk: Walk): Promise<void> {
	const { hands } = walk;
	const { page } = hands;
	await goTo(walk, /^SIP Team/);
	const gaps = page.locator("li.team-group", { hasText: "Nobody yet" });
	for (let left = await gaps.count(), n = 1; left > 0; left -= 1, n += 1) {
		const group = await gaps.first().getByRole("heading").innerText();
		await hands.follow(gaps.first().getByRole("link", { name: "Add somebody" }));
		const form = page.getByRole("form", { name: "Add to the team" });
		await hands.type(form.getByLabel("Name", { exact: true }), `Member ${n}`);
		await hands.type(form.getByLabel("Affiliation", { exact: true }), group.replace("Nobody yet", "").trim());
		await hands.follow(form.getByRole("button", { name: "Add to the team" }));
		await page.getByText(`Member ${n}`, { exact: true }).first().waitFor();
		expect(await gaps.count()).toBe(left - 1);
	}
}

/** Takes a step of the workflow from the overview of the plan: the page that asks, the reason, the button. */
export async function takeStep(walk: Walk, label: string, reason?: string): Promise<void> {
	const { hands } = walk;
	const { page } = hands;
	await hands.follow(page.getByRole("link", { name: label, exact: true }).first());
	await page.getByRole("heading", { level: 1, name: label }).waitFor();
	if (reason) await hands.type(page.getByLabel(/^(Reasons|Note)/), reason);
	await hands.follow(page.getByRole("button", { name: label, exact: true }));
	await page.getByRole("heading", { level: 1, name: planTitle(walk) }).waitFor();
}

/** Opens the plan from the home page, where it waits under a heading. */
export async function openWaiting(walk: Walk, heading: RegExp): Promise<void> {
	const { hands } = walk;
	const { page } = hands;
	await page.getByRole("heading", { name: heading }).waitFor();
	await hands.follow(
		page
			.getByRole("main")
			.getByRole("link", { name: planTitle(walk) })
			.first(),
	);
	await page.getByRole("heading", { level: 1, name: planTitle(walk) }).waitFor();
}
