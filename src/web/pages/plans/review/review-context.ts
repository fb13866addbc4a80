import type { Edition, EditionReview } from "../../../../domain/document/edition.ts";
import type { RemarkAbout, ReviewRemark } from "../../../../domain/review/review-facts.ts";
import type { ReviewView } from "../../../../domain/review/review-view.ts";
import type { SelectOptionGroup } from "../../../forms/select-field.tsx";
import { factNames } from "../fact-names.ts";
import type { PlanContext } from "../plan-context.ts";
import { shorten } from "../plan-words.ts";

/** What the pages of a plan's review have at hand. */
export type ReviewContext = {
	readonly plan: PlanContext;
	readonly view: ReviewView;
	/** Absent where the edition has no record of a review. */
	readonly review: EditionReview | undefined;
};

/** The parts of a plan that words can be about, as choices: `milestone:<id>`. */
export function aboutOptions({ graph, edition }: PlanContext): readonly SelectOptionGroup[] {
	const nameOf = factNames({ graph, edition });
	const part = (kind: RemarkAbout & ("focus-area" | "goal" | "strategy" | "milestone"), id: string, text: string) => ({
		value: `${kind}:${id}`,
		label: `${nameOf(kind, id)}${text ? `: ${shorten(text, 60)}` : ""}`,
	});
	return [
		{
			label: "The plan",
			options: [
				{ value: `document:${graph.document.id}`, label: "The plan as a whole" },
				...edition.sections.map(({ id, title }) => ({ value: `section:${id}`, label: title })),
			],
		},
		...graph.components.map((component) => ({
			label: nameOf("focus-area", component.focusArea.id),
			options: [
				part("focus-area", component.focusArea.id, ""),
				...component.goals.flatMap((goal) => [
					part("goal", goal.goal.id, goal.goal.statement),
					...goal.strategies.flatMap((strategy) => [
						part("strategy", strategy.strategy.id, strategy.strategy.statement),
						...strategy.milestones.map(({ milestone }) => part("milestone", milestone.id, milestone.statement)),
					]),
				]),
			],
		})),
	];
}

/** What a remark is about, in words. */
export function aboutWords(
	{ aboutKind, aboutId }: Pick<ReviewRemark, "aboutKind" | "aboutId">,
	plan: { readonly graph: PlanContext["graph"]; readonly edition: Edition },
): string {
	if (aboutKind === "document") return "The plan as a whole";
	if (aboutKind === "section") return plan.edition.sections.find(({ id }) => id === aboutId)?.title ?? aboutId;
	return factNames(plan)(aboutKind, aboutId);
}
