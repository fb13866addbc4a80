import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import type { Actor } from "../../src/domain/people/may.ts";
import { addComponent } from "../../src/operations/add-component.ts";
import { addGoal } from "../../src/operations/add-goal.ts";
import { addPlanEntry } from "../../src/operations/add-plan-entry.ts";
import { addStrategy } from "../../src/operations/add-strategy.ts";
import { addTeamMember } from "../../src/operations/add-team-member.ts";
import { getPlan, type PlanView } from "../../src/operations/get-plan.ts";
import { type LoadResult, loadFigures } from "../../src/operations/load-figures.ts";
import { perform } from "../../src/operations/operation.ts";
import { saveAnswer } from "../../src/operations/save-answer.ts";
import { setObjective } from "../../src/operations/set-objective.ts";
import { startPlan } from "../../src/operations/start-plan.ts";
import { takeStep } from "../../src/operations/take-step.ts";
import { waiveCheck } from "../../src/operations/waive-check.ts";
import { approvePlan } from "../support/approve-plan.ts";
import { addActor, addPlace, type TestStorage } from "../support/test-storage.ts";
import type { RealComponent, RealFigure, RealGoal, RealPlan } from "./real-plan.ts";

/** A real plan, typed in by the people of its place. */
export type TypedPlan = {
	readonly jurisdictionId: string;
	readonly documentId: string;
	readonly planner: Actor;
	readonly director: Actor;
	view(): Promise<PlanView>;
};

/** Types what is known of a plan, by the operations that a planner and a director use. */
export async function typeRealPlan(storage: TestStorage, plan: RealPlan): Promise<TypedPlan> {
	const { performer } = storage;
	const jurisdictionId = await addPlace(storage, plan.place);
	const planner = await addActor(storage, jurisdictionId, "county-planner");
	const director = await addActor(storage, jurisdictionId, "child-welfare-director");
	const { id: documentId } = await perform(performer, startPlan, planner, {
		jurisdictionId,
		editionId: plan.editionId,
		startsOn: plainDate(plan.startsOn),
		...(plan.endsOn ? { endsOn: plainDate(plan.endsOn) } : {}),
	});
	for (const [field, value] of Object.entries(plan.answers ?? {})) {
		await perform(performer, saveAnswer, planner, { documentId, field, value, version: 0 });
	}
	const goals = new Map<string, string>();
	for (const component of plan.components ?? []) {
		await typeComponent(storage, planner, { documentId, component, goals });
	}
	for (const [name, group] of plan.team ?? []) {
		await perform(performer, addTeamMember, planner, { documentId, name, affiliation: name, group });
	}
	if (plan.submittedOn) await handIn(storage, { documentId, planner, director, on: plan.submittedOn });
	return {
		jurisdictionId,
		documentId,
		planner,
		director,
		view: () => perform(performer, getPlan, planner, { documentId }),
	};
}

/** Loads figures as a file, as a planner would hand it in. */
export function loadRealFigures(
	{ performer }: TestStorage,
	{ jurisdictionId, planner }: Pick<TypedPlan, "jurisdictionId" | "planner">,
	figures: readonly RealFigure[],
): Promise<LoadResult> {
	const headings = "indicator,vintage,period start,period end,numerator,denominator,value,source,data as of";
	const rows = figures.map(({ indicator, vintage, from, to, numerator, denominator, value, source, dataAsOf }) =>
		[indicator, vintage, from, to, numerator ?? "", denominator ?? "", value ?? "", source, dataAsOf].join(","),
	);
	return perform(performer, loadFigures, planner, {
		jurisdictionId,
		fileName: "published-figures.csv",
		bytes: new TextEncoder().encode([headings, ...rows].join("\n")),
	});
}

type Typing = {
	readonly documentId: string;
	readonly component: RealComponent;
	readonly goals: Map<string, string>;
};

async function typeComponent(
	{ performer }: TestStorage,
	planner: Actor,
	{ documentId, component, goals }: Typing,
): Promise<void> {
	const { id: focusAreaId } = await perform(performer, addComponent, planner, {
		documentId,
		subjectKind: component.kind,
		codes: [...component.codes],
		label: component.label,
		origin: "self-assessment",
	});
	for (const goal of component.goals ?? []) {
		const known = goal.key === undefined ? undefined : goals.get(goal.key);
		const added = await perform(performer, addGoal, planner, {
			documentId,
			focusAreaId,
			goalKind: goal.kind,
			statement: goal.statement,
			...(known === undefined ? {} : { existingGoalId: known }),
		});
		if (goal.key !== undefined) goals.set(goal.key, added.id);
		if (added.objectiveId)
			await typeMeasure({ performer }, planner, { documentId, goal, objectiveId: added.objectiveId });
		for (const statement of known === undefined ? (goal.strategies ?? []) : []) {
			await perform(performer, addStrategy, planner, { documentId, goalId: added.id, statement });
		}
	}
}

async function typeMeasure(
	{ performer }: Pick<TestStorage, "performer">,
	planner: Actor,
	{ documentId, objectiveId, goal }: { documentId: string; objectiveId: string; goal: RealGoal },
): Promise<void> {
	const { baseline, target } = goal;
	if (!baseline && !target) return;
	await perform(performer, setObjective, planner, {
		documentId,
		objectiveId,
		version: 1,
		...(baseline ? { baseline } : {}),
		...(target ? { target: { value: target.value, by: plainDate(target.by) } } : {}),
	});
}

async function handIn(
	{ performer, clock }: TestStorage,
	{ documentId, planner, director, on }: { documentId: string; planner: Actor; director: Actor; on: string },
): Promise<void> {
	const now = clock.now;
	clock.now = new Date(`${on}T17:00:00.000Z`);
	await perform(performer, addPlanEntry, planner, {
		documentId,
		kind: "cross-reference",
		planKind: "self-assessment",
		label: "County Self-Assessment",
		completedOn: plainDate(on),
	});
	const { facts: written, checks } = await perform(performer, getPlan, planner, { documentId });
	// Of the later editions only parts could be read: what is not known of a plan that was sent is set aside.
	const isLater = ["ca-ccfsr-2009", "ca-ccfsr-2013"].includes(written.document.editionId);
	for (const { ruleId, place, severity } of checks.filter(() => isLater)) {
		if (severity !== "error") continue;
		await perform(performer, waiveCheck, director, {
			...{ documentId, ruleId, aboutId: place.id, subject: place.subject ?? null },
			reason: "This part of the published plan could not be read.",
		});
	}
	await perform(performer, takeStep, planner, { documentId, action: "mark-ready", version: 1 });
	const { facts } = await perform(performer, getPlan, planner, { documentId });
	if (facts.document.editionId.startsWith("ca-ccfsr")) await approvePlan({ performer }, director, documentId);
	const { facts: approved } = await perform(performer, getPlan, planner, { documentId });
	await perform(performer, takeStep, director, { documentId, action: "submit", version: approved.document.version });
	clock.now = now;
}
