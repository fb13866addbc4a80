import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { MilestoneStatus } from "../../../domain/plan/plan-facts.ts";
import type { MilestoneNode } from "../../../domain/plan/plan-graph.ts";
import { DateField } from "../../forms/date-field.tsx";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { milestoneStatusWords } from "./fact-words.ts";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";

/** Somebody reports how a milestone of an accepted plan stands. What was agreed stays as it was accepted. */
export function MilestoneReportPage({ plan, node }: { readonly plan: PlanContext; readonly node: MilestoneNode }) {
	const { milestone, number, dueOn } = node;
	const documentId = plan.graph.document.id;
	const word = plan.edition.words.milestone.toLowerCase();
	const values = formValues(plan.typed, "report");
	return (
		<PlanLayout plan={plan} title={`Report on ${word} ${number}`}>
			{plan.typed ? <ErrorSummary problems={plan.typed.problems} /> : null}
			<blockquote className="quoted-text long-text">{milestone.statement}</blockquote>
			<p>
				{milestone.assignedTitle || milestone.assignedAgency || "Not assigned"};{" "}
				{dueOn ? `due ${formatDate(dueOn)}` : "no timeframe"}
			</p>
			<form method="post" action={planPath(documentId, `/milestones/${milestone.id}/report`)} data-guard="true">
				<input type="hidden" name="version" value={values.version("version", milestone.version)} />
				<SelectField
					name="status"
					label="How it stands"
					value={values.text("status", milestone.status)}
					options={MilestoneStatus.options.map((value) => ({ value, label: milestoneStatusWords[value] }))}
					error={values.problem("status")}
				/>
				<DateField
					name="completedOn"
					label="Completed on"
					hint={`Only for a completed ${word}. Month/day/year, for example 06/30/2026`}
					value={values.text("completedOn", milestone.completedOn ?? "")}
					error={values.problem("completedOn")}
					optional
				/>
				<TextArea
					name="proof"
					label="What shows that it was done"
					hint="A link, or where the record is kept."
					rows={3}
					value={values.text("proof", milestone.proof)}
					error={values.problem("proof")}
					optional
				/>
				{plan.edition.improvement ? (
					<p>
						Files and links that show it are kept under{" "}
						<a className="usa-link" href={planPath(documentId, "/reports#evidence")}>
							Progress reports
						</a>
						.
					</p>
				) : null}
				<TextArea
					name="reason"
					label="What happened"
					hint="Needed when it is late, delayed or dropped: say why. It stands in the history."
					rows={4}
					value={values.text("reason", "")}
					error={values.problem("reason")}
				/>
				<p className="button-row">
					<button type="submit" className="usa-button">
						Report
					</button>
					<a className="usa-link" href={planPath(documentId)}>
						Back to the plan
					</a>
				</p>
			</form>
		</PlanLayout>
	);
}
