import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { RadioGroup } from "../../forms/choice-group.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { originWords } from "./fact-words.ts";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";
import { subjectOptions } from "./subject-options.ts";

/** Adds a component: from a confirmed finding with one press, or on a subject of one's choice. */
export function NewComponentPage({ plan }: { readonly plan: PlanContext }) {
	const { graph, edition } = plan;
	const word = edition.words.component.toLowerCase();
	const open = graph.findings.filter(
		({ finding, component }) =>
			finding.state === "confirmed" && finding.judgement === "area-needing-improvement" && !component,
	);
	return (
		<PlanLayout plan={plan} title={`Add a ${word}`}>
			<h2>From a confirmed finding</h2>
			{open.length === 0 ? (
				<p>
					No confirmed finding is waiting for a {word}. Findings are confirmed on the{" "}
					<a className="usa-link" href="/findings">
						Findings page
					</a>
					.
				</p>
			) : (
				<ul className="usa-list usa-list--unstyled">
					{open.map(({ finding }) => (
						<li key={finding.id} className="component-card">
							<FindingForm plan={plan} finding={finding} word={word} />
						</li>
					))}
				</ul>
			)}
			<h2>On a subject of your choice</h2>
			<SubjectForm plan={plan} word={word} />
		</PlanLayout>
	);
}

function FindingForm(props: { readonly plan: PlanContext; readonly finding: Fact<"finding">; readonly word: string }) {
	const { plan, finding, word } = props;
	const name = `${finding.subjectKind === "indicator" ? `${finding.code} ` : ""}${finding.label}`;
	return (
		<form method="post" action={planPath(plan.graph.document.id, "/components")}>
			<h3 className="margin-top-0">{name}</h3>
			<p>{finding.summary}</p>
			<input type="hidden" name="findingId" value={finding.id} />
			<button type="submit" className="usa-button">
				Add a {word} that answers this<span className="usa-sr-only">: {name}</span>
			</button>
		</form>
	);
}

function SubjectForm({ plan, word }: { readonly plan: PlanContext; readonly word: string }) {
	const values = formValues(plan.typed, "new-component");
	return (
		<form method="post" action={planPath(plan.graph.document.id, "/components")} data-guard="true">
			<SelectField
				name="subject"
				label={plan.edition.words.subject}
				emptyLabel="- Select -"
				options={subjectOptions(plan.edition)}
				value={values.text("subject", "")}
				error={values.problem("subject")}
				combo
			/>
			<TextField
				name="label"
				label="Name"
				hint="Only for an area of the agency's own; otherwise the name of the indicator or factor is taken."
				optional
				width="2xl"
				value={values.text("label", "")}
				error={values.problem("label")}
			/>
			<RadioGroup
				name="origin"
				label="Why it is in the plan"
				choices={(["self-assessment", "peer-review", "agency-option"] as const).map((value) => ({
					value,
					label: originWords[value],
				}))}
				value={values.text("origin", "agency-option")}
			/>
			<p>
				<button type="submit" className="usa-button">
					Add the {word}
				</button>
			</p>
		</form>
	);
}
