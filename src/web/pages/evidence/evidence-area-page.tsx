import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { EvidenceList } from "../findings/evidence-list.tsx";
import { OutcomeSummary } from "../outcomes/outcome-summary.tsx";
import { FindingStateTag, judgementWords } from "../parts/finding-state-tag.tsx";
import { PlanStateTag } from "../parts/plan-state-tag.tsx";
import { VoiceItem } from "../parts/voice-item.tsx";
import type { AreaProps } from "./evidence-props.ts";

/** One outcome or systemic factor: indicator, case review, voices, findings and the goals that answer them, side by side. */
export function EvidenceAreaPage(props: {
	readonly frame: PageFrame;
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly evidence: AreaProps;
	readonly mayConfirm: boolean;
}) {
	const { frame, jurisdiction, evidence } = props;
	const { area, series, findings, goals, voices } = evidence;
	const items = area.items.length === 1 ? `item ${area.items[0]}` : `items ${area.items[0]} to ${area.items.at(-1)}`;
	return (
		<Page
			frame={frame}
			title={`${area.title}, ${jurisdiction.name}`}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Evidence and goals", href: `/evidence/${jurisdiction.id}` },
			]}
		>
			<h1>{area.title}</h1>
			<p>
				{jurisdiction.name}. Case review {items}. It stands in part {area.assessmentPart} of the statewide assessment
				and under {area.sections.join(", ")} of the outlines of CFSP (C) and APSR (A).
				{area.law ? ` Law: ${area.law}.` : ""}
			</p>
			<h2>What the figures say</h2>
			{area.indicators.length === 0 ? <p>No statewide data indicator speaks to it.</p> : null}
			{area.indicators.length > 0 && series.length === 0 ? <p>No figure of its indicators is held here.</p> : null}
			{series.map((each) => (
				<section key={each.indicator.code} aria-labelledby={`indicator-${each.indicator.code}`}>
					<h3 id={`indicator-${each.indicator.code}`}>
						<a
							className="usa-link"
							href={`/outcomes/${jurisdiction.id}/${each.indicator.vintage}/${encodeURIComponent(each.indicator.code)}`}
						>
							{each.indicator.code} {each.indicator.label}
						</a>
					</h3>
					<OutcomeSummary series={each} headingId={`newest-${each.indicator.code}`} />
				</section>
			))}
			{jurisdiction.kind === "state" && area.indicators.length > 0 ? (
				<p>
					<a className="usa-link" href="/federal-results">
						Federal results: risk-standardized performance against national performance
					</a>
				</p>
			) : null}
			{area.indicators.length > 0 ? (
				<p>
					<a className="usa-link" href={`/equity/${jurisdiction.id}`}>
						Measures by race and Hispanic origin, age, sex and county
					</a>
				</p>
			) : null}
			<h2>What was found</h2>
			{findings.length === 0 ? <p>Nothing has been found yet.</p> : null}
			{findings.map((finding) => (
				<article key={finding.id} className="finding-card">
					<h3>
						<a className="usa-link" href={`/findings/${finding.id}`}>
							{finding.label}
						</a>{" "}
						<FindingStateTag state={finding.state} />
					</h3>
					<p>
						{judgementWords[finding.judgement]}. <span className="long-text">{finding.summary}</span>
					</p>
					<EvidenceList evidence={finding.evidence} />
					{finding.answers.map((answer) => (
						<p key={answer.id}>
							<AnswerLine answer={answer} documents={goals.map(({ document }) => document)} />
						</p>
					))}
				</article>
			))}
			{props.mayConfirm ? (
				<p>
					<a className="usa-link" href={`/findings/new?place=${jurisdiction.id}`}>
						Write down a finding
					</a>
				</p>
			) : null}
			<h2>What was said</h2>
			{voices.length === 0 ? <p>No voice on it has been written down.</p> : null}
			<ul className="usa-list">
				{voices.map((each) => (
					<VoiceItem key={each.id} voice={each} />
				))}
			</ul>
			<h2>Which goals answer it</h2>
			{goals.length === 0 ? <p>No goal answers it in a plan that you may read.</p> : null}
			<ul className="usa-list">
				{goals.map(({ document, goal, number }) => (
					<li key={`${document.id}-${goal.id}`}>
						<a className="usa-link" href={`/plans/${document.id}`}>
							{document.title}
						</a>
						, goal {number}: {goal.statement || "not written yet"} <PlanStateTag state={document.state} />{" "}
						<a className="usa-link" href={`/plans/${document.id}/goals/${goal.id}/theory`}>
							Theory of change<span className="usa-sr-only"> of goal {number}</span>
						</a>
					</li>
				))}
			</ul>
		</Page>
	);
}

/** Which plan answers a finding, or why it was put off there. A plan that the reader may not see is not named. */
function AnswerLine(props: {
	readonly answer: Fact<"finding-answer">;
	readonly documents: readonly Fact<"document">[];
}) {
	const { disposition, reason, documentId } = props.answer;
	const document = props.documents.find(({ id }) => id === documentId);
	const plan = document ? (
		<a className="usa-link" href={`/plans/${document.id}/findings`}>
			{document.title}
		</a>
	) : null;
	if (disposition === "answered") return plan ? <>A goal answers it in {plan}.</> : <>A plan answers it.</>;
	return (
		<>
			Put off{plan ? <> in {plan}</> : null}: {reason}
		</>
	);
}
