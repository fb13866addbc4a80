import { expect } from "vitest";
import { attach } from "./thread-approve.ts";
import { goTo, planTitle, read, readToFix } from "./thread-expect.ts";
import type { Hand } from "./thread-hand.ts";
import { days, type Story, texts } from "./thread-story.ts";

/** Writes the plan on the finding from its first line on, while the checks count down to what the director must settle. */
export async function writePlan(planner: Hand, story: Story): Promise<void> {
	const counts: number[] = [];
	let toFix: readonly string[] = [];
	const count = async () => {
		toFix = await readToFix(planner);
		counts.push(toFix.length);
	};
	await startPlan(planner, story);
	await count();
	await writeCover(planner, story);
	await writeNarrative(planner);
	await nameSelfAssessment(planner);
	await planner.follow("Overview");
	await count();
	await addComponent(planner, story);
	await writeGoal(planner, story);
	await writeStrategy(planner);
	await writeClosing(planner);
	await planner.follow("Overview");
	await count();
	await seatTeam(planner, story);
	await attach(planner, "Summary Assessment", "summary-assessment");
	await planner.follow("Overview");
	await count();
	expect(counts).toEqual([...counts].sort((a, b) => b - a));
	expect(new Set(counts).size).toBe(counts.length);
	expect(toFix).toEqual(story.left.map((code) => expect.stringContaining(`${code} `)));
}

export async function startPlan(planner: Hand, story: Story): Promise<void> {
	await goTo(planner, "Plans");
	await planner.follow("Start a plan");
	await planner.choose(
		"Edition of the requirements",
		"California Child and Family Services Review: System Improvement Plan, 2004",
	);
	await planner.fill("First day of the plan", days.planStart);
	await planner.fill("Title", planTitle(story));
	await planner.press("Start the plan");
	expect(await read(planner.page.getByRole("heading", { level: 1 }))).toBe(planTitle(story));
}

async function writeCover(planner: Hand, story: Story): Promise<void> {
	await planner.follow(/^Cover sheet/u);
	const group = (name: string) => planner.within(planner.page.getByRole("group", { name }));
	await planner.fill("Responsible County Child Welfare Agency", `${story.county} Human Services`);
	await planner.fill("Period of Outcomes Data", days.quarterEnd);
	const contact = group("County Contact Person for County System Improvement Plan");
	await contact.fill("Name", story.people.planner);
	await contact.fill("Title", "Program Manager");
	await contact.fill("Address", "1 Courthouse Square");
	await contact.fill("Email", "planner@county.example");
	await group("Submitted by: County Child Welfare Agency Director (Lead Agency)").fill("Name", story.people.director);
	await group("Submitted by: County Chief Probation Officer").fill("Name", "Chris Alvarado");
	await planner.save("Cover sheet");
}

async function writeNarrative(planner: Hand): Promise<void> {
	await planner.follow(/^SIP Narrative/u);
	await planner.fill("Local Planning Bodies", texts.planningBodies);
	await planner.tick("There is none");
	await planner.save("SIP Narrative");
}

/** The self-assessment was made on paper, before the plan. */
async function nameSelfAssessment(planner: Hand): Promise<void> {
	await planner.follow("Self-assessment and other plans");
	await planner.fill("Name of the plan or paper", "County Self-Assessment");
	await planner.fill("Completed on", days.assessed);
	await planner.press("Add the tie to another plan");
}

export async function addComponent(planner: Hand, story: Story): Promise<void> {
	const { code, label } = story.falling;
	await planner.follow(/^SIP Plan Components/u);
	await planner.follow("Add a component");
	await planner.press(`Add a component that answers this: ${code} ${label}`);
	await planner.pick("Yes, probation was considered");
	await planner.save("the subject of this component");
	await planner.fill("County's Current Performance", texts.performance);
	await planner.save("County's Current Performance");
}

export async function writeGoal(planner: Hand, story: Story): Promise<void> {
	const { code, value, target } = story.falling;
	await planner.press("Add an improvement goal");
	await planner.fill("Improvement Goal", texts.goal);
	await planner.save("Improvement Goal 1.0");
	await planner.choose("Measure", code);
	await planner.choose("A loaded figure", `${code}: ${value}`);
	await planner.fill("Target value", target);
	await planner.fill("To be reached by", days.targetBy);
	await planner.save("the measure of Improvement Goal 1.0");
}

export async function writeStrategy(planner: Hand): Promise<void> {
	await planner.press("Add a strategy to Improvement Goal 1.0");
	await planner.fill("Strategy", texts.strategy);
	await planner.fill("Strategy Rationale", `${texts.evidence} Two units that answer at once lose fewer homes.`);
	await planner.save("Strategy 1.1");
	await planner.press("Add a milestone to Strategy 1.1");
	await planner.fill("Milestone", texts.milestone);
	await planner.choose("Timeframe", "6 months");
	await planner.fill("Assigned to", "Resource Family Manager");
	await planner.save("Milestone 1.1.1");
}

export async function writeClosing(planner: Hand): Promise<void> {
	for (const about of ["additional systemic", "training needs", "other partners", "statutory changes"]) {
		await planner.tick(new RegExp(`^There is none.*${about}`, "u"));
	}
	await planner.save("the closing sections");
}

const coreGroups = [
	"Child welfare administrators",
	"Child welfare managers",
	"Child welfare social workers",
	"Probation administrators",
	"Probation supervisors",
	"Probation officers",
	"California Youth Connection",
	"Foster parents",
] as const;

const consultedGroups = [
	"Court Appointed Special Advocates",
	"County health department",
	"County mental health department",
	"County alcohol and drug department",
	"Labor",
	"Law enforcement",
	"Local representatives of children",
	"Local representatives of parents",
	"Local juvenile court bench officer",
	"Local education agency",
	"Regional Training Academy",
] as const;

/** Everybody whom the edition asks for: the first by the list of groups, the others from the gap that the page shows. */
async function seatTeam(planner: Hand, story: Story): Promise<void> {
	await planner.follow(/^SIP Team/u);
	const consulted = [...consultedGroups, ...(story.hasTribes ? ["Local Tribe or Tribes"] : [])];
	for (const group of [...coreGroups, ...consulted]) {
		if (group === coreGroups[0]) await planner.choose("Group", group);
		else await planner.follow(`Add somebody for ${group}`);
		await planner.fill("Name", `One of ${group.toLowerCase()}`);
		await planner.fill("Affiliation", `${story.county}, ${group}`);
		if (consulted.includes(group)) {
			await planner.pick("Consulted");
			await planner.fill("Consulted on", days.consulted);
		}
		await planner.press("Add to the team");
	}
	expect(await planner.page.getByText("Nobody yet").count()).toBe(0);
}
