import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../test/support/test-storage.ts";
import { writeWholePlan } from "../../test/support/write-plan.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { installationActor } from "../domain/people/installation.ts";
import type { Actor } from "../domain/people/may.ts";
import { addDraftComment } from "./add-draft-comment.ts";
import { assignSection } from "./assign-section.ts";
import { changePart } from "./change-part.ts";
import { comparePlan } from "./compare-plan.ts";
import { InvalidInput, NotAllowed, NotFound, Refused, StaleVersion } from "./errors.ts";
import { getDrafting } from "./get-drafting.ts";
import { getHome } from "./get-home.ts";
import { getPlan } from "./get-plan.ts";
import { getPlanHistory } from "./get-plan-history.ts";
import { exchangePresence, listPresent } from "./list-present.ts";
import { markSection } from "./mark-section.ts";
import { perform } from "./operation.ts";
import { removeDraftComment, settleDraftComment } from "./settle-draft-comment.ts";
import { leaveSuggestion, takeSuggestion } from "./settle-suggestion.ts";
import { shareDraft } from "./share-draft.ts";
import { removeSuggestion, suggestEdit } from "./suggest-edit.ts";

let storage: TestStorage;
let county: string;
let documentId: string;
let milestoneId: string;
let planner: Actor;
let partner: Actor;
let analyst: Actor;
let statePlanner: Actor;

beforeAll(async () => {
	storage = await openTestStorage();
	const state = await addPlace(storage, { kind: "state", code: "99", name: "State" });
	county = await addPlace(storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	planner = await addActor(storage, county, "county-planner", "Marisol Vega");
	partner = await addActor(storage, county, "partner", "Ann Lee");
	analyst = await addActor(storage, state, "state-analyst", "Rena Osei");
	statePlanner = await addActor(storage, state, "state-planner", "Odalys Marchetti");
	({ documentId } = await writeWholePlan(storage, planner, county));
	milestoneId = (await plan()).facts.milestones[0]?.id ?? "";
});
afterAll(() => storage.end());

const run: typeof perform = (_, operation, actor, input) => perform(storage.performer, operation, actor, input);
const plan = () => run(storage.performer, getPlan, planner, { documentId });
const drafting = (actor = planner) => run(storage.performer, getDrafting, actor, { documentId });
const milestone = async () => {
	const found = (await plan()).facts.milestones.find(({ id }) => id === milestoneId);
	if (!found) throw new Error("The milestone is there.");
	return found;
};
const about = () => ({ aboutKind: "milestone" as const, aboutId: milestoneId, field: "" });
const jobs = async (task: string) => {
	const { rows } = await storage.workerPool.query<{ payload: Record<string, string> }>(
		"select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id",
		[task],
	);
	return rows.map(({ payload }) => payload);
};

describe("INT-12: sections with an owner, a day and a state", () => {
	it("is handed out by the planner, told by mail once, and marked by its owner, who changes nothing else", async () => {
		const { performer } = storage;
		const input = { documentId, section: "cover", ownerId: partner.personId, dueOn: plainDate("2026-07-20") };
		const { version } = await run(performer, assignSection, planner, { ...input, version: 0 });
		const [assignment] = (await drafting()).assignments;
		expect(assignment).toMatchObject({ ownerName: "Ann Lee", dueOn: "2026-07-20", standing: "not-started" });
		const assignmentId = assignment?.id ?? "";
		const mark = { documentId, assignmentId, standing: "to-look-at" as const, version };
		await run(performer, markSection, partner, mark);
		await expect(run(performer, markSection, partner, mark)).rejects.toThrow(StaleVersion);
		await expect(run(performer, assignSection, partner, { ...input, version: 2 })).rejects.toThrow(NotAllowed);
		await run(performer, assignSection, planner, { ...input, standing: "done", version: 2 });
		expect((await drafting()).assignments).toMatchObject([{ standing: "done", version: 3 }]);
		expect(await jobs("mail-assignment")).toMatchObject([{ assignmentId, byName: "Marisol Vega" }]);

		const [first] = (await plan()).facts.focusAreas;
		const ofComponent = { ...input, section: "components", focusAreaId: first?.id ?? "", ownerId: planner.personId };
		await run(performer, assignSection, planner, { ...ofComponent, version: 0 });
		const own = (await drafting()).assignments.find(({ focusAreaId }) => focusAreaId === first?.id);
		await expect(
			run(performer, markSection, partner, { ...mark, assignmentId: own?.id ?? "", version: 1 }),
		).rejects.toThrow("Marisol Vega, or somebody who writes the plan");
		expect(await jobs("mail-assignment")).toHaveLength(1);
	});

	it("refuses a section that the edition has not, and somebody who may not read the draft", async () => {
		const input = { documentId, dueOn: null, version: 0 };
		await expect(
			run(storage.performer, assignSection, planner, { ...input, section: "no-such", ownerId: null }),
		).rejects.toThrow(InvalidInput);
		await expect(
			run(storage.performer, assignSection, planner, { ...input, section: "team", ownerId: analyst.personId }),
		).rejects.toThrow("Choose somebody who may read the draft");
		await expect(
			run(storage.performer, assignSection, planner, {
				...{ ...input, section: "cover", ownerId: null, focusAreaId: documentId },
			}),
		).rejects.toThrow(InvalidInput);
	});
});

describe("comments", () => {
	it("is a talk with replies, mentions by name, settled and opened again", async () => {
		const { performer } = storage;
		const { id } = await run(performer, addDraftComment, partner, {
			documentId,
			about: about(),
			text: "Can we say who trains? @marisol vega, you know them.",
		});
		expect((await drafting()).comments).toMatchObject([{ id, authorName: "Ann Lee", mentionIds: [planner.personId] }]);
		expect(await jobs("tell-mentioned")).toEqual([{ commentId: id }]);
		await run(performer, settleDraftComment, planner, { documentId, commentId: id, settled: true, version: 1 });
		expect((await drafting()).comments[0]).toMatchObject({ settledByName: "Marisol Vega", settledOn: "2026-07-01" });
		const { id: replyId } = await run(performer, addDraftComment, planner, {
			documentId,
			replyTo: id,
			text: "The college does.",
		});
		const comments = (await drafting()).comments;
		expect(comments.find((each) => each.id === replyId)).toMatchObject({ replyTo: id, aboutId: milestoneId });
		expect(comments.find((each) => each.id === id)).toMatchObject({ settledOn: null, settledByName: "", version: 3 });
		await expect(
			run(performer, removeDraftComment, partner, { documentId, commentId: id, version: 3 }),
		).rejects.toThrow("Somebody has replied");
		await expect(
			run(performer, removeDraftComment, partner, { documentId, commentId: replyId, version: 1 }),
		).rejects.toThrow("Only Marisol Vega");
		await run(performer, removeDraftComment, planner, { documentId, commentId: replyId, version: 1 });
		expect((await drafting()).comments).toHaveLength(1);
	});

	it("is taken on every block of the document and on none of another", async () => {
		const { performer } = storage;
		for (const block of [
			{ aboutKind: "document" as const, aboutId: documentId },
			{ aboutKind: "document" as const, aboutId: documentId, field: "cover.responsibleAgency" },
			{ aboutKind: "section" as const, aboutId: "cover" },
		]) {
			await run(performer, addDraftComment, partner, { documentId, about: block, text: "Good." });
		}
		await expect(
			run(performer, addDraftComment, partner, {
				...{ documentId, about: { aboutKind: "document", aboutId: documentId, field: "cover.noSuch" }, text: "x" },
			}),
		).rejects.toThrow(InvalidInput);
		await expect(
			run(performer, addDraftComment, partner, {
				...{ documentId, about: { aboutKind: "milestone", aboutId: documentId }, text: "x" },
			}),
		).rejects.toThrow(InvalidInput);
		await expect(run(performer, addDraftComment, partner, { documentId, text: "x" })).rejects.toThrow(InvalidInput);
		await expect(
			run(performer, addDraftComment, partner, {
				...{ documentId, about: { aboutKind: "section", aboutId: "cover" }, text: "x", mentionIds: [analyst.personId] },
			}),
		).rejects.toThrow("Only people who may read the draft");
	});

	it("stays with the county also where its draft is shared with the State, its history too", async () => {
		const { performer } = storage;
		await run(performer, shareDraft, planner, { documentId, shared: true });
		expect(await drafting(analyst)).toMatchObject({ comments: [], assignments: [], suggestions: [], side: "state" });
		await expect(drafting(statePlanner)).rejects.toThrow(NotFound);
		for (const actor of [analyst, statePlanner]) {
			await storage.inTransaction(actor, async ({ facts }) => {
				expect(await facts.list("draft-comment")).toEqual([]);
				expect(await facts.list("section-assignment")).toEqual([]);
				expect(await facts.list("suggestion")).toEqual([]);
			});
		}
		const history = await run(performer, getPlanHistory, analyst, { documentId });
		expect(history.actions.length).toBeGreaterThan(5);
		const hidden = ["draft-comment", "section-assignment", "suggestion"];
		expect(history.actions.filter(({ kind }) => hidden.includes(kind))).toEqual([]);
	});

	it("SIP-98: is for the State too where its writer says so, while the draft is shared: both talk, the county closes", async () => {
		const { performer } = storage;
		const section = { aboutKind: "section" as const, aboutId: "cover" };
		const before = (await drafting()).comments.length;
		const say = (actor: Actor, more: object) =>
			run(performer, addDraftComment, actor, { documentId, text: "Which quarter?", ...more });
		const { id } = await say(analyst, { about: section });
		const { id: inside } = await say(partner, { replyTo: id, text: "Among us: the older one." });
		const { id: answer } = await say(planner, { replyTo: id, text: "The newest.", withState: true });
		const { id: asked } = await say(planner, { about: about(), text: "Is this enough?", withState: true });
		const { id: internal } = await say(planner, { about: section, text: "Only we read this." });
		const seen = (await drafting(analyst)).comments;
		expect(new Set(seen.map((each) => each.id))).toEqual(new Set([id, answer, asked]));
		expect(
			seen.map(({ id: each, side }) => [each === id, side]).filter(([own, side]) => own !== (side === "state")),
		).toEqual([]);
		expect((await drafting()).comments).toHaveLength(before + 5);
		await expect(say(analyst, { replyTo: internal })).rejects.toThrow(NotFound);
		await expect(say(planner, { replyTo: internal, withState: true })).rejects.toThrow(/does not read the comment/u);
		const history = await run(performer, getPlanHistory, analyst, { documentId });
		const told = new Set(history.actions.filter(({ kind }) => kind === "draft-comment").map(({ subject }) => subject));
		expect(told).toEqual(new Set([id, answer, asked]));

		const settle = (actor: Actor, commentId: string, version: number) =>
			run(performer, settleDraftComment, actor, { documentId, commentId, settled: true, version });
		await expect(settle(analyst, asked, 1)).rejects.toThrow(/for the county to settle/u);
		expect(await settle(planner, id, 1)).toEqual({ version: 2 });
		await say(analyst, { replyTo: id, text: "And the year before?" });
		expect((await drafting()).comments.find((each) => each.id === id)?.settledOn).toBeNull();
		expect((await run(performer, getPlan, analyst, { documentId })).drafting).toMatchObject({
			...{ mayComment: true, side: "state", assignments: [] },
		});
		const home = (actor: Actor) => run(performer, getHome, actor, {});
		await say(analyst, { about: about(), text: "By whom?" });
		expect((await home(planner)).proposals).toMatchObject([{ stateComments: 1 }]);
		expect((await home(analyst)).proposals).toEqual([]);

		// The database says so itself: nobody of the State reads or writes what is not for it, and no word changes.
		await storage.inTransaction(analyst, async ({ facts }) => {
			expect(await facts.find("draft-comment", inside)).toBeUndefined();
			expect(await facts.find("draft-comment", internal)).toBeUndefined();
		});
		await run(performer, shareDraft, planner, { documentId, shared: false });
		await expect(say(analyst, { replyTo: id })).rejects.toThrow();
		await expect(drafting(analyst)).rejects.toThrow(NotFound);
		await expect(say(planner, { about: section, withState: true })).rejects.toThrow(/not shared with the State/u);
		await storage.inTransaction(analyst, async ({ facts }) => expect(await facts.list("draft-comment")).toEqual([]));
		await run(performer, shareDraft, planner, { documentId, shared: true });
	});

	it("is no part of the plan: a comparison does not show it", async () => {
		const differences = await run(storage.performer, comparePlan, planner, {
			documentId,
			from: "2026-01-01T00:00:00Z",
		});
		expect(differences.map(({ kind }) => kind)).not.toContain("draft-comment");
	});
});

describe("suggestions", () => {
	const suggest = async (after: string, actor = partner) => {
		const { version } = await milestone();
		const { id } = await run(storage.performer, suggestEdit, actor, {
			...{ documentId, about: { ...about(), field: "statement" }, after, note: "Shorter.", fromVersion: version },
		});
		return id;
	};
	const settle = (suggestionId: string) => ({ documentId, suggestionId, version: 1 });

	it("is taken in the planner's name, and the history says who suggested it", async () => {
		const id = await suggest("Training of all staff completed.");
		const { version, statement } = await milestone();
		expect((await drafting()).suggestions).toMatchObject([
			{ id, before: statement, fromVersion: version, origin: "page" },
		]);
		await expect(
			run(storage.performer, takeSuggestion, partner, { ...settle(id), textVersion: version }),
		).rejects.toThrow(NotAllowed);
		await run(storage.performer, takeSuggestion, planner, { ...settle(id), textVersion: version });
		expect((await milestone()).statement).toBe("Training of all staff completed.");
		const history = await run(storage.performer, getPlanHistory, planner, { documentId });
		const action = history.actions.find(({ subject, verb }) => subject === milestoneId && verb === "change");
		expect(action).toMatchObject({ actorName: "Marisol Vega", reason: "Suggested by Ann Lee" });
		await expect(run(storage.performer, leaveSuggestion, planner, { ...settle(id), version: 2 })).rejects.toThrow(
			"has taken this suggestion already",
		);
	});

	it("is weighed against the text as it stands: what was changed meanwhile is not overwritten unseen", async () => {
		const id = await suggest("Training of all staff and supervisors completed.");
		const { version } = await milestone();
		await run(storage.performer, changePart, planner, {
			...{ documentId, kind: "milestone", id: milestoneId, version, patch: { statement: "Staff trained by May." } },
		});
		await expect(
			run(storage.performer, takeSuggestion, planner, { ...settle(id), textVersion: version }),
		).rejects.toThrow(StaleVersion);
		expect((await milestone()).statement).toBe("Staff trained by May.");
		await run(storage.performer, takeSuggestion, planner, {
			...{ ...settle(id), textVersion: version + 1, text: "Staff and supervisors trained by May." },
		});
		expect((await milestone()).statement).toBe("Staff and supervisors trained by May.");
	});

	it("is left with a reason, or taken back by its author alone", async () => {
		const left = await suggest("Something else.");
		await run(storage.performer, leaveSuggestion, planner, { ...settle(left), reason: "It says less." });
		const found = (await drafting(partner)).suggestions.find(({ id }) => id === left);
		expect(found).toMatchObject({ standing: "left", settledReason: "It says less.", settledByName: "Marisol Vega" });
		const own = await suggest("Another text.");
		await expect(run(storage.performer, removeSuggestion, planner, settle(own))).rejects.toThrow("Only Ann Lee");
		await run(storage.performer, removeSuggestion, partner, settle(own));
		expect((await drafting()).suggestions.some(({ id }) => id === own)).toBe(false);
	});

	it("takes a field of the form, empty ones too, and refuses what has no text or does not change it", async () => {
		const field = { aboutKind: "document" as const, aboutId: documentId, field: "cover.responsibleAgency" };
		const answer = (await plan()).facts.answers.find((each) => each.field === field.field);
		const version = answer?.version ?? 0;
		const { id } = await run(storage.performer, suggestEdit, partner, {
			...{ documentId, about: field, after: "Alder County Human Services", fromVersion: version },
		});
		await run(storage.performer, takeSuggestion, planner, { ...settle(id), textVersion: version });
		expect((await plan()).facts.answers.find((each) => each.field === field.field)?.value).toBe(
			"Alder County Human Services",
		);
		const refused = { documentId, fromVersion: 1, after: "x" };
		await expect(
			run(storage.performer, suggestEdit, partner, { ...refused, about: { ...about(), field: "dueOn" } }),
		).rejects.toThrow('Wording ("statement")');
		await expect(
			run(storage.performer, suggestEdit, partner, {
				...{ ...refused, about: { ...about(), field: "statement" }, after: (await milestone()).statement },
			}),
		).rejects.toThrow("as it stands");
	});

	it("holds in the database: nobody changes another's words, and an author settles nothing", async () => {
		const id = await suggest("Words of Ann Lee.");
		const change = (actor: Actor, patch: object) =>
			storage.inTransaction(actor, ({ facts }) =>
				facts.write({
					...{ kind: "suggestion", id, verb: "change", expectedVersion: 1, patch },
					...{ jurisdictionId: county, root: documentId, role: null, reason: "" },
				}),
			);
		await expect(change(planner, { after: "Other words." })).rejects.toThrow(NotAllowed);
		await expect(
			change(partner, { standing: "taken", settledOn: "2026-07-01", settledByName: "Ann Lee" }),
		).rejects.toThrow(NotAllowed);
	});
});

describe("who is here", () => {
	it("is told to those who may read the draft, for a minute, and brought together from several servers", async () => {
		const at = storage.clock.now;
		const seen = (actor: Actor, seenAt: Date, place = "Cover sheet") => ({
			...{ personId: actor.personId, documentId, name: actor.name, place, seenAt },
		});
		const exchange = (list: ReturnType<typeof seen>[]) =>
			run(storage.performer, exchangePresence, installationActor, { seen: list });
		await exchange([seen(planner, at)]);
		await exchange([seen(partner, at, "Team"), seen(planner, new Date(at.getTime() - 30_000), "Narrative")]);
		const here = await run(storage.performer, listPresent, partner, { documentId });
		expect(here.map(({ name, place }) => `${name}: ${place}`)).toEqual(["Ann Lee: Team", "Marisol Vega: Cover sheet"]);
		await expect(run(storage.performer, listPresent, analyst, { documentId })).rejects.toThrow(NotAllowed);
		await expect(run(storage.performer, exchangePresence, planner, { seen: [] })).rejects.toThrow(NotAllowed);
		storage.clock.now = new Date(at.getTime() + 61_000);
		expect(await run(storage.performer, listPresent, partner, { documentId })).toEqual([]);
		storage.clock.now = at;
	});
});

it("is over once the plan is accepted", async () => {
	const { document } = (await plan()).facts;
	await storage.inTransaction(installationActor, ({ facts }) =>
		facts.write({
			...{ kind: "document", id: documentId, verb: "change", expectedVersion: document.version },
			...{
				patch: { state: "accepted", acceptedOn: plainDate("2026-07-01") },
				jurisdictionId: county,
				root: documentId,
			},
			...{ role: "installation", reason: "" },
		}),
	);
	await expect(
		run(storage.performer, addDraftComment, partner, { documentId, about: about(), text: "x" }),
	).rejects.toThrow(Refused);
});
