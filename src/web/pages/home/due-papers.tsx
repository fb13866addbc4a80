import { formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { dueInWords } from "../parts/due-words.ts";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import type { HomeProps } from "./home-props.ts";

/** Yearly papers that I am to write next. Nothing is shown where none is near. */
export function DuePapers(props: { readonly papers: HomeProps["duePapers"]; readonly today: PlainDate }) {
	const { papers, today } = props;
	if (papers.length === 0) return null;
	return (
		<section aria-labelledby="due-papers">
			<h2 id="due-papers">Yearly papers ({papers.length})</h2>
			<ul className="usa-list">
				{papers.map(({ plan, paper }) => (
					<li key={plan.id}>
						<a
							className="usa-link"
							href={paper.documentId ? `/plans/${paper.documentId}` : `/plans/${plan.id}#yearly-papers`}
						>
							{paper.name} of {plan.title}
						</a>
						, due {formatDate(paper.dueOn)}{" "}
						{paper.overdue ? <StatusTag tone="bad">{dueInWords(paper.dueOn, today)}</StatusTag> : null}{" "}
						{paper.state ? <PlanStateTag state={paper.state} /> : "Not started"}
					</li>
				))}
			</ul>
		</section>
	);
}
