import { federalFiscalYearStart, fiscalYearOf } from "../../domain/calendar/fiscal-year.ts";
import { addDays, daysBetween, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import { fieldsOf } from "../../domain/document/edition.ts";
import { editionOfDocument } from "../../domain/document/yearly-paper.ts";
import { pipsInForce } from "../../domain/pip/improvement-facts.ts";
import type { PlanFacts } from "../../domain/plan/plan-graph.ts";
import { getEdition } from "../../frameworks/editions.ts";
import { addComponent } from "../../operations/add-component.ts";
import { addEvidence } from "../../operations/add-evidence.ts";
import { addFinding } from "../../operations/add-finding.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { addMilestone } from "../../operations/add-milestone.ts";
import { addPlanEntry } from "../../operations/add-plan-entry.ts";
import { addStrategy } from "../../operations/add-strategy.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { listGoalsToUse } from "../../operations/list-goals-to-use.ts";
import { listPlans } from "../../operations/list-plans.ts";
import { listServices } from "../../operations/list-services.ts";
import { reportMilestone } from "../../operations/report-milestone.ts";
import { saveAnswer } from "../../operations/save-answer.ts";
import { saveProgress } from "../../operations/save-progress.ts";
import { saveService } from "../../operations/save-service.ts";
import { saveServiceYear } from "../../operations/save-service-year.ts";
import { screenNames } from "../../operations/screen-names.ts";
import { setBenchmarks } from "../../operations/set-benchmarks.ts";
import { setObjective } from "../../operations/set-objective.ts";
import { settleFinding } from "../../operations/settle-finding.ts";
import { startPlan } from "../../operations/start-plan.ts";
import { startYearlyPaper } from "../../operations/start-yearly-paper.ts";
import { takeGoalIn } from "../../operations/take-goal-in.ts";
import { takeStep } from "../../operations/take-step.ts";
import { pipGoals } from "../data/state-pip.ts";
import { stateCourses, statePlanTexts, stateReportTexts, stateServices } from "../data/state-plan.ts";
import type { Desk, Session } from "./session.ts";
import { shareFirstGoal } from "./share-goals.ts";
import { writeTheory } from "./write-theory.ts";

const editionId = "us-cfsp-2025-2029";
const writer = "odalys";
const director = "winifred";

type Documents = { plan: string; paper: string };

/**
 * The State's own plan: the Child and Family Services Plan for 2025 to 2029, written in spring, submitted by the director before 30
 * June and approved by letter in fall; then the yearly reports that were due, and the draft of the next. Where the practice
 * installation is younger than the plan, its days move to the first weeks of use.
 */
export function writeStatePlan(founded: PlainDate, today: PlainDate): readonly Session[] {
	const documents: Documents = { plan: "", paper: "" };
	const notBefore = (day: string, days: number) => {
		const early = addDays(founded, days);
		return plainDate(day < early ? early : day);
	};
	const reports = [1, 2, 3, 4].map((number) => ({ number, due: plainDate(`${2024 + number}-06-30`) }));
	const sent = reports.filter(({ due }) => daysBetween(due, today) > 30);
	const next = reports[sent.length];
	const sessions: Session[] = [
		{
			...{ day: notBefore("2024-04-08", 20), name: "State plan: services" },
			run: (desk) => listStateServices(desk),
		},
		{ day: notBefore("2024-04-15", 24), name: "State plan: text", run: (desk) => writeTexts(desk, documents) },
		{
			day: notBefore("2024-05-06", 28),
			name: "State plan: goals",
			run: (desk) => writeGoals(desk, documents, notBefore("2024-05-06", 28)),
		},
		{
			...{ day: notBefore("2024-06-20", 32), name: "State plan: submitted" },
			run: (desk) => send(desk, documents.plan),
		},
		{
			...{ day: notBefore("2024-09-25", 36), name: "State plan: approved" },
			run: (desk) => approve(desk, documents.plan, notBefore("2024-09-23", 34)),
		},
		{
			...{ day: notBefore("2024-10-21", 37), name: "State goals: offered and adopted" },
			run: (desk) => shareFirstGoal(desk, documents.plan),
		},
		...sent.flatMap(({ number }): Session[] => [
			{
				...{ day: notBefore(`${2024 + number}-05-05`, 36 + 6 * number), name: `State report ${number}: written` },
				run: async (desk) => {
					await reportMilestones(desk, documents, number, notBefore(`${2024 + number}-04-28`, 32 + 6 * number));
					await writeReport(desk, documents, "whole");
				},
			},
			{
				...{ day: notBefore(`${2024 + number}-06-18`, 38 + 6 * number), name: `State report ${number}: submitted` },
				run: (desk) => send(desk, documents.paper),
			},
			{
				...{ day: notBefore(`${2024 + number}-07-24`, 40 + 6 * number), name: `State report ${number}: approved` },
				run: (desk) => approve(desk, documents.paper, notBefore(`${2024 + number}-07-21`, 38 + 6 * number)),
			},
		]),
	];
	// Between an approval and the next draft lie some days.
	const [begunOn, last] = [addDays(today, -10), sessions.at(-1)];
	if (next && last && last.day < begunOn) {
		sessions.push({
			...{ day: begunOn, name: `State report ${next.number}: begun` },
			run: (desk: Desk) => writeReport(desk, documents, "half"),
		});
	}
	// Told before the plan's first spring, the story has nothing of it yet.
	return sessions.every(({ day }) => daysBetween(day, today) > 2) ? sessions : [];
}

async function listStateServices(desk: Desk): Promise<void> {
	const jurisdictionId = desk.placeId("halcyon");
	for (const { families, children, ...service } of stateServices) {
		const { id } = await desk.perform(writer, saveService, { jurisdictionId, ...service });
		await desk.perform(writer, saveServiceYear, {
			...{ serviceId: id, federalFiscalYear: 2023, children, families: families === 0 ? null : families },
		});
	}
}

async function writeTexts(desk: Desk, documents: Documents): Promise<void> {
	const { id } = await desk.perform(writer, startPlan, {
		...{ jurisdictionId: desk.placeId("halcyon"), editionId, startsOn: plainDate("2024-10-01") },
		title: "State of Halcyon Child and Family Services Plan 2025-2029",
	});
	documents.plan = id;
	for (const course of stateCourses) {
		await desk.perform(writer, addPlanEntry, { documentId: id, kind: "training-course", ...course });
	}
	for (const field of fieldsOf(getEdition(editionId))) {
		const value = statePlanTexts[field.id];
		if (value) await desk.perform(writer, saveAnswer, { documentId: id, field: field.id, value, version: 0 });
	}
}

type StateGoal = {
	readonly code: string;
	readonly label: string;
	readonly indicator: string;
	/** Numerator and denominator of the baseline. */
	readonly from: readonly [number, number];
	readonly to: number;
	readonly finding: string;
	readonly statement: string;
	readonly strategy: string;
	readonly why: string;
	readonly milestones: readonly string[];
};

const goals: readonly StateGoal[] = [
	{
		...{ code: "sa", label: "Service array and resource development", indicator: "4P1", from: [352, 1000], to: 40.5 },
		finding: "Help for families is scarce in the Northern Region, and children stay in care while their parents wait.",
		statement: "Children go home sooner, because help for their families is there when it is needed.",
		strategy: "A family meeting within thirty days of entry, with the services that the family needs at the table.",
		why: "Where meetings were early, treatment began six weeks earlier (evaluation of two offices, 2022).",
		milestones: ["Facilitators trained in each region.", "Treatment places opened in the Northern Region."],
	},
	{
		...{ code: "qa", label: "Quality assurance system", indicator: "4P5", from: [448, 1000], to: 42 },
		finding: "What case reviews find seldom reaches the front line.",
		statement: "Children move less often, because each office learns from its own reviews.",
		strategy: "Each office chooses one change for two quarters and shows what came of it.",
		why: "Two offices that did so halved moves in the first month.",
		milestones: ["Two-page results sent to every office.", "First round of changes reported."],
	},
];

async function writeGoals(desk: Desk, { plan: documentId }: Documents, on: PlainDate): Promise<void> {
	const jurisdictionId = desk.placeId("halcyon");
	for (const goal of goals) {
		const { code, label, finding } = goal;
		const { id: findingId } = await desk.perform(writer, addFinding, {
			...{ jurisdictionId, subjectKind: "systemic-factor", code, label, domain: "systemic", vintage: "" },
			...{ judgement: "area-needing-improvement", summary: finding },
		});
		await desk.perform(writer, addEvidence, {
			...{ findingId, evidenceKind: "case-review", text: finding, source: "Case reviews of 2023, 130 cases" },
		});
		await desk.perform(writer, settleFinding, {
			...{ findingId, version: 1, state: "confirmed", judgement: "area-needing-improvement", summary: finding },
		});
		const made = await writeGoal(desk, documentId, goal, findingId);
		if (made && goal === goals[0]) await writeTheory(desk, writer, { documentId, ...made }, on);
	}
}

async function writeGoal(
	desk: Desk,
	documentId: string,
	goal: StateGoal,
	findingId: string,
): Promise<{ readonly goalId: string; readonly strategyId: string } | undefined> {
	const { id: focusAreaId } = await desk.perform(writer, addComponent, {
		...{ documentId, subjectKind: "systemic-factor", codes: [goal.code], label: goal.label, findingId },
	});
	await desk.perform(writer, saveAnswer, {
		...{ documentId, focusAreaId, field: "plan.rationale", value: `${goal.finding} ${goal.why}`, version: 0 },
	});
	const { id: goalId, objectiveId } = await desk.perform(writer, addGoal, {
		...{ documentId, focusAreaId, goalKind: "numeric", statement: goal.statement },
	});
	if (!objectiveId) return undefined;
	const [numerator, denominator] = goal.from;
	await desk.perform(writer, setObjective, {
		...{ documentId, objectiveId, version: 1, measure: { indicator: goal.indicator, vintage: "cfsr4" } },
		...{ dataSource: "Federal data profile", cadence: "Twice a year" },
		baseline: {
			...{
				numerator,
				denominator,
				value: (100 * numerator) / denominator,
				source: "Federal data profile, February 2024",
			},
			...{ periodStart: plainDate("2022-10-01"), periodEnd: plainDate("2023-09-30") },
		},
		target: { value: goal.to, by: plainDate("2029-09-30") },
	});
	const start = (100 * numerator) / denominator;
	const step = (goal.to - start) / 5;
	await desk.perform(writer, setBenchmarks, {
		...{ documentId, objectiveId },
		benchmarks: [1, 2, 3, 4].map((n) => ({ year: 2024 + n, value: Math.round((start + n * step) * 10) / 10 })),
	});
	const { id: strategyId } = await desk.perform(writer, addStrategy, {
		...{ documentId, goalId, statement: goal.strategy, rationale: goal.why },
	});
	for (const [index, statement] of goal.milestones.entries()) {
		await desk.perform(writer, addMilestone, {
			...{ documentId, strategyId, statement, timeframeMonths: 12 * (index + 1), assignedTitle: "Program manager" },
		});
	}
	return { goalId, strategyId };
}

/** Each year the next milestone of every intervention is done. */
async function reportMilestones(
	desk: Desk,
	{ plan }: Documents,
	number: number,
	completedOn: PlainDate,
): Promise<void> {
	const { facts } = await desk.perform(writer, getPlan, { documentId: plan });
	for (const { id, version } of facts.milestones.filter(({ position }) => position === number)) {
		await desk.perform(writer, reportMilestone, {
			...{ documentId: plan, milestoneId: id, version, status: "completed", completedOn },
			proof: "Minutes of the implementation team",
		});
	}
}

async function writeReport(desk: Desk, documents: Documents, much: "half" | "whole"): Promise<void> {
	const { id } = await desk.perform(writer, startYearlyPaper, { documentId: documents.plan });
	documents.paper = id;
	await takeImprovementGoalsIn(desk, id);
	const { facts } = await desk.perform(writer, getPlan, { documentId: id });
	const whole = much === "whole";
	const parts = whole ? facts.carriedParts : facts.carriedParts.slice(0, 3);
	for (const { partId, partKind, version } of parts) {
		await desk.perform(writer, saveProgress, {
			...{ documentId: id, partId, version, standing: "continues" },
			...(partKind === "goal"
				? { progress: "Meetings are held in six of eight counties; families come earlier." }
				: {}),
		});
	}
	await answerReport(desk, facts, whole);
	const federalFiscalYear =
		fiscalYearOf(facts.cycle.startsOn, federalFiscalYearStart) + (facts.document.updateNumber ?? 0);
	const jurisdictionId = facts.jurisdiction.id;
	const services = await desk.perform(writer, listServices, { jurisdictionId });
	for (const { service } of whole ? services : services.slice(0, 3)) {
		const changed = service.category === "family-preservation" && facts.document.updateNumber === 1;
		await desk.perform(writer, saveServiceYear, {
			...{ serviceId: service.id, federalFiscalYear, change: changed ? "changed" : "no-change" },
			note: changed ? "Offered in two more counties of the Northern Region, by the new contract." : "",
		});
	}
}

/** Goals of the improvement plan that came since are goals of the five years from this report on. */
async function takeImprovementGoalsIn(desk: Desk, documentId: string): Promise<void> {
	const improvementPlans = new Set(
		(await desk.perform(writer, listPlans, { jurisdictionId: desk.placeId("halcyon") }))
			.filter(({ document }) => document.editionId.startsWith("us-pip-"))
			.map(({ document }) => document.title),
	);
	for (const { id: goalId, statement, usedIn } of await desk.perform(writer, listGoalsToUse, { documentId })) {
		if (!usedIn.some((title) => improvementPlans.has(title))) continue;
		const label = pipGoals.find((each) => each.statement === statement)?.area ?? "Program Improvement Plan";
		await desk.perform(writer, takeGoalIn, { documentId, goalId, label });
	}
}

/** Texts that must be new are written, the others say that nothing changed. */
async function answerReport(desk: Desk, facts: PlanFacts, whole: boolean): Promise<void> {
	const versions = new Map(facts.answers.map(({ field, version }) => [field, version]));
	// While a Program Improvement Plan is in force the report tells of it (INT-03).
	const inForce = pipsInForce(facts).length > 0;
	const fields = fieldsOf(editionOfDocument(getEdition(editionId), facts.document)).filter(
		({ id, from, required }) => from === "answer" && (required || (inForce && id === "update.improvementPlan")),
	);
	for (const { id: field, label, noChangeAllowed } of whole ? fields : fields.slice(0, 14)) {
		const written = stateReportTexts[field] ?? (versions.has(field) ? undefined : textOf(field, label));
		const carried = facts.answers.find((answer) => answer.field === field)?.value ?? "";
		await desk.perform(writer, saveAnswer, {
			...{ documentId: facts.document.id, field, value: written ?? carried, version: versions.get(field) ?? 0 },
			noChange: noChangeAllowed === true && written === undefined,
		});
	}
}

/** A number's field of the report takes what the plan said in its own. */
function textOf(field: string, label: string): string {
	const number = /^update\.(\w+)Numbers$/u.exec(field)?.[1];
	return (number && statePlanTexts[`statistics.${number}`]) || `${label}: as planned.`;
}

async function send(desk: Desk, documentId: string): Promise<void> {
	await desk.perform(writer, screenNames, {
		...{ documentId, names: "Tamsin Oakhollow\nBram Oakhollow", note: "Names of the cases that the reviews read." },
	});
	await step(desk, documentId, writer, "mark-ready");
	await step(desk, documentId, director, "submit");
}

async function approve(desk: Desk, documentId: string, answeredOn: PlainDate): Promise<void> {
	const letter = "Approval letter of the regional office, filed with the Office of Planning";
	await step(desk, documentId, director, "accept", { letter, answeredOn });
}

async function step(
	desk: Desk,
	documentId: string,
	who: typeof writer | typeof director,
	action: "mark-ready" | "submit" | "accept",
	more: { readonly letter?: string; readonly answeredOn?: PlainDate } = {},
): Promise<void> {
	const { facts } = await desk.perform(who, getPlan, { documentId });
	await desk.perform(who, takeStep, { documentId, action, version: facts.document.version, ...more });
}
