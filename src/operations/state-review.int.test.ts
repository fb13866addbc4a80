import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvePlan } from "../../test/support/approve-plan.ts";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../test/support/test-storage.ts";
import { writeWholePlan } from "../../test/support/write-plan.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { installationActor } from "../domain/people/installation.ts";
import type { Actor } from "../domain/people/may.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import { DocumentAction, type DocumentState, documentWorkflow } from "../domain/workflow/document-workflow.ts";
import { addReviewRemark } from "./add-review-remark.ts";
import { answerReviewItem } from "./answer-review-item.ts";
import { assignContent } from "./assign-content.ts";
import { assignSection } from "./assign-section.ts";
import { changeNegotiation } from "./change-negotiation.ts";
import { changeReview } from "./change-review.ts";
import { InvalidInput, NotAllowed, NotFound, Refused } from "./errors.ts";
import { getFactHistory } from "./get-fact-history.ts";
import { getHome } from "./get-home.ts";
import { getPlan } from "./get-plan.ts";
import { getReview } from "./get-review.ts";
import { getStepNews } from "./get-step-news.ts";
import { listReviewQueue } from "./list-review-queue.ts";
import { logStateContact } from "./log-state-contact.ts";
import { markFocusedHelp } from "./mark-focused-help.ts";
import { perform } from "./operation.ts";
import { recordFormalAction } from "./record-formal-action.ts";
import { releaseRemarks } from "./release-remarks.ts";
import { removeRole } from "./remove-role.ts";
import { respondToRemark } from "./respond-to-remark.ts";
import { settleNegotiation } from "./settle-negotiation.ts";
import { shareDraft } from "./share-draft.ts";
import { statePosition } from "./state-position.ts";
import { takeStep } from "./take-step.ts";

let storage: TestStorage;
let county: string;
let planner: Actor & { email: string };
let director: Actor & { email: string };
let analyst: Actor & { email: string };

beforeAll(async () => {
	storage = await openTestStorage();
	const state = await addPlace(storage, { kind: "state", code: "99", name: "State" });
	county = await addPlace(storage, { kind: "county", code: "99001", name: "Cedar County", parentId: state });
	planner = await addActor(storage, county, "county-planner");
	director = await addActor(storage, county, "child-welfare-director");
	analyst = await addActor(storage, state, "state-analyst");
});
afterAll(() => storage.end());

const as = (actor: Actor) => ({
	review: (documentId: string) => perform(storage.performer, getReview, actor, { documentId }),
	async step(documentId: string, action: DocumentAction, reason = "") {
		const { facts } = await perform(storage.performer, getPlan, actor, { documentId });
		const { version } = facts.document;
		return perform(storage.performer, takeStep, actor, { documentId, action, reason, version });
	},
});

async function submitted(): Promise<string> {
	const { documentId } = await writeWholePlan(storage, planner, county);
	await as(planner).step(documentId, "mark-ready");
	await approvePlan(storage, director, documentId);
	await as(director).step(documentId, "submit");
	return documentId;
}

async function recommend(documentId: string, text = "Name the units that come first."): Promise<string> {
	const { id } = await perform(storage.performer, addReviewRemark, analyst, {
		documentId,
		remarkKind: "recommendation",
		aboutKind: "document",
		aboutId: documentId,
		text,
	});
	return id;
}

/** What the home page says is theirs to say in the review of a plan. */
const turnOf = async (actor: Actor, documentId: string) =>
	(await perform(storage.performer, getHome, actor, {})).turns.find(({ document }) => document.id === documentId);

describe("a disagreement", () => {
	it("goes from recommendations through negotiation to contents assigned by the State, and each keeps what stood there before (SIP-104 to SIP-111)", async () => {
		const documentId = await submitted();
		await as(analyst).step(documentId, "open-review");
		const [review] = (await as(analyst).review(documentId)).reviews;
		if (!review) throw new Error("The review is recorded with the step.");
		await perform(storage.performer, changeReview, analyst, {
			documentId,
			reviewId: review.id,
			units: ["Estimates", "A unit that is not in the list"],
			reviewerIds: [analyst.personId],
			version: 1,
		});
		// SIP-105: the units of the State are an open list.
		expect((await as(planner).review(documentId)).reviews).toMatchObject([
			{ units: ["Estimates", "A unit that is not in the list"] },
		]);
		await perform(storage.performer, answerReviewItem, analyst, {
			documentId,
			reviewId: review.id,
			item: "SIP-75",
			verdict: "partly-met",
			note: "Component 1 is thin.",
			version: 0,
		});
		await expect(as(analyst).step(documentId, "recommend")).rejects.toThrow(/needs a recommendation.*SIP-107/);
		const remarkId = await recommend(documentId);
		expect((await as(planner).review(documentId)).remarks).toEqual([]);
		await as(analyst).step(documentId, "recommend");
		expect((await as(planner).review(documentId)).remarks).toMatchObject([{ id: remarkId, released: true }]);
		await expect(as(analyst).step(documentId, "accept")).rejects.toThrow(/1 recommendation has no response/);
		expect(await turnOf(planner, documentId)).toMatchObject({ questions: 0, recommendations: 1, negotiation: null });
		expect(await turnOf(analyst, documentId)).toBeUndefined();
		await perform(storage.performer, respondToRemark, planner, {
			documentId,
			remarkId,
			choice: "negotiate",
			text: "The units cannot be named before the budget.",
			version: 0,
		});
		expect(await turnOf(planner, documentId)).toBeUndefined();
		await as(director).step(documentId, "negotiate", "We do not agree on the units.");
		const begins = { questions: 0, recommendations: 0, negotiation: { turn: "begin", round: 1 } };
		expect([await turnOf(director, documentId), await turnOf(analyst, documentId)]).toMatchObject([begins, begins]);
		const [negotiation] = (await as(director).review(documentId)).negotiations;
		if (!negotiation) throw new Error("The negotiation is recorded with the step.");
		await perform(storage.performer, changeNegotiation, analyst, {
			documentId,
			negotiationId: negotiation.id,
			subject: "degree-of-improvement",
			matter: "How far reentry is to fall.",
			stateParticipants: ["Renata Osei"],
			countyParticipants: ["Lorraine Chu"],
			associationParticipants: ["A. Brooks"],
			version: negotiation.version,
		});
		const position = { documentId, negotiationId: negotiation.id };
		await perform(storage.performer, statePosition, director, { ...position, text: "Two points." });
		await expect(perform(storage.performer, statePosition, director, { ...position, text: "Again." })).rejects.toThrow(
			/Round 1 waits for the position of the State/,
		);
		expect(await turnOf(director, documentId)).toBeUndefined();
		expect(await turnOf(analyst, documentId)).toMatchObject({ negotiation: { turn: "answer", round: 1 } });
		await perform(storage.performer, statePosition, analyst, { ...position, text: "Four points." });
		await expect(as(analyst).step(documentId, "accept", "")).rejects.toThrow(/not settled with an agreement/);
		await as(analyst).step(documentId, "assign", "No agreement after one round.");
		await expect(as(analyst).step(documentId, "accept")).rejects.toThrow(/nothing is assigned yet.*SIP-110/);

		const { facts } = await perform(storage.performer, getPlan, analyst, { documentId });
		const milestone = assemblePlan(facts).components[0]?.goals[0]?.strategies[0]?.milestones[0]?.milestone;
		if (!milestone) throw new Error("The whole plan has a milestone.");
		const assign = {
			documentId,
			aboutKind: "milestone",
			aboutId: milestone.id,
			field: "statement",
			value: "All units trained.",
			reason: "The State has the last word.",
			version: milestone.version,
		} as const;
		await expect(perform(storage.performer, assignContent, director, assign)).rejects.toThrow(NotAllowed);
		await perform(storage.performer, assignContent, analyst, assign);
		expect((await as(planner).review(documentId)).assignments).toMatchObject([
			{ aboutId: milestone.id, prior: milestone.statement, assigned: "All units trained." },
		]);
		const history = await perform(storage.performer, getFactHistory, planner, { subject: milestone.id });
		expect(history.at(-1)).toMatchObject({
			actor: analyst.personId,
			role: "state-analyst",
			before: { statement: milestone.statement },
		});
		expect(await as(analyst).step(documentId, "accept")).toMatchObject({ state: "accepted" });
		const done = await perform(storage.performer, getPlan, planner, { documentId });
		expect(done.facts.document.acceptedOn).not.toBeNull();
		expect((await as(analyst).review(documentId)).reviews).toMatchObject([
			{ closedOn: done.facts.document.acceptedOn },
		]);
		await expect(perform(storage.performer, assignContent, analyst, { ...assign, version: 2 })).rejects.toThrow(
			Refused,
		);
	});

	it("ends with an agreement, after which the county revises (SIP-108)", async () => {
		const documentId = await submitted();
		await as(analyst).step(documentId, "open-review");
		await as(analyst).step(documentId, "negotiate", "On the target.");
		const [negotiation] = (await as(director).review(documentId)).negotiations;
		await expect(as(planner).step(documentId, "revise")).rejects.toThrow(/not settled with an agreement/);
		await perform(storage.performer, settleNegotiation, director, {
			documentId,
			negotiationId: negotiation?.id ?? "",
			version: 1,
			outcome: "agreed",
			resolution: "Three points by the second year.",
		});
		expect(await as(planner).step(documentId, "revise")).toMatchObject({ state: "drafting" });
	});
});

describe("who sees what", () => {
	it("shows the county nothing that the State notes for itself, in the records or in their history (SIP-115)", async () => {
		const documentId = await submitted();
		await as(analyst).step(documentId, "open-review");
		const [review] = (await as(analyst).review(documentId)).reviews;
		await perform(storage.performer, answerReviewItem, analyst, {
			documentId,
			reviewId: review?.id ?? "",
			item: "SIP-104",
			verdict: "not-met",
			note: "secret-note",
			version: 0,
		});
		await perform(storage.performer, markFocusedHelp, analyst, { documentId, given: true, reason: "secret-help" });
		const remarkId = await recommend(documentId, "secret-wording");
		const seen = async () => {
			const view = JSON.stringify(await as(planner).review(documentId));
			const log = await storage.inTransaction(planner, ({ actions }) => actions.ofRoot(documentId, { limit: 500 }));
			return view + JSON.stringify(log);
		};
		expect(await seen()).not.toMatch(/secret-/);
		await as(analyst).step(documentId, "recommend");
		expect(await seen()).toMatch(/secret-wording/);
		expect(await seen()).not.toMatch(/secret-(note|help)/);
		const log = await storage.inTransaction(planner, ({ actions }) => actions.ofSubject(remarkId));
		expect(log).toMatchObject([{ verb: "change", after: { released: true } }]);
	});

	it("lets the State read a draft only while it is shared, and nothing waits for it (SIP-98)", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		const read = () => perform(storage.performer, getPlan, analyst, { documentId });
		await expect(read()).rejects.toThrow(NotFound);
		await perform(storage.performer, shareDraft, planner, { documentId, shared: true, note: "First thoughts." });
		expect((await read()).mayWrite).toBe(false);
		expect((await perform(storage.performer, listReviewQueue, analyst, {})).at(-1)).toMatchObject({
			document: { id: documentId },
			sharedDraft: true,
		});
		await perform(storage.performer, addReviewRemark, analyst, {
			documentId,
			remarkKind: "comment",
			aboutKind: "document",
			aboutId: documentId,
			text: "Well begun.",
		});
		await perform(storage.performer, releaseRemarks, analyst, { documentId, remarkKind: "comment" });
		await perform(storage.performer, logStateContact, analyst, {
			documentId,
			on: plainDate(storage.clock().toISOString().slice(0, 10)),
			channel: "telephone",
			note: "Went through the first component.",
		});
		await perform(storage.performer, shareDraft, planner, { documentId, shared: false });
		await expect(read()).rejects.toThrow(NotFound);
		expect((await as(planner).review(documentId)).remarks).toMatchObject([{ text: "Well begun." }]);
		await as(planner).step(documentId, "mark-ready");
	});
});

describe("comments that are sent", () => {
	it("are told to those who write and answer for the plan, and to who wrote the section that they are about, once each", async () => {
		const { documentId, focusAreaId } = await writeWholePlan(storage, planner, county);
		const [ofComponent, ofTeam, left] = [
			await addActor(storage, county, "partner", "Ann Lee"),
			await addActor(storage, county, "partner", "Theo Lind"),
			await addActor(storage, county, "partner", "Una Moss"),
		];
		for (const [section, component, owner] of [
			["components", focusAreaId, ofComponent],
			["team", null, ofTeam],
			["narrative", null, left],
		] as const) {
			await perform(storage.performer, assignSection, planner, {
				...{ documentId, section, focusAreaId: component, ownerId: owner.personId, dueOn: null, version: 0 },
			});
		}
		await as(planner).step(documentId, "mark-ready");
		await approvePlan(storage, director, documentId);
		await as(director).step(documentId, "submit");
		await as(analyst).step(documentId, "open-review");
		for (const [aboutKind, aboutId] of [
			["focus-area", focusAreaId],
			["section", "narrative"],
		] as const) {
			await perform(storage.performer, addReviewRemark, analyst, {
				...{ documentId, remarkKind: "comment", aboutKind, aboutId, text: "By when?" },
			});
		}
		await perform(storage.performer, releaseRemarks, analyst, { documentId, remarkKind: "comment" });
		const grant = await storage.inTransaction(installationActor, ({ facts }) =>
			facts.list("role-grant", { personId: left.personId }),
		);
		await perform(storage.performer, removeRole, installationActor, { grantId: grant[0]?.id ?? "", version: 1 });
		const { recipients } = await perform(storage.performer, getStepNews, installationActor, {
			...{ documentId, action: "comments-released", actorId: analyst.personId },
		});
		const told = recipients.map(({ email }) => email);
		expect(told).toEqual(expect.arrayContaining([planner.email, director.email, ofComponent.email]));
		expect(told).not.toEqual(expect.arrayContaining([ofTeam.email]));
		expect(told).not.toContain(left.email);
		expect(new Set(told).size).toBe(told.length);
	});
});

describe("questions", () => {
	it("go out in rounds, are told by mail, and are answered with what was changed", async () => {
		const documentId = await submitted();
		await as(analyst).step(documentId, "open-review");
		const ask = (text: string) =>
			perform(storage.performer, addReviewRemark, analyst, {
				documentId,
				remarkKind: "question",
				unit: "Estimates",
				aboutKind: "document",
				aboutId: documentId,
				text,
			});
		const first = await ask("How many families?");
		await perform(storage.performer, releaseRemarks, analyst, { documentId, remarkKind: "question" });
		await ask("In which towns?");
		expect((await as(analyst).review(documentId)).remarks.map(({ round }) => round).sort()).toEqual([1, 2]);
		await perform(storage.performer, respondToRemark, planner, {
			documentId,
			remarkId: first.id,
			choice: "answer",
			text: "About forty.",
			changed: "The number now stands in the narrative.",
			version: 0,
		});
		await expect(
			perform(storage.performer, respondToRemark, planner, {
				documentId,
				remarkId: first.id,
				choice: "decline",
				text: "No.",
				version: 1,
			}),
		).rejects.toThrow(InvalidInput);
		const news = await perform(storage.performer, getStepNews, installationActor, {
			documentId,
			action: "questions-sent",
			actorId: analyst.personId,
		});
		expect(news.recipients.map(({ email }) => email)).toEqual(expect.arrayContaining([planner.email, director.email]));
	});
});

describe("formal actions (SIP-116)", () => {
	it("are recorded by the State alone, in the order and with the waiting times of the law", async () => {
		const documentId = await submitted();
		const today = storage.clock().toISOString().slice(0, 10);
		const record = (actor: Actor, step: string, takenOn: string, deadline: string | null) =>
			perform(storage.performer, recordFormalAction, actor, {
				documentId,
				step,
				takenOn: plainDate(takenOn),
				deadline: deadline === null ? null : plainDate(deadline),
				note: "In writing.",
			});
		const daysBefore = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
		await expect(record(director, "notice", today, daysBefore(-40))).rejects.toThrow(NotAllowed);
		await expect(record(analyst, "injunction", today, null)).rejects.toThrow(/comes after "Notice of substantial/);
		await expect(record(analyst, "notice", today, daysBefore(-20))).rejects.toThrow(/at least 30 days/);
		await record(analyst, "notice", daysBefore(60), daysBefore(30));
		await expect(record(analyst, "show-cause", daysBefore(40), daysBefore(5))).rejects.toThrow(/must wait until/);
		await record(analyst, "show-cause", daysBefore(30), today);
		await expect(record(analyst, "final-decision", today, null)).rejects.toThrow(/comes after/);
		expect((await as(director).review(documentId)).formalActions).toHaveLength(2);
	});
});

describe("generated sequences on PostgreSQL", () => {
	it("reach only what the table allows, and lose no fact", async () => {
		const reached = new Set<string>();
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.tuple(
						fc.noBias(fc.constantFrom(0, 1, 1, 2, 2, 2)),
						fc.constantFrom(...DocumentAction.options),
						fc.boolean(),
						fc.noBias(fc.nat(20)),
					),
					{
						minLength: 30,
						maxLength: 40,
					},
				),
				async (moves) => {
					const documentId = await submitted();
					const people = [planner, director, analyst] as const;
					let state: DocumentState = "submitted";
					for (const [who, any, prepare, pick] of moves) {
						const actor = people[who] as Actor;
						const action = await chooseStep(actor, documentId, any, pick);
						if (prepare) state = await prepareFor(documentId, state);
						const before = await actionsIn(documentId);
						try {
							const result = await as(actor).step(documentId, action, "Because.");
							expect(
								documentWorkflow.some((row) => row.from === state && row.action === action && row.to === result.state),
							).toBe(true);
							state = result.state;
							reached.add(state);
						} catch (error) {
							if (!(error instanceof Refused || error instanceof NotFound)) throw error;
							expect(await actionsIn(documentId)).toEqual(before);
							continue;
						}
						expect((await actionsIn(documentId)).slice(0, before.length)).toEqual(before);
					}
				},
			),
			{ seed: 4, numRuns: 10 },
		);
		expect([...reached].sort()).toEqual(
			expect.arrayContaining(["accepted", "in-negotiation", "recommendations-made", "returned", "under-review"]),
		);
	}, 240_000);

	/** Mostly a step that this person may try, sometimes any; any where the plan is not theirs to see. */
	async function chooseStep(actor: Actor, documentId: string, any: DocumentAction, pick: number) {
		const view = await perform(storage.performer, getPlan, actor, { documentId }).catch((error: unknown) => {
			if (error instanceof NotFound) return undefined;
			throw error;
		});
		const open = view?.steps ?? [];
		return pick > 4 ? (open[pick % open.length]?.action ?? any) : any;
	}

	/** Does now and then what a condition asks for, so that the sequences get on. */
	async function prepareFor(documentId: string, state: DocumentState): Promise<DocumentState> {
		if (state === "under-review") await recommend(documentId);
		if (state === "ready") {
			await approvePlan(storage, director, documentId);
			return "board-approved";
		}
		if (state === "recommendations-made") {
			const { remarks, responses } = await as(planner).review(documentId);
			const open = remarks.filter((each) => !responses.some((response) => response.remarkId === each.id));
			for (const { id: remarkId } of open) {
				const answer = { documentId, remarkId, choice: "accept", text: "Yes.", version: 0 } as const;
				await perform(storage.performer, respondToRemark, planner, answer);
			}
		}
		return state;
	}

	async function actionsIn(documentId: string) {
		const all = await storage.inTransaction(installationActor, ({ actions }) =>
			actions.ofRootUntil(documentId, new Date("2999-01-01")),
		);
		return all.map(({ seq, subject, position }) => `${seq} ${subject} ${position}`);
	}
});
