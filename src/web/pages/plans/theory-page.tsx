import { asAgreed } from "../../../domain/engagement/consent.ts";
import type { GoalNode, StrategyNode } from "../../../domain/plan/plan-graph.ts";
import {
	chainSentences,
	EvidenceRating,
	evidenceRatingWords,
	ImplementationStage,
	stageWords,
	supportKinds,
	supportWords,
} from "../../../domain/plan/theory-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { type GoalPlace, GoalPlaces } from "../parts/goal-places.tsx";
import { VoiceItem } from "../parts/voice-item.tsx";
import { BesideTheirs } from "./clash.tsx";
import { type FormValues, formValues, type PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { componentPath, interventionPath, theoryPath } from "./plan-paths.ts";
import { SaveForm } from "./save-form.tsx";

export type TheoryPageProps = {
	readonly plan: PlanContext;
	readonly focusAreaId: string;
	readonly node: GoalNode;
	readonly theory: Fact<"theory-of-change"> | null;
	readonly interventions: readonly Fact<"intervention">[];
	readonly usedIn: readonly GoalPlace[];
};

/** The texts of a theory of change in the order in which they are worked out, with what each asks. */
const steps = [
	{ name: "problem", label: "1. The problem", hint: "What is seen in figures, reviews and voices, and for whom." },
	{ name: "population", label: "2. Whom it concerns", hint: "Children and families, where, of what age or group." },
	{
		name: "rootCause",
		label: "3. The root cause",
		hint: "Ask why until the answer is something that can be changed. The findings above are where it begins.",
	},
	{
		name: "rootCauseData",
		label: "4. The data that shows it",
		hint: "Which figures, reviews and voices show that this is the cause, and what still has to be looked at.",
	},
] as const;

/** What comes after the chain: is it done, does it work, and what is changed for it. */
const laterSteps = [
	{ name: "assumptions", label: "7. What must hold for it" },
	{ name: "monitoring", label: "8. How it is watched" },
	{ name: "adjustment", label: "9. What was learned, and changed for it" },
] as const;

/** Resources of the library that fit a step. */
const resourceLinks = [
	{ href: "/resources?topic=data-and-evidence&phase=assess", label: "the problem and the data that shows it" },
	{ href: "/resources?topic=lived-experience", label: "hearing people with lived experience" },
	{ href: "/resources?topic=cqi&phase=plan", label: "theory of change and choosing what is done" },
	{ href: "/resources?topic=cqi&phase=implement", label: "putting it into practice" },
	{ href: "/resources?topic=cqi&phase=monitor", label: "watching and adjusting" },
] as const;

/** Why a goal should be reached, in guided steps, and what its strategies need to work as meant. */
export function TheoryPage(props: TheoryPageProps) {
	const { plan, node, theory, focusAreaId } = props;
	const { words } = plan.edition;
	const documentId = plan.graph.document.id;
	const thing = `${words.goal} ${node.number}`;
	return (
		<PlanLayout
			plan={plan}
			title={`Theory of change: ${thing.toLowerCase()}`}
			steps={[{ label: words.component, href: componentPath(documentId, focusAreaId) }]}
		>
			<p className="long-text">{node.goal.statement || <em>The goal is not written yet.</em>}</p>
			<GoalPlaces places={props.usedIn} />
			<AnsweredFindings {...props} />
			<HeardVoices {...props} />
			<p>
				Resources that help with these steps:{" "}
				{resourceLinks.map(({ href, label }, i) => (
					<span key={href}>
						{i > 0 ? ", " : ""}
						<a className="usa-link" href={href}>
							{label}
						</a>
					</span>
				))}
				.
			</p>
			{plan.mayWrite ? <TheoryForm {...props} thing={thing} /> : <TheoryText theory={theory} />}
			{theory && theory.chain.length > 1 ? (
				<>
					<h3>The chain, read aloud</h3>
					<ul className="usa-list">
						{chainSentences(theory.chain).map((sentence) => (
							<li key={sentence}>{sentence}</li>
						))}
					</ul>
				</>
			) : null}
			{node.strategies.map((strategy) => (
				<InterventionPart
					key={strategy.strategy.id}
					plan={plan}
					node={strategy}
					intervention={props.interventions.find((each) => each.strategyId === strategy.strategy.id) ?? null}
				/>
			))}
			{node.strategies.length === 0 ? (
				<p>There is no {words.strategy.toLowerCase()} yet. Add one on the page of the goal.</p>
			) : null}
		</PlanLayout>
	);
}

/** The findings that the goal's component answers: what the theory starts from (INT-06). */
function AnsweredFindings({ plan, focusAreaId }: TheoryPageProps) {
	const answers = plan.graph.findings.filter(({ answer }) => answer?.focusAreaId === focusAreaId);
	if (answers.length === 0) return <p>No finding is tied to this goal yet. Tie one under “Findings”.</p>;
	return (
		<>
			<h2>What was found</h2>
			<ul className="usa-list">
				{answers.map(({ finding }) => (
					<li key={finding.id}>
						<a className="usa-link" href={`/findings/${finding.id}`}>
							{finding.label}
						</a>
						{finding.summary ? `: ${finding.summary}` : ""}
					</li>
				))}
			</ul>
		</>
	);
}

/** What people said on it: as agreed, for the page is printed and shown to partners. */
function HeardVoices({ plan, focusAreaId }: TheoryPageProps) {
	const voices = plan.graph.entries["partner-input"].filter((each) => each.focusAreaId === focusAreaId);
	if (voices.length === 0) return null;
	return (
		<>
			<h2>What people said on it</h2>
			<ul className="usa-list">
				{voices.map((each) => (
					<VoiceItem key={each.id} voice={asAgreed(each)} />
				))}
			</ul>
		</>
	);
}

function TheoryForm({ plan, node, theory, thing }: TheoryPageProps & { readonly thing: string }) {
	const key = `theory-${node.goal.id}`;
	const values = formValues(plan.typed, key);
	return (
		<>
			<h2>From the problem to the goal</h2>
			<SaveForm
				plan={plan}
				formKey={key}
				action={theoryPath(plan.graph.document.id, node.goal.id)}
				thing={`the theory of change of ${thing.toLowerCase()}`}
				versions={{ version: theory?.version ?? 0 }}
			>
				{steps.map((step) => (
					<WrittenStep key={step.name} {...step} values={values} kept={theory?.[step.name] ?? ""} />
				))}
				<WrittenStep
					name="options"
					label="5. What could be done"
					hint="One line for each choice, by the same criteria: what it is; how well it is known to work; whether it fits the cause and the people; whether it can be done here. At most 8 lines."
					rows={5}
					values={values}
					kept={theory?.options.join("\n") ?? ""}
				/>
				<WrittenStep
					name="chain"
					label="6. If this, then that"
					hint="One line each, from what you do to the goal: what is done first, what follows from it, and so on. At most 12 lines."
					rows={6}
					values={values}
					kept={theory?.chain.join("\n") ?? ""}
				/>
				<WrittenStep
					name="assumptions"
					label={laterSteps[0].label}
					hint="Assumptions: money, staff, partners, laws. They are looked at again each year."
					values={values}
					kept={theory?.assumptions ?? ""}
				/>
				<WrittenStep
					name="monitoring"
					label={laterSteps[1].label}
					hint="Which measure is looked at, how often, by whom, and what would make you change the plan."
					values={values}
					kept={theory?.monitoring ?? ""}
				/>
				<WrittenStep
					name="adjustment"
					label={laterSteps[2].label}
					hint="Written when it has been looked at: what was kept, changed or ended, and why."
					values={values}
					kept={theory?.adjustment ?? ""}
				/>
			</SaveForm>
		</>
	);
}

function WrittenStep(props: {
	readonly name: string;
	readonly id?: string | undefined;
	readonly label: string;
	readonly hint?: string | undefined;
	readonly rows?: number | undefined;
	readonly values: FormValues;
	readonly kept: string;
}) {
	const { name, values, kept } = props;
	return (
		<BesideTheirs values={values} name={name}>
			<TextArea
				name={name}
				id={props.id}
				label={props.label}
				hint={props.hint}
				rows={props.rows ?? 3}
				optional
				value={values.text(name, kept)}
				error={values.problem(name)}
			/>
		</BesideTheirs>
	);
}

function TheoryText({ theory }: { readonly theory: Fact<"theory-of-change"> | null }) {
	if (!theory) return <p>The theory of change is not written yet.</p>;
	return (
		<>
			<h2>From the problem to the goal</h2>
			{[
				...steps.map(({ name, label }) => ({ label, text: theory[name] })),
				{ label: "5. What could be done", text: theory.options.join("\n") },
				...laterSteps.map(({ name, label }) => ({ label, text: theory[name] })),
			].map(({ label, text }) => (
				<section key={label}>
					<h3>{label}</h3>
					<p className="long-text">{text || "Not written yet."}</p>
				</section>
			))}
		</>
	);
}

function InterventionPart(props: {
	readonly plan: PlanContext;
	readonly node: StrategyNode;
	readonly intervention: Fact<"intervention"> | null;
}) {
	const { plan, node, intervention } = props;
	const { strategy } = node;
	const thing = `${plan.edition.words.strategy} ${node.number}`;
	return (
		<section aria-labelledby={`intervention-${strategy.id}`}>
			<h2 id={`intervention-${strategy.id}`}>{thing}: putting it into practice</h2>
			<p className="long-text">{strategy.statement || <em>Not written yet.</em>}</p>
			{plan.mayWrite ? (
				<InterventionForm {...props} thing={thing} />
			) : intervention ? (
				<InterventionText intervention={intervention} />
			) : (
				<p>Nothing is said of it yet.</p>
			)}
		</section>
	);
}

function InterventionForm(props: {
	readonly plan: PlanContext;
	readonly node: StrategyNode;
	readonly intervention: Fact<"intervention"> | null;
	readonly thing: string;
}) {
	const { plan, intervention } = props;
	const { id } = props.node.strategy;
	const key = `intervention-${id}`;
	const values = formValues(plan.typed, key);
	const step = (
		name: "reach" | "selection" | "fidelity" | (typeof supportKinds)[number],
		label: string,
		hint?: string,
	) => (
		<WrittenStep
			key={name}
			{...{ name, label, hint, values }}
			id={`${name}-${id}`}
			rows={2}
			kept={intervention?.[name] ?? ""}
		/>
	);
	return (
		<SaveForm
			plan={plan}
			formKey={key}
			action={interventionPath(plan.graph.document.id, id)}
			thing={props.thing.toLowerCase()}
			versions={{ version: intervention?.version ?? 0 }}
		>
			{step("reach", "For whom, and where")}
			<BesideTheirs values={values} name="evidenceRating">
				<SelectField
					name="evidenceRating"
					id={`evidenceRating-${id}`}
					label="How well it is known to work"
					hint="The rating of the Title IV-E Prevention Services Clearinghouse, where it has one."
					options={EvidenceRating.options.map((value) => ({ value, label: evidenceRatingWords[value] }))}
					value={values.text("evidenceRating", intervention?.evidenceRating ?? "not-rated")}
					error={values.problem("evidenceRating")}
				/>
			</BesideTheirs>
			{step("selection", "Why this one was chosen")}
			<BesideTheirs values={values} name="stage">
				<SelectField
					name="stage"
					id={`stage-${id}`}
					label="How far it has come"
					options={ImplementationStage.options.map((value) => ({ value, label: stageWords[value] }))}
					value={values.text("stage", intervention?.stage ?? "exploration")}
					error={values.problem("stage")}
				/>
			</BesideTheirs>
			{step("fidelity", "How you see that it is done as meant")}
			<details>
				<summary>What it needs: training, technical assistance, policy, data, workforce, money</summary>
				{supportKinds.map((kind) => step(kind, supportWords[kind]))}
			</details>
		</SaveForm>
	);
}

function InterventionText({ intervention }: { readonly intervention: Fact<"intervention"> }) {
	const lines = [
		["For whom, and where", intervention.reach],
		["How well it is known to work", evidenceRatingWords[intervention.evidenceRating]],
		["Why this one was chosen", intervention.selection],
		["How far it has come", stageWords[intervention.stage]],
		["How it is seen that it is done as meant", intervention.fidelity],
		...supportKinds.map((kind) => [supportWords[kind], intervention[kind]] as const),
	] as const;
	return (
		<dl>
			{lines
				.filter(([, text]) => text !== "")
				.map(([label, text]) => (
					<div key={label}>
						<dt className="text-bold">{label}</dt>
						<dd className="long-text margin-left-0">{text}</dd>
					</div>
				))}
		</dl>
	);
}
