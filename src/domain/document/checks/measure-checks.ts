import { formatDate } from "../../calendar/plain-date.ts";
import { formatValue } from "../../measure/format-value.ts";
import type { Measure } from "../../measure/measure-facts.ts";
import type { GoalNode, ObjectiveNode } from "../../plan/plan-graph.ts";
import type { CheckFunction, Place } from "./check-result.ts";
import { dateIn, filledFields } from "./field-checks.ts";
import { componentPlace, componentsOf, type GoalPart, goalPlace, goalsOf } from "./plan-parts.ts";

type ObjectivePart = GoalPart & { readonly objective: ObjectiveNode };

/** Current performance holds at least one value with its period and source (SIP-48). */
export const measuredValuePresent: CheckFunction<"measured-value-present"> = ({ graph, edition }) =>
	componentsOf(graph, edition)
		.filter((part) => !part.component.goals.some((goal) => goal.objectives.some(hasSourcedValue)))
		.map((part) => ({
			place: componentPlace(part, "objectives", edition.words.currentPerformance),
			words: { thing: part.name },
		}));

/** The frozen baseline is still the value of the figure that it was taken from (SIP-48). */
export const baselineAgrees: CheckFunction<"baseline-agrees"> = (input) =>
	objectivesOf(input).flatMap((part) => {
		const { baseline, baselineObservation } = part.objective;
		if (!baseline || !baselineObservation || baseline.value === null) return [];
		const same =
			Math.abs(baseline.value - baselineObservation.value) < 0.05 &&
			baseline.periodEnd === baselineObservation.periodEnd;
		return same ? [] : [hit(part, "baseline.value", "Baseline", {})];
	});

/** The baseline's period ends with the quarter named on the cover (SIP-16). */
export const baselinePeriod: CheckFunction<"baseline-period"> = (input) => {
	const quarter = dateIn(filledFields(input, input.check.field)[0]);
	if (!quarter) return [];
	return objectivesOf(input).flatMap((part) => {
		const end = part.objective.baseline?.periodEnd;
		if (!end || end === quarter) return [];
		return [hit(part, "baseline.periodEnd", "Baseline", { end: formatDate(end), quarter: formatDate(quarter) })];
	});
};

/** What the goal is said to be, a numeric change or a process improvement, shows in its objectives (SIP-50). */
export const goalKindShown: CheckFunction<"goal-kind-shown"> = ({ graph, edition }) =>
	goalsOf(graph, edition)
		.filter(({ goal }) => goal.goal.goalKind === "numeric" && goal.objectives.every((each) => !each.measure))
		.map((part) => ({ place: goalPlace(part, "goalKind"), words: { thing: part.name } }));

/** All that makes a goal measurable: for a number, where from, where to and by when; for a process, the proof (SIP-51). */
export const goalMeasurable: CheckFunction<"goal-measurable"> = ({ graph, edition }) =>
	goalsOf(graph, edition).flatMap((part) =>
		missingFrom(part.goal).map(([place, missing]) => ({
			place: place ?? goalPlace(part, "objectives", "Objectives"),
			words: { thing: part.name, missing },
		})),
	);

function missingFrom(goal: GoalNode): readonly (readonly [Place | undefined, string])[] {
	if (goal.goal.goalKind === "process") {
		const proof = goal.objectives.some((each) => each.objective.evidenceOfCompletion.trim() !== "");
		const first = goal.objectives[0];
		const place = first && objectivePlace(first, "evidenceOfCompletion", "Evidence of completion");
		return proof ? [] : [[place, "the evidence that will show that it is done"]];
	}
	const measured = goal.objectives.filter((each) => each.measure);
	if (measured.length === 0) return [[undefined, "the measure that must move"]];
	return measured.flatMap((each) => {
		const gap = (missing: boolean, field: string, what: string): (readonly [Place, string])[] =>
			missing ? [[objectivePlace(each, field, each.measure?.title ?? "Objective"), what]] : [];
		return [
			...gap(typeof each.baseline?.value !== "number", "baseline.value", "the baseline value"),
			...gap(!each.baseline?.periodEnd, "baseline.periodEnd", "the period of the baseline"),
			...gap(typeof each.target?.value !== "number", "target.value", "the target"),
			...gap(!each.target?.by, "target.by", "the date by which the target is to be reached"),
		];
	});
}

/** The target lies on the better side of the baseline (SIP-52). */
export const targetDirection: CheckFunction<"target-direction"> = (input) =>
	numericObjectives(input).flatMap(({ part, from, to, lowerIsBetter }) => {
		if (lowerIsBetter ? to < from : to > from) return [];
		return [hit(part, "target.value", "Target", { better: lowerIsBetter ? "Lower" : "Higher" })];
	});

/**
 * The target is not wildly beyond history (SIP-53): not further from the baseline than the share, and not further beyond the
 * best value on record than the share of all that the values on record have moved. A target a little better than the best is what a
 * plan is for. The message shows the target only, no figure.
 */
export const targetReach: CheckFunction<"target-reach"> = (input) =>
	numericObjectives(input).flatMap(({ part, measure, from, to, lowerIsBetter }) => {
		const history = part.objective.observations.map((each) => each.value);
		const [least, most] = [Math.min(...history), Math.max(...history)];
		const beyond = lowerIsBetter ? least - to : to - most;
		const beyondBest = history.length > 1 && beyond > (most - least) * input.check.share;
		const far = from !== 0 && Math.abs(to - from) / Math.abs(from) > input.check.share;
		if (!beyondBest && !far) return [];
		const target = formatValue(to, measure.unit);
		const share = `${Math.round(input.check.share * 100)} percent`;
		return [
			hit(part, "target.value", "Target", {
				target,
				why: far ? `more than ${share} away from the baseline` : "far better than any value on record",
			}),
		];
	});

type NumericObjective = {
	readonly part: ObjectivePart;
	readonly measure: Measure;
	readonly from: number;
	readonly to: number;
	readonly lowerIsBetter: boolean;
};

function numericObjectives(input: Parameters<typeof objectivesOf>[0]): readonly NumericObjective[] {
	return objectivesOf(input).flatMap((part): NumericObjective[] => {
		const { measure, baseline, target } = part.objective;
		const [from, to] = [baseline?.value ?? null, target?.value ?? null];
		if (!measure || from === null || to === null) return [];
		return [{ part, measure, from, to, lowerIsBetter: measure.direction === "down" }];
	});
}

function objectivesOf({
	graph,
	edition,
}: Pick<Parameters<typeof baselineAgrees>[0], "graph" | "edition">): readonly ObjectivePart[] {
	return goalsOf(graph, edition).flatMap((part) => part.goal.objectives.map((objective) => ({ ...part, objective })));
}

function hasSourcedValue({ baseline }: ObjectiveNode): boolean {
	return (
		typeof baseline?.value === "number" &&
		baseline.periodStart !== null &&
		baseline.periodEnd !== null &&
		baseline.source.trim() !== ""
	);
}

function hit<W extends Readonly<Record<string, string>>>(part: ObjectivePart, field: string, label: string, words: W) {
	const measure = part.objective.measure?.title ?? "the measure";
	return {
		place: objectivePlace(part.objective, field, `${part.name}: ${label}`),
		words: { thing: part.name, measure, ...words },
	};
}

function objectivePlace(node: ObjectiveNode, field: string, label: string): Place {
	return { kind: "objective", id: node.objective.id, field, label };
}
