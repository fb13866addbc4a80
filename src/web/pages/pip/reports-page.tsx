import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { DataTable } from "../parts/data-table.tsx";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { planPath } from "../plans/plan-paths.ts";
import type { YearlyPaperProps } from "../plans/yearly/yearly-papers.tsx";
import { type EvidenceFiles, EvidenceSection } from "./evidence-section.tsx";
import { PipLayout } from "./pip-form.tsx";
import type { PipProps } from "./pip-props.ts";

export const reportsPageTitle = "Progress reports";

/** The progress reports of a PIP by period: what each covers, how far it is, and the way to start the next. */
export function ReportsPage(
	props: PipProps & {
		readonly papers: readonly YearlyPaperProps[];
		readonly mayStart: boolean;
		readonly today: string;
		readonly files: EvidenceFiles;
	},
) {
	const { plan, view, papers, terms } = props;
	const { id } = plan.graph.document;
	const next = papers.find(({ state }) => state !== "submitted" && state !== "accepted");
	const blocked = papers.some(({ state }) => state !== null && state !== "accepted" && state !== "submitted");
	return (
		<PipLayout plan={plan} title={reportsPageTitle}>
			<p>
				{terms?.reportEveryMonths === 3 ? "Every quarter" : `Every ${terms?.reportEveryMonths ?? 3} months, as agreed`}
				{terms?.reportFormat ? ` (${terms.reportFormat})` : ""}. Each report has the goals, strategies and key
				activities of the plan under their own numbers; nothing is typed again.
			</p>
			{view.reports.length === 0 ? (
				<p>Progress is reported once the plan is in force.</p>
			) : (
				<DataTable
					caption="Progress reports by period"
					quietCaption
					label="Progress reports by period"
					columns={[{ label: "Report" }, { label: "Period" }, { label: "How far it is" }]}
					rows={view.reports.map(({ number, from, to }) => {
						const paper = papers.find((each) => each.number === number);
						return {
							key: String(number),
							cells: [
								paper?.documentId ? (
									<a key="report" className="usa-link" href={planPath(paper.documentId)}>
										Progress report {number}
									</a>
								) : (
									`Progress report ${number}`
								),
								`${formatDate(from)} to ${formatDate(to)}`,
								<Stage key="stage" paper={paper} ended={to < props.today} />,
							],
						};
					})}
				/>
			)}
			{props.mayStart && next && next.state === null && !blocked ? (
				<form method="post" action={planPath(id, "/yearly-papers")}>
					<button type="submit" className="usa-button">
						Start progress report {next.number}
					</button>
				</form>
			) : null}
			<EvidenceSection {...props} />
		</PipLayout>
	);
}

function Stage({ paper, ended }: { readonly paper: YearlyPaperProps | undefined; readonly ended: boolean }) {
	if (!paper?.state) {
		return ended ? <StatusTag tone="waiting">Period has ended: to be written</StatusTag> : <>Not started</>;
	}
	return (
		<>
			<PlanStateTag state={paper.state} /> {paper.submittedOn ? `Submitted ${formatDate(paper.submittedOn)}` : ""}
		</>
	);
}
