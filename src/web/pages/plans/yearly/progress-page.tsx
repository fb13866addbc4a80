import { formatDate } from "../../../../domain/calendar/plain-date.ts";
import { describePeriod } from "../../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../../domain/measure/format-value.ts";
import { maskedMark, maskFigure } from "../../../../domain/measure/masking.ts";
import { evidenceOfActivity } from "../../../../domain/pip/completion-evidence.ts";
import { GoalClosing, goalClosingLabels } from "../../../../domain/plan/carry-over-facts.ts";
import type { GoalNode, MilestoneNode, ObjectiveNode, StrategyNode } from "../../../../domain/plan/plan-graph.ts";
import { SelectField } from "../../../forms/select-field.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { TextField } from "../../../forms/text-field.tsx";
import { StatusTag } from "../../parts/status-tag.tsx";
import { SectionSide } from "../drafting/section-side.tsx";
import { milestoneStatusWords } from "../fact-words.ts";
import { baselineWords, targetWords } from "../objective-text.tsx";
import { formValues, type PlanContext } from "../plan-context.ts";
import { PlanLayout } from "../plan-layout.tsx";
import { partAnchor, planPath } from "../plan-paths.ts";
import { componentName, count, shorten, subjectName } from "../plan-words.ts";
import { standingWords } from "./standing-words.ts";

type GoalToUse = { readonly id: string; readonly statement: string; readonly usedIn: readonly string[] };
type ProgressPageProps = {
	readonly plan: PlanContext;
	readonly title: string;
	/** Goals of the place that stand in other documents and not in this paper. */
	readonly goalsToUse: readonly GoalToUse[];
};

/** What was achieved since the last paper: one form for each goal with all that serves it, carried over and marked. */
export function ProgressPage({ plan, title, goalsToUse }: ProgressPageProps) {
	const { graph } = plan;
	const parts = [...graph.carried.values()];
	const open = parts.filter(({ standing }) => standing === "not-looked-at").length;
	return (
		<PlanLayout plan={plan} title={title}>
			<p>
				{parts.length === 0
					? "Nothing was carried over."
					: open === 0
						? `All ${count(parts.length, "part")} that were carried over have been looked at.`
						: `${open} of ${count(parts.length, "part")} were carried over and not yet looked at.`}{" "}
				{graph.origin ? (
					<>
						They are those of{" "}
						<a className="usa-link" href={planPath(graph.origin.id)}>
							{graph.origin.title}
						</a>
						, as they stand there now.
					</>
				) : null}
			</p>
			<SectionSide plan={plan} section={plan.edition.sections.find(({ kind }) => kind === "progress")} />
			{graph.components.map((component) => (
				<section key={component.focusArea.id} aria-labelledby={`progress-${component.focusArea.id}`}>
					<h2 id={`progress-${component.focusArea.id}`}>
						{componentName(component, plan.edition)}: {subjectName(component)}
					</h2>
					{component.goals.map((goal) => (
						<GoalProgress key={goal.use.id} plan={plan} node={goal} />
					))}
				</section>
			))}
			{goalsToUse.length > 0 ? <TakeGoalIn plan={plan} goals={goalsToUse} /> : null}
			<Amendments plan={plan} />
		</PlanLayout>
	);
}

/** A goal that came after the plan was accepted, such as one of an improvement plan, becomes one of the plan's cycle. */
function TakeGoalIn({ plan, goals }: { readonly plan: PlanContext; readonly goals: readonly GoalToUse[] }) {
	const { graph, edition, typed } = plan;
	const values = formValues(typed, "take-goal-in");
	const [area, goal] = [edition.words.component.toLowerCase(), edition.words.goal.toLowerCase()];
	return (
		<form method="post" action={planPath(graph.document.id, "/goals-taken-in")} className="usa-form usa-form--large">
			<h2>Take in a {goal} of another document</h2>
			<p>
				Such as a {goal} of a Program Improvement Plan that came after the plan was accepted. It is the same {goal}, and
				this report and the next tell how it stands.
			</p>
			<SelectField
				name="goalId"
				label={edition.words.goal}
				options={goals.map(({ id, statement, usedIn }) => ({
					value: id,
					label: `${shorten(statement, 90)} (${usedIn.map((each) => shorten(each, 60)).join("; ")})`,
				}))}
				value={values.text("goalId", "")}
			/>
			<SelectField
				name="focusAreaId"
				label={edition.words.component}
				emptyLabel={`A new ${area}, named below`}
				options={graph.components.map((each) => ({
					value: each.focusArea.id,
					label: `${componentName(each, edition)}: ${subjectName(each)}`,
				}))}
				value={values.text("focusAreaId", "")}
			/>
			<TextField
				name="label"
				label={`Name of the new ${area}`}
				value={values.text("label", "")}
				error={values.problem("label")}
				optional
			/>
			<button type="submit" className="usa-button usa-button--outline">
				Take it in
			</button>
		</form>
	);
}

function GoalProgress({ plan, node }: { readonly plan: PlanContext; readonly node: GoalNode }) {
	const { goal, number, objectives, strategies } = node;
	const { words } = plan.edition;
	const carried = plan.graph.carried.get(goal.id);
	const key = `goal-${goal.id}`;
	const isFinal = plan.edition.checks.some(({ kind }) => kind === "goals-closed");
	const values = formValues(plan.typed, key);
	const documentId = plan.graph.document.id;
	const inside = (
		<>
			{objectives.map((each) => (
				<ObjectiveProgress key={each.objective.id} plan={plan} node={each} formKey={key} />
			))}
			{isFinal ? (
				<Closing plan={plan} id={goal.id} formKey={key} />
			) : (
				<Standing plan={plan} id={goal.id} label={`${words.goal} ${number}`} formKey={key} />
			)}
			{isFinal ? null : plan.mayWrite ? (
				<TextArea
					id={partAnchor("goal", goal.id, "progress")}
					name={`progress-${goal.id}`}
					label="What was achieved since the last report"
					rows={5}
					value={values.text(`progress-${goal.id}`, carried?.progress ?? "")}
					error={values.problem(`progress-${goal.id}`)}
				/>
			) : (
				<p className="long-text">{carried?.progress || "Nothing was written yet."}</p>
			)}
			{strategies.map((strategy) => (
				<StrategyProgress key={strategy.strategy.id} plan={plan} node={strategy} formKey={key} />
			))}
		</>
	);
	return (
		<article className="component-card" aria-labelledby={`progress-goal-${goal.id}`} id={partAnchor("goal", goal.id)}>
			<h3 className="margin-top-0" id={`progress-goal-${goal.id}`}>
				{words.goal} {number}
			</h3>
			<p className="long-text">{goal.statement}</p>
			{plan.mayWrite ? (
				<form method="post" action={planPath(documentId, `/progress/${goal.id}`)} data-guard="true">
					{inside}
					<p className="button-row">
						<button type="submit" className="usa-button">
							Save<span className="usa-sr-only"> progress on {number}</span>
						</button>
						<a className="usa-link" href={amendAddress(plan, "goal", goal.id)}>
							It was negotiated anew<span className="usa-sr-only">: {number}</span>
						</a>
					</p>
				</form>
			) : (
				inside
			)}
		</article>
	);
}

/** The choice for one part, or what was chosen; the hidden version says what the person saw. */
function Standing(props: {
	readonly plan: PlanContext;
	readonly id: string;
	readonly label: string;
	readonly formKey: string;
}) {
	const { plan, id, label } = props;
	const carried = plan.graph.carried.get(id);
	if (!carried) return null;
	if (!plan.mayWrite) {
		return (
			<p className="margin-y-05">
				<StatusTag tone={carried.standing === "not-looked-at" ? "waiting" : "quiet"}>
					{standingWords[carried.standing]}
				</StatusTag>
			</p>
		);
	}
	const values = formValues(plan.typed, props.formKey);
	return (
		<>
			<input type="hidden" name={`version-${id}`} value={values.version(`version-${id}`, carried.version)} />
			<SelectField
				id={partAnchor(carried.partKind, id, "standing")}
				name={`standing-${id}`}
				label={`How ${label} stands`}
				value={values.text(`standing-${id}`, carried.standing)}
				options={Object.entries(standingWords).map(([value, words]) => ({ value, label: words }))}
				error={values.problem(`standing-${id}`)}
			/>
		</>
	);
}

/** How a goal was closed at the end of its plan, and why. */
function Closing(props: { readonly plan: PlanContext; readonly id: string; readonly formKey: string }) {
	const { plan, id } = props;
	const carried = plan.graph.carried.get(id);
	if (!carried) return null;
	if (!plan.mayWrite) {
		return (
			<p className="long-text">
				{carried.closing ? goalClosingLabels[carried.closing] : "Not closed yet."} {carried.closingReason}
			</p>
		);
	}
	const values = formValues(plan.typed, props.formKey);
	return (
		<>
			<input type="hidden" name={`version-${id}`} value={values.version(`version-${id}`, carried.version)} />
			<SelectField
				id={partAnchor("goal", id, "closing")}
				name={`closing-${id}`}
				label="How the goal was closed"
				emptyLabel="Not closed yet"
				value={values.text(`closing-${id}`, carried.closing ?? "")}
				options={GoalClosing.options.map((value) => ({ value, label: goalClosingLabels[value] }))}
				error={values.problem(`closing-${id}`)}
			/>
			<TextArea
				name={`closingReason-${id}`}
				label="Result against target, what contributed, and what is carried on or why it was dropped"
				rows={5}
				value={values.text(`closingReason-${id}`, carried.closingReason)}
				error={values.problem(`closingReason-${id}`)}
			/>
		</>
	);
}

type PartProps = { readonly plan: PlanContext; readonly formKey: string };

function ObjectiveProgress({ plan, node, formKey }: PartProps & { readonly node: ObjectiveNode }) {
	const { objective, measure, baseline, target } = node;
	const newest = node.observations.at(-1);
	return (
		<div>
			<ul className="usa-list">
				{objective.statement ? <li>{objective.statement}</li> : null}
				{measure ? (
					<li>
						{measure.indicator} {measure.title}
						{baseline ? `: from ${baselineWords(node)}` : ""}
						{target ? ` to ${targetWords(node)}` : ""}
					</li>
				) : null}
				{measure ? (
					<li>
						<strong>Newest figure:</strong>{" "}
						{newest ? newestWords(newest, measure.unit) : "there is none yet. Load the newest figures."}
					</li>
				) : null}
				{objective.evidenceOfCompletion ? <li>Evidence of completion: {objective.evidenceOfCompletion}</li> : null}
			</ul>
			<Standing plan={plan} id={objective.id} label="what makes it measurable" formKey={formKey} />
		</div>
	);
}

function newestWords(
	newest: ObjectiveNode["observations"][number],
	unit: NonNullable<ObjectiveNode["measure"]>["unit"],
): string {
	const { value } = maskFigure(newest, unit);
	const shown = value.masked ? maskedMark : formatValue(value.value, unit);
	return `${shown}, ${describePeriod(newest.periodStart, newest.periodEnd)} (${newest.source}, data as of ${formatDate(newest.dataAsOf)})`;
}

function StrategyProgress({ plan, node, formKey }: PartProps & { readonly node: StrategyNode }) {
	const { strategy, number, milestones } = node;
	return (
		<div className="margin-left-2" id={partAnchor("strategy", strategy.id)}>
			<h4>
				{plan.edition.words.strategy} {number}
			</h4>
			<p className="long-text">{strategy.statement}</p>
			<Standing
				plan={plan}
				id={strategy.id}
				label={`${plan.edition.words.strategy.toLowerCase()} ${number}`}
				formKey={formKey}
			/>
			{plan.mayWrite ? <AmendLink plan={plan} kind="strategy" id={strategy.id} number={number} /> : null}
			{milestones.map((milestone) => (
				<MilestoneProgress key={milestone.milestone.id} plan={plan} node={milestone} formKey={formKey} />
			))}
		</div>
	);
}

function MilestoneProgress({ plan, node, formKey }: PartProps & { readonly node: MilestoneNode }) {
	const { milestone, number, dueOn } = node;
	const { status, completedOn, proof, explanation } = milestone;
	const evidence = evidenceOfActivity(plan.graph, milestone.id);
	return (
		<div className="margin-left-2 margin-top-2" id={partAnchor("milestone", milestone.id)}>
			<p className="margin-bottom-0">
				<strong>{number}</strong> {milestone.statement}
			</p>
			<p className="margin-y-05">
				{dueOn ? `Due ${formatDate(dueOn)}. ` : ""}
				<StatusTag tone={status === "completed" ? "good" : status === "delayed" ? "bad" : "quiet"}>
					{milestoneStatusWords[status]}
					{completedOn ? ` ${formatDate(completedOn)}` : ""}
				</StatusTag>{" "}
				{proof ? `Shown by: ${proof} ` : ""}
				{explanation}
			</p>
			{evidence.length > 0 ? (
				<ul className="usa-list">
					{evidence.map((words) => (
						<li key={words} className="long-text">
							Evidence: {words}
						</li>
					))}
				</ul>
			) : null}
			<Standing
				plan={plan}
				id={milestone.id}
				label={`${plan.edition.words.milestone.toLowerCase()} ${number}`}
				formKey={formKey}
			/>
			{plan.mayWrite ? <AmendLink plan={plan} kind="milestone" id={milestone.id} number={number} /> : null}
		</div>
	);
}

function AmendLink(props: {
	readonly plan: PlanContext;
	readonly kind: "strategy" | "milestone";
	readonly id: string;
	readonly number: string;
}) {
	const { plan, kind, id, number } = props;
	return (
		<p className="margin-top-1">
			<a className="usa-link" href={amendAddress(plan, kind, id)}>
				It was negotiated anew<span className="usa-sr-only">: {number}</span>
			</a>
		</p>
	);
}

/** A Program Improvement Plan is negotiated anew on its own page, any other plan in the yearly paper. */
function amendAddress({ graph, edition }: PlanContext, kind: string, id: string): string {
	const { id: documentId, updateOf } = graph.document;
	if (edition.improvement && updateOf) return planPath(updateOf, "/pip#renegotiation");
	return planPath(documentId, `/amend/${kind}/${id}`);
}

/** What was negotiated anew, with both texts. */
export function Amendments({ plan }: { readonly plan: PlanContext }) {
	const { amendments } = plan.graph;
	if (amendments.length === 0) return null;
	return (
		<section aria-labelledby="amendments">
			<h2 id="amendments">Amendments ({amendments.length})</h2>
			<ul className="usa-list">
				{amendments.map(({ id, before, after, reason, agreedBy, agreedOn }) => (
					<li key={id} className="long-text">
						Was: {before || "nothing"}
						<br />
						Now: <strong>{after}</strong>
						<br />
						Why: {reason}
						<br />
						Agreed by {agreedBy} on {formatDate(agreedOn)}
					</li>
				))}
			</ul>
		</section>
	);
}
