import { formatDate, type PlainDate } from "../../../../domain/calendar/plain-date.ts";
import type { DocumentState } from "../../../../domain/workflow/document-workflow.ts";
import { PlanStateTag } from "../../parts/plan-state-tag.tsx";
import { StatusTag } from "../../parts/status-tag.tsx";
import { planPath } from "../plan-paths.ts";

export type YearlyPaperProps = {
	readonly number: number;
	readonly name: string;
	readonly dueOn: PlainDate;
	readonly certain: boolean;
	readonly documentId: string | null;
	readonly state: DocumentState | null;
	readonly submittedOn: PlainDate | null;
	readonly overdue: boolean;
	/** The report at the end of the plan. */
	readonly final: boolean;
};

/** The yearly papers of a plan in force: when each is due, how far it is, and the way to start the next. */
export function YearlyPapers(props: {
	readonly documentId: string;
	readonly papers: readonly YearlyPaperProps[];
	readonly mayStart: boolean;
}) {
	const { documentId, papers, mayStart } = props;
	if (papers.length === 0) return null;
	const next = papers.find(({ state }) => state !== "submitted" && state !== "accepted");
	const blocked = papers.some(({ state }) => state !== null && state !== "accepted");
	return (
		<section aria-labelledby="yearly-papers">
			<h2 id="yearly-papers">Yearly papers</h2>
			<ul className="usa-list">
				{papers.map(({ number, name, dueOn, certain, documentId: id, state, submittedOn, overdue }) => (
					<li key={number}>
						{id ? (
							<a className="usa-link" href={planPath(id)}>
								{name}
							</a>
						) : (
							name
						)}
						, due {formatDate(dueOn)}
						{certain ? "" : " (the edition does not say when; counted from acceptance)"}{" "}
						{state ? <PlanStateTag state={state} /> : "Not started"}{" "}
						{submittedOn ? `Submitted ${formatDate(submittedOn)}. ` : ""}
						{overdue ? <StatusTag tone="bad">Overdue</StatusTag> : null}
					</li>
				))}
			</ul>
			{mayStart && next && next.state === null && !blocked ? (
				<form method="post" action={planPath(documentId, "/yearly-papers")}>
					{next.final ? <input type="hidden" name="final" value="yes" /> : null}
					<p className="measure-5">
						It begins with every goal, strategy and milestone of the plan as they stand now. Nothing is typed again: you
						say of each whether it continues, was changed or is done.
					</p>
					<button type="submit" className="usa-button">
						Start {next.final ? "the report at the end" : next.name}
					</button>
				</form>
			) : null}
		</section>
	);
}
