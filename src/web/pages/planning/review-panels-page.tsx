import { formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { panelDecisionLabels } from "../../../domain/planning/planning-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { PlanningLayout } from "./planning-layout.tsx";
import type { PlanningProps } from "./planning-props.ts";

/** Panels, their reports, what they recommend, and the written answer that is due six months after a report was received. */
export function ReviewPanelsPage(props: {
	readonly planning: PlanningProps;
	readonly reports: readonly {
		readonly report: Fact<"panel-report">;
		readonly dueOn: PlainDate;
		readonly answeredOn: PlainDate | null;
		readonly open: number;
		readonly recommendations: readonly Fact<"panel-recommendation">[];
	}[];
}) {
	const { planning, reports } = props;
	const { facts, today, mayWrite, goals } = planning.year;
	const goalOf = (id: string | null) => goals.find((each) => each.id === id)?.statement;
	return (
		<PlanningLayout planning={planning} title="Citizen review panels">
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
						.map(({ report, dueOn, answeredOn, open, recommendations }) => (
							<section key={report.id} className="finding-card" aria-label={report.title}>
								<h3 className="margin-y-05">{report.title}</h3>
								<p className="margin-y-1">
									Received {formatDate(report.receivedOn)}. Written answer due {formatDate(dueOn)}.{" "}
									{open === 0 && answeredOn ? (
										<StatusTag tone={answeredOn > dueOn ? "bad" : "good"}>
											{answeredOn > dueOn ? "Answered late" : "Answered"}, {formatDate(answeredOn)}
										</StatusTag>
									) : (
										<StatusTag tone={dueOn < today ? "bad" : "waiting"}>
											{open === 0 ? "No recommendation noted" : `${open} of ${recommendations.length} not answered`}
										</StatusTag>
									)}
								</p>
								<ol className="usa-list">
									{recommendations.map((each) => (
										<li key={each.id} value={each.position}>
											<p className="long-text margin-y-05">{each.text}</p>
											<p className="margin-y-05">
												<strong>{panelDecisionLabels[each.decision]}.</strong> {each.answer}
											</p>
											{each.effect || goalOf(each.goalId) ? (
												<p className="margin-y-05">
													What it changed: {[each.effect, goalOf(each.goalId)].filter(Boolean).join(" Goal: ")}
												</p>
											) : null}
											{mayWrite ? (
												<a className="usa-link" href={`/planning-year/recommendations/${each.id}`}>
													Answer or change<span className="usa-sr-only"> recommendation {each.position}</span>
												</a>
											) : null}
										</li>
									))}
								</ol>
							</section>
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
