import { formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { DataTable } from "../parts/data-table.tsx";
import { dueInWords } from "../parts/due-words.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { milestoneStatusWords } from "./fact-words.ts";
import type { PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";
import { count, severalOf } from "./plan-words.ts";
import { TimelineChart } from "./timeline-chart.tsx";
import { type TimelineRowProps, toneOf } from "./timeline-row.ts";

/** The milestones of a plan by due date, as a chart and as its table; those left without a report first, with who answers. */
export function TimelinePage(props: {
	readonly plan: PlanContext;
	readonly today: PlainDate;
	readonly rows: readonly TimelineRowProps[];
}) {
	const { plan, today, rows } = props;
	const documentId = plan.graph.document.id;
	const word = plan.edition.words.milestone;
	const heading = `${severalOf(word).replace(/^./, (letter) => letter.toUpperCase())} by due date`;
	const stale = rows.filter((row) => row.stale);
	return (
		<PlanLayout plan={plan} title="Timeline">
			<p>
				{count(rows.length, word.toLowerCase(), severalOf(word))}, by due date. To see what was agreed or reported on
				another day,{" "}
				<a className="usa-link" href={planPath(documentId, "/compare")}>
					compare the plan with an earlier moment
				</a>
				.
			</p>
			{stale.length > 0 ? (
				<section aria-labelledby="stale">
					<h2 id="stale">Late, and nobody has said why ({stale.length})</h2>
					<ul className="usa-list">
						{stale.map(({ milestone, number, dueOn, owner, supervisor, openedOn }) => (
							<li key={milestone.id}>
								<strong>{number}</strong> {milestone.statement}{" "}
								{dueOn ? <StatusTag tone="bad">{dueInWords(dueOn, today)}</StatusTag> : null}
								<span className="display-block">
									Owner: {owner || milestone.assignedTitle || milestone.assignedAgency || "nobody"}.{" "}
									{supervisor ? `Supervisor: ${supervisor}.` : "No supervisor was named."}{" "}
									{openedOn ? `A mailed link was last opened on ${formatDate(openedOn)}.` : ""}
								</span>
							</li>
						))}
					</ul>
				</section>
			) : null}
			{rows.length === 0 ? null : (
				<>
					<h2>Chart</h2>
					<div className="figure-trend">
						<TimelineChart rows={rows} today={today} word={word} period={plan.graph.cycle} />
					</div>
					<h2>{heading}</h2>
					<DataTable
						label={heading}
						caption={heading}
						quietCaption
						columns={[
							{ label: "Due" },
							{ label: word },
							{ label: plan.edition.words.component },
							{ label: plan.edition.words.assignedTo },
							{ label: "Status" },
						]}
						rows={rows.map((row) => ({
							key: row.milestone.id,
							cells: [
								row.dueOn ? formatDate(row.dueOn) : "No date",
								<Statement key="statement" row={row} plan={plan} />,
								String(row.component),
								row.owner || row.milestone.assignedTitle || row.milestone.assignedAgency || "–",
								<StatusTag key="status" tone={toneOf(row)}>
									{statusWords(row, today)}
								</StatusTag>,
							],
						}))}
					/>
				</>
			)}
		</PlanLayout>
	);
}

function Statement({ row, plan }: { readonly row: TimelineRowProps; readonly plan: PlanContext }) {
	const { milestone, number } = row;
	const { proof, explanation } = milestone;
	return (
		<>
			{number} {milestone.statement}
			{proof ? <span className="display-block text-break">Shown by: {proof}</span> : null}
			{explanation ? <span className="display-block">Said of it: {explanation}</span> : null}
			{plan.mayReport ? (
				<a
					className="usa-link display-block"
					href={planPath(plan.graph.document.id, `/milestones/${milestone.id}/report`)}
				>
					Report
					<span className="usa-sr-only">
						{" "}
						on {plan.edition.words.milestone.toLowerCase()} {number}
					</span>
				</a>
			) : null}
		</>
	);
}

function statusWords({ standing, milestone, dueOn }: TimelineRowProps, today: PlainDate): string {
	const { status, completedOn } = milestone;
	if (status === "completed") return completedOn ? `Completed ${formatDate(completedOn)}` : "Completed";
	const words = milestoneStatusWords[status];
	if (standing !== "late" && standing !== "due-today" && standing !== "due-soon") return words;
	return `${words}. ${dueInWords(dueOn ?? undefined, today)}`;
}
