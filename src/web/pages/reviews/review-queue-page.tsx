import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import { count } from "../plans/plan-words.ts";

type QueuedPlan = {
	readonly document: Fact<"document">;
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly review: Fact<"state-review"> | undefined;
	readonly daysWaiting: number;
	readonly sharedDraft: boolean;
};

/** The State's queue: the plans that wait, the longest waiting first, and the drafts that counties share. */
export function ReviewQueuePage(props: { readonly frame: PageFrame; readonly queue: readonly QueuedPlan[] }) {
	const waiting = props.queue.filter(({ sharedDraft }) => !sharedDraft);
	const drafts = props.queue.filter(({ sharedDraft }) => sharedDraft);
	return (
		<Page frame={props.frame} title="Reviews" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<h1>Reviews</h1>
			<h2 id="waiting">Plans in review ({waiting.length})</h2>
			{waiting.length === 0 ? (
				<p>No plan waits for a review.</p>
			) : (
				<DataTable
					label="Plans in review"
					caption="Plans in review, the longest waiting first"
					quietCaption
					columns={[
						{ label: "Plan" },
						{ label: "Submitted" },
						{ label: "Waiting", numeric: true },
						{ label: "State" },
						{ label: "Who reviews" },
					]}
					rows={waiting.map(({ document, jurisdiction, review, daysWaiting }) => ({
						key: document.id,
						cells: [
							<a key="plan" className="usa-link" href={`/plans/${document.id}/review`}>
								{jurisdiction.name}: {document.title}
							</a>,
							document.submittedOn ? formatDate(document.submittedOn) : "–",
							count(daysWaiting, "day"),
							<PlanStateTag key="state" state={document.state} />,
							review ? [...review.reviewerNames, ...review.units].join(", ") || "Nobody named" : "Nobody yet",
						],
					}))}
				/>
			)}
			<h2 id="drafts">Drafts shared by counties ({drafts.length})</h2>
			{drafts.length === 0 ? <p>No county shares a draft now.</p> : null}
			<ul className="usa-list">
				{drafts.map(({ document, jurisdiction, daysWaiting }) => (
					<li key={document.id}>
						<a className="usa-link" href={`/plans/${document.id}`}>
							{jurisdiction.name}: {document.title}
						</a>
						, shared {daysWaiting === 0 ? "today" : `${count(daysWaiting, "day")} ago`}
					</li>
				))}
			</ul>
		</Page>
	);
}
