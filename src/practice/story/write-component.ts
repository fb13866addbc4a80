import { timeframeEnd } from "../../domain/plan/assemble-plan.ts";
import { caIndicators } from "../../frameworks/ca-indicators/catalogue.ts";
import { addComponent } from "../../operations/add-component.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { addMilestone } from "../../operations/add-milestone.ts";
import { addStrategy } from "../../operations/add-strategy.ts";
import { changePart } from "../../operations/change-part.ts";
import { listFindings } from "../../operations/list-findings.ts";
import { setObjective } from "../../operations/set-objective.ts";
import type { PersonKey } from "../data/people.ts";
import { practiceVintage } from "../figures/make-series.ts";
import type { ComponentText, GoalText, StrategyText } from "../plan-text.ts";
import { type FigureAtHand, fillFigures, findFigure, targetValue } from "./plan-figures.ts";
import type { PlanStory } from "./plan-story.ts";
import { saveField } from "./save-field.ts";
import type { Desk } from "./session.ts";
import { getFactor } from "./settle-findings.ts";

/** Writes one component with everything below it, in the order in which people write: subject, performance, goals, end. */
export async function writeComponent(desk: Desk, story: PlanStory, text: ComponentText, n: number): Promise<void> {
	const { times, quarter } = story;
	const { planner } = times;
	const number = `c${n}`;
	const { county } = times.text;
	if (!quarter) throw new Error(`The practice plan ${times.key} has no quarter on its cover sheet yet.`);
	const atHand =
		text.kind === "indicator" ? await findFigure(desk, planner, { county, code: text.code, quarter }) : undefined;
	await openComponent(desk, story, text, number);
	await answerFields(desk, story, number, { currentPerformance: text.answers.currentPerformance }, atHand);
	for (const [index, goal] of text.goals.entries()) {
		await writeGoal(desk, story, { goal, area: number, number: `${number}.${index + 1}`, atHand });
	}
	const { currentPerformance: _written, ...closing } = text.answers;
	await answerFields(desk, story, number, closing, atHand);
}

async function openComponent(desk: Desk, story: PlanStory, text: ComponentText, number: string): Promise<void> {
	const { times, draft } = story;
	const { planner } = times;
	const jurisdictionId = desk.placeId(times.text.county);
	const findings = await desk.perform(planner, listFindings, { jurisdictionId });
	const finding = findings.find((each) => each.code === text.code && each.state === "confirmed");
	const { id } = await desk.perform(planner, addComponent, {
		documentId: draft.documentId(),
		subjectKind: text.kind,
		codes: [text.code],
		label: labelOf(text),
		origin: text.origin,
		...(finding ? { findingId: finding.id } : {}),
	});
	draft.keep(number, { kind: "focus-area", id, version: 1 });
	if (text.probation === "unanswered") return;
	const answered =
		text.probation === "yes"
			? { probationConsidered: "yes" as const }
			: { probationConsidered: "not-applicable" as const, probationReason: text.probation.notApplicable };
	const who = times.probationPlanner ?? planner;
	const { version } = await desk.perform(who, changePart, {
		documentId: draft.documentId(),
		kind: "focus-area",
		id,
		version: 1,
		patch: answered,
	});
	draft.keep(number, { kind: "focus-area", id, version });
}

function labelOf({ kind, code }: ComponentText): string {
	if (kind === "systemic-factor") return getFactor(code).label;
	const label = caIndicators.findIndicator(practiceVintage, code)?.label;
	if (!label) throw new RangeError(`The catalogue has no indicator ${code} with a label.`);
	return label;
}

async function answerFields(
	desk: Desk,
	story: PlanStory,
	component: string,
	answers: { readonly [Field in keyof ComponentText["answers"]]?: ComponentText["answers"][Field] | undefined },
	atHand: FigureAtHand | undefined,
): Promise<void> {
	for (const [field, value] of Object.entries(answers)) {
		if (value === undefined) continue;
		const filled = typeof value === "string" ? fillFigures(value, atHand) : value;
		await saveField(desk, story, story.times.planner, { field: `component.${field}`, component, value: filled });
	}
}

type GoalPlace = {
	readonly goal: GoalText;
	readonly area: string;
	readonly number: string;
	readonly atHand: FigureAtHand | undefined;
};

async function writeGoal(desk: Desk, story: PlanStory, place: GoalPlace): Promise<void> {
	const { times, draft } = story;
	const { goal, area, number } = place;
	const added = await desk.perform(times.planner, addGoal, {
		documentId: draft.documentId(),
		focusAreaId: draft.part(area).id,
		goalKind: goal.kind,
		statement: goal.statement,
		population: [...goal.population],
	});
	draft.keep(number, { kind: "goal", id: added.id, version: 1 });
	if (added.objectiveId) await makeMeasurable(desk, story, place, added.objectiveId);
	for (const [index, strategy] of goal.strategies.entries()) {
		await writeStrategy(desk, story, strategy, { goalNumber: number, number: `${number}.${index + 1}` });
	}
}

async function makeMeasurable(desk: Desk, story: PlanStory, place: GoalPlace, objectiveId: string): Promise<void> {
	const { times, draft, startsOn } = story;
	const { goal, atHand } = place;
	const common = { documentId: draft.documentId(), objectiveId, version: 1 };
	if (goal.evidence !== undefined) {
		await desk.perform(times.planner, setObjective, { ...common, evidenceOfCompletion: goal.evidence });
	}
	if (!goal.target || !atHand) return;
	const { code } = atHand.series.indicator;
	await desk.perform(times.planner, setObjective, {
		...common,
		measure: { indicator: code, vintage: practiceVintage, populationGroup: "all" },
		baseline: { observationId: atHand.figure.id },
		target: { value: targetValue(goal.target, atHand), by: timeframeEnd(startsOn, goal.target.byMonth) },
	});
}

async function writeStrategy(
	desk: Desk,
	story: PlanStory,
	text: StrategyText,
	{ goalNumber, number }: { readonly goalNumber: string; readonly number: string },
): Promise<void> {
	const { draft } = story;
	const documentId = draft.documentId();
	const population = [...(text.population ?? ["cws" as const])];
	const who = writerFor(story, population);
	const { id } = await desk.perform(who, addStrategy, {
		documentId,
		goalId: draft.part(goalNumber).id,
		statement: text.statement,
		rationale: text.rationale,
		population,
	});
	draft.keep(number, { kind: "strategy", id, version: 1 });
	for (const [index, [statement, months, title, person]] of text.milestones.entries()) {
		const milestone = await desk.perform(who, addMilestone, {
			documentId,
			strategyId: id,
			statement,
			timeframeMonths: months,
			assignedTitle: title,
			assignedPersonId: person ? desk.personId(person) : null,
			population,
		});
		draft.keep(`${number}.${index + 1}`, { kind: "milestone", id: milestone.id, version: 1 });
	}
}

/** Probation writes what is for its own youth. */
function writerFor({ times }: PlanStory, population: readonly string[]): PersonKey {
	return population.includes("cws") ? times.planner : (times.probationPlanner ?? times.planner);
}
