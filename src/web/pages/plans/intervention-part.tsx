import type { StrategyNode } from "../../../domain/plan/plan-graph.ts";
import {
	type CapacitySide,
	CapacityStanding,
	capacitySides,
	capacityStandingWords,
	capacityWords,
	EvidenceRating,
	evidenceRatingWords,
	ImplementationStage,
	stageWords,
	supportKinds,
	supportWords,
} from "../../../domain/plan/theory-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { BesideTheirs } from "./clash.tsx";
import { formValues, type PlanContext } from "./plan-context.ts";
import { interventionPath } from "./plan-paths.ts";
import { SaveForm } from "./save-form.tsx";
import { WrittenStep } from "./written-step.tsx";

/** A strategy with what it needs to work as meant. */
export function InterventionPart(props: {
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
		name: "reach" | "selection" | "fidelity" | "readiness" | `${CapacitySide}Note` | (typeof supportKinds)[number],
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
	const choose = <Value extends string>(
		name: "evidenceRating" | "stage" | `${CapacitySide}Standing`,
		label: string,
		words: Readonly<Record<Value, string>>,
		{ options, first, hint }: { readonly options: readonly Value[]; readonly first: Value; readonly hint?: string },
	) => (
		<BesideTheirs values={values} name={name}>
			<SelectField
				{...{ name, label, hint }}
				id={`${name}-${id}`}
				options={options.map((value) => ({ value, label: words[value] }))}
				value={values.text(name, intervention?.[name] ?? first)}
				error={values.problem(name)}
			/>
		</BesideTheirs>
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
			{choose("evidenceRating", "How well it is known to work", evidenceRatingWords, {
				...{ options: EvidenceRating.options, first: "not-rated" },
				hint: "The rating of the Title IV-E Prevention Services Clearinghouse, where it has one.",
			})}
			{step("selection", "Why this one was chosen")}
			{choose("stage", "How far it has come", stageWords, {
				...{ options: ImplementationStage.options, first: "exploration" },
			})}
			{step("fidelity", "How you see that it is done as meant")}
			{step("readiness", "Who is ready to begin, and what must be there first")}
			<details>
				<summary>Capacity: is what it leans on there?</summary>
				{capacitySides.map((side) => (
					<div key={side}>
						{choose(`${side}Standing`, capacityWords[side], capacityStandingWords, {
							...{ options: CapacityStanding.options, first: "not-looked-at" },
						})}
						{step(`${side}Note`, `${shortSide(side)}: what is there, and what is missing`)}
					</div>
				))}
			</details>
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
		["Who is ready to begin, and what must be there first", intervention.readiness],
		...capacitySides.map((side) => [capacityWords[side], capacityText(intervention, side)] as const),
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

function capacityText(intervention: Fact<"intervention">, side: CapacitySide): string {
	const [standing, note] = [intervention[`${side}Standing`], intervention[`${side}Note`]];
	if (standing === "not-looked-at") return note;
	return note === "" ? capacityStandingWords[standing] : `${capacityStandingWords[standing]}: ${note}`;
}

/** "Resources" of "Resources: money, staff, time, materials". */
function shortSide(side: CapacitySide): string {
	return capacityWords[side].split(":", 1)[0] ?? "";
}
