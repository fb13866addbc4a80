import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import type { PlanProps } from "./home-props.ts";

/** The plans of my place, newest first, and the way to a new one. */
export function HomePlans({ plans, mayWrite }: { readonly plans: readonly PlanProps[]; readonly mayWrite: boolean }) {
	return (
		<section aria-labelledby="plans">
			<h2 id="plans">Plans</h2>
			{plans.length === 0 ? <p>There is no plan yet.</p> : null}
			<ul className="usa-list usa-list--unstyled">
				{plans.map(({ document, cycle }) => (
					<li key={document.id} className="margin-y-1">
						<a className="usa-link" href={`/plans/${document.id}`}>
							{document.title}
						</a>
						, {formatDate(cycle.startsOn)} to {formatDate(cycle.endsOn)} <PlanStateTag state={document.state} />
					</li>
				))}
			</ul>
			{mayWrite ? (
				<p>
					<a className="usa-link" href="/plans">
						{plans.length === 0 ? "Start a plan" : "All plans, and start a new one"}
					</a>
				</p>
			) : null}
		</section>
	);
}
