import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import { fieldsOf } from "../../src/domain/document/edition.ts";
import { editionOfDocument } from "../../src/domain/document/yearly-paper.ts";
import type { Actor } from "../../src/domain/people/may.ts";
import { safeAndStableCategories } from "../../src/domain/plan/service-facts.ts";
import type { DocumentAction } from "../../src/domain/workflow/document-workflow.ts";
import { getEdition } from "../../src/frameworks/editions.ts";
import { addComponent } from "../../src/operations/add-component.ts";
import { addEvidence } from "../../src/operations/add-evidence.ts";
import { addFinding } from "../../src/operations/add-finding.ts";
import { addGoal } from "../../src/operations/add-goal.ts";
import { addMilestone } from "../../src/operations/add-milestone.ts";
import { addStrategy } from "../../src/operations/add-strategy.ts";
import { getPlan } from "../../src/operations/get-plan.ts";
import { perform } from "../../src/operations/operation.ts";
import { saveAnswer } from "../../src/operations/save-answer.ts";
import { saveService } from "../../src/operations/save-service.ts";
import { screenNames } from "../../src/operations/screen-names.ts";
import { setBenchmarks } from "../../src/operations/set-benchmarks.ts";
import { setObjective } from "../../src/operations/set-objective.ts";
import { settleFinding } from "../../src/operations/settle-finding.ts";
import { startPlan } from "../../src/operations/start-plan.ts";
import { takeStep } from "../../src/operations/take-step.ts";
import type { TestStorage } from "./test-storage.ts";

/** Writes a Child and Family Services Plan through the operations, whole enough that nothing holds it back. Answers its ids. */
export async function writeStatePlan({ performer }: TestStorage, planner: Actor, jurisdictionId: string) {
	const { id: documentId } = await perform(performer, startPlan, planner, {
		jurisdictionId,
		editionId: "us-cfsp-2025-2029",
		startsOn: plainDate("2024-10-01"),
	});
	const edition = getEdition("us-cfsp-2025-2029");
	for (const { id: field, label, type } of fieldsOf(edition).filter(
		({ from, scope }) => from === "answer" && scope === "document",
	)) {
		const value = type === "email" ? "odalys@halcyon.example" : `${label}: what the State does.`;
		await perform(performer, saveAnswer, planner, { documentId, field, value, version: 0 });
	}
	for (const category of safeAndStableCategories) {
		await perform(performer, saveService, planner, { jurisdictionId, category, name: `Service of ${category}` });
	}
	const { id: findingId } = await perform(performer, addFinding, planner, {
		jurisdictionId,
		subjectKind: "systemic-factor",
		code: "sa",
		label: "Service array and resource development",
		domain: "systemic",
		judgement: "area-needing-improvement",
		summary: "Help for families is scarce in the north.",
		vintage: "",
	});
	await perform(performer, addEvidence, planner, {
		...{ findingId, evidenceKind: "document" as const, text: "Survey of providers", source: "Survey 2023" },
	});
	await perform(performer, settleFinding, planner, {
		...{ findingId, version: 1, state: "confirmed" as const, judgement: "area-needing-improvement" as const },
		summary: "Help for families is scarce in the north.",
	});
	const { id: focusAreaId } = await perform(performer, addComponent, planner, {
		documentId,
		subjectKind: "systemic-factor",
		codes: ["sa"],
		label: "Service array and resource development",
	});
	await perform(performer, saveAnswer, planner, {
		...{ documentId, focusAreaId, field: "plan.rationale", value: "The finding on the north.", version: 0 },
	});
	const { id: goalId, objectiveId: made } = await perform(performer, addGoal, planner, {
		documentId,
		focusAreaId,
		goalKind: "numeric",
		statement: "More children reach permanency within a year.",
	});
	const objectiveId = made ?? "";
	await perform(performer, setObjective, planner, {
		documentId,
		objectiveId,
		version: 1,
		measure: { indicator: "4P1", vintage: "cfsr4" },
		dataSource: "Case records",
		cadence: "Twice a year",
		baseline: {
			...{ value: 35.2, numerator: 352, denominator: 1000, source: "State figures" },
			...{ periodStart: plainDate("2022-10-01"), periodEnd: plainDate("2023-09-30") },
		},
		target: { value: 40, by: plainDate("2029-09-30") },
	});
	await perform(performer, setBenchmarks, planner, {
		documentId,
		objectiveId,
		benchmarks: [2025, 2026, 2027, 2028].map((year, i) => ({ year, value: 36 + i })),
	});
	const { id: strategyId } = await perform(performer, addStrategy, planner, {
		documentId,
		goalId,
		statement: "A family team meets within thirty days.",
		rationale: "Early meetings bring relatives in.",
	});
	const { id: milestoneId } = await perform(performer, addMilestone, planner, {
		documentId,
		strategyId,
		statement: "Facilitators trained in each region.",
		timeframeMonths: 12,
		assignedTitle: "Program manager",
	});
	return { documentId, focusAreaId, findingId, goalId, objectiveId, strategyId, milestoneId };
}

/** Takes a step of a document in the state in which it stands; the authority's letter comes with its answer. */
export async function stepOf(
	{ performer }: TestStorage,
	documentId: string,
	actor: Actor,
	action: DocumentAction,
	more: { readonly reason?: string; readonly letter?: string; readonly answeredOn?: string } = {},
) {
	const { facts } = await perform(performer, getPlan, actor, { documentId });
	const { answeredOn, ...rest } = more;
	const day = answeredOn ? { answeredOn: plainDate(answeredOn) } : {};
	return perform(performer, takeStep, actor, { documentId, action, version: facts.document.version, ...rest, ...day });
}

/** Looks for names, marks the document as ready, submits it, and records the approval. */
export async function approveByLetter(
	storage: TestStorage,
	documentId: string,
	people: { readonly planner: Actor; readonly director: Actor },
	answeredOn: string,
): Promise<void> {
	await perform(storage.performer, screenNames, people.planner, { documentId, names: "Marigold Pennyfeather" });
	await stepOf(storage, documentId, people.planner, "mark-ready");
	await stepOf(storage, documentId, people.director, "submit");
	await stepOf(storage, documentId, people.director, "accept", { letter: "Letter of the regional office", answeredOn });
}

/** Touches every text of a paper that reports on a plan: writes what must be written, says no change where that may be said. */
export async function answerPaper({ performer }: TestStorage, planner: Actor, documentId: string): Promise<void> {
	const { facts } = await perform(performer, getPlan, planner, { documentId });
	const edition = editionOfDocument(getEdition(facts.document.editionId), facts.document);
	const versions = new Map(facts.answers.map(({ field, version }) => [field, version]));
	for (const { id: field, from, type, noChangeAllowed } of fieldsOf(edition)) {
		if (from !== "answer") continue;
		const value = type === "email" ? "odalys@halcyon.example" : `What is new in ${field}.`;
		await perform(performer, saveAnswer, planner, {
			...{ documentId, field, value, version: versions.get(field) ?? 0 },
			noChange: noChangeAllowed === true,
		});
	}
}
