import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { ReportStanding } from "../../../domain/planning/answer-due.ts";
import { panelDecisionLabels } from "../../../domain/planning/planning-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { PaperFormats } from "./paper-formats.tsx";
import { PlanningLayout } from "./planning-layout.tsx";
import type { PlanningProps } from "./planning-props.ts";
import { SendAnswerForm } from "./send-answer-form.tsx";

/** Panels, their reports, what they recommend, and the written answer that is due six months after a report was received. */
export function ReviewPanelsPage(props: {
	readonly planning: PlanningProps;
	readonly reports: readonly ReportStanding[];
	/** The form that sends the answer to a report, as it comes back. */
	readonly sending?: { readonly reportId: string; readonly form: FormState };
}) {
	const { planning, reports, sending } = props;
	const { facts, mayWrite } = planning.year;
	return (
		<PlanningLayout planning={planning} title="Citizen review panels" problems={sending?.form.problems ?? []}>
			<p className="usa-intro">
				Panels look at the agency from outside. Six months after a report came in, a written answer is due on what the
				agency does about each recommendation.
			</p>
			{facts["review-panel"].length === 0 ? <p>No panel is on the list yet.</p> : null}
			{facts["review-panel"].map((panel) => (
				<section key={panel.id} aria-labelledby={`panel-${panel.id}`}>
					<h2 id={`panel-${panel.id}`}>{panel.name}</h2>
					{panel.chair ? <p>Chair: {panel.chair}</p> : null}
					{reports
						.filter(({ report }) => report.panelId === panel.id)
						.map((standing) => (
							<ReportCard
								key={standing.report.id}
								planning={planning}
								standing={standing}
								form={sending?.reportId === standing.report.id ? sending.form : undefined}
							/>
						))}
				</section>
			))}
			<p>
				<a className="usa-link" href="/planning-year/review-panels">
					Panels
				</a>
				{", "}
				<a className="usa-link" href="/planning-year/panel-reports">
					reports
				</a>
				{" and "}
				<a className="usa-link" href="/planning-year/recommendations">
					recommendations
				</a>
				{mayWrite ? " to add and change" : ""}
			</p>
		</PlanningLayout>
	);
}

function ReportCard(props: {
	readonly planning: PlanningProps;
	readonly standing: ReportStanding;
	readonly form: FormState | undefined;
}) {
	const { planning, standing, form } = props;
	const { report, dueOn, open, recommendations } = standing;
	const maySend = planning.year.mayWrite && open === 0 && recommendations.length > 0 && report.answerSentOn === null;
	return (
		<section className="finding-card" aria-label={report.title}>
			<h3 className="margin-y-05">{report.title}</h3>
			<p className="margin-y-1">
				Received {formatDate(report.receivedOn)}. Written answer due {formatDate(dueOn)}.{" "}
				<AnswerTag planning={planning} standing={standing} />
			</p>
			<ol className="usa-list">
				{recommendations.map((each) => (
					<Recommendation key={each.id} planning={planning} recommendation={each} />
				))}
			</ol>
			<p className="margin-y-1">
				The written answer:{" "}
				<PaperFormats path={`/planning-year/panel-reports/${report.id}/answer.{format}`} of={`to ${report.title}`} />
			</p>
			{maySend ? <SendAnswerForm report={report} form={form} /> : null}
		</section>
	);
}

function AnswerTag({ planning, standing }: { readonly planning: PlanningProps; readonly standing: ReportStanding }) {
	const { report, dueOn, open, recommendations } = standing;
	if (report.answerSentOn) {
		const late = report.answerSentOn > dueOn;
		return (
			<StatusTag tone={late ? "bad" : "good"}>
				{late ? "Answered late" : "Answered"}, {formatDate(report.answerSentOn)}
			</StatusTag>
		);
	}
	const words =
		recommendations.length === 0
			? "No recommendation noted"
			: open === 0
				? "All answered, not sent yet"
				: `${open} of ${recommendations.length} not answered`;
	return <StatusTag tone={dueOn < planning.year.today ? "bad" : "waiting"}>{words}</StatusTag>;
}

function Recommendation(props: {
	readonly planning: PlanningProps;
	readonly recommendation: Fact<"panel-recommendation">;
}) {
	const { mayWrite, goals } = props.planning.year;
	const { id, position, text, decision, answer, effect, goalId } = props.recommendation;
	const goal = goals.find((each) => each.id === goalId)?.statement;
	return (
		<li value={position}>
			<p className="long-text margin-y-05">{text}</p>
			<p className="margin-y-05">
				<strong>{panelDecisionLabels[decision]}.</strong> {answer}
			</p>
			{effect || goal ? (
				<p className="margin-y-05">What it changed: {[effect, goal].filter(Boolean).join(" Goal: ")}</p>
			) : null}
			{mayWrite ? (
				<a className="usa-link" href={`/planning-year/recommendations/${id}`}>
					Answer or change<span className="usa-sr-only"> recommendation {position}</span>
				</a>
			) : null}
		</li>
	);
}
