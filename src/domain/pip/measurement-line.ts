import type { PlainDate } from "../calendar/plain-date.ts";
import type { ObjectiveNode, PlanGraph } from "../plan/plan-graph.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import type { PipFacts } from "./improvement-facts.ts";
import { type IndicatorGoal, indicatorGoal } from "./indicator-goal.ts";
import { type ItemStanding, itemStanding, periodFaults, reachedIn } from "./measurement-period.ts";
import type { PipRules } from "./pip-rules.ts";
import { type SamplingGoal, samplingGoal } from "./sampling-goal.ts";

/** A result with what keeps it from counting; nothing where it counts. `reached` is in the unit of the goal. */
export type MeasuredResult = {
	readonly result: Fact<"measurement-result">;
	readonly faults: readonly string[];
	readonly reached: number | null;
};

/** A line of the measurement plan with its goal worked out and how it stands. Values of items are percentages. */
export type MeasurementLine = {
	readonly item: Fact<"measurement-item">;
	readonly goalNumber: string;
	/** The objective's own baseline, where it has one. */
	readonly start: Fact<"baseline"> | null;
	/** The target that stands in the objective. */
	readonly target: number | null;
	readonly targetBy: PlainDate | null;
	readonly targetId: string | null;
	/** In the unit of the goal; null while there is no baseline. */
	readonly baseline: number | null;
	readonly goal: number | null;
	/** Each step of the arithmetic, in words and figures. Empty where nothing can be worked out. */
	readonly arithmetic: readonly string[];
	/** Why no goal can be worked out. */
	readonly fault: string;
	/** The target that stands in the objective is another than the goal worked out: the baseline was changed since. */
	readonly targetDiffers: boolean;
	readonly results: readonly MeasuredResult[];
	readonly standing: ItemStanding;
};

/** The measurement plan of a PIP, in the order of its goals. */
export function measurementLines(
	graph: Pick<PlanGraph, "components" | "document" | "origin">,
	pip: PipFacts,
	rules: PipRules,
): readonly MeasurementLine[] {
	const goals = graph.components.flatMap((component) => component.goals);
	const agreed = graph.origin !== null || graph.document.state !== "drafting";
	const place = (item: Fact<"measurement-item">) => goals.findIndex(({ goal }) => goal.id === item.goalId);
	return (
		pip.items
			.filter((item) => item.pipType === rules.type)
			// What measured a goal that was taken out is kept with the agreement, and is no part of the plan any more.
			.filter((item) => place(item) >= 0)
			.toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
			.map((item) => {
				const goal = goals.find((each) => each.goal.id === item.goalId);
				const objective = goal?.objectives.find((each) => each.objective.id === item.objectiveId);
				return lineOf(item, goal?.number ?? "", objective, pip, { rules, agreed });
			})
	);
}

/** What was found last, whether or not it counts. */
export function newestResult({ results }: Pick<MeasurementLine, "results">): MeasuredResult | undefined {
	return results.at(-1);
}

/** A line of a plan in force of which nothing was agreed yet: neither a baseline nor a goal. */
export function isLineOpen({ baseline, target }: Pick<MeasurementLine, "baseline" | "target">): boolean {
	return baseline === null && target === null;
}

type WorkedOut = Pick<MeasurementLine, "baseline" | "goal" | "arithmetic" | "fault"> & { readonly exempt?: boolean };

function lineOf(
	item: Fact<"measurement-item">,
	goalNumber: string,
	objective: ObjectiveNode | undefined,
	pip: PipFacts,
	{ rules, agreed }: { readonly rules: PipRules; readonly agreed: boolean },
): MeasurementLine {
	const worked = workOut(item, objective, rules);
	const mix = {
		applicable: objective?.baseline?.denominator ?? null,
		metroShare: item.metroShare,
		fosterShare: item.fosterShare,
	};
	const results = pip.results
		.filter((each) => each.itemId === item.id)
		.toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1))
		.map((result): MeasuredResult => {
			const reached = reachedIn(result);
			return {
				result,
				faults: item.method === "sampling-error" && rules.items ? periodFaults(result, mix, rules.items) : [],
				reached: reached === null ? null : result.numerator !== null ? reached * 100 : reached,
			};
		});
	const target = objective?.target?.value ?? null;
	const differs = worked.goal !== null && target !== null && Math.abs(worked.goal - target) >= 0.005;
	const { exempt = false, ...arithmetic } = worked;
	// In a plan in force the target is what was agreed: negotiated anew, it holds in place of the arithmetic.
	const holds = differs && agreed;
	const shown = holds
		? { ...arithmetic, goal: target, arithmetic: [...worked.arithmetic, `Target in force: ${target}`] }
		: arithmetic;
	return {
		...{ item, goalNumber, results, target },
		start: objective?.baseline ?? null,
		targetBy: objective?.target?.by ?? null,
		targetId: objective?.target?.id ?? null,
		...shown,
		targetDiffers: differs && !agreed,
		standing: itemStanding(
			shown.goal,
			item.better,
			results.map(({ result, faults, reached }) => ({
				...{ ...result, faults, numerator: null, denominator: null },
				value: reached,
			})),
			exempt && !holds,
		),
	};
}

function workOut(item: Fact<"measurement-item">, objective: ObjectiveNode | undefined, rules: PipRules): WorkedOut {
	const base = objective?.baseline;
	const none = (fault: string): WorkedOut => ({ baseline: null, goal: null, arithmetic: [], fault });
	try {
		switch (item.method) {
			case "sampling-error": {
				if (!rules.items) return none("This kind of PIP has no rule for case review items.");
				if (base?.numerator == null || base.denominator == null) return none("The baseline is not there yet.");
				const counts = { strengths: base.numerator, applicable: base.denominator };
				const options = { safety: rules.items.safetyItems.includes(item.code), overlapMonths: item.overlapMonths };
				const goal = samplingGoal(counts, rules.items, options);
				return {
					...{ baseline: goal.baseline * 100, goal: goal.goal * 100, fault: "", exempt: goal.exempt },
					arithmetic: samplingSteps(counts, goal, item.overlapMonths),
				};
			}
			case "indicator-factor": {
				if (!rules.indicators) return none("This kind of PIP has no rule for statewide data indicators.");
				if (base?.value == null) return none("The observed baseline is not there yet.");
				if (item.mean === null || item.deviation === null) {
					return none("The mean and standard deviation of the three most recent years are not there yet.");
				}
				const { mean, deviation, better } = item;
				const goal = indicatorGoal(
					{ performance: "observed", baseline: base.value, mean, deviation, better },
					item,
					rules.indicators,
				);
				return {
					...{ baseline: base.value, goal: goal.goal, fault: "" },
					arithmetic: factorSteps(base.value, item, goal, rules.indicators.deviations),
				};
			}
			case "negotiated": {
				const goal = objective?.target?.value ?? null;
				return {
					...{ baseline: base?.value ?? null, goal, arithmetic: [] },
					fault: goal === null ? "The goal is not negotiated yet." : "",
				};
			}
		}
	} catch (error) {
		if (error instanceof RangeError) return none(error.message);
		throw error;
	}
}

const four = (value: number) => value.toFixed(4);
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

function samplingSteps(
	{ strengths, applicable }: { readonly strengths: number; readonly applicable: number },
	goal: SamplingGoal,
	overlapMonths: number,
): readonly string[] {
	const p = goal.baseline;
	const steps = [`Baseline: ${strengths} of ${applicable} cases = ${percent(p)}`];
	if (goal.exempt) {
		return [...steps, `Goal: ${percent(goal.goal)}. The baseline is so high that it is kept and not raised.`];
	}
	steps.push(
		`Standard error: √(${four(p)} × ${four(1 - p)} ÷ ${applicable}) = ${four(goal.standardError)}`,
		`Sampling error: ${goal.z} × ${four(goal.standardError)} = ${four(goal.margin)}`,
	);
	if (goal.overlapFactor !== 1) {
		const months = overlapMonths === 1 ? "1 month" : `${overlapMonths} months`;
		steps.push(
			`Overlap of ${months}: ${four(goal.margin)} × ${four(goal.overlapFactor)} = ${four(goal.margin * goal.overlapFactor)}`,
		);
	}
	steps.push(`Goal: ${percent(p)} + ${percent(goal.goal - p)} = ${percent(goal.goal)}`);
	return steps;
}

function factorSteps(
	baseline: number,
	item: Fact<"measurement-item">,
	goal: IndicatorGoal,
	deviations: number,
): readonly string[] {
	const sign = item.better === "higher" ? "+" : "−";
	const bounded =
		goal.bounded === null ? [] : [`The ${goal.bounded} of all States’ factors holds: ${four(goal.factor)}`];
	return [
		`Observed baseline: ${trim(baseline)}`,
		`Improvement factor: (${trim(item.mean ?? 0)} ${sign} ${deviations} × ${trim(item.deviation ?? 0)}) ÷ ${trim(item.mean ?? 0)} = ${four(goal.rawFactor)}`,
		...bounded,
		`Goal: ${trim(baseline)} × ${four(goal.factor)} = ${goal.goal.toFixed(2)}`,
	];
}

/** Up to four places, without zeros at the end. */
function trim(value: number): string {
	return String(Number(value.toFixed(4)));
}
