import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	addActor,
	addPlace,
	createTestClock,
	openTestStorage,
	type TestStorage,
} from "../../test/support/test-storage.ts";
import { answerPaper, approveByLetter, stepOf, writeStatePlan } from "../../test/support/write-state-plan.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import type { Actor } from "../domain/people/may.ts";
import { getPaper } from "./get-paper.ts";
import { getPlan } from "./get-plan.ts";
import { listServices } from "./list-services.ts";
import { perform } from "./operation.ts";
import { saveProgress } from "./save-progress.ts";
import { saveServiceYear } from "./save-service-year.ts";
import { startYearlyPaper } from "./start-yearly-paper.ts";

let storage: TestStorage;
let state: string;
let people: { planner: Actor; director: Actor; analyst: Actor };

beforeAll(async () => {
	storage = await openTestStorage(createTestClock("2024-06-20T16:00:00.000Z"));
	state = await addPlace(storage, { kind: "state", code: "99", name: "State of Halcyon" });
	people = {
		planner: await addActor(storage, state, "state-planner"),
		director: await addActor(storage, state, "state-director"),
		analyst: await addActor(storage, state, "state-analyst"),
	};
});
afterAll(() => storage.end());

const plan = (documentId: string, actor: Actor = people.planner) =>
	perform(storage.performer, getPlan, actor, { documentId });
const openErrors = async (documentId: string) =>
	(await plan(documentId)).checks
		.filter(({ severity }) => severity === "error")
		.map(({ ruleId, message }) => `${ruleId}: ${message}`);
const paperText = async (documentId: string, submission?: number) =>
	JSON.stringify((await perform(storage.performer, getPaper, people.planner, { documentId, submission })).paper);

describe("a five-year plan, its approval by letter, and the paper born from it", () => {
	let documentId: string;
	let written: Awaited<ReturnType<typeof writeStatePlan>>;

	beforeAll(async () => {
		written = await writeStatePlan(storage, people.planner, state);
		documentId = written.documentId;
	});

	it("INT-14: holds the plan back until its text was searched for names, and nothing else is missing", async () => {
		expect(await openErrors(documentId)).toEqual([
			"INT-14: The text was not searched for names. Search it for names of children and families before it is sent.",
		]);
	});

	it("is approved by the director who records the letter, never by an analyst of the State", async () => {
		await approveByLetter(storage, documentId, people, "2024-06-20").catch((error: unknown) => {
			throw error;
		});
		expect((await plan(documentId)).facts).toMatchObject({
			document: { state: "accepted", acceptedOn: "2024-06-20" },
			authorityAnswers: [{ answer: "approved", submission: 1, letter: "Letter of the regional office" }],
		});
		await stepOf(storage, documentId, people.director, "undo", { reason: "The letter was for another State." });
		expect((await plan(documentId)).facts.authorityAnswers).toEqual([]);
		await expect(
			stepOf(storage, documentId, people.analyst, "accept", { letter: "x", answeredOn: "2024-06-20" }),
		).rejects.toThrow(/"Record the approval" is for the .*state director/);
		await expect(stepOf(storage, documentId, people.director, "accept")).rejects.toThrow(/day and the letter/);
		await expect(
			stepOf(storage, documentId, people.director, "accept", { letter: "x", answeredOn: "2024-06-21" }),
		).rejects.toThrow(/not come yet/);
		storage.clock.now = new Date("2024-09-30T16:00:00.000Z");
		await stepOf(storage, documentId, people.director, "accept", { letter: "CB-2024-17", answeredOn: "2024-09-28" });
		expect((await plan(documentId)).facts.document).toMatchObject({ state: "accepted", acceptedOn: "2024-09-28" });
	});

	it("INT-15: the yearly paper is named for the coming year, due on 30 June, and its texts are marked until touched", async () => {
		storage.clock.now = new Date("2025-04-01T16:00:00.000Z");
		const { id, number } = await perform(storage.performer, startYearlyPaper, people.planner, { documentId });
		const { facts } = await plan(id);
		expect([number, facts.document.title]).toEqual([
			1,
			"State of Halcyon Child and Family Services Plan: Annual Progress and Services Report, federal fiscal year 2026",
		]);
		const carried = facts.answers.filter((each) => each.carried);
		expect(carried.find(({ field }) => field === "update.underFive")?.value).toBe(
			"Children under five: what the State does.",
		);
		expect((await openErrors(id)).filter((line) => line.startsWith("INT-15"))).toHaveLength(carried.length);
		await answerPaper(storage, people.planner, id);
		const errors = await openErrors(id);
		expect(errors.filter((line) => /^INT-1[25]/.test(line))).toEqual([]);
		expect(errors.filter((line) => line.startsWith("A-04"))).toHaveLength(4);
		expect(await paperText(id)).toContain(
			"No change since the last submission: State of Halcyon Child and Family Services Plan of June 20, 2024.",
		);
		for (const { service } of await perform(storage.performer, listServices, people.planner, {
			jurisdictionId: state,
		})) {
			await perform(storage.performer, saveServiceYear, people.planner, {
				...{ serviceId: service.id, federalFiscalYear: 2026, change: "no-change" as const },
			});
		}
		for (const { partId, version } of (await plan(id)).facts.carriedParts) {
			await perform(storage.performer, saveProgress, people.planner, {
				...{ documentId: id, partId, version, standing: "continues" as const, progress: "Half of it is done." },
			});
		}
		expect((await openErrors(id)).map((line) => line.slice(0, 6))).toEqual(["INT-14"]);
		await approveByLetter(storage, id, people, "2025-04-01");
		expect(plainDate((await plan(id)).facts.document.acceptedOn ?? "")).toBe("2025-04-01");
	});
});
