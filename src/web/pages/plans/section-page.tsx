import type { EditionField, EditionSection } from "../../../domain/document/edition.ts";
import { Alert } from "../../forms/alert.tsx";
import { AnswerField, answerNames, FieldTalk } from "./answer-field.tsx";
import { AnswerText, textOf } from "./answer-text.tsx";
import { AssessmentSection } from "./assessment/assessment-section.tsx";
import { AttachmentList } from "./attachment-list.tsx";
import { ComponentsSection } from "./components-section.tsx";
import { SectionSide } from "./drafting/section-side.tsx";
import { entriesIn, listsOf } from "./lists/plan-lists.ts";
import { SummaryLinks } from "./lists/self-assessment-part.tsx";
import { PeriodForm } from "./period-form.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { listPath, sectionPath } from "./plan-paths.ts";
import { SaveForm } from "./save-form.tsx";
import { isFilled, sectionState, sectionStateWords } from "./section-states.ts";

/** One section of the plan to write, or to read for those who may not write now. */
export function SectionPage({
	plan,
	section,
	liveHtml,
}: {
	readonly plan: PlanContext;
	readonly section: EditionSection;
	/** The live blocks of the section, made by the program's own renderer: every text in it is escaped there. */
	readonly liveHtml?: string | undefined;
}) {
	const state = sectionState(section, plan);
	return (
		<PlanLayout plan={plan} title={section.title}>
			<p className="usa-intro">{section.help}</p>
			{state ? (
				<p>
					<strong>State of this section:</strong> {sectionStateWords[state]}.
				</p>
			) : null}
			<SectionSide plan={plan} section={section} />
			<SectionBody plan={plan} section={section} />
			{liveHtml === undefined ? null : (
				<section aria-label="Printed from the facts">
					{/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the program's own renderer, which escapes every text */}
					<div className="paper" dangerouslySetInnerHTML={{ __html: liveHtml }} />
				</section>
			)}
		</PlanLayout>
	);
}

function SectionBody({ plan, section }: { readonly plan: PlanContext; readonly section: EditionSection }) {
	if (section.kind === "components") return <ComponentsSection plan={plan} />;
	if (section.kind === "attachments") return <AttachmentList plan={plan} />;
	if (section.kind === "assessment") return <AssessmentSection plan={plan} section={section} />;
	const firstCover = plan.edition.sections.find(({ kind }) => kind === "cover");
	return (
		<>
			{section.fields.length === 0 ? (
				<Alert kind="info">
					This edition is here in outline: the program holds plans under it, but does not yet ask for the text of this
					section. Write it in the paper itself.
				</Alert>
			) : null}
			<ListLinks plan={plan} section={section} />
			{section.kind === "summary" ? <SummaryLinks documentId={plan.graph.document.id} /> : null}
			{plan.mayWrite ? <AnswersForm plan={plan} section={section} /> : <AnswersRead plan={plan} section={section} />}
			{plan.mayWrite && section.id === firstCover?.id && !plan.graph.origin ? <PeriodForm plan={plan} /> : null}
		</>
	);
}

/** The lists that serve fields of this section in place of their text, or beside it. */
function ListLinks({ plan, section }: { readonly plan: PlanContext; readonly section: EditionSection }) {
	const kinds = [...new Set(section.fields.flatMap((field) => field.entries ?? []))];
	const lists = listsOf(plan.edition).filter((list) => kinds.includes(list.kind));
	if (lists.length === 0) return null;
	return (
		<>
			<p>Kept as lists, printed here below the text:</p>
			<ul className="usa-list">
				{lists.map((list) => (
					<li key={list.slug}>
						<a className="usa-link" href={listPath(plan.graph.document.id, list.slug)}>
							{list.title}
						</a>{" "}
						({entriesIn(list, plan).length === 0 ? "none yet" : entriesIn(list, plan).length})
					</li>
				))}
			</ul>
		</>
	);
}

export function AnswersForm({ plan, section }: { readonly plan: PlanContext; readonly section: EditionSection }) {
	const { graph } = plan;
	const fields = section.fields.filter((field) => field.from === "answer");
	if (fields.length === 0) return <AnswersRead plan={plan} section={section} />;
	const key = `section-${section.id}`;
	const values = formValues(plan.typed, key);
	const versions = Object.fromEntries(
		fields.map((field) => [answerNames(field.id).version, graph.answers.get(field.id)?.version ?? 0]),
	);
	return (
		<SaveForm
			plan={plan}
			formKey={key}
			action={sectionPath(graph.document.id, section.id)}
			thing={section.title}
			versions={versions}
			fieldByField
		>
			{groupsOf(section.fields).map(({ group, fields: grouped }) => {
				const controls = grouped.map((field) =>
					field.from === "answer" ? (
						<AnswerField
							key={field.id}
							plan={plan}
							about={graph.document.id}
							field={field}
							answers={graph.answers}
							values={values}
						/>
					) : (
						<AnswerText key={field.id} field={field} text={textOf(field, graph.answers, graph)} help />
					),
				);
				if (group === undefined) return controls;
				return (
					<fieldset key={group} className="usa-fieldset margin-top-4">
						<legend className="usa-legend field-group-legend">{group}</legend>
						{controls}
					</fieldset>
				);
			})}
		</SaveForm>
	);
}

function AnswersRead({ plan, section }: { readonly plan: PlanContext; readonly section: EditionSection }) {
	const { answers } = plan.graph;
	const shown = section.fields.filter((field) => field.required || field.from !== "answer" || isFilled(field, answers));
	return groupsOf(shown).map(({ group, fields }) => (
		<div key={group ?? "fields"}>
			{group ? <h2>{group}</h2> : null}
			{fields.map((field) => (
				<div key={field.id}>
					<AnswerText field={field} text={textOf(field, answers, plan.graph)} />
					<FieldTalk plan={plan} about={plan.graph.document.id} field={field} />
				</div>
			))}
		</div>
	));
}

/** Fields in order, those of one group together. */
function groupsOf(
	fields: readonly EditionField[],
): readonly { readonly group: string | undefined; readonly fields: readonly EditionField[] }[] {
	const groups: { group: string | undefined; fields: EditionField[] }[] = [];
	for (const field of fields) {
		const last = groups.at(-1);
		if (last && last.group === field.group) last.fields.push(field);
		else groups.push({ group: field.group, fields: [field] });
	}
	return groups;
}
