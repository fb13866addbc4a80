import { findStandardOn } from "../../measure/find-standard-on.ts";
import { formatPair } from "../../measure/format-value.ts";
import type { Indicator } from "../../measure/indicator.ts";
import { judge } from "../../measure/judgement.ts";
import type { Observation } from "../../measure/measure-facts.ts";
import type { ComponentNode } from "../../plan/plan-graph.ts";
import type { CheckFunction, CheckInput } from "./check-result.ts";
import { componentPlace, componentsOf, documentPlace } from "./plan-parts.ts";
import { catalogueCodes, findIn } from "./subject-checks.ts";

/**
 * Each confirmed area needing improvement of some domains has a component (SIP-38), or, where that is enough, a reason for
 * putting it off (SIP-41).
 */
export const findingsAnswered: CheckFunction<"findings-answered"> = ({ check, graph }) =>
	graph.findings
		.filter(({ finding }) => finding.state === "confirmed" && finding.judgement === "area-needing-improvement")
		.filter(({ finding }) => check.domains.includes(finding.domain))
		.filter(({ component }) => component === undefined)
		.filter(
			({ answer }) => !(check.deferralIsEnough && answer?.disposition === "deferred" && answer.reason.trim() !== ""),
		)
		.map(({ finding }) => ({
			place: { kind: "finding", id: finding.id, field: "answer", label: `${finding.code} ${finding.label}` },
			words: { finding: `${finding.code} ${finding.label}` },
		}));

/**
 * An indicator whose newest figure is worse than the standard in force has a component with a goal, milestones and
 * timeframes (SIP-39). The message names the standard, never the county's figure, which may be small.
 */
export const belowStandardAnswered: CheckFunction<"below-standard-answered"> = (input) => {
	const parts = componentsOf(input.graph, input.edition);
	return newestFigures(input).flatMap(({ figure, indicator }) => {
		const standard = findStandardOn(indicator.standards, figure.periodEnd);
		if (!standard || !indicator.unit) return [];
		const { verdict } = judge(figure, { unit: indicator.unit, direction: indicator.desiredDirection }, standard);
		if (verdict !== "below") return [];
		const part = parts.find(({ component }) =>
			catalogueCodes(component, input.edition, input.context).includes(indicator.code),
		);
		if (part && isComplete(part.component)) return [];
		const words = {
			indicator: `${indicator.code} ${indicator.label ?? ""}`.trim(),
			standard: formatPair(standard.value, standard.value, standard.unit).standard,
			why: part ? "its component is not complete" : "no component addresses it",
		};
		return [
			{
				place: {
					...(part ? componentPlace(part, "goals") : documentPlace(input.graph, "components", words.indicator)),
					subject: indicator.code,
				},
				words,
			},
		];
	});
};

/** No statewide standard is set for the subject, so nothing is judged against one (SIP-40). */
export const standardMissing: CheckFunction<"standard-missing"> = ({ graph, edition, context }) =>
	componentsOf(graph, edition).flatMap((part) =>
		part.component.focusArea.codes.flatMap((code) => {
			const indicator =
				part.component.focusArea.subjectKind === "indicator" ? findIn(edition, context, code) : undefined;
			if (!indicator || findStandardOn(indicator.standards, context.today)) return [];
			return [{ place: componentPlace(part, "codes"), words: { thing: part.name, code: indicator.code } }];
		}),
	);

function isComplete(component: ComponentNode): boolean {
	return component.goals.some((goal) =>
		goal.strategies.some((strategy) => strategy.milestones.some((milestone) => milestone.dueOn !== undefined)),
	);
}

/** The newest figure of each indicator of the edition for all children, or for child welfare where that is what there is. */
function newestFigures({ graph, edition, context }: CheckInput<"below-standard-answered">): readonly {
	readonly figure: Observation;
	readonly indicator: Indicator;
}[] {
	const newest = new Map<string, Observation>();
	for (const figure of graph.observations) {
		if (figure.jurisdictionId !== graph.jurisdiction.id || figure.populationGroup === "probation") continue;
		if (!edition.indicatorVintages.includes(figure.vintage)) continue;
		const key = `${figure.vintage}/${figure.indicator}`;
		const known = newest.get(key);
		if (!known || isNewer(figure, known)) newest.set(key, figure);
	}
	return [...newest.values()].flatMap((figure) => {
		const indicator = context.findIndicator(figure.vintage, figure.indicator);
		return indicator ? [{ figure, indicator }] : [];
	});
}

function isNewer(figure: Observation, known: Observation): boolean {
	if (figure.periodEnd !== known.periodEnd) return figure.periodEnd > known.periodEnd;
	return figure.populationGroup === "all" && known.populationGroup !== "all";
}
