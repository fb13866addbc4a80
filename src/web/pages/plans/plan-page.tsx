import { signatureStates } from "../../../domain/approval/approval-state.ts";
import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { CarriedStanding } from "../../../domain/plan/carry-over-facts.ts";
import { staleAfterDays } from "../../../domain/plan/milestone-standing.ts";
import { approvalStates, type DocumentAction } from "../../../domain/workflow/document-workflow.ts";
import { type Fact, factLabels } from "../../../domain/workflow/fact-kinds.ts";
import { Alert } from "../../forms/alert.tsx";
import { Moment } from "../parts/moment.tsx";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import { CheckList, checkCounts } from "./check-list.tsx";
import { OpenTalks } from "./drafting/open-talks.tsx";
import { GoalTree } from "./goal-tree.tsx";
import { PageCount } from "./page-count.tsx";
import type { PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { approvalPath, planPath, sectionPath } from "./plan-paths.ts";
import { PlanSteps } from "./plan-steps.tsx";
import { count, periodWords, severalOf } from "./plan-words.ts";
import { ProbationList } from "./probation-list.tsx";
import { AssignedContents } from "./review/assigned-contents.tsx";
import { type Submission, SubmissionList } from "./submission-list.tsx";
import { Amendments } from "./yearly/progress-page.tsx";
import { standingWords } from "./yearly/standing-words.ts";
import { type YearlyPaperProps, YearlyPapers } from "./yearly/yearly-papers.tsx";

/** The step that brought the plan to where it stands, where it came with words for the other side. */
export type LastStep = {
	readonly label: string;
	readonly by: string;
	/** ISO time. */
	readonly at: string;
	readonly reason: string;
};

/** A plan as a whole: where it stands, what is next, what is missing, its goals, what was sent. */
export function PlanPage(props: {
	readonly plan: PlanContext;
	readonly steps: readonly DocumentAction[];
	readonly submissions: readonly Submission[];
	readonly lastStep: LastStep | undefined;
	/** Milestones that are late and that nobody has said anything of since. */
	readonly staleMilestones: number;
	/** The yearly papers that the plan owes, once it is in force. */
	readonly papers: readonly YearlyPaperProps[];
	/** What the State has set in it. */
	readonly assignments: readonly Fact<"state-assignment">[];
}) {
	const { plan, submissions, lastStep } = props;
	const { document, cycle, jurisdiction, unplaced } = plan.graph;
	const milestone = plan.edition.words.milestone.toLowerCase();
	const newest = submissions[0];
	return (
		<PlanLayout plan={plan} title={document.title}>
			<dl className="plan-facts">
				<div>
					<dt>State</dt>
					<dd>
						<PlanStateTag state={document.state} />
					</dd>
				</div>
				<div>
					<dt>Place</dt>
					<dd>{jurisdiction.name}</dd>
				</div>
				<div>
					<dt>Period</dt>
					<dd>{periodWords({ cycle })}</dd>
				</div>
				<div>
					<dt>Edition</dt>
					<dd>{plan.edition.title}</dd>
				</div>
				<div>
					<dt>Checks</dt>
					<dd>
						<a className="usa-link" href="#checks">
							{checkCounts(plan.checks)}
						</a>
					</dd>
				</div>
				{newest ? (
					<div>
						<dt>Submitted</dt>
						<dd>
							by {newest.takenByName}, <Moment at={newest.takenAt} />
						</dd>
					</div>
				) : null}
				{plan.edition.approval ? (
					<div>
						<dt>Approval</dt>
						<dd>
							<a className="usa-link" href={approvalPath(document.id)}>
								{approvalSummary(plan)}
							</a>
						</dd>
					</div>
				) : null}
				{plan.graph.authorityAnswers.map(({ id, answer, answeredOn, letter }) => (
					<div key={id}>
						<dt>{answer === "approved" ? "Approved by letter" : "Returned by letter"}</dt>
						<dd>
							{formatDate(answeredOn)}: {letter}
						</dd>
					</div>
				))}
				{document.acceptedOn ? (
					<div>
						<dt>Accepted</dt>
						<dd>{formatDate(document.acceptedOn)}</dd>
					</div>
				) : null}
			</dl>
			{lastStep?.reason ? (
				<Alert kind={document.state === "returned" ? "warning" : "info"} title={lastStep.label}>
					<p className="margin-top-0">
						{lastStep.by}, <Moment at={lastStep.at} />
					</p>
					<p className="long-text margin-bottom-0">{lastStep.reason}</p>
				</Alert>
			) : null}
			{props.staleMilestones > 0 ? (
				<Alert
					kind="warning"
					title={`${count(props.staleMilestones, milestone, severalOf(milestone))} late without a word`}
				>
					<p className="margin-y-0">
						Past due by more than {staleAfterDays} days, and nobody has said why.{" "}
						<a className="usa-link" href={planPath(document.id, "/timeline#stale")}>
							See who answers for them
						</a>
					</p>
				</Alert>
			) : null}
			<PlanSteps plan={plan} steps={props.steps} />
			{plan.edition.improvement && props.papers.length > 0 ? (
				<p>
					<a className="usa-link" href={planPath(document.id, "/reports")}>
						Progress reports by period
					</a>
				</p>
			) : (
				<YearlyPapers documentId={document.id} papers={props.papers} mayStart={plan.mayReport} />
			)}
			{plan.edition.renewed && !plan.graph.origin && plan.mayReport ? (
				<form method="post" action={planPath(document.id, "/next")} className="margin-top-2">
					<p className="measure-5">
						The plan of the next period uses the same goals again, and every text of this one stands in it, marked as
						carried over until somebody has touched it.
					</p>
					<button type="submit" className="usa-button usa-button--outline">
						Start the plan of the next period
					</button>
				</form>
			) : null}
			<OpenTalks plan={plan} />
			{plan.graph.origin ? (
				<ProgressSummary plan={plan} />
			) : (
				<>
					<h2>Goals, strategies and {severalOf(plan.edition.words.milestone)}</h2>
					{plan.graph.components.length === 0 ? <NoComponents plan={plan} /> : <GoalTree plan={plan} />}
					<ProbationList plan={plan} />
				</>
			)}
			<Amendments plan={plan} />
			<AssignedContents context={{ plan, view: { assignments: props.assignments } }} />
			{unplaced.length > 0 ? <Unplaced plan={plan} /> : null}
			<CheckList plan={plan} />
			<PageCount plan={plan} />
			<SubmissionList documentId={document.id} submissions={submissions} />
		</PlanLayout>
	);
}

/** How far the yearly paper has looked at what it carries over. */
function ProgressSummary({ plan }: { readonly plan: PlanContext }) {
	const parts = [...plan.graph.carried.values()];
	return (
		<>
			<h2>Carried over from the plan</h2>
			<ul className="usa-list">
				{CarriedStanding.options.map((standing) => (
					<li key={standing}>
						{standingWords[standing]}: {parts.filter((each) => each.standing === standing).length}
					</li>
				))}
			</ul>
			<p>
				<a className="usa-link" href={planPath(plan.graph.document.id, "/progress")}>
					{plan.mayWrite ? "Say how each stands" : "See how each stands"}
				</a>
			</p>
		</>
	);
}

/** "1 of 2 signatures, no action of the Board". */
function approvalSummary({ graph, edition, planSha256 }: PlanContext): string {
	const states = signatureStates(graph, edition, planSha256);
	// Once it was sent, what counts is that it was signed when it was sent.
	const wasSent = !["drafting", ...approvalStates].includes(graph.document.state);
	const given = states.filter(({ standing }) => standing === "signed" || (wasSent && standing === "void")).length;
	const board = graph.boardActions.length > 0 ? "action of the Board recorded" : "no action of the Board";
	return `${given} of ${count(states.length, "signature")}, ${board}`;
}

function NoComponents({ plan }: { readonly plan: PlanContext }) {
	const section = plan.edition.sections.find(({ kind }) => kind === "components");
	return (
		<p>
			The plan has no {plan.edition.words.component.toLowerCase()} yet.{" "}
			{section && plan.mayWrite ? (
				<a className="usa-link" href={sectionPath(plan.graph.document.id, section.id)}>
					Start with the first one
				</a>
			) : null}
		</p>
	);
}

/** Parts that came without what they belong to, from an import. They stand in no place of the plan. */
function Unplaced({ plan }: { readonly plan: PlanContext }) {
	return (
		<section aria-labelledby="unplaced">
			<h2 id="unplaced" tabIndex={-1}>
				Parts without a place
			</h2>
			<ul className="usa-list">
				{plan.graph.unplaced.map((lost) => (
					<li key={lost.id}>
						{factLabels[lost.kind]} {lost.text ? `"${lost.text}"` : ""}: its {factLabels[lost.missing].toLowerCase()} is
						missing. See its <a href={planPath(plan.graph.document.id, `/history/${lost.id}`)}>history</a>.
					</li>
				))}
			</ul>
		</section>
	);
}
