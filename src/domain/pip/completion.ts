import type { PlainDate } from "../calendar/plain-date.ts";
import type { GoalNode } from "../plan/plan-graph.ts";
import type { AreaLine, PipView } from "./pip-view.ts";

/** How far a PIP has come with one area: what of it is still open, and what that means today. */
export type AreaCompletion = {
	readonly code: string;
	readonly label: string;
	/** Key activities that are neither completed nor dropped, by number. */
	readonly openActivities: readonly string[];
	/** Completed key activities that nothing shows to be done, and that do not say that no evidence is kept. */
	readonly unshownActivities: readonly string[];
	/** Measures whose goal was not reached in a period that counts. */
	readonly openMeasures: readonly string[];
	readonly state: "no-goal" | "open" | "answered" | "not-answered";
};

export const completionLabels: Readonly<Record<AreaCompletion["state"], string>> = {
	"no-goal": "No goal answers it",
	open: "Open",
	answered: "Key activities done and every measure met",
	"not-answered": "Measurement has ended and it is not answered: withholding can follow (45 CFR 1355.36)",
};

/**
 * Whether each area can be found to be answered. A penalty attaches to the area, never to one item: one measure that was not met leaves
 * its whole area open. A key activity is complete with what shows it: a file, a link, words, or the word that nothing is kept. A measure counts when it was met once in a period that ends no later than the time of measurement.
 */
export function areaCompletions(
	areas: readonly AreaLine[],
	goals: readonly GoalNode[],
	{ measurement, evidence }: Pick<PipView, "measurement" | "evidence">,
	measuredUntil: PlainDate,
	today: PlainDate,
): readonly AreaCompletion[] {
	const shown = new Set(evidence.filter(({ counts }) => counts).map((each) => each.evidence.milestoneId));
	return areas.map(({ area, goals: answering }) => {
		const own = goals.filter(({ goal }) => answering.some(({ goalId }) => goalId === goal.id));
		const activities = own.flatMap(({ strategies }) => strategies.flatMap(({ milestones }) => milestones));
		const openActivities = activities
			.filter(({ milestone }) => !["completed", "dropped"].includes(milestone.status))
			.map(({ number }) => number);
		const unshownActivities = activities
			.filter(({ milestone }) => milestone.status === "completed" && milestone.proof.trim() === "")
			.filter(({ milestone }) => !shown.has(milestone.id))
			.map(({ number }) => number);
		const openMeasures = measurement
			.filter(({ item }) => own.some(({ goal }) => goal.id === item.goalId))
			.filter(({ standing }) => {
				if (standing.state === "exempt") return false;
				return standing.state !== "met" || (standing.periodEnd !== null && standing.periodEnd > measuredUntil);
			})
			.map(({ item }) => item.label);
		const done = [openActivities, unshownActivities, openMeasures].every(({ length }) => length === 0);
		const state = own.length === 0 ? "no-goal" : done ? "answered" : today > measuredUntil ? "not-answered" : "open";
		return { code: area.code, label: area.label, openActivities, unshownActivities, openMeasures, state };
	});
}
