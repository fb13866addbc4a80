import type { FindingNode } from "../../../domain/plan/plan-graph.ts";
import { RadioGroup } from "../../forms/choice-group.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { FindingStateTag, judgementWords } from "../parts/finding-state-tag.tsx";
import { BesideTheirs } from "./clash.tsx";
import { dispositionWords } from "./fact-words.ts";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { componentPath, partAnchor, planPath } from "./plan-paths.ts";
import { componentName, subjectName } from "./plan-words.ts";
import { SaveForm } from "./save-form.tsx";

/** Every finding of the jurisdiction that needs improvement, and how this plan answers it: by a component, or later. */
export function FindingsPage({ plan }: { readonly plan: PlanContext }) {
	const findings = plan.graph.findings.filter(
		({ finding }) => finding.judgement === "area-needing-improvement" && finding.state !== "dismissed",
	);
	const confirmed = findings.filter(({ finding }) => finding.state === "confirmed");
	const proposed = findings.filter(({ finding }) => finding.state === "proposed");
	return (
		<PlanLayout plan={plan} title="Findings to answer">
			<p className="usa-intro">
				What the figures, the case reviews and the partners showed. The plan answers each confirmed area needing
				improvement, or says why not now.
			</p>
			{confirmed.length === 0 ? (
				<p>
					No area needing improvement is confirmed here.{" "}
					<a className="usa-link" href={`/findings?jurisdiction=${plan.graph.jurisdiction.id}`}>
						Go to the findings
					</a>{" "}
					to confirm what the figures propose.
				</p>
			) : (
				confirmed.map((node) => <FindingPart key={node.finding.id} plan={plan} node={node} />)
			)}
			{proposed.length > 0 ? (
				<>
					<h2>Proposed, not yet confirmed</h2>
					<ul className="usa-list">
						{proposed.map(({ finding }) => (
							<li key={finding.id}>
								<a className="usa-link" href={`/findings/${finding.id}`}>
									{findingName({ finding })}
								</a>{" "}
								<FindingStateTag state={finding.state} />
							</li>
						))}
					</ul>
				</>
			) : null}
		</PlanLayout>
	);
}

function findingName({ finding }: Pick<FindingNode, "finding">): string {
	return finding.subjectKind === "indicator" ? `${finding.code} ${finding.label}` : finding.label;
}

function FindingPart({ plan, node }: { readonly plan: PlanContext; readonly node: FindingNode }) {
	const { finding, evidence, component, answer } = node;
	return (
		<section className="component-card" aria-labelledby={partAnchor("finding", finding.id)}>
			<h2 className="margin-top-0" id={partAnchor("finding", finding.id)}>
				{findingName(node)}
			</h2>
			<p>
				{judgementWords[finding.judgement]}. {finding.summary}{" "}
				<a className="usa-link" href={`/findings/${finding.id}`}>
					See the evidence
				</a>{" "}
				({evidence.length}).
			</p>
			<p>
				<strong>This plan:</strong>{" "}
				{component ? (
					<>
						answers it by{" "}
						<a className="usa-link" href={componentPath(plan.graph.document.id, component.focusArea.id)}>
							{componentName(component, plan.edition)}: {subjectName(component)}
						</a>
						.
					</>
				) : answer?.disposition === "deferred" ? (
					<>puts it off: {answer.reason}</>
				) : (
					"does not answer it yet."
				)}
			</p>
			{plan.mayWrite ? <AnswerFindingForm plan={plan} node={node} /> : null}
		</section>
	);
}

function AnswerFindingForm({ plan, node }: { readonly plan: PlanContext; readonly node: FindingNode }) {
	const { finding, answer, component } = node;
	const key = `finding-${finding.id}`;
	const values = formValues(plan.typed, key);
	const id = (field: string) => partAnchor("finding", finding.id, field);
	const { components } = plan.graph;
	return (
		<SaveForm
			plan={plan}
			formKey={key}
			action={planPath(plan.graph.document.id, `/findings/${finding.id}`)}
			thing={`the answer to ${findingName(node)}`}
			versions={{ version: answer?.version ?? 0 }}
		>
			<BesideTheirs values={values} name="disposition">
				<RadioGroup
					name="disposition"
					id={id("disposition")}
					label="How the plan answers"
					choices={(["answered", "deferred"] as const).map((value) => ({ value, label: dispositionWords[value] }))}
					value={values.text("disposition", answer?.disposition ?? (component ? "answered" : ""))}
					error={values.problem("disposition")}
				/>
			</BesideTheirs>
			<BesideTheirs values={values} name="focusAreaId">
				<SelectField
					name="focusAreaId"
					id={id("focusAreaId")}
					label="Component that answers it"
					emptyLabel={components.length === 0 ? "There is no component yet" : "- Select -"}
					options={components.map((each) => ({
						value: each.focusArea.id,
						label: `${componentName(each, plan.edition)}: ${subjectName(each)}`,
					}))}
					value={values.text("focusAreaId", answer?.focusAreaId ?? component?.focusArea.id ?? "")}
					error={values.problem("focusAreaId")}
				/>
			</BesideTheirs>
			<BesideTheirs values={values} name="reason">
				<TextArea
					name="reason"
					id={id("reason")}
					label="Reason, when it is put off"
					rows={2}
					value={values.text("reason", answer?.reason ?? "")}
					error={values.problem("reason")}
				/>
			</BesideTheirs>
		</SaveForm>
	);
}
