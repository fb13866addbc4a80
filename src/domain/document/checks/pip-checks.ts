import { addMonths, formatDate } from "../../calendar/plain-date.ts";
import { pipFactsOf, pipsInForce } from "../../pip/improvement-facts.ts";
import { measurementLines } from "../../pip/measurement-line.ts";
import { trackLabels, WorkTrack } from "../../pip/pip-rules.ts";
import { misdated } from "../../pip/pip-view.ts";
import type { CheckFunction } from "./check-result.ts";
import { documentPlace, goalPlace, goalsOf, milestonePlace, milestonesOf } from "./plan-parts.ts";

/** The areas that the review found not in conformity are recorded: without them nothing can be answered. */
export const areasDetermined: CheckFunction<"areas-determined"> = ({ graph }) => {
	const pip = pipFactsOf(graph);
	if (!pip || (pip.determination?.areas.length ?? 0) > 0) return [];
	return [{ place: documentPlace(graph, "pip.areas", "Areas not in conformity"), words: {} }];
};

/** Every outcome and factor not in conformity is named by at least one goal (INT-04). */
export const areasAnswered: CheckFunction<"areas-answered"> = ({ graph, edition }) => {
	const pip = pipFactsOf(graph);
	const goals = new Set(goalsOf(graph, edition).map(({ goal }) => goal.goal.id));
	const named = new Set(pip?.addresses.filter(({ goalId }) => goals.has(goalId)).flatMap(({ codes }) => codes));
	return (pip?.determination?.areas ?? [])
		.filter((code) => !named.has(code))
		.map((code) => {
			const label = edition.improvement?.areas.find((each) => each.code === code)?.label;
			const area = label ? `${code}, ${label}` : code;
			return { place: documentPlace(graph, "pip.areas", area), words: { area } };
		});
};

/** Every item and indicator that was found to need improvement is named by a goal. */
export const itemsNamed: CheckFunction<"items-named"> = ({ graph, edition }) => {
	const pip = pipFactsOf(graph);
	const named = new Set(pip?.addresses.flatMap(({ codes }) => codes));
	const known = edition.improvement?.areas.flatMap(({ items, indicators }) => [...items, ...indicators]) ?? [];
	return (pip?.determination?.items ?? [])
		.filter((code) => !named.has(code))
		.map((code) => {
			const item = known.find((each) => each.code === code)?.label ?? code;
			return { place: documentPlace(graph, "pip.areas", item), words: { item } };
		});
};

/** Every goal says what it must address. */
export const goalNamesArea: CheckFunction<"goal-names-area"> = ({ graph, edition }) => {
	const pip = pipFactsOf(graph);
	if (!pip) return [];
	return goalsOf(graph, edition)
		.filter(({ goal }) => !pip.addresses.some(({ goalId, codes }) => goalId === goal.goal.id && codes.length > 0))
		.map((part) => ({ place: goalPlace(part, "addresses", "What it addresses"), words: { thing: part.name } }));
};

/** A goal of the PIP is also a goal of the five-year plan whose period runs now (INT-02; 45 CFR 1355.35). */
export const goalIncorporated: CheckFunction<"goal-incorporated"> = ({ graph, edition, context }) => {
	const { improvement } = graph;
	const rules = edition.improvement;
	if (!improvement || !rules) return [];
	const runs = (cycleId: string) =>
		improvement.cycles.some(
			({ id, startsOn, endsOn }) => id === cycleId && startsOn <= context.today && context.today <= endsOn,
		);
	// A goal that came after the plan was accepted stands in the paper that reports on it.
	const ofPlan = new Set(
		improvement.documents
			.filter(({ editionId, cycleId }) => editionId.startsWith(`${rules.incorporatedIn.framework}-`) && runs(cycleId))
			.map(({ id }) => id),
	);
	return goalsOf(graph, edition)
		.filter(
			({ goal }) =>
				!improvement.uses.some(({ goalId, documentId }) => goalId === goal.goal.id && ofPlan.has(documentId)),
		)
		.map((part) => ({
			place: goalPlace(part, "uses", "Other plans"),
			words: { thing: part.name, plan: rules.incorporatedIn.plan },
		}));
};

/** No key activity is dated in the time that is for measurement only. */
export const activityDatedWell: CheckFunction<"activity-dated-well"> = ({ graph, edition }) => {
	const pip = pipFactsOf(graph);
	if (!pip?.terms) return [];
	const end = graph.cycle.endsOn;
	const until = addMonths(end, pip.terms.nonOverlapMonths);
	const wrong = misdated(
		graph.components.flatMap(({ goals }) => goals),
		end,
		until,
	);
	return milestonesOf(graph, edition).flatMap((part) => {
		const found = wrong.find(({ id }) => id === part.milestone.milestone.id);
		if (!found) return [];
		return [
			{
				place: milestonePlace(part, "dueOn", edition.words.timeframe),
				words: { thing: part.name, due: formatDate(found.dueOn), end: formatDate(end), until: formatDate(until) },
			},
		];
	});
};

/** Every line of the measurement plan has a goal that can be worked out, or says when its baseline will be there. */
export const measuredLineComplete: CheckFunction<"measured-line-complete"> = ({ graph, edition }) =>
	linesOf(graph, edition)
		.filter(({ fault, item }) => fault !== "" && item.baselineDueOn === null)
		.map(({ item, fault }) => ({
			place: { kind: "measurement-item", id: item.id, field: "baseline", label: item.label },
			words: { thing: item.label, why: fault },
		}));

/** The target that stands in the plan is the goal that the baseline gives: a baseline that moved takes its goal with it. */
export const targetWorkedOut: CheckFunction<"target-worked-out"> = ({ graph, edition }) =>
	linesOf(graph, edition)
		.filter(({ targetDiffers }) => targetDiffers)
		.map(({ item, goal, target }) => ({
			place: { kind: "measurement-item", id: item.id, field: "goal", label: item.label },
			words: {
				thing: item.label,
				goal: goal?.toFixed(2) ?? "",
				target: target?.toFixed(2) ?? "",
			},
		}));

/** The work plan has steps on each of its three tracks (MS-20). */
export const workPlanTracks: CheckFunction<"work-plan-tracks"> = ({ graph }) => {
	const pip = pipFactsOf(graph);
	if (!pip) return [];
	return WorkTrack.options
		.filter((track) => !pip.workSteps.some((step) => step.track === track))
		.map((track) => ({
			place: documentPlace(graph, "pip.workPlan", "Work plan"),
			words: { track: trackLabels[track] },
		}));
};

/** While a PIP is in force, the yearly report tells of its progress (INT-03; 45 CFR 1355.35). */
export const pipProgressTold: CheckFunction<"pip-progress-told"> = ({ check, graph }) => {
	const answer = graph.answers.get(check.field);
	if (answer && (answer.value.trim() !== "" || answer.noChange)) return [];
	return pipsInForce(graph).map(({ title }) => ({
		place: documentPlace(graph, check.field, title),
		words: { plan: title },
	}));
};

function linesOf(
	graph: Parameters<CheckFunction<"target-worked-out">>[0]["graph"],
	edition: Parameters<CheckFunction<"target-worked-out">>[0]["edition"],
) {
	const pip = pipFactsOf(graph);
	return pip && edition.improvement ? measurementLines(graph, pip, edition.improvement) : [];
}
