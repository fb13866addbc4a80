import type { ReactNode } from "react";
import type { GoalTheory } from "../../../domain/plan/goal-theory.ts";
import type { GoalNode } from "../../../domain/plan/plan-graph.ts";
import { chainSentences, type TheoryStep } from "../../../domain/plan/theory-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { OptionLines, OptionTable } from "./option-table.tsx";
import { type FormValues, formValues, type PlanContext } from "./plan-context.ts";
import { theoryPath } from "./plan-paths.ts";
import { SaveForm } from "./save-form.tsx";
import { WrittenStep } from "./written-step.tsx";

type StepsProps = GoalTheory & {
	readonly plan: PlanContext;
	readonly node: GoalNode;
	/** "Goal 1.0". */
	readonly thing: string;
};

type TheoryField =
	| "problem"
	| "population"
	| "rootCause"
	| "rootCauseData"
	| "choice"
	| "assumptions"
	| "monitoring"
	| "adjustment";

type Step = {
	readonly id: TheoryStep;
	readonly title: string;
	readonly fields: readonly { readonly name: TheoryField; readonly label: string; readonly hint?: string }[];
};

/** The steps in the order in which they are worked out. Each is saved on its own. */
const steps = [
	{
		id: "problem",
		title: "The problem",
		fields: [
			{ name: "problem", label: "What is the problem?", hint: "What is seen in figures, reviews and voices." },
			{ name: "population", label: "Whom it concerns", hint: "Children and families, where, of what age or group." },
		],
	},
	{
		id: "root-cause",
		title: "The root cause",
		fields: [
			{
				name: "rootCause",
				label: "What causes it?",
				hint: "Ask why until the answer is something that can be changed. The findings above are where it begins.",
			},
			{
				name: "rootCauseData",
				label: "The data that shows it",
				hint: "Which figures, reviews and voices show that this is the cause, and what still has to be looked at.",
			},
		],
	},
	{
		id: "options",
		title: "What could be done",
		fields: [{ name: "choice", label: "What was chosen, and why not the others" }],
	},
	{
		id: "chain",
		title: "If this, then that",
		fields: [
			{
				name: "assumptions",
				label: "What must hold for it",
				hint: "Assumptions: money, staff, partners, laws. They are looked at again each year.",
			},
		],
	},
	{
		id: "monitoring",
		title: "Watching and adjusting",
		fields: [
			{
				name: "monitoring",
				label: "How it is watched",
				hint: "Which measure is looked at, how often, by whom, and what would make you change the plan.",
			},
			{
				name: "adjustment",
				label: "What was learned, and changed for it",
				hint: "Written when it has been looked at: what was kept, changed or ended, and why.",
			},
		],
	},
] as const satisfies readonly Step[];

/** The guided steps with how far each is: as forms for those who write the plan, as text for others. */
export function TheorySteps(props: StepsProps) {
	const { plan } = props;
	return (
		<>
			<h2>From the problem to the goal</h2>
			<p>Each step is saved on its own, in any order. What it leans on is said below, strategy by strategy.</p>
			<ol className="usa-list">
				{steps.map((step) => (
					<li key={step.id}>
						<a className="usa-link" href={`#step-${step.id}`}>
							{step.title}
						</a>
						: {standing(step, props)}
					</li>
				))}
			</ol>
			{steps.map((step, i) => (
				<section key={step.id} id={`step-${step.id}`} aria-labelledby={`step-title-${step.id}`}>
					<h3 id={`step-title-${step.id}`}>
						Step {i + 1} of {steps.length}: {step.title}
					</h3>
					{step.id === "options" ? <OptionTable options={props.options} /> : null}
					{plan.mayWrite ? <StepForm {...props} step={step} /> : <StepText {...props} step={step} />}
					{step.id === "chain" ? <ChainReadAloud chain={props.theory?.chain ?? []} /> : null}
				</section>
			))}
		</>
	);
}

function standing(step: Step, { theory, options }: StepsProps): string {
	const parts = [
		...step.fields.map(({ name }) => (theory?.[name] ?? "") !== ""),
		...(step.id === "options" ? [options.length > 0 || (theory?.options.length ?? 0) > 0] : []),
		...(step.id === "chain" ? [(theory?.chain.length ?? 0) > 0] : []),
	];
	if (parts.every(Boolean)) return "written";
	return parts.some(Boolean) ? "begun" : "not begun";
}

function StepForm(props: StepsProps & { readonly step: Step }) {
	const { plan, node, theory, step } = props;
	const key = `theory-${node.goal.id}-${step.id}`;
	const values = formValues(plan.typed, key);
	return (
		<SaveForm
			plan={plan}
			formKey={key}
			action={theoryPath(plan.graph.document.id, node.goal.id)}
			thing={`“${step.title}” of ${props.thing.toLowerCase()}`}
			versions={{ version: theory?.version ?? 0 }}
		>
			<input type="hidden" name="step" value={step.id} />
			{step.id === "options" ? (
				<OptionLines options={props.options} older={theory?.options ?? []} values={values} />
			) : null}
			{step.id === "chain" ? <ChainField values={values} theory={theory} /> : null}
			{step.fields.map(({ name, label, hint }) => (
				<WrittenStep key={name} {...{ name, label, hint, values }} kept={theory?.[name] ?? ""} />
			))}
		</SaveForm>
	);
}

function ChainField(props: { readonly values: FormValues; readonly theory: Fact<"theory-of-change"> | null }) {
	return (
		<WrittenStep
			name="chain"
			label="The chain from what you do to the goal"
			hint="One line each: what is done first, what follows from it, and so on to the goal. At most 12 lines."
			rows={6}
			values={props.values}
			kept={props.theory?.chain.join("\n") ?? ""}
		/>
	);
}

function ChainReadAloud({ chain }: { readonly chain: readonly string[] }): ReactNode {
	if (chain.length === 0) return null;
	if (chain.length === 1) return <p className="long-text">{chain[0]}</p>;
	return (
		<>
			<h4>The chain, read aloud</h4>
			<ul className="usa-list">
				{chainSentences(chain).map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
			</ul>
		</>
	);
}

function StepText({ theory, options, step }: StepsProps & { readonly step: Step }) {
	const older = step.id === "options" && options.length === 0 ? (theory?.options ?? []) : [];
	const written = step.fields.filter(({ name }) => (theory?.[name] ?? "") !== "");
	const hasOther =
		(step.id === "options" && options.length > 0) || (step.id === "chain" && (theory?.chain.length ?? 0) > 0);
	return (
		<>
			{older.length === 0 ? null : <p className="long-text">{older.join("\n")}</p>}
			{written.map(({ name, label }) => (
				<div key={name}>
					<h4>{label}</h4>
					<p className="long-text">{theory?.[name]}</p>
				</div>
			))}
			{written.length === 0 && older.length === 0 && !hasOther ? <p>Not written yet.</p> : null}
		</>
	);
}
