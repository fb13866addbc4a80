import type { ImprovementFacts } from "../pip/improvement-facts.ts";
import type { PlanFacts } from "../plan/plan-graph.ts";
import { canonicalText } from "../workflow/action.ts";

const searched = [
	"answers",
	"sharedAnswers",
	"goals",
	"objectives",
	"strategies",
	"milestones",
	"carriedParts",
	"amendments",
	"findings",
	"findingAnswers",
	"parties",
	"services",
	"serviceYears",
] as const satisfies readonly (keyof PlanFacts)[];

/** Of Program Improvement Plans: what people wrote there and this document prints. */
const searchedOfPips = [
	"goals",
	"objectives",
	"strategies",
	"milestones",
	"determinations",
	"terms",
	"clockEvents",
	"items",
	"ratios",
	"renegotiations",
	"renegotiatedParts",
	"completionEvidence",
] as const satisfies readonly (keyof ImprovementFacts)[];

/** All that people wrote and a document prints, as one text: what a search for names has read. */
export function screenedText(facts: PlanFacts): string {
	const { improvement } = facts;
	return canonicalText({
		title: facts.document.title,
		entries: facts.entries,
		...Object.fromEntries(searched.map((name) => [name, facts[name]])),
		...(improvement && {
			improvement: Object.fromEntries(searchedOfPips.map((name) => [name, improvement[name] ?? []])),
		}),
	});
}
