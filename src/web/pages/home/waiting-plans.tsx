import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { Moment } from "../parts/moment.tsx";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import type { WaitingPlanProps } from "./home-props.ts";

const groups = [
	{ waitingFor: "review", heading: "For your review", done: "Submitted" },
	{ waitingFor: "revision", heading: "Returned to you", done: "Returned" },
	{ waitingFor: "signature", heading: "Waiting for a signature", done: "Marked ready" },
	{ waitingFor: "submission", heading: "Ready to be submitted", done: "Approved" },
	{ waitingFor: "board", heading: "On the way to the Board", done: "Marked ready" },
] as const;

/** Plans in which the next step is mine, by kind of step, the longest waiting first. */
export function WaitingPlans(props: { readonly waiting: readonly WaitingPlanProps[]; readonly mayReview: boolean }) {
	const { waiting, mayReview } = props;
	if (waiting.length === 0) {
		return <p>{mayReview ? "No submitted plan waits for a review." : "No plan waits for a step of yours."}</p>;
	}
	return (
		<>
			{groups.map(({ waitingFor, heading, done }) => {
				const plans = waiting.filter((each) => each.waitingFor === waitingFor);
				return plans.length === 0 ? null : (
					<section key={waitingFor} aria-labelledby={`waiting-${waitingFor}`}>
						<h2 id={`waiting-${waitingFor}`}>
							{heading} ({plans.length})
						</h2>
						<ul className="usa-collection">
							{plans.map((plan) => (
								<WaitingPlan key={plan.document.id} plan={plan} done={done} />
							))}
						</ul>
					</section>
				);
			})}
		</>
	);
}

function WaitingPlan({ plan, done }: { readonly plan: WaitingPlanProps; readonly done: string }) {
	const { document, cycle, jurisdiction, since } = plan;
	return (
		<li className="usa-collection__item">
			<div className="usa-collection__body">
				<h3 className="usa-collection__heading">
					<a className="usa-link" href={`/plans/${document.id}`}>
						{document.title}
					</a>
				</h3>
				<p className="usa-collection__description">
					{jurisdiction.name}, {formatDate(cycle.startsOn)} to {formatDate(cycle.endsOn)}{" "}
					<PlanStateTag state={document.state} />
				</p>
				{since ? (
					<p className="usa-collection__description">
						{done} by {since.actorName}, <Moment at={since.at} />
					</p>
				) : null}
				{since?.reason ? <blockquote className="quoted-text">{since.reason}</blockquote> : null}
			</div>
		</li>
	);
}
