import type { StrategyNode } from "../../../domain/plan/plan-graph.ts";
import { TextArea } from "../../forms/text-area.tsx";
import { BesideTheirs } from "./clash.tsx";
import { BlockTalk } from "./drafting/block-talk.tsx";
import { type Assignee, MilestonePart } from "./milestone-part.tsx";
import { AddPart, PartActions } from "./part-actions.tsx";
import { PartChecks } from "./part-checks.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { partAnchor, partPath } from "./plan-paths.ts";
import { PopulationField } from "./population-field.tsx";
import { SaveForm } from "./save-form.tsx";

type StrategyProps = {
	readonly plan: PlanContext;
	readonly node: StrategyNode;
	readonly people: readonly Assignee[];
	readonly first: boolean;
	readonly last: boolean;
};

/** One strategy with its rationale and its milestones. */
export function StrategyPart(props: StrategyProps) {
	const { plan, node } = props;
	const { strategy, milestones } = node;
	const { words } = plan.edition;
	const thing = `${words.strategy} ${node.number}`;
	return (
		<section className="strategy-part" aria-labelledby={partAnchor("strategy", strategy.id)}>
			<h4 id={partAnchor("strategy", strategy.id)} tabIndex={-1}>
				{thing}
			</h4>
			<PartChecks plan={plan} ids={[strategy.id]} />
			<BlockTalk plan={plan} about={{ aboutKind: "strategy", aboutId: strategy.id }} thing={thing} />
			{plan.mayWrite ? <StrategyForm {...props} thing={thing} /> : <StrategyText {...props} />}
			{milestones.map((milestone, i) => (
				<MilestonePart
					key={milestone.milestone.id}
					plan={plan}
					node={milestone}
					people={props.people}
					first={i === 0}
					last={i === milestones.length - 1}
				/>
			))}
			{plan.mayWrite ? (
				<AddPart
					action={partPath(plan.graph.document.id, "strategy", strategy.id, "/milestones")}
					id={partAnchor("strategy", strategy.id, "add-milestone")}
					label={`Add a ${words.milestone.toLowerCase()}`}
					to={`to ${thing}`}
				/>
			) : null}
		</section>
	);
}

function StrategyText({ plan, node: { strategy } }: StrategyProps) {
	return (
		<>
			<p className="long-text">{strategy.statement || <em>Not written yet.</em>}</p>
			<p className="margin-bottom-05 text-bold">{plan.edition.words.rationale}</p>
			<p className="long-text margin-top-0">{strategy.rationale || <em>Not written yet.</em>}</p>
		</>
	);
}

function StrategyForm({ plan, node: { strategy }, thing, first, last }: StrategyProps & { readonly thing: string }) {
	const { words } = plan.edition;
	const key = `strategy-${strategy.id}`;
	const values = formValues(plan.typed, key);
	const documentId = plan.graph.document.id;
	return (
		<>
			<SaveForm
				plan={plan}
				formKey={key}
				action={partPath(documentId, "strategy", strategy.id)}
				thing={thing}
				versions={{ version: strategy.version }}
			>
				<BesideTheirs values={values} name="statement">
					<TextArea
						name="statement"
						id={partAnchor("strategy", strategy.id, "statement")}
						label={words.strategy}
						hint="What the county will do to reach the goal."
						rows={3}
						value={values.text("statement", strategy.statement)}
						error={values.problem("statement")}
					/>
				</BesideTheirs>
				<BesideTheirs values={values} name="rationale">
					<TextArea
						name="rationale"
						id={partAnchor("strategy", strategy.id, "rationale")}
						label={words.rationale}
						hint="Why this should work here: what the figures, the cases, the research or the partners say."
						rows={4}
						value={values.text("rationale", strategy.rationale)}
						error={values.problem("rationale")}
					/>
				</BesideTheirs>
				<PopulationField kind="strategy" id={strategy.id} kept={strategy.population} values={values} />
			</SaveForm>
			<PartActions documentId={documentId} kind="strategy" id={strategy.id} thing={thing} first={first} last={last} />
		</>
	);
}
