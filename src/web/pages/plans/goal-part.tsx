import type { GoalNode } from "../../../domain/plan/plan-graph.ts";
import { RadioGroup } from "../../forms/choice-group.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { BesideTheirs } from "./clash.tsx";
import type { ComponentFigures } from "./component-figures.tsx";
import { BlockTalk } from "./drafting/block-talk.tsx";
import { goalKindWords } from "./fact-words.ts";
import type { Assignee } from "./milestone-part.tsx";
import { ObjectiveForm } from "./objective-form.tsx";
import { ObjectiveText } from "./objective-text.tsx";
import { AddPart, PartActions } from "./part-actions.tsx";
import { PartChecks } from "./part-checks.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { benchmarksPath, partAnchor, partPath, theoryPath } from "./plan-paths.ts";
import { PopulationField } from "./population-field.tsx";
import { SaveForm } from "./save-form.tsx";
import { StrategyPart } from "./strategy-part.tsx";

type GoalProps = {
	readonly plan: PlanContext;
	readonly node: GoalNode;
	readonly people: readonly Assignee[];
	readonly figures: readonly ComponentFigures[];
	readonly first: boolean;
	readonly last: boolean;
};

/** One improvement goal: statement, what makes it measurable, and its strategies with their milestones. */
export function GoalPart(props: GoalProps) {
	const { plan, node } = props;
	const { goal, strategies } = node;
	const { words } = plan.edition;
	const thing = `${words.goal} ${node.number}`;
	return (
		<section className="goal-part" aria-labelledby={partAnchor("goal", goal.id)}>
			<h3 id={partAnchor("goal", goal.id)} tabIndex={-1}>
				{thing}
			</h3>
			<PartChecks plan={plan} ids={[goal.id, node.use.id]} />
			<BlockTalk plan={plan} about={{ aboutKind: "goal", aboutId: goal.id }} thing={thing} />
			{plan.mayWrite ? <GoalForm {...props} thing={thing} /> : <GoalText node={node} />}
			{node.objectives.map((objective) => (
				<div
					key={objective.objective.id}
					className="objective-part"
					id={partAnchor("objective", objective.objective.id)}
				>
					<h4>What makes {thing.toLowerCase()} measurable</h4>
					<PartChecks plan={plan} ids={[objective.objective.id]} />
					<BlockTalk
						plan={plan}
						about={{ aboutKind: "objective", aboutId: objective.objective.id }}
						thing={`what makes ${thing} measurable`}
					/>
					{plan.mayWrite ? (
						<ObjectiveForm
							plan={plan}
							node={objective}
							goalKind={goal.goalKind}
							figures={props.figures}
							thing={thing}
						/>
					) : (
						<ObjectiveText node={objective} />
					)}
					{asksForBenchmarks(plan.edition) ? (
						<p>
							<a className="usa-link" href={benchmarksPath(plan.graph.document.id, objective.objective.id)}>
								Benchmarks by federal fiscal year<span className="usa-sr-only"> of {thing}</span>
							</a>
						</p>
					) : null}
				</div>
			))}
			<p>
				<a className="usa-link" href={theoryPath(plan.graph.document.id, goal.id)}>
					Theory of change and what it needs<span className="usa-sr-only">: {thing}</span>
				</a>
			</p>
			{strategies.map((strategy, i) => (
				<StrategyPart
					key={strategy.strategy.id}
					plan={plan}
					node={strategy}
					people={props.people}
					first={i === 0}
					last={i === strategies.length - 1}
				/>
			))}
			{plan.mayWrite ? (
				<AddPart
					action={partPath(plan.graph.document.id, "goal", goal.id, "/strategies")}
					id={partAnchor("goal", goal.id, "add-strategy")}
					label={`Add a ${words.strategy.toLowerCase()}`}
					to={`to ${thing}`}
				/>
			) : null}
		</section>
	);
}

function GoalText({ node: { goal } }: { readonly node: GoalNode }) {
	return (
		<>
			<p className="long-text">{goal.statement || <em>Not written yet.</em>}</p>
			<p>{goalKindWords[goal.goalKind]}.</p>
		</>
	);
}

function GoalForm({ plan, node: { goal }, thing, first, last }: GoalProps & { readonly thing: string }) {
	const key = `goal-${goal.id}`;
	const values = formValues(plan.typed, key);
	const documentId = plan.graph.document.id;
	return (
		<>
			<SaveForm
				plan={plan}
				formKey={key}
				action={partPath(documentId, "goal", goal.id)}
				thing={thing}
				versions={{ version: goal.version }}
			>
				<BesideTheirs values={values} name="statement">
					<TextArea
						name="statement"
						id={partAnchor("goal", goal.id, "statement")}
						label={plan.edition.words.goal}
						hint="The change that the county wants, with the number it will reach or the process that will be different."
						rows={3}
						value={values.text("statement", goal.statement)}
						error={values.problem("statement")}
					/>
				</BesideTheirs>
				<BesideTheirs values={values} name="goalKind">
					<RadioGroup
						name="goalKind"
						id={partAnchor("goal", goal.id, "goalKind")}
						label="Kind of goal"
						choices={(["numeric", "process"] as const).map((value) => ({ value, label: goalKindWords[value] }))}
						value={values.text("goalKind", goal.goalKind)}
						error={values.problem("goalKind")}
					/>
				</BesideTheirs>
				<PopulationField kind="goal" id={goal.id} kept={goal.population} values={values} />
			</SaveForm>
			<PartActions documentId={documentId} kind="goal" id={goal.id} thing={thing} first={first} last={last} />
		</>
	);
}

/** The edition asks where the measure is to be in each year. */
function asksForBenchmarks({ checks }: PlanContext["edition"]): boolean {
	return checks.some(({ kind }) => kind === "benchmarks-set");
}
