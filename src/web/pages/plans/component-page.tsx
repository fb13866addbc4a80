import { type EditionField, findField } from "../../../domain/document/edition.ts";
import type { ComponentNode } from "../../../domain/plan/plan-graph.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { AnswerField, answerNames, FieldTalk } from "./answer-field.tsx";
import { AnswerText, textOf } from "./answer-text.tsx";
import { componentFields } from "./component-fields.ts";
import { type ComponentFigures, FiguresBeside } from "./component-figures.tsx";
import { AssignmentPart } from "./drafting/assignment-part.tsx";
import { BlockTalk } from "./drafting/block-talk.tsx";
import { originWords, probationWords } from "./fact-words.ts";
import { FocusAreaForm } from "./focus-area-form.tsx";
import { GoalPart } from "./goal-part.tsx";
import type { Assignee } from "./milestone-part.tsx";
import { AddPart, PartActions } from "./part-actions.tsx";
import { PartChecks } from "./part-checks.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { componentPath } from "./plan-paths.ts";
import { componentName, shorten, subjectName, withArticle } from "./plan-words.ts";
import { SaveForm } from "./save-form.tsx";
import { componentState, sectionStateWords } from "./section-states.ts";

type ComponentProps = {
	readonly plan: PlanContext;
	readonly component: ComponentNode;
	readonly figures: readonly ComponentFigures[];
	readonly people: readonly Assignee[];
	/** Goals of the place that stand in other documents and not in this one. */
	readonly goalsToUse: readonly {
		readonly id: string;
		readonly statement: string;
		readonly usedIn: readonly string[];
	}[];
};

/** One component on one page, in the order of the authority's template, to write or to read. */
export function ComponentPage(props: ComponentProps) {
	const { plan, component } = props;
	const { words } = plan.edition;
	const { focusArea, goals } = component;
	const documentId = plan.graph.document.id;
	const name = componentName(component, plan.edition);
	const [current, closing] = splitFields(props);
	return (
		<PlanLayout plan={plan} title={`${name}: ${subjectName(component)}`}>
			<p>
				<strong>State of this component:</strong> {sectionStateWords[componentState(component, plan)]}.
			</p>
			<AssignmentPart plan={plan} section={sectionOfComponents(plan)} focusAreaId={focusArea.id} />
			<BlockTalk plan={plan} about={{ aboutKind: "focus-area", aboutId: focusArea.id }} thing={name} />
			{plan.mayWrite ? (
				<PartActions
					documentId={documentId}
					kind="focus-area"
					id={focusArea.id}
					thing={name}
					first={component.number === 1}
					last={component.number === plan.graph.components.length}
				/>
			) : null}
			<h2>{words.subject}</h2>
			<PartChecks plan={plan} ids={[focusArea.id]} about={(field) => !findField(plan.edition, field)} />
			{plan.mayWrite ? <FocusAreaForm plan={plan} component={component} /> : <FocusAreaText component={component} />}
			<h2>{words.currentPerformance}</h2>
			<Fields {...props} fields={current} formKey="current" thing={words.currentPerformance} />
			<FiguresBeside figures={props.figures} />
			<h2 id="goals">{words.goal}s, strategies and milestones</h2>
			{goals.length === 0 ? <p>There is no {words.goal.toLowerCase()} yet.</p> : null}
			{goals.map((goal, i) => (
				<GoalPart
					key={goal.use.id}
					plan={plan}
					node={goal}
					people={props.people}
					figures={props.figures}
					first={i === 0}
					last={i === goals.length - 1}
				/>
			))}
			{plan.mayWrite ? (
				<AddPart
					action={`${componentPath(documentId, focusArea.id)}/goals`}
					id="add-goal"
					label={`Add ${withArticle(words.goal)}`}
				/>
			) : null}
			{plan.mayWrite && props.goalsToUse.length > 0 ? (
				<form method="post" action={`${componentPath(documentId, focusArea.id)}/goals`} className="margin-top-3">
					<SelectField
						name="existingGoalId"
						label={`Use ${withArticle(words.goal)} again that stands in another document`}
						hint="It is the same goal, with its measure, baseline and interventions: what is changed in one document is changed in all."
						options={props.goalsToUse.map(({ id, statement, usedIn }) => ({
							value: id,
							label: `${shorten(statement, 90)} (${usedIn.map((title) => shorten(title, 60)).join("; ")})`,
						}))}
					/>
					<button type="submit" className="usa-button usa-button--outline">
						Use it here
					</button>
				</form>
			) : null}
			<h2>Closing sections</h2>
			<Fields {...props} fields={closing} formKey="closing" thing="the closing sections" />
		</PlanLayout>
	);
}

function sectionOfComponents({ edition }: PlanContext): string {
	return edition.sections.find(({ kind }) => kind === "components")?.id ?? "";
}

/** The fields of a component: those on current performance come before the goals, the rest after them. */
function splitFields({ plan, component }: ComponentProps): readonly [readonly EditionField[], readonly EditionField[]] {
	const asked = componentFields(component, plan.edition);
	const isCurrent = (field: EditionField) => field.label === plan.edition.words.currentPerformance;
	return [asked.filter(isCurrent), asked.filter((field) => !isCurrent(field))];
}

function Fields(
	props: ComponentProps & {
		readonly fields: readonly EditionField[];
		readonly formKey: string;
		readonly thing: string;
	},
) {
	const { plan, component, fields } = props;
	const { answers, focusArea } = component;
	if (fields.length === 0) return <p>This edition asks for no text here yet.</p>;
	if (!plan.mayWrite) {
		return fields.map((field) => (
			<div key={field.id}>
				<AnswerText field={field} text={textOf(field, answers, plan.graph)} />
				<FieldTalk plan={plan} about={focusArea.id} field={field} />
			</div>
		));
	}
	const values = formValues(plan.typed, props.formKey);
	return (
		<SaveForm
			plan={plan}
			formKey={props.formKey}
			action={componentPath(plan.graph.document.id, focusArea.id)}
			thing={props.thing}
			versions={Object.fromEntries(
				fields.map((field) => [answerNames(field.id).version, answers.get(field.id)?.version ?? 0]),
			)}
			fieldByField
		>
			<input type="hidden" name="form" value={props.formKey} />
			{fields.map((field) => (
				<AnswerField key={field.id} plan={plan} about={focusArea.id} field={field} answers={answers} values={values} />
			))}
		</SaveForm>
	);
}

function FocusAreaText({ component: { focusArea } }: { readonly component: ComponentNode }) {
	return (
		<ul className="usa-list">
			<li>Why it is in the plan: {originWords[focusArea.origin]}</li>
			<li>
				Probation: {probationWords[focusArea.probationConsidered]}
				{focusArea.probationReason ? `. ${focusArea.probationReason}` : ""}
			</li>
		</ul>
	);
}
