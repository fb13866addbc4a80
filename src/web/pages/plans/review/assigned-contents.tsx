import { formatDate } from "../../../../domain/calendar/plain-date.ts";
import type { ReviewView } from "../../../../domain/review/review-view.ts";
import { factNames } from "../fact-names.ts";
import type { PlanContext } from "../plan-context.ts";

/** What the State has set in the plan, with what stood there before (SIP-110). Nothing where it has set nothing. */
export function AssignedContents(props: {
	readonly context: { readonly plan: PlanContext; readonly view: Pick<ReviewView, "assignments"> };
}) {
	const { plan, view } = props.context;
	if (view.assignments.length === 0) return null;
	const nameOf = factNames(plan);
	return (
		<section aria-labelledby="assigned">
			<h2 id="assigned">Set by the State</h2>
			<ul className="usa-list">
				{view.assignments.map((each) => (
					<li key={each.id}>
						<strong>{nameOf(each.aboutKind, each.aboutId)}</strong>, {formatDate(each.assignedOn)}: {each.assigned}
						<br />
						<span className="text-base-darker">
							Before: {each.prior || "nothing"}
							<br />
							Reason: {each.reason}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
