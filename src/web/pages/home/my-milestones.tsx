import { formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { MilestoneStatus } from "../../../domain/plan/plan-facts.ts";
import { severalNames } from "../../../domain/plan/plural.ts";
import { DataTable } from "../parts/data-table.tsx";
import { dueInWords } from "../parts/due-words.ts";
import { planName } from "../parts/plan-name.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import type { MyMilestoneProps } from "./home-props.ts";

export const milestoneStatusWords: Readonly<Record<MilestoneStatus, string>> = {
	"not-started": "Not started",
	"in-progress": "In progress",
	completed: "Completed",
	delayed: "Delayed",
	dropped: "Dropped",
};

/** The open milestones that are mine, overdue ones first. Nothing is shown for somebody who has none. */
export function HomeMilestones(props: { readonly milestones: readonly MyMilestoneProps[]; readonly today: PlainDate }) {
	const { milestones, today } = props;
	if (milestones.length === 0) return null;
	const names = severalNames(milestones.map(({ word }) => word));
	const one =
		new Set(milestones.map(({ word }) => word)).size === 1 ? (milestones[0]?.word ?? "") : "What is to be done";
	return (
		<section aria-labelledby="milestones">
			<h2 id="milestones">
				My {names} ({milestones.length})
			</h2>
			<p>
				<a className="usa-link" href="/calendar">
					Have them in your own calendar
				</a>
			</p>
			<DataTable
				label={`My ${names}`}
				caption={`Open ${names} that are assigned to me, the earliest due first`}
				quietCaption
				columns={[
					{ label: one.charAt(0).toUpperCase() + one.slice(1) },
					{ label: "Due" },
					{ label: "Status" },
					{ label: "Plan" },
				]}
				rows={milestones.map(({ milestone, plan, dueOn }) => ({
					key: milestone.id,
					cells: [
						milestone.statement,
						<DueWords key="due" dueOn={dueOn} today={today} />,
						milestoneStatusWords[milestone.status],
						plan ? (
							<a key="plan" className="usa-link" href={`/plans/${plan.document.id}`}>
								{planName(plan)}
							</a>
						) : (
							"–"
						),
					],
				}))}
			/>
		</section>
	);
}

/** How near a day is, and the day. */
export function DueWords({ dueOn, today }: { readonly dueOn: PlainDate | undefined; readonly today: PlainDate }) {
	const words = dueInWords(dueOn, today);
	if (!dueOn) return <>{words}</>;
	return (
		<>
			{dueOn < today ? <StatusTag tone="bad">{words}</StatusTag> : words}
			{words.endsWith(formatDate(dueOn)) ? null : <span className="display-block">{formatDate(dueOn)}</span>}
		</>
	);
}
