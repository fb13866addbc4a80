import { pathsOf } from "../../../domain/document/edition.ts";
import { type DocumentAction, labelOfAction } from "../../../domain/workflow/document-workflow.ts";
import type { PlanContext } from "./plan-context.ts";
import { planPath } from "./plan-paths.ts";
import { waitingWordsOf } from "./step-words.ts";

/** The steps of the workflow that are open to this person now, each with a page that shows what it will do. */
export function PlanSteps({ plan, steps }: { readonly plan: PlanContext; readonly steps: readonly DocumentAction[] }) {
	const { document } = plan.graph;
	const { review } = pathsOf(plan.edition);
	return (
		<section aria-labelledby="next-step">
			<h2 id="next-step">Next step</h2>
			<p>{waitingWordsOf(document.state, review)}</p>
			{steps.length > 0 ? (
				<ul className="step-list">
					{steps.map((action, i) => (
						<li key={action}>
							<a
								className={`usa-button${i === 0 ? "" : " usa-button--outline"}`}
								href={planPath(document.id, `/steps/${action}`)}
							>
								{labelOfAction(action, review)}
							</a>
						</li>
					))}
				</ul>
			) : null}
		</section>
	);
}
