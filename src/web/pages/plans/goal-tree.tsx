import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { ComponentNode, GoalNode, StrategyNode } from "../../../domain/plan/plan-graph.ts";
import { isForProbation, type Population, populationLabels } from "../../../domain/plan/population.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { milestoneStatusWords } from "./fact-words.ts";
import { baselineWords, targetWords } from "./objective-text.tsx";
import type { PlanContext } from "./plan-context.ts";
import { componentPath, partAnchor, planPath } from "./plan-paths.ts";
import { componentName, subjectName } from "./plan-words.ts";
import { componentState, sectionStateWords } from "./section-states.ts";

/** The plan as a tree with its numbers: component, goal 1.0, strategy 1.1, milestone 1.1.1, with owners, dates, states. */
export function GoalTree({ plan }: { readonly plan: PlanContext }) {
	return plan.graph.components.map((component) => (
		<section key={component.focusArea.id} className="component-card" aria-labelledby={treeId(component)}>
			<h3 className="margin-top-0" id={treeId(component)}>
				<a className="usa-link" href={componentPath(plan.graph.document.id, component.focusArea.id)}>
					{componentName(component, plan.edition)}: {subjectName(component)}
				</a>
			</h3>
			<p className="margin-y-05">{sectionStateWords[componentState(component, plan)]}</p>
			{component.goals.length === 0 ? <p>No {plan.edition.words.goal.toLowerCase()} yet.</p> : null}
			<ul className="goal-tree">
				{component.goals.map((goal) => (
					<GoalEntry key={goal.use.id} plan={plan} component={component} goal={goal} />
				))}
			</ul>
		</section>
	));
}

/** What is for children under probation is marked (SIP-45); what is for child welfare alone needs no mark. */
function ForWhom({ part }: { readonly part: { readonly population: readonly Population[] } }) {
	if (!isForProbation(part)) return null;
	return (
		<>
			{" "}
			<StatusTag tone="quiet">For: {part.population.map((each) => populationLabels[each]).join(", ")}</StatusTag>
		</>
	);
}

const treeId = ({ focusArea }: ComponentNode) => `tree-${focusArea.id}`;

type EntryProps = { readonly plan: PlanContext; readonly component: ComponentNode };

function GoalEntry({ plan, component, goal }: EntryProps & { readonly goal: GoalNode }) {
	const path = componentPath(plan.graph.document.id, component.focusArea.id);
	const measured = goal.objectives.filter(({ measure }) => measure);
	return (
		<li>
			<a className="usa-link text-bold" href={`${path}#${partAnchor("goal", goal.goal.id)}`}>
				{goal.number}
			</a>{" "}
			<strong>{goal.goal.statement || "Not written yet"}</strong>
			<ForWhom part={goal.goal} />
			{measured.map((node) => (
				<div key={node.objective.id} className="goal-tree__measure">
					{node.measure?.indicator} {node.measure?.title}
					{node.baseline ? `: from ${baselineWords(node)}` : ""}
					{node.target ? ` to ${targetWords(node)}` : ""}
				</div>
			))}
			<ul>
				{goal.strategies.map((strategy) => (
					<StrategyEntry key={strategy.strategy.id} plan={plan} path={path} node={strategy} />
				))}
			</ul>
		</li>
	);
}

function StrategyEntry(props: { readonly plan: PlanContext; readonly path: string; readonly node: StrategyNode }) {
	const { plan, path, node } = props;
	return (
		<li>
			<a className="usa-link" href={`${path}#${partAnchor("strategy", node.strategy.id)}`}>
				{node.number}
			</a>{" "}
			{node.strategy.statement || "Not written yet"}
			<ForWhom part={node.strategy} />
			<ul>
				{node.milestones.map(({ milestone, number, dueOn }) => (
					<li key={milestone.id}>
						<a className="usa-link" href={`${path}#${partAnchor("milestone", milestone.id)}`}>
							{number}
						</a>{" "}
						{milestone.statement || "Not written yet"}
						<ForWhom part={milestone} />
						<div className="goal-tree__owner">
							{milestone.assignedTitle || milestone.assignedAgency || "Not assigned"};{" "}
							{dueOn ? `due ${formatDate(dueOn)}` : "no timeframe"}{" "}
							<StatusTag
								tone={milestone.status === "completed" ? "good" : milestone.status === "delayed" ? "bad" : "quiet"}
							>
								{milestoneStatusWords[milestone.status]}
							</StatusTag>
							{plan.mayReport ? (
								<a
									className="usa-link margin-left-1"
									href={planPath(plan.graph.document.id, `/milestones/${milestone.id}/report`)}
								>
									Report on {number}
								</a>
							) : null}
						</div>
					</li>
				))}
			</ul>
		</li>
	);
}
