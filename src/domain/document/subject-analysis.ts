import type { Observation } from "../measure/measure-facts.ts";
import type { PlanGraph } from "../plan/plan-graph.ts";
import type { Fact } from "../workflow/fact-kinds.ts";

type Rating = Fact<"finding">["judgement"];

/** How a subject is rated: the judgement of its finding, once that is confirmed. */
export function ratingOf(
	{ findings }: Pick<PlanGraph, "findings">,
	{ findingId }: Fact<"subject-analysis">,
): Rating | undefined {
	const finding = findings.find((each) => each.finding.id === findingId)?.finding;
	return finding?.state === "confirmed" ? finding.judgement : undefined;
}

/** `3F Re-entry to foster care`; a factor's code is ours, not the reader's. */
export function subjectName({
	subjectKind,
	code,
	label,
}: Pick<Fact<"subject-analysis">, "subjectKind" | "code" | "label">) {
	return subjectKind === "indicator" && !label.startsWith(code) ? `${code} ${label}` : label;
}

/** The indicators of some vintages for which the jurisdiction holds figures of all children. */
export function indicatorsHeld(
	{ observations, jurisdiction }: Pick<PlanGraph, "observations" | "jurisdiction">,
	vintages: readonly string[],
): readonly { readonly vintage: string; readonly code: string }[] {
	const held = new Map<string, { vintage: string; code: string }>();
	for (const { indicator, vintage, populationGroup, jurisdictionId } of observations) {
		if (jurisdictionId !== jurisdiction.id || populationGroup === "probation" || !vintages.includes(vintage)) continue;
		held.set(`${vintage}/${indicator}`, { vintage, code: indicator });
	}
	return [...held.values()].sort((a, b) =>
		a.vintage === b.vintage ? a.code.localeCompare(b.code, "en") : a.vintage.localeCompare(b.vintage, "en"),
	);
}

export function isAnalysed({ entries }: Pick<PlanGraph, "entries">, vintage: string, code: string): boolean {
	return entries["subject-analysis"].some((each) => each.vintage === vintage && each.code === code);
}

/** The newest figure of a subject for all children, or for those in child welfare where that is what there is. */
export function newestFigure(
	{ observations, jurisdiction }: Pick<PlanGraph, "observations" | "jurisdiction">,
	subject: { readonly vintage: string; readonly code: string },
): Observation | undefined {
	return observations
		.filter(
			(each) =>
				each.jurisdictionId === jurisdiction.id &&
				each.populationGroup !== "probation" &&
				each.indicator === subject.code &&
				each.vintage === subject.vintage,
		)
		.toSorted((a, b) =>
			a.periodEnd < b.periodEnd ? -1 : a.periodEnd > b.periodEnd ? 1 : a.populationGroup === "all" ? 1 : -1,
		)
		.at(-1);
}
