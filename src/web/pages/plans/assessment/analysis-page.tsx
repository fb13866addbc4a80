import { ratingOf, subjectName } from "../../../../domain/document/subject-analysis.ts";
import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import { CheckboxGroup, RadioGroup } from "../../../forms/choice-group.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { EvidenceList } from "../../findings/evidence-list.tsx";
import { BesideTheirs } from "../clash.tsx";
import { BlockTalk } from "../drafting/block-talk.tsx";
import { PartChecks } from "../part-checks.tsx";
import { formValues, type PlanContext } from "../plan-context.ts";
import { PlanLayout } from "../plan-layout.tsx";
import { analysisPath, sectionPath } from "../plan-paths.ts";
import { SaveForm } from "../save-form.tsx";
import { RatingTag } from "./assessment-section.tsx";
import { performanceWords, ratingWords } from "./performance-words.ts";

/** One subject of a self-assessment: performance from the figures held, analysis, factors looked into, rating, evidence. */
export function AnalysisPage(props: { readonly plan: PlanContext; readonly analysis: Fact<"subject-analysis"> }) {
	const { plan, analysis } = props;
	const { graph, edition } = plan;
	const documentId = graph.document.id;
	const name = subjectName(analysis);
	const section = edition.sections.find((each) => each.subjects?.includes(analysis.subjectKind));
	const key = `analysis-${analysis.id}`;
	const values = formValues(plan.typed, key);
	const finding = graph.findings.find((each) => each.finding.id === analysis.findingId);
	const explored = edition.systemicFactors.filter(({ id }) => analysis.factors.includes(id));
	const performance = performanceWords(graph, analysis);
	return (
		<PlanLayout
			plan={plan}
			title={name}
			steps={section ? [{ label: section.title, href: sectionPath(documentId, section.id) }] : []}
		>
			<PartChecks plan={plan} ids={[analysis.id]} />
			<BlockTalk plan={plan} about={{ aboutKind: "subject-analysis", aboutId: analysis.id }} thing={name} />
			{performance ? (
				<>
					<h2>Performance</h2>
					<p>{performance}</p>
					<p>
						<a
							className="usa-link"
							href={`/outcomes/${graph.jurisdiction.id}/${analysis.vintage}/${encodeURIComponent(analysis.code)}`}
						>
							All figures of {analysis.code}
						</a>
					</p>
				</>
			) : null}
			<h2>Analysis</h2>
			{plan.mayWrite ? (
				<SaveForm
					plan={plan}
					formKey={key}
					action={analysisPath(documentId, analysis.id)}
					thing={`the analysis of ${name}`}
					versions={{ version: analysis.version }}
				>
					<BesideTheirs values={values} name="analysis">
						<TextArea
							name="analysis"
							label="What the county makes of it"
							hint="Why the figures are as they are, for whom they are better or worse, what is done already."
							rows={8}
							value={values.text("analysis", analysis.analysis)}
							error={values.problem("analysis")}
						/>
					</BesideTheirs>
					{analysis.subjectKind === "systemic-factor" ? null : (
						<BesideTheirs values={values} name="factors">
							<CheckboxGroup
								name="factors"
								label="Systemic factors looked into for this subject"
								hint="The plan may name these as further factors (SIP-71)."
								choices={edition.systemicFactors.map(({ id, label }) => ({ value: id, label }))}
								values={values.list("factors", analysis.factors)}
							/>
						</BesideTheirs>
					)}
				</SaveForm>
			) : (
				<>
					<p className="long-text">{analysis.analysis || "Not written yet."}</p>
					{explored.length > 0 ? <p>Systemic factors: {explored.map(({ label }) => label).join("; ")}.</p> : null}
				</>
			)}
			<h2 id="rating">Rating</h2>
			<p>
				<RatingTag rating={ratingOf(graph, analysis)} />
			</p>
			{plan.mayWrite ? <RatingForm plan={plan} analysis={analysis} /> : null}
			<h2>Evidence</h2>
			{finding ? (
				<>
					<EvidenceList evidence={finding.evidence} />
					<p>
						<a className="usa-link" href={`/findings/${finding.finding.id}`}>
							Open the finding to add evidence
						</a>
					</p>
				</>
			) : (
				<p>The rating makes a finding, and evidence is added to it there.</p>
			)}
		</PlanLayout>
	);
}

function RatingForm({ plan, analysis }: { readonly plan: PlanContext; readonly analysis: Fact<"subject-analysis"> }) {
	const values = formValues(plan.typed, "rating");
	const kept = plan.graph.findings.find(({ finding }) => finding.id === analysis.findingId)?.finding;
	return (
		<form method="post" action={analysisPath(plan.graph.document.id, analysis.id, "/rating")} data-guard="true">
			<RadioGroup
				name="judgement"
				label="This subject is"
				choices={(["strength", "area-needing-improvement"] as const).map((value) => ({
					value,
					label: ratingWords[value],
				}))}
				value={values.text("judgement", kept?.judgement ?? "")}
				error={values.problem("judgement")}
			/>
			<TextArea
				name="summary"
				label="In a sentence or two"
				hint="The finding's own words. The analysis is taken where this is left empty."
				rows={3}
				optional
				value={values.text("summary", kept?.summary ?? "")}
				error={values.problem("summary")}
			/>
			<p>
				<button type="submit" className="usa-button">
					Rate
				</button>
			</p>
		</form>
	);
}
