import type { z } from "zod";
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
import { type Operation, perform } from "../../src/operations/operation.ts";
import { saveAnswer } from "../../src/operations/save-answer.ts";
import { saveService } from "../../src/operations/save-service.ts";
import { screenNames } from "../../src/operations/screen-names.ts";
import { setBenchmarks } from "../../src/operations/set-benchmarks.ts";
import { setObjective } from "../../src/operations/set-objective.ts";
import { settleFinding } from "../../src/operations/settle-finding.ts";
import { startPlan } from "../../src/operations/start-plan.ts";
import { takeStep } from "../../src/operations/take-step.ts";
import type { TestStorage } from "./test-storage.ts";

/** Does an operation for somebody: on the database of a test, or over the API with the session of a browser. */
export type Run<Who> = <Input extends z.ZodType, Output>(
	operation: Operation<Input, Output>,
	who: Who,
	input: z.input<Input>,
) => Promise<Output>;

function runOn({ performer }: Pick<TestStorage, "performer">): Run<Actor> {
	return (operation, actor, input) => perform(performer, operation, actor, input);
}

/** Writes a Child and Family Services Plan through the operations, whole enough that nothing holds it back. Answers its ids. */
export function writeStatePlan(storage: TestStorage, planner: Actor, jurisdictionId: string) {
	return writeStatePlanBy(runOn(storage), planner, jurisdictionId);
}

/** The same by whatever does an operation. */
export async function writeStatePlanBy<Who>(run: Run<Who>, planner: Who, jurisdictionId: string) {
	const { id: documentId } = await run(startPlan, planner, {
		jurisdictionId,
		editionId: "us-cfsp-2025-2029",
		startsOn: plainDate("2024-10-01"),
	});
	const edition = getEdition("us-cfsp-2025-2029");
	for (const { id: field, label, type } of fieldsOf(edition).filter(
		({ from, scope }) => from === "answer" && scope === "document",
	)) {
		const value = type === "email" ? "odalys@halcyon.example" : `${label}: what the State does.`;
		await run(saveAnswer, planner, { documentId, field, value, version: 0 });
	}
	for (const category of safeAndStableCategories) {
		await run(saveService, planner, { jurisdictionId, category, name: `Service of ${category}` });
	}
	const { id: findingId } = await run(addFinding, planner, {
		jurisdictionId,
		subjectKind: "systemic-factor",
		code: "sa",
		label: "Service array and resource development",
		domain: "systemic",
		judgement: "area-needing-improvement",
		summary: "Help for families is scarce in the north.",
		vintage: "",
	});
	await run(addEvidence, planner, {
		...{ findingId, evidenceKind: "document" as const, text: "Survey of providers", source: "Survey 2023" },
	});
	await run(settleFinding, planner, {
		...{ findingId, version: 1, state: "confirmed" as const, judgement: "area-needing-improvement" as const },
		summary: "Help for families is scarce in the north.",
	});
	const { id: focusAreaId } = await run(addComponent, planner, {
		documentId,
		subjectKind: "systemic-factor",
		codes: ["sa"],
		label: "Service array and resource development",
	});
	await run(saveAnswer, planner, {
		...{ documentId, focusAreaId, field: "plan.rationale", value: "The finding on the north.", version: 0 },
	});
	const { id: goalId, objectiveId: made } = await run(addGoal, planner, {
		documentId,
		focusAreaId,
		goalKind: "numeric",
		statement: "More children reach permanency within a year.",
	});
	const objectiveId = made ?? "";
	await run(setObjective, planner, {
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
	await run(setBenchmarks, planner, {
		documentId,
		objectiveId,
		benchmarks: [2025, 2026, 2027, 2028].map((year, i) => ({ year, value: 36 + i })),
	});
	const { id: strategyId } = await run(addStrategy, planner, {
		documentId,
		goalId,
		statement: "A family team meets within thirty days.",
		rationale: "Early meetings bring relatives in.",
	});
	const { id: milestoneId } = await run(addMilestone, planner, {
		documentId,
		strategyId,
		statement: "Facilitators trained in each region.",
		timeframeMonths: 12,
		assignedTitle: "Program manager",
	});
	return { documentId, focusAreaId, findingId, goalId, objectiveId, strategyId, milestoneId };
}

/** Takes a step of a document in the state in which it stands; the authority's letter comes with its answer. */
export function stepOf(
	storage: TestStorage,
	documentId: string,
	actor: Actor,
	action: DocumentAction,
	more: StepInput = {},
) {
	return stepBy(runOn(storage), documentId, actor, action, more);
}

type StepInput = { readonly reason?: string; readonly letter?: string; readonly answeredOn?: string };

/** The same by whatever does an operation. */
export async function stepBy<Who>(
	run: Run<Who>,
	documentId: string,
	actor: Who,
	action: DocumentAction,
	more: StepInput = {},
) {
	const { facts } = await run(getPlan, actor, { documentId });
	const { answeredOn, ...rest } = more;
	const day = answeredOn ? { answeredOn: plainDate(answeredOn) } : {};
	return run(takeStep, actor, { documentId, action, version: facts.document.version, ...rest, ...day });
}

/** Looks for names, marks the document as ready, submits it, and records the approval. */
export function approveByLetter(
	storage: TestStorage,
	documentId: string,
	people: { readonly planner: Actor; readonly director: Actor },
	answeredOn: string,
): Promise<void> {
	return approveByLetterBy(runOn(storage), documentId, people, answeredOn);
}

/** The same by whatever does an operation. */
export async function approveByLetterBy<Who>(
	run: Run<Who>,
	documentId: string,
	people: { readonly planner: Who; readonly director: Who },
	answeredOn: string,
): Promise<void> {
	await run(screenNames, people.planner, { documentId, names: "Marigold Pennyfeather" });
	await stepBy(run, documentId, people.planner, "mark-ready");
	await stepBy(run, documentId, people.director, "submit");
	await stepBy(run, documentId, people.director, "accept", { letter: "Letter of the regional office", answeredOn });
}

/** Touches every text of a paper that reports on a plan: writes what must be written, says no change where that may be said. */
export function answerPaper(storage: TestStorage, planner: Actor, documentId: string): Promise<void> {
	return answerPaperBy(runOn(storage), planner, documentId);
}

/** The same by whatever does an operation. */
export async function answerPaperBy<Who>(run: Run<Who>, planner: Who, documentId: string): Promise<void> {
	const { facts } = await run(getPlan, planner, { documentId });
	const edition = editionOfDocument(getEdition(facts.document.editionId), facts.document);
	const versions = new Map(facts.answers.map(({ field, version }) => [field, version]));
	for (const { id: field, from, type, noChangeAllowed } of fieldsOf(edition)) {
		if (from !== "answer") continue;
		const value = type === "email" ? "odalys@halcyon.example" : `What is new in ${field}.`;
		await run(saveAnswer, planner, {
			...{ documentId, field, value, version: versions.get(field) ?? 0 },
			noChange: noChangeAllowed === true,
		});
	}
}
