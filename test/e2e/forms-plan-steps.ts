import { expect } from "vitest";
import { addDays, plainDate } from "../../src/domain/calendar/plain-date.ts";
import { expectNotice, type OpenHand } from "./forms-hand.ts";
import {
	addOwnComponent,
	changeMember,
	changePeriod,
	leaveOutAndBack,
	moveParts,
	openPlan,
	type PlanStory,
	restore,
} from "./forms-plan-parts.ts";
import { approve } from "./thread-approve.ts";
import { read, readToFix } from "./thread-expect.ts";
import type { Hand } from "./thread-hand.ts";
import { step } from "./thread-review.ts";

/**
 * A plan that waits for the signatures is reopened, changed in every way, submitted and recalled. In the end it stands
 * where it stood, so that another hand can walk the same way.
 */
export async function walkPlanForms(story: PlanStory, open: OpenHand): Promise<void> {
	const [planner, director] = [await open(), await open()];
	await planner.press(story.people.planner);
	await director.press(story.people.director);
	await openPlan(director, story);
	await step(director, "Reopen for drafting", "Drafting", { label: "Note", text: "A last look at the parts." });

	await openPlan(planner, story);
	await moveParts(planner, story);
	await addOwnComponent(planner, story);
	await leaveOutAndBack(planner, story);
	await changeMember(planner, story);
	await changePeriod(planner);
	await setAsideAndBack(planner, director, story);

	await planner.follow("Overview");
	await step(planner, "Mark as ready", "Ready for signature");
	await openPlan(director, story);
	await approve(planner, director);
	await step(director, "Submit to the State", "Submitted", { label: "Note", text: "Approved by the Board." });
	await step(director, "Recall the submission", "Drafting", { label: "Reasons", text: "The wrong copy was sent." });
	await compareWithYesterday(planner, story);
	await planner.follow("Overview");
	await step(planner, "Mark as ready", "Ready for signature");
}

/** Nobody stands for a group: a director sets the check aside, lets it count again, and the member comes back. */
async function setAsideAndBack(planner: Hand, director: Hand, story: PlanStory): Promise<void> {
	const { member, words } = story;
	await planner.follow(/^SIP Team/u);
	await planner.follow(`Remove ${member}`);
	await planner.fill("Reason", words.setAside);
	await planner.press(`Remove ${member}`);
	await expectNotice(planner, `${member} was removed.`);

	await openPlan(director, story);
	expect(await readToFix(director)).toEqual([expect.stringContaining(story.group)]);
	await director.follow(/^Set aside with a reason/u);
	await director.fill("Reason", words.setAside);
	await director.press("Set the check aside");
	expect(await readToFix(director)).toEqual([]);
	await director.unfold("Set aside (1 check)");
	await director.press(/^Let it count again/u);
	await expectNotice(director, "The check counts again.");
	expect(await readToFix(director)).toHaveLength(1);

	await restore(planner, words.setAside);
	await planner.follow("Overview");
	expect(await readToFix(planner)).toEqual([]);
}

/** What this walk has written differs from the plan of yesterday. */
async function compareWithYesterday(planner: Hand, { words }: PlanStory): Promise<void> {
	const { page } = planner;
	const yesterday = addDays(plainDate(new Date().toISOString().slice(0, 10)), -1);
	const [year, month, day] = yesterday.split("-");
	await planner.follow("Compare with an earlier moment");
	const from = planner.within(page.getByRole("group", { name: "From", exact: true }));
	await from.fill("Or a date", `${month}/${day}/${year}`);
	await from.fill("Time", "12:01 a.m.");
	await planner.press("Compare");
	expect(await read(page.getByRole("region", { name: "What changed" }))).toContain(words.putOff);
}

/** Whose accepted plan is reported on: a milestone that is late or given up, by its number. */
export type ReportStory = {
	readonly planner: string;
	readonly title: string;
	readonly component: string;
	readonly milestone: string;
	readonly status: "Delayed" | "Dropped";
	readonly reason: string;
};

export async function walkReport(story: ReportStory, open: OpenHand): Promise<void> {
	const planner = await open();
	const { page } = planner;
	await planner.press(story.planner);
	await openPlan(planner, story);
	const component = page.getByRole("region", { name: `Component 1: ${story.component}` });
	await planner.within(component).follow(`Report on ${story.milestone}`);
	await planner.choose("How it stands", story.status);
	await planner.fill("What happened", story.reason);
	await planner.press("Report");
	const line = component.locator(".goal-tree__owner").filter({ hasText: `Report on ${story.milestone}` });
	expect(await read(line)).toContain(story.status);
}
