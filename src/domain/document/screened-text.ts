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

/** All that people wrote and a document prints, as one text: what a search for names has read. */
export function screenedText(facts: PlanFacts): string {
	return canonicalText({
		title: facts.document.title,
		entries: facts.entries,
		...Object.fromEntries(searched.map((name) => [name, facts[name]])),
	});
}
