import { actionLabels, type DocumentAction } from "../../../domain/workflow/document-workflow.ts";
import type { PlanContext } from "./plan-context.ts";
import { planPath } from "./plan-paths.ts";
import { waitingWords } from "./step-words.ts";

/** The steps of the workflow that are open to this person now, each with a page that shows what it will do. */
export function PlanSteps({ plan, steps }: { readonly plan: PlanContext; readonly steps: readonly DocumentAction[] }) {
	const { document } = plan.graph;
	return (
		<section aria-labelledby="next-step">
			<h2 id="next-step">Next step</h2>
			<p>{waitingWords[document.state]}</p>
			{steps.length > 0 ? (
				<ul className="step-list">
					{steps.map((action, i) => (
						<li key={action}>
							<a
								className={`usa-button${i === 0 ? "" : " usa-button--outline"}`}
								href={planPath(document.id, `/steps/${action}`)}
							>
								{actionLabels[action]}
							</a>
						</li>
					))}
				</ul>
			) : null}
		</section>
	);
}
