import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestClock, openTestStorage, type TestStorage } from "../../test/support/test-storage.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { openErrors } from "../domain/document/checks/run-checks.ts";
import { installationActor } from "../domain/people/installation.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import { isOpenForComment } from "../domain/publication/publication-facts.ts";
import type { DocumentState } from "../domain/workflow/document-workflow.ts";
import { getEdition } from "../frameworks/editions.ts";
import { getPlan, type PlanView } from "../operations/get-plan.ts";
import { getReview } from "../operations/get-review.ts";
import { listFindings } from "../operations/list-findings.ts";
import { listJurisdictions } from "../operations/list-jurisdictions.ts";
import { listLoads } from "../operations/list-loads.ts";
import { listPlans } from "../operations/list-plans.ts";
import { loadFigures } from "../operations/load-figures.ts";
import { perform } from "../operations/operation.ts";
import { checkPlan } from "../operations/plan-checks.ts";
import { findActor } from "../storage/sql/actors.ts";
import { createIds } from "../storage/sql/ids.ts";
import { createUnitOfWork } from "../storage/sql/unit-of-work.ts";
import { toWorkingDay } from "./calendar/working-days.ts";
import { countyKeys, practicePlaces } from "./data/places.ts";
import { fullTeam } from "./data/seats.ts";
import { practiceFigureFile } from "./figures/figure-loads.ts";
import { loadPracticeState, type PracticeOptions } from "./load-practice-state.ts";
import { makeRosters } from "./people/roster.ts";
import { practicePeople } from "./practice-people.ts";
import { createRandom } from "./random.ts";
import { createDesk, createStoryClock } from "./story/desk.ts";
import { firstDayOfUse, tellStory } from "./story/tell-story.ts";

const loading = 300_000;
const today = plainDate("2026-11-21");

type Loaded = { readonly storage: TestStorage; readonly accounts: readonly string[] };

const openOn = (day: string) => openTestStorage(createTestClock(`${day}T18:00:00.000Z`));

function performersOf({ database, seal }: TestStorage): PracticeOptions["performerAt"] {
	return (clock, random) => ({
		inTransaction: createUnitOfWork(database, seal, clock),
		clock,
		ids: createIds(clock, random),
	});
}

async function load(day: string, seed: number): Promise<Loaded> {
	const storage = await openOn(day);
	const accounts: string[] = [];
	await loadPracticeState({
		performerAt: performersOf(storage),
		createAccount: async ({ email }) => {
			accounts.push(email);
		},
		today: plainDate(day),
		seed,
	});
	return { storage, accounts };
}

let loaded: Loaded;
let elsewhen: Loaded;

beforeAll(async () => {
	[loaded, elsewhen] = await Promise.all([load(today, 1), load("2028-02-29", 3)]);
}, loading);

afterAll(async () => {
	await Promise.all([loaded, elsewhen].map(({ storage }) => storage.end()));
});

const ask = () => loaded.storage.performer;
/** The documents of counties; the State's own plans are told of elsewhere. */
const allDocuments = () => perform(ask(), listPlans, installationActor, {});
const documents = async () => (await allDocuments()).filter(({ jurisdiction }) => jurisdiction.kind !== "state");
/** The improvement plans: without the yearly papers that report on them, and the self-assessment of one of them. */
const qualityPlans = "ms-cqi-2016";
const plans = async () =>
	(await documents()).filter(({ document }) => document.updateOf === null && document.editionId !== "ca-csa");

async function viewOf(documentId: string): Promise<PlanView> {
	return perform(ask(), getPlan, installationActor, { documentId });
}

async function placeId(key: keyof typeof practicePlaces): Promise<string> {
	const places = await perform(ask(), listJurisdictions, installationActor, {});
	return places.find(({ code }) => code === practicePlaces[key].code)?.id ?? "";
}

/** Signs in as somebody of the list, the way the server does. */
async function actorOf(key: string) {
	const email = practicePeople.find((person) => person.key === key)?.email ?? "";
	const actor = await findActor(loaded.storage.database, email);
	if (!actor) throw new Error(`Nobody signs in as ${key}.`);
	return actor;
}

/** Every action of every plan, in the order of the log. */
const logOf = (storage: TestStorage) =>
	storage.inTransaction(installationActor, async ({ actions, facts }) => {
		const documents = await facts.list("document");
		return (await Promise.all(documents.map(({ id }) => actions.ofRootUntil(id, new Date("2100-01-01"))))).flat();
	});

/** Reviews and disagreements are over in the practice state: their records are in the history of an accepted plan. */
const standing: readonly DocumentState[] = [
	"drafting",
	"ready",
	"board-approved",
	"submitted",
	"in-negotiation",
	"returned",
	"accepted",
];

test(
	"the same seed and day give the same actions, to the last sign",
	async () => {
		const storage = await openOn(today);
		const clock = createStoryClock(firstDayOfUse(today), today, createRandom(1, "clock"));
		const desk = createDesk(performersOf(storage)(clock.now, createRandom(1, "ids").bytes), clock);
		// As far as Alder's first plan goes: places, people, loads, findings and a whole plan take part in it.
		for (const session of tellStory(1, today, desk)) {
			if (session.name === "plan alder-earlier: submit") break;
			clock.moveTo(toWorkingDay(session.day));
			await session.run(desk);
		}
		const [again, whole] = [await logOf(storage), await logOf(loaded.storage)];
		await storage.end();
		expect(again.length).toBeGreaterThan(80);
		expect(whole.filter(({ seq }) => seq <= (again.at(-1)?.seq ?? 0))).toEqual(again);
	},
	loading,
);

test("on another day and from another seed it is as whole", async () => {
	const found = await perform(elsewhen.storage.performer, listPlans, installationActor, {});
	expect(new Set(found.map(({ document }) => document.state))).toEqual(new Set(standing));
	expect(elsewhen.accounts).toHaveLength(33);
});

test("all thirty-three can sign in, with the roles that the list says", async () => {
	expect(loaded.accounts).toEqual(practicePeople.map(({ email }) => email));
	for (const person of practicePeople) {
		const actor = await findActor(loaded.storage.database, person.email);
		expect(actor).toMatchObject({ name: person.name, title: person.title, place: person.jurisdiction });
		expect(actor?.grants.length).toBeGreaterThan(0);
	}
});

describe("plans", () => {
	test("stand in the states that a plan goes through, one of them at its very beginning and one of an earlier term", async () => {
		const found = await plans();
		expect(new Set(found.map(({ document }) => document.state))).toEqual(new Set(standing));
		const ended = found.filter(({ cycle }) => cycle.endsOn < today);
		expect(ended.map(({ document }) => document.state)).toEqual(["accepted"]);
		// The State's CQI papers: last year's plan, and this year's, born from it.
		const quality = (await allDocuments()).filter(
			({ document }) => document.editionId === qualityPlans && document.updateOf === null,
		);
		expect(quality.map(({ document }) => document.state).sort()).toEqual(["accepted", "drafting"]);
		const views = await Promise.all(found.map(({ document }) => viewOf(document.id)));
		expect(views.filter(({ facts }) => facts.focusAreas.length === 0)).toHaveLength(1);
	});

	test("one of them keeps its review: who looked at it, a question and a recommendation, both answered", async () => {
		const [plan] = (await plans()).filter(({ jurisdiction }) => jurisdiction.name === "Esperanza County");
		const documentId = plan?.document.id ?? "";
		const review = await perform(loaded.storage.performer, getReview, installationActor, { documentId });
		expect(review.reviews.at(-1)).toMatchObject({ reviewerNames: [expect.any(String)], closedOn: expect.any(String) });
		expect(review.remarks.map(({ remarkKind, released }) => [remarkKind, released]).sort()).toEqual([
			["question", true],
			["recommendation", true],
		]);
		expect(review.responses).toHaveLength(2);
		expect(review.contacts).toHaveLength(1);
	});

	test("SIP-98, SIP-103: one draft is shared with the State, and both talk on it; two plans are posted, with comments in two languages", async () => {
		const kept = await loaded.storage.inTransaction(installationActor, async ({ facts }) => ({
			shares: await facts.list("draft-share", { endedOn: null }),
			talk: await facts.list("draft-comment", { withState: true }),
			posted: await facts.list("publication"),
			said: await facts.list("public-comment"),
		}));
		expect(kept.shares).toHaveLength(1);
		expect(kept.talk.map(({ side }) => side).sort()).toEqual(["county", "state", "state"]);
		expect(kept.posted.filter((each) => isOpenForComment(each, today))).toHaveLength(1);
		expect(kept.posted).toHaveLength(2);
		expect(new Set(kept.said.map(({ language }) => language))).toEqual(new Set(["en", "es"]));
		expect(new Set(kept.said.map(({ state }) => state))).toEqual(new Set(["shown", "hidden", "waiting"]));
		expect(kept.said.filter(({ anchor }) => anchor !== "").every(({ quote }) => quote !== "")).toBe(true);
		expect(kept.said.filter(({ quote }) => quote !== "")).toHaveLength(4);
	});

	test("that were handed in have their submission kept, and the returned one has its reasons", async () => {
		for (const { document } of await plans()) {
			const { submissions } = await viewOf(document.id);
			if (["submitted", "accepted", "returned"].includes(document.state)) expect(submissions.length).toBeGreaterThan(0);
			if (document.state !== "returned") continue;
			const log = await loaded.storage.inTransaction(installationActor, ({ actions }) =>
				actions.ofSubject(document.id),
			);
			expect(log.at(-1)?.reason).toContain("1. The narrative says");
		}
	});

	test("that are accepted, submitted or ready have no open errors; the half-done one has some, on purpose", async () => {
		const errors = new Map<string, number>();
		for (const { document, jurisdiction } of await plans()) {
			const { facts } = await viewOf(document.id);
			const results = checkPlan(assemblePlan(facts), getEdition(document.editionId), {
				now: new Date(`${today}T18:00:00Z`),
				stage: "submission",
				planSha256: "",
			});
			errors.set(`${jurisdiction.name} ${document.state}`, openErrors(results).length);
		}
		expect(Object.fromEntries(errors)).toMatchObject({
			"Alder County accepted": 0,
			"Esperanza County accepted": 0,
			"Marlowe County submitted": 0,
			"Birch County ready": 0,
		});
		expect(errors.get("Alder County drafting")).toBeGreaterThan(10);
	});

	test("in force have their yearly papers: those of years past accepted with nothing to fix, the next one half looked at", async () => {
		const found = (await allDocuments()).filter(
			({ document }) =>
				document.updateOf !== null && ![qualityPlans, "us-pip-traditional"].includes(document.editionId),
		);
		expect(
			found.map(({ jurisdiction, document }) => [jurisdiction.name, document.updateNumber, document.state]),
		).toEqual([
			["Alder County", 1, "accepted"],
			["Alder County", 2, "accepted"],
			["Esperanza County", 1, "drafting"],
			["State of Halcyon", 1, "accepted"],
			["State of Halcyon", 2, "accepted"],
			["State of Halcyon", 3, "drafting"],
		]);
		for (const { document } of found) {
			const { facts, checks } = await viewOf(document.id);
			const looked = facts.carriedParts.filter(({ standing }) => standing !== "not-looked-at").length;
			expect(looked).toBeGreaterThan(0);
			if (document.state === "drafting") expect(looked).toBeLessThan(facts.carriedParts.length);
			else expect(openErrors(checks)).toEqual([]);
		}
	});

	test("take each baseline from a figure that was loaded, and speak of it in the component's words", async () => {
		let seen = 0;
		// The State's baselines come from a federal profile on paper.
		const ofCounties = (await plans()).filter(({ jurisdiction }) => jurisdiction.kind === "county");
		for (const { document } of ofCounties) {
			for (const component of assemblePlan((await viewOf(document.id)).facts).components) {
				const baselines = component.goals.flatMap((goal) => goal.objectives.flatMap((each) => each.baseline ?? []));
				for (const { value, numerator, denominator, observationId } of baselines) {
					seen += 1;
					expect(observationId).not.toBeNull();
					expect(value).toBeCloseTo((100 * (numerator ?? 0)) / (denominator ?? 1), 9);
					const words = component.answers.get("component.currentPerformance")?.value ?? "";
					expect(words).toContain(
						`${(numerator ?? 0).toLocaleString("en-US")} of ${(denominator ?? 0).toLocaleString("en-US")}`,
					);
				}
			}
		}
		expect(seen).toBeGreaterThan(10);
	});

	test("name nobody but the invented people", async () => {
		const rosters = makeRosters(1);
		const bodies = fullTeam.flatMap(({ who }) => ("body" in who ? [who.body.replace("{county} ", "")] : []));
		const people = new Set([
			...practicePeople.map(({ name }) => name),
			...countyKeys.flatMap((county) => Object.values(rosters[county])),
		]);
		for (const { document } of await plans()) {
			const { facts } = await viewOf(document.id);
			const named = facts.parties.map(({ name }) => name).filter((name) => !bodies.some((body) => name.endsWith(body)));
			const signing = facts.answers.filter(({ field }) => /(director|probationChief|contact)Name$/.test(field));
			for (const name of [...named, ...signing.map(({ value }) => value)]) expect(people).toContain(name);
		}
	});
});

test("every finding has evidence, and each county and the State has one or more", async () => {
	const findings = await perform(ask(), listFindings, installationActor, {});
	expect(findings.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
	expect(new Set(findings.map(({ jurisdictionId }) => jurisdictionId)).size).toBe(countyKeys.length + 1);
	expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(["proposed", "confirmed", "dismissed"]));
});

test("five years of figures for each county, each with its counts, its load and its source", async () => {
	const figures = await loaded.storage.inTransaction(installationActor, (stores) => stores.figures.list({}));
	expect(figures.length).toBeGreaterThan(5_000);
	for (const { value, numerator, denominator } of figures) {
		expect(value).toBeCloseTo((100 * (numerator ?? Number.NaN)) / (denominator ?? Number.NaN), 9);
	}
	const ends = figures.map(({ periodEnd }) => periodEnd).sort();
	expect([ends[0], ends.at(-1)]).toEqual(["2021-09-30", "2026-06-30"]);
	const loads = await perform(ask(), listLoads, installationActor, {});
	expect(new Set(loads.map(({ jurisdictionId }) => jurisdictionId)).size).toBe(countyKeys.length);
	expect(loads.some(({ replaced }) => replaced > 0)).toBe(true);
});

test("the story is told: its last action lies before today, its first years ago, and no mail is waiting", async () => {
	const { rows } = await loaded.storage.inTransaction(installationActor, async ({ facts, actions }) => {
		const documents = await facts.list("document");
		const log = (await Promise.all(documents.map(({ id }) => actions.ofSubject(id)))).flat();
		return { rows: log.map(({ at }) => at).sort() };
	});
	expect((rows.at(-1) ?? "") < today).toBe(true);
	expect((rows[0] ?? "") < "2023-12-31").toBe(true);
});

test("a newcomer can go on: the practice file loads, and a finding waits to be confirmed in Alder", async () => {
	const [analyst, planner] = [await actorOf("priyanka"), await actorOf("maribel")];
	const jurisdictionId = await placeId("alder");
	const file = practiceFigureFile(1, "alder", today);
	const taken = await perform(ask(), loadFigures, analyst, { jurisdictionId, ...file });
	expect(taken).toMatchObject({ result: "taken", added: 35, replaced: 0 });
	const findings = await perform(ask(), listFindings, planner, { jurisdictionId });
	expect(findings.filter(({ state }) => state === "proposed").map(({ code }) => code)).toEqual(["3E"]);
});
