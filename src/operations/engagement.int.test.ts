import { afterAll, beforeAll, expect, it } from "vitest";
import { acceptPlan } from "../../test/support/accept-plan.ts";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../test/support/test-storage.ts";
import { writeWholePlan } from "../../test/support/write-plan.ts";
import { toPlainTextLines } from "../documents/neutral/plain-text.ts";
import { signedText } from "../domain/approval/signed-text.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { installationActor } from "../domain/people/installation.ts";
import type { Actor } from "../domain/people/may.ts";
import { addPlanEntry } from "./add-plan-entry.ts";
import { addTeamMember } from "./add-team-member.ts";
import { changePart } from "./change-part.ts";
import { InvalidInput, NotAllowed, NotFound } from "./errors.ts";
import { getEngagement } from "./get-engagement.ts";
import { getEvidence } from "./get-evidence.ts";
import { getFactHistory } from "./get-fact-history.ts";
import { getOutcome } from "./get-outcome.ts";
import { getPaper } from "./get-paper.ts";
import { getPlan } from "./get-plan.ts";
import { getSubmission } from "./get-submission.ts";
import { openPublicPlan } from "./open-public-plan.ts";
import { perform } from "./operation.ts";
import { postPlan } from "./post-plan.ts";
import { startPlan } from "./start-plan.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

const name = "Ada Quillfeather";
const words = "Nobody called us for three weeks.";
const agreedOn = plainDate("2026-05-01");

let storage: TestStorage;
let county: string;
let planner: Actor;
let director: Actor;
let analyst: Actor;
let partner: Actor;

beforeAll(async () => {
	storage = await openTestStorage();
	const state = await addPlace(storage, { kind: "state", code: "99", name: "State" });
	county = await addPlace(storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	planner = await addActor(storage, county, "county-planner");
	director = await addActor(storage, county, "child-welfare-director");
	analyst = await addActor(storage, state, "state-analyst");
	partner = await addActor(storage, county, "partner");
});
afterAll(() => storage.end());

const run: typeof perform = (_, operation, actor, input) => perform(storage.performer, operation, actor, input);

async function printed(documentId: string, actor = planner): Promise<string> {
	const { paper } = await run(storage.performer, getPaper, actor, { documentId });
	return toPlainTextLines(paper).join("\n");
}

/** A plan with a member of the team who was heard, and what they agreed to. */
async function hear(consent: "not-asked" | "group-only" | "words" | "name" | "name-and-words") {
	const { performer } = storage;
	const { documentId, focusAreaId, strategyId } = await writeWholePlan(storage, planner, county);
	await run(performer, addTeamMember, planner, {
		...{ documentId, name, affiliation: "Parents' group", group: "parents-representative", participation: "member" },
	});
	const { facts } = await run(performer, getPlan, planner, { documentId });
	const party = facts.parties.find((each) => each.name === name);
	const { id } = await run(performer, addPlanEntry, planner, {
		...{
			documentId,
			kind: "partner-input",
			partyId: party?.id ?? null,
			said: words,
			stage: "plan",
			experience: "parent",
		},
		...{ summary: "Calls came late.", effect: "changed", strategyId, focusAreaId, did: "A parent partner calls." },
		...{ consent, consentOn: consent === "not-asked" ? null : agreedOn, compensation: "paid" },
	});
	return { documentId, focusAreaId, inputId: id, partyId: party?.id ?? "" };
}

it("shows name and words to others exactly as far as there is consent", async () => {
	for (const [consent, shows] of [
		["not-asked", { said: false, speaker: false }],
		["group-only", { said: false, speaker: false }],
		["words", { said: true, speaker: false }],
		["name", { said: false, speaker: true }],
		["name-and-words", { said: true, speaker: true }],
	] as const) {
		const { documentId, inputId, partyId } = await hear(consent);
		const seen = await run(storage.performer, getPlan, partner, { documentId });
		const [input] = seen.facts.entries["partner-input"];
		expect([consent, input?.said === words, input?.partyId === partyId]).toEqual([consent, shows.said, shows.speaker]);
		const { voices } = await run(storage.performer, getEngagement, planner, { documentId });
		expect([voices[0]?.said === words, voices[0]?.partyId === partyId]).toEqual([shows.said, shows.speaker]);
		const paper = await printed(documentId);
		expect([consent, paper.includes(words)]).toEqual([consent, shows.said]);
		expect(paper.includes(`${name}\t${words}`) || paper.includes(name)).toBe(shows.speaker || consent === "not-asked");
		expect(paper).toContain("A parent partner calls.");
		// Whoever prints or signs it: the database withholds from one what the program withholds from all.
		expect(await printed(documentId, partner)).toBe(paper);
		const { facts } = await run(storage.performer, getPlan, planner, { documentId });
		expect(signedText(seen.facts, [])).toBe(signedText(facts, []));
		// The history of what they said is as hidden as the words.
		await expect(run(storage.performer, getFactHistory, partner, { subject: inputId })).rejects.toThrow(NotFound);
	}
});

it("prints in a self-assessment who was heard at each stage, below its team", async () => {
	const { performer } = storage;
	const plan = {
		jurisdictionId: county,
		editionId: "ca-csa",
		startsOn: plainDate("2026-01-01"),
		endsOn: plainDate("2026-12-31"),
	};
	const { id: documentId } = await run(performer, startPlan, planner, plan);
	const voice = {
		kind: "partner-input",
		partyId: null,
		said: words,
		experience: "youth",
		did: "",
		effect: "open",
	} as const;
	await run(performer, addPlanEntry, planner, {
		...{
			documentId,
			...voice,
			stage: "assess",
			summary: "Calls came late.",
			consent: "group-only",
			consentOn: agreedOn,
		},
		compensation: "offered",
	});
	const paper = await printed(documentId);
	expect(paper).toContain("Engagement record: who was heard at each stage");
	expect(paper).not.toContain(words);
});

it("shows the public nothing more of somebody who withdraws after the plan was posted, says so, and keeps what was sent", async () => {
	const { performer } = storage;
	const { documentId, inputId } = await hear("name-and-words");
	await acceptPlan(storage, documentId, { planner, director, analyst });
	const { id: publicationId } = await run(performer, postPlan, planner, { documentId, submission: 1 });
	const open = async () => {
		const opened = await run(performer, openPublicPlan, installationActor, { publicationId });
		return { ...opened, text: toPlainTextLines(opened.paper).join("\n") };
	};
	const before = await open();
	expect([before.changedOn, before.text.includes(words), before.text.includes(name)]).toEqual([null, true, true]);
	await run(performer, withdrawConsent, planner, { documentId, inputId, version: 1, on: plainDate("2026-06-20") });
	const after = await open();
	expect([after.changedOn, after.text.includes(words), after.text.includes(name)]).toEqual([
		"2026-06-20",
		false,
		false,
	]);
	expect(after.text).toContain("Consent was withdrawn on June 20, 2026.");
	expect(after.text).toContain("A parent partner calls.");
	expect(after.publication.sha256).toBe(before.publication.sha256);
	const submission = { documentId, submission: 1 };
	const file = await run(performer, getPaper, installationActor, { ...submission, asPosted: true });
	expect(file.paper).toEqual(after.paper);
	const sent = await run(performer, getPaper, planner, submission);
	expect(sent.paper).toEqual(before.paper);
});

it("takes name and words out of the draft with a withdrawal, in every state, and says so beside what was sent", async () => {
	const { performer } = storage;
	const { documentId, inputId } = await hear("name-and-words");
	await acceptPlan(storage, documentId, { planner, director, analyst });
	await expect(
		run(performer, withdrawConsent, partner, { documentId, inputId, version: 1, on: plainDate("2026-06-20") }),
	).rejects.toThrow(NotAllowed);
	await expect(
		run(performer, withdrawConsent, planner, { documentId, inputId, version: 1, on: plainDate("2026-04-30") }),
	).rejects.toThrow(InvalidInput);
	const before = await run(performer, getSubmission, planner, { documentId, number: 1 });
	expect(before.consentWithdrawn).toBe(0);
	await run(performer, withdrawConsent, planner, { documentId, inputId, version: 1, on: plainDate("2026-06-20") });
	const after = await run(performer, getSubmission, partner, { documentId, number: 1 });
	expect([after.consentWithdrawn, after.submission.sha256]).toEqual([1, before.submission.sha256]);
	const outcome = { jurisdictionId: county, vintage: "ccfsr-2004", code: "3F" };
	const { answers } = await run(performer, getOutcome, planner, outcome);
	const said = answers.flatMap(({ voices }) => voices).filter(({ id }) => id === inputId);
	expect(said.map((each) => [each.said, each.partyId, each.summary])).toEqual([["", null, "Calls came late."]]);
	const draft = await run(performer, getPlan, partner, { documentId });
	expect(JSON.stringify(draft.facts)).not.toContain(name);
	expect(JSON.stringify(draft.facts)).not.toContain(words);
});

it("keeps what was paid for those who write the plan", async () => {
	const { performer } = storage;
	const { documentId, inputId } = await hear("group-only");
	const { id } = await run(performer, addPlanEntry, planner, {
		...{ documentId, kind: "compensation", inputId, form: "stipend", amountCents: 7550, paidOn: agreedOn },
	});
	const paymentsOf = async (actor: Actor) =>
		(await run(performer, getPlan, actor, { documentId })).facts.entries.compensation.map((each) => each.amountCents);
	expect([await paymentsOf(planner), await paymentsOf(partner)]).toEqual([[7550], []]);
	await expect(run(performer, getFactHistory, partner, { subject: id })).rejects.toThrow(NotFound);
	expect(await run(performer, getFactHistory, planner, { subject: id })).toHaveLength(1);
	expect(await printed(documentId)).not.toContain("75.50");
});

it("asks for the day of the consent, and counts stages and groups with their gaps", async () => {
	const { performer } = storage;
	const { documentId, inputId, focusAreaId } = await hear("not-asked");
	const change = { documentId, kind: "partner-input", id: inputId, version: 1 } as const;
	await expect(run(performer, changePart, planner, { ...change, patch: { consent: "name" } })).rejects.toThrow(
		InvalidInput,
	);
	await run(performer, changePart, planner, { ...change, patch: { consent: "name", consentOn: agreedOn } });
	const { record } = await run(performer, getEngagement, partner, { documentId });
	expect(record.stages.find(({ stage }) => stage === "plan")).toEqual({
		...{ stage: "plan", heard: 1, groups: ["parent"], offered: 1, changed: 1, open: 0 },
	});
	expect(record.stagesUnheard).toEqual(["assess", "implement", "monitor", "report"]);
	expect(record.groupsUnheard).toEqual(["youth", "kin", "foster-or-adoptive-parent", "tribe"]);
	const { facts } = await run(performer, getPlan, planner, { documentId });
	const version = facts.focusAreas.find(({ id }) => id === focusAreaId)?.version ?? 1;
	await run(performer, changePart, planner, {
		...{ documentId, kind: "focus-area", id: focusAreaId, version },
		patch: { subjectKind: "systemic-factor", codes: ["qa"], label: "Quality assurance" },
	});
	const { areas } = await run(performer, getEvidence, planner, { jurisdictionId: county });
	const area = areas.find((each) => each.area.id === "qa");
	expect(area?.voices.map((each) => [each.id, each.said, each.stage])).toEqual([[inputId, "", "plan"]]);
	expect(area?.goals.map(({ number }) => number)).toContain("1.0");
});
