import { expect, test } from "vitest";
import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import { getPlan } from "../../src/operations/get-plan.ts";
import { listJurisdictions } from "../../src/operations/list-jurisdictions.ts";
import { recordBoardAction } from "../../src/operations/record-board-action.ts";
import { recordPaperSignature } from "../../src/operations/record-paper-signature.ts";
import { signPlan } from "../../src/operations/sign-plan.ts";
import { takeStep } from "../../src/operations/take-step.ts";
import { waiveCheck } from "../../src/operations/waive-check.ts";
import { openVisitAs } from "../support/browser.ts";
import { type Does, writePlanBy } from "../support/write-plan.ts";
import { doesByApi } from "./cycle-by-api.ts";
import { paper } from "./thread-approve.ts";
import { expectState, goTo, read } from "./thread-expect.ts";
import { createHand, type Hand } from "./thread-hand.ts";
import { step } from "./thread-review.ts";
import { mouseTouch } from "./thread-touch.ts";

const title = "Marlowe County plan that is disputed";

test("a disagreement is walked to its end: positions in rounds, contents assigned by the State, acceptance", async () => {
	const [planner, director, state] = await Promise.all([
		handOf("Keisha Brandt"),
		handOf("Solomon Park"),
		handOf("Amina Yusuf"),
	]);
	const documentId = await submitByApi(planner, director);
	await recommend(state, documentId);
	await disagree(planner, director, documentId);
	await negotiate(director, state);
	await assign(state);
	await planner.page.goto(`/plans/${documentId}`);
	await expectState(planner, "Accepted");
	const words = await read(planner.page.getByRole("main"));
	expect(words).toContain("Set by the State");
	expect(words).toContain("Six parent partners hired and trained.");
	expect(words).toContain("Before: Four parent partners hired and trained.");
});

async function handOf(name: string): Promise<Hand> {
	const { page } = await openVisitAs(name);
	return createHand(page, mouseTouch(page, { script: true }));
}

/** A whole plan, signed, approved and sent, over the API: how that is done by hand is another test's. */
async function submitByApi(planner: Hand, director: Hand): Promise<string> {
	const [plans, leads] = [doesByApi(planner.page), doesByApi(director.page)];
	const marlowe = (await plans(listJurisdictions, {})).find(({ name }) => name === "Marlowe County");
	const start = { jurisdictionId: marlowe?.id ?? "", startsOn: plainDate("2031-07-01"), title };
	const { documentId } = await writePlanBy(plans, start);
	await attach(planner, documentId, "csa-summary-assessment");
	await setAside(leads, documentId);
	await take(plans, documentId, "mark-ready");
	const today = plainDate(new Date().toISOString().slice(0, 10));
	await leads(recordBoardAction, {
		...{ documentId, actionKind: "resolution", number: "Resolution 26-118", actedOn: today, version: 0 },
		...{ coordinationVerified: true, attachmentId: await attach(director, documentId, "board-action") },
	});
	await take(leads, documentId, "approve-by-board");
	const { planSha256 } = await leads(getPlan, { documentId });
	await leads(signPlan, { documentId, signatory: "child-welfare-director", planSha256, haveRead: true });
	await leads(recordPaperSignature, {
		...{ documentId, signatory: "chief-probation-officer", planSha256, name: "Chris Chief", signedOn: today },
		attachmentId: await attach(director, documentId, "signature-sheet"),
	});
	await take(leads, documentId, "submit");
	return documentId;
}

/** The plan leaves alone what the figures of the county call for: the director says why. */
async function setAside(does: Does, documentId: string): Promise<void> {
	const { checks } = await does(getPlan, { documentId });
	for (const { ruleId, place, severity, waived, stage } of checks) {
		if (severity !== "error" || waived || stage === "approval") continue;
		const reason = "This plan is on one outcome alone.";
		await does(waiveCheck, { documentId, ruleId, aboutId: place.id, subject: place.subject ?? null, reason });
	}
}

async function take(does: Does, documentId: string, action: "mark-ready" | "approve-by-board" | "submit") {
	const { facts } = await does(getPlan, { documentId });
	await does(takeStep, { documentId, action, version: facts.document.version });
}

async function attach({ page }: Hand, documentId: string, attachmentKind: string): Promise<string> {
	const answer = await page.request.post(`/api/plans/${documentId}/attachments`, {
		multipart: { attachmentKind, file: paper(attachmentKind) },
	});
	if (!answer.ok()) throw new Error(`The file was not taken: ${await answer.text()}`);
	return ((await answer.json()) as { id: string }).id;
}

async function recommend(state: Hand, documentId: string): Promise<void> {
	await state.page.goto(`/plans/${documentId}`);
	await step(state, "Open the review", "Under State review");
	await state.follow("Questions and recommendations");
	await state.fill("Recommendation", "Six parent partners are needed for 275 children.");
	await state.press("Keep the recommendation");
	await state.follow("Send the recommendations to the county");
	await state.press("Send the recommendations");
	await expectState(state, "Recommendations made");
}

/** The county does not accept the recommendation, and its director opens a negotiation. */
async function disagree(planner: Hand, director: Hand, documentId: string): Promise<void> {
	await goTo(planner, "Home");
	await planner.within(planner.page.getByRole("region", { name: /^Yours to answer/u })).follow(title);
	await planner.choose("Response", "To be negotiated");
	await planner.fill("What the county says to it", "The budget has four.");
	await planner.press("Send the response");
	await director.page.goto(`/plans/${documentId}`);
	await step(director, "Open a negotiation", "In negotiation", {
		label: "Reasons",
		text: "Four or six parent partners in the first year.",
	});
	await director.follow("Negotiation");
	await director.fill("For the State", "Amina Yusuf");
	await director.fill("Staff of the county", "Solomon Park\nKeisha Brandt");
	await director.fill("County Welfare Directors Association (CWDA)", "A. Brooks");
	await director.press("Keep this");
	expect(await read(director.page.getByRole("main"))).not.toContain("A party is missing");
}

/** Two rounds, each found by the other side among what waits for it; then no agreement. */
async function negotiate(director: Hand, state: Hand): Promise<void> {
	const rounds = [
		["Four in the first year, two more in the second.", "Six in the first year: the need is there now."],
		["Five, if the State pays for one.", "The State has no money for it."],
	] as const;
	for (const [round, [county, answer]] of rounds.entries()) {
		await director.fill("Position", county);
		await director.press("State the position");
		await director.fill("Position", "And once more.");
		await director.press("State the position");
		expect(await read(director.page.getByRole("main"))).toContain(
			`Round ${round + 1} waits for the position of the State`,
		);
		await goTo(state, "Home");
		const mine = state.page.getByRole("region", { name: /^Yours to answer/u });
		expect(await read(mine)).toContain(`The other side has stated its position in round ${round + 1}.`);
		await state.within(mine).follow(title);
		expect(await read(state.page.getByRole("main"))).toContain(county);
		await state.fill("Position", answer);
		await state.press("State the position");
		await director.follow("Negotiation");
		expect(await read(director.page.getByRole("main"))).toContain(answer);
	}
}

/** The State records that there is no agreement, sets a content with its reason, and accepts the plan. */
async function assign(state: Hand): Promise<void> {
	await state.choose("Outcome", "No agreement");
	await state.fill("What was agreed, or on what there is no agreement", "On the number of parent partners.");
	await state.press("Record the outcome");
	await state.follow("Overview");
	await step(state, "Assign contents", "Assigned by the State", {
		label: "Reasons",
		text: "Two rounds, no agreement.",
	});
	await state.follow("Negotiation");
	await state.choose("What is set", "Milestone 1.1.1");
	await state.fill("What is to stand there", "Six parent partners hired and trained.");
	await state.fill("Reason", "Each family needs one within a week.");
	await state.press("Set it");
	expect(await read(state.page.getByRole("main"))).toContain("Six parent partners hired and trained.");
	await state.follow("Back to the plan, to accept it");
	await step(state, "Accept the plan", "Accepted");
}
