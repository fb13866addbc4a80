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
import { amendPart } from "./amend-part.ts";
import { closeGoal } from "./close-goal.ts";
import { getChecklist } from "./get-checklist.ts";
import { getFindingWithEvidence } from "./get-finding.ts";
import { getPaper } from "./get-paper.ts";
import { getPlan } from "./get-plan.ts";
import { listPaperSources } from "./list-paper-sources.ts";
import { listPlans } from "./list-plans.ts";
import { listServices } from "./list-services.ts";
import { perform } from "./operation.ts";
import { reportMilestone } from "./report-milestone.ts";
import { saveAnswer } from "./save-answer.ts";
import { saveProgress } from "./save-progress.ts";
import { saveServiceYear } from "./save-service-year.ts";
import { screenNames } from "./screen-names.ts";
import { setBenchmarks } from "./set-benchmarks.ts";
import { setObjective } from "./set-objective.ts";
import { settleFinding } from "./settle-finding.ts";
import { shareAnswer } from "./share-answer.ts";
import { startPlan } from "./start-plan.ts";
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
		const atFirst = await openErrors(id);
		expect(atFirst.filter((line) => line.startsWith("INT-15"))).toHaveLength(carried.length);
		expect(atFirst.filter((line) => line.startsWith("A-02"))).not.toEqual([]);
		storage.clock.now = new Date("2025-07-05T16:00:00.000Z");
		expect((await plan(id)).checks.map(({ ruleId }) => ruleId)).toContain("A-07");
		storage.clock.now = new Date("2025-04-01T16:00:00.000Z");
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

describe("one set of facts in several documents", () => {
	let written: Awaited<ReturnType<typeof writeStatePlan>>;
	let documentId: string;

	beforeAll(async () => {
		storage.clock.now = new Date("2024-06-20T16:00:00.000Z");
		state = await addPlace(storage, { kind: "state", code: "98", name: "State of Meridian" });
		people = {
			planner: await addActor(storage, state, "state-planner"),
			director: await addActor(storage, state, "state-director"),
			analyst: await addActor(storage, state, "state-analyst"),
		};
		written = await writeStatePlan(storage, people.planner, state);
		documentId = written.documentId;
	});
	const write = <I extends Record<string, unknown>>(input: I) => ({ documentId, ...input });

	it("INT-05: asks for a benchmark in each year before the target, for source and cadence", async () => {
		const { objectiveId } = written;
		const benchmarks = (value: number | null, version: number) => [{ year: 2027, value, version }];
		const set = (value: number | null, version: number) =>
			perform(storage.performer, setBenchmarks, people.planner, {
				...write({ objectiveId, benchmarks: benchmarks(value, version) }),
			});
		await set(null, 1);
		expect(await openErrors(documentId)).toContain("INT-05: Goal 1.0 has no benchmark for federal fiscal year 2027.");
		await set(38, 0);
		expect(await openErrors(documentId)).not.toContain(
			"INT-05: Goal 1.0 has no benchmark for federal fiscal year 2027.",
		);
		await expect(
			perform(storage.performer, setBenchmarks, people.planner, {
				...write({ objectiveId, benchmarks: [{ year: 2031, value: 1 }] }),
			}),
		).rejects.toThrow("covers 2025 to 2029");
		expect(await paperText(documentId)).toContain("2025: 36.0% (no figure yet)");
	});

	it("INT-06: a goal rests on a finding, and a finding of concern is answered or put off with a reason", async () => {
		const finding = await perform(storage.performer, getFindingWithEvidence, people.planner, {
			findingId: written.findingId,
		});
		await perform(storage.performer, settleFinding, people.planner, {
			...{ findingId: finding.id, version: finding.version, state: "dismissed" as const },
			...{ judgement: finding.judgement, summary: finding.summary, reason: "Double" },
		});
		expect((await openErrors(documentId)).filter((line) => line.startsWith("INT-06"))).toHaveLength(1);
		const again = await perform(storage.performer, getFindingWithEvidence, people.planner, { findingId: finding.id });
		await perform(storage.performer, settleFinding, people.planner, {
			...{ findingId: finding.id, version: again.version, state: "confirmed" as const },
			...{ judgement: finding.judgement, summary: finding.summary, reason: "" },
		});
		expect((await openErrors(documentId)).filter((line) => line.startsWith("INT-06"))).toEqual([]);
	});

	it("INT-12: an empty item holds the plan back, is listed in the checklist and printed as not yet written", async () => {
		const field = "services.greatestRisk";
		const save = (value: string, version: number) =>
			perform(storage.performer, saveAnswer, people.planner, write({ field, value, version }));
		await save("", 1);
		expect(await openErrors(documentId)).toContain(
			"INT-12: Populations at greatest risk of maltreatment (C6.9) is empty. Write it, or say none or no change where that may be said.",
		);
		const { items } = await perform(storage.performer, getChecklist, people.planner, { documentId });
		expect(items.find(({ item }) => item === "C6.9")).toMatchObject({
			...{ state: "empty", cites: ["B2-11"], mark: "confirmed", sectionId: "services" },
		});
		await save("Infants in three counties.", 2);
	});

	it("INT-13: every text, goal and service of the paper is traced to its fact and version", async () => {
		const sources = await perform(storage.performer, listPaperSources, people.planner, { documentId });
		expect(sources.find(({ field }) => field === "services.greatestRisk")).toMatchObject({
			kind: "answer",
			version: 3,
		});
		expect(sources.filter(({ kind }) => kind === "service")).toHaveLength(4);
		expect(sources.find(({ id, field }) => id === written.goalId && field === "statement")?.version).toBe(1);
	});

	it("INT-14: finds the names that it is given and keeps that the text was searched, not the names", async () => {
		const save = (value: string, version: number) =>
			perform(storage.performer, saveAnswer, people.planner, write({ field: "capta.activities", value, version }));
		await save("What Quincy Featherstonehaugh's family said.", 1);
		const found = await perform(storage.performer, screenNames, people.planner, {
			...write({ names: "quincy  FEATHERSTONEHAUGH\nAnn" }),
		});
		expect(found.places.map(({ name }) => name)).toEqual(["quincy  FEATHERSTONEHAUGH"]);
		const { nameScreenings } = (await plan(documentId)).facts;
		expect(nameScreenings).toMatchObject([{ names: 2, places: 1 }]);
		expect(JSON.stringify(nameScreenings)).not.toMatch(/quincy/i);
		await save("What families said.", 2);
		expect(await openErrors(documentId)).toContain(
			"INT-14: The text has changed since it was searched for names. Search it for names of children and families before it is sent.",
		);
	});

	it("one paragraph in two documents: the newest text in both drafts, frozen in what was sent", async () => {
		const { id: other } = await perform(storage.performer, startPlan, people.planner, {
			...{
				jurisdictionId: state,
				editionId: "us-cfsp-2025-2029",
				startsOn: plainDate("2029-10-01"),
				title: "Next plan",
			},
		});
		const from = { documentId, field: "collaboration.vision" };
		await perform(storage.performer, shareAnswer, people.planner, {
			...{ documentId: other, field: "collaboration.vision", from, version: 0 },
		});
		const vision = "Every child grows up in a family.";
		await perform(storage.performer, saveAnswer, people.planner, {
			...write({ field: "collaboration.vision", value: vision, version: 1 }),
		});
		expect(await paperText(other)).toContain(vision);
		const cleared = await perform(storage.performer, shareAnswer, people.planner, {
			...{ documentId: other, field: "collaboration.vision", from: null, version: 1 },
		});
		expect(cleared.version).toBe(2);
		await perform(storage.performer, saveAnswer, people.planner, {
			...write({ field: "collaboration.vision", value: "Another vision.", version: 2 }),
		});
		expect(await paperText(other)).toContain(vision);
	});

	it("INT-01: a changed baseline changes every draft that shows it and no submission", async () => {
		await approveByLetter(storage, documentId, people, "2024-06-20");
		await stepOf(storage, documentId, people.director, "undo", { reason: "They want another baseline." });
		await stepOf(storage, documentId, people.director, "return", {
			...{ reason: "Count all entries.", letter: "CB-2024-9", answeredOn: "2024-06-20" },
		});
		await stepOf(storage, documentId, people.planner, "revise");
		const baseline = { value: 34.8, numerator: 348, denominator: 1000, source: "Recount", version: 1 };
		const change = (reason: string) =>
			perform(storage.performer, setObjective, people.planner, {
				...write({ objectiveId: written.objectiveId, version: 2, baseline, reason }),
			});
		await expect(change("")).rejects.toThrow("was submitted as it stands");
		storage.clock.now = new Date("2024-06-21T16:00:00.000Z");
		await change("All entries were counted anew.");
		expect([await paperText(documentId), await paperText(documentId, 1)].map((text) => text.includes("34.8%"))).toEqual(
			[true, false],
		);
	});

	it("INT-08, INT-09: the report lists each revision with its reason, and a milestone stands as in every document", async () => {
		await approveByLetter(storage, documentId, people, "2024-06-21");
		storage.clock.now = new Date("2025-04-01T16:00:00.000Z");
		const { id } = await perform(storage.performer, startYearlyPaper, people.planner, { documentId });
		expect(await paperText(id)).toContain("No goal, objective, measure, target or intervention was revised");
		const target = (await plan(id)).facts.targets.find((each) => each.benchmarkYear === 2026);
		await perform(storage.performer, amendPart, people.planner, {
			...{ documentId: id, partKind: "target" as const, partId: target?.id ?? "", version: target?.version ?? 0 },
			...{ field: "value" as const, after: "36.5", reason: "Three courts closed for a year." },
			...{ agreedBy: "Winifred Thorsby", agreedOn: plainDate("2025-03-30") },
		});
		const text = await paperText(id);
		for (const words of ["Benchmark 2026 of goal 1.0: value", "Three courts closed for a year."]) {
			expect(text).toContain(words);
		}
		await perform(storage.performer, reportMilestone, people.planner, {
			...write({ milestoneId: written.milestoneId, version: 1, status: "completed" as const }),
			completedOn: plainDate("2025-03-01"),
			proof: "Roll of participants",
		});
		const stands = async (of: string) =>
			(await plan(of)).facts.milestones.map(({ status, completedOn }) => [status, completedOn]);
		expect(await stands(id)).toEqual([["completed", "2025-03-01"]]);
		expect(await stands(documentId)).toEqual(await stands(id));
	});

	it("closes each goal in the report at the end, with a reason for all that is not achieved (B2-04)", async () => {
		const [paper] = (await perform(storage.performer, listPlans, people.planner, {})).filter(
			({ document }) => document.updateOf === documentId,
		);
		const yearly = paper?.document.id ?? "";
		await expect(
			perform(storage.performer, startYearlyPaper, people.planner, { documentId, final: true }),
		).rejects.toThrow(/Bring it to its end/);
		await answerPaper(storage, people.planner, yearly);
		for (const { service } of await perform(storage.performer, listServices, people.planner, {
			jurisdictionId: state,
		})) {
			await perform(storage.performer, saveServiceYear, people.planner, {
				...{ serviceId: service.id, federalFiscalYear: 2026, change: "no-change" as const },
			});
		}
		for (const { partId, version } of (await plan(yearly)).facts.carriedParts) {
			await perform(storage.performer, saveProgress, people.planner, {
				...{ documentId: yearly, partId, version, standing: "continues" as const, progress: "Half." },
			});
		}
		await approveByLetter(storage, yearly, people, "2025-04-01");
		const { id } = await perform(storage.performer, startYearlyPaper, people.planner, { documentId, final: true });
		expect((await plan(id)).facts.document).toMatchObject({
			updateNumber: 5,
			title: "State of Meridian Child and Family Services Plan: Final Report",
		});
		expect(await openErrors(id)).toContain("B2-04: Goal 1.0 is not closed. Say how it was closed.");
		const { goalId } = written;
		const version = (await plan(id)).facts.carriedParts.find(({ partId }) => partId === goalId)?.version ?? 0;
		const close = (closing: "dropped" | "partly-carried", closingReason: string) =>
			perform(storage.performer, closeGoal, people.planner, {
				documentId: id,
				goalId,
				closing,
				closingReason,
				version,
			});
		await expect(close("dropped", "")).rejects.toThrow("Say why it was dropped.");
		await close("partly-carried", "38 of 40 percent; the next plan keeps the goal.");
		expect((await openErrors(id)).filter((line) => line.startsWith("B2-04"))).toEqual([]);
		expect(await paperText(id)).toContain("Partly achieved, carried on");
	});
});
