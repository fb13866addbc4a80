import { goalsOf, milestonesOf, strategiesOf } from "../../../domain/document/checks/plan-parts.ts";
import { isForProbation } from "../../../domain/plan/population.ts";
import type { PlanContext } from "./plan-context.ts";
import { componentPath, partAnchor } from "./plan-paths.ts";
import { severalOf } from "./plan-words.ts";

/** What is for children under probation, apart from the rest of the plan (SIP-45); nothing where nothing is marked so. */
export function ProbationList({ plan }: { readonly plan: PlanContext }) {
	const { graph, edition } = plan;
	const parts = [
		...goalsOf(graph, edition).map(({ goal, component, name }) => ({
			...{ kind: "goal" as const, fact: goal.goal, component, name },
		})),
		...strategiesOf(graph, edition).map(({ strategy, component, name }) => ({
			...{ kind: "strategy" as const, fact: strategy.strategy, component, name },
		})),
		...milestonesOf(graph, edition).map(({ milestone, component, name }) => ({
			...{ kind: "milestone" as const, fact: milestone.milestone, component, name },
		})),
	].filter(({ fact }) => isForProbation(fact));
	if (parts.length === 0) return null;
	return (
		<section aria-labelledby="probation">
			<h3 id="probation">For youth under probation</h3>
			<p>
				Goals, strategies and {severalOf(edition.words.milestone)} that are marked for probation, alone or with child
				welfare.
			</p>
			<ul className="usa-list">
				{parts.map(({ kind, fact, component, name }) => (
					<li key={fact.id}>
						<a
							className="usa-link"
							href={`${componentPath(graph.document.id, component.focusArea.id)}#${partAnchor(kind, fact.id)}`}
						>
							{name}
						</a>
						: {fact.statement || "Not written yet"}
					</li>
				))}
			</ul>
		</section>
	);
}
