import type { EditionField } from "../../../domain/document/edition.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath, sharePath } from "./plan-paths.ts";

export type ShareableText = {
	readonly id: string;
	/** Document and field, for the form. */
	readonly value: string;
	readonly document: string;
	readonly label: string;
	readonly text: string;
};

/** Chooses the text of another document to stand in a field: one source, the newest text in both until they are sent. */
export function SharePage(props: {
	readonly plan: PlanContext;
	readonly field: EditionField;
	readonly texts: readonly ShareableText[];
}) {
	const { plan, field, texts } = props;
	const values = formValues(plan.typed, "share");
	const { document, answers } = plan.graph;
	const answer = answers.get(field.id);
	const source = texts.find(({ id }) => id === answer?.sameAs);
	const documents = [...new Set(texts.map((each) => each.document))];
	return (
		<PlanLayout plan={plan} title={`Text of another document: ${[field.item, field.label].filter(Boolean).join(" ")}`}>
			<p className="usa-intro">
				{field.item} {field.label}
			</p>
			<ul className="usa-list measure-5">
				<li>One source: the text is written in the other document and shown here.</li>
				<li>While both are drafts, the newest text stands in both. What is sent is frozen as it was sent.</li>
			</ul>
			{answer?.sameAs ? (
				<p>
					Shown now: {source ? `${source.document}, ${source.label}` : "a text of another document"}. Written there,{" "}
					<a className="usa-link" href={planPath(document.id)}>
						not here
					</a>
					.
				</p>
			) : null}
			{plan.mayWrite ? (
				<form method="post" action={sharePath(document.id, field.id)}>
					<input type="hidden" name="version" value={answer?.version ?? 0} />
					<SelectField
						name="from"
						label="Text"
						emptyLabel="None: the text stands here on its own"
						value={values.text("from", source?.value ?? "")}
						options={documents.map((label) => ({
							label,
							options: texts
								.filter((each) => each.document === label)
								.map(({ value, label: name, text }) => ({ value, label: `${name}: ${text.slice(0, 60)}` })),
						}))}
						error={values.problem("from")}
					/>
					<p className="button-row">
						<button type="submit" className="usa-button">
							Use this text
						</button>
					</p>
				</form>
			) : null}
		</PlanLayout>
	);
}
