import { type Edition, findField } from "../../../domain/document/edition.ts";
import { type EntryKind, entryKinds } from "../../../domain/document/entry-kinds.ts";
import type { ObjectiveNode, PlanGraph } from "../../../domain/plan/plan-graph.ts";
import { type FactKind, factLabels } from "../../../domain/workflow/fact-kinds.ts";
import { attachmentName } from "./attachment-words.ts";
import { nameOfDrafting } from "./drafting/drafting-names.ts";
import { componentName, shorten, subjectName } from "./plan-words.ts";
import { nameOfReview } from "./review/review-names.ts";

/** How each fact of a plan is called: "Milestone 1.1.2", "Baseline of goal 1.0", "Cover sheet: Name". */
export type FactNames = (kind: FactKind, id: string) => string;

/** What is known of facts that are no longer in the plan: their last values, by id. */
export type GoneFacts = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Names the facts of a plan by their place in it; facts that have left it by their own words. */
export function factNames(plan: { graph: PlanGraph; edition: Edition }, gone: GoneFacts = new Map()): FactNames {
	const names = namesInPlan(plan);
	const nameOf: FactNames = (kind, id) =>
		names.get(id) ??
		nameOfReview(kind, gone.get(id), { edition: plan.edition, nameOf }) ??
		nameOfDrafting(kind, gone.get(id), { edition: plan.edition, nameOf }) ??
		nameOfGone(kind, gone.get(id), plan.edition);
	return nameOf;
}

function namesInPlan({ graph, edition }: { graph: PlanGraph; edition: Edition }): ReadonlyMap<string, string> {
	const names = new Map<string, string>([
		[graph.document.id, graph.document.title],
		[graph.cycle.id, "Period of the plan"],
		[graph.jurisdiction.id, graph.jurisdiction.name],
		...[...graph.answers.values()].map((answer) => [answer.id, fieldName(edition, answer.field)] as const),
		...graph.findings.flatMap(({ finding, answer }): [string, string][] => [
			[finding.id, `Finding ${shorten(finding.label, 60)}`],
			...(answer ? [[answer.id, `Answer to the finding ${shorten(finding.label, 60)}`] as [string, string]] : []),
		]),
		...graph.team.flatMap(({ member, party }): [string, string][] => [
			[member.id, `${party?.name ?? "Somebody"} in the ${edition.words.team}`],
			...(party ? [[party.id, party.name] as [string, string]] : []),
		]),
		...graph.attachments.map((each) => [each.id, `Attachment ${attachmentName(each)}`] as const),
		...graph.signatures.map((each) => [each.id, `Signature of ${each.name}`] as const),
		...graph.boardActions.map((each) => [each.id, `Action of the Board ${each.number}`] as const),
		...graph.waivers.map((waiver) => [waiver.id, `Check ${waiver.ruleId} set aside`] as const),
	]);
	for (const kind of entryKinds) {
		for (const entry of graph.entries[kind]) names.set(entry.id, nameOfEntry(kind, entry));
	}
	for (const component of graph.components) addComponent(names, component, graph, edition);
	for (const { id, partId } of graph.carried.values()) names.set(id, `Progress on ${names.get(partId) ?? "a part"}`);
	for (const { id, partId } of graph.amendments) names.set(id, `Amendment of ${names.get(partId) ?? "a part"}`);
	return names;
}

/** What an entry of a list is called by: its first words. */
function nameOfEntry(kind: EntryKind, entry: object): string {
	const values = entry as Readonly<Record<string, unknown>>;
	const own = leadingFields.map((field) => values[field]).find((each) => typeof each === "string" && each !== "");
	return typeof own === "string" ? `${factLabels[kind]} "${shorten(own, 60)}"` : factLabels[kind];
}

const leadingFields = ["title", "name", "label", "technique", "areas", "said", "need", "change"];

function addComponent(
	names: Map<string, string>,
	component: PlanGraph["components"][number],
	graph: PlanGraph,
	edition: Edition,
): void {
	const own = componentName(component, edition);
	const within = graph.components.length > 1 ? `${own}, ` : "";
	const { words } = edition;
	names.set(component.focusArea.id, `${own} (${subjectName(component)})`);
	for (const answer of component.answers.values()) names.set(answer.id, `${own}: ${fieldName(edition, answer.field)}`);
	for (const goal of component.goals) {
		const name = `${within}${words.goal} ${goal.number}`;
		names.set(goal.goal.id, name);
		names.set(goal.use.id, `${name} in ${own}`);
		for (const node of goal.objectives) addObjective(names, node, name);
		for (const strategy of goal.strategies) {
			names.set(strategy.strategy.id, `${within}${words.strategy} ${strategy.number}`);
			for (const milestone of strategy.milestones) {
				names.set(milestone.milestone.id, `${within}${words.milestone} ${milestone.number}`);
			}
		}
	}
}

function addObjective(names: Map<string, string>, node: ObjectiveNode, goal: string): void {
	const { objective, measure, baseline, target, interimTargets } = node;
	names.set(objective.id, `What makes ${goal} measurable`);
	if (measure) names.set(measure.id, `Measure ${measure.indicator} ${measure.title}`);
	if (baseline) names.set(baseline.id, `Baseline of ${goal}`);
	for (const each of target ? [...interimTargets, target] : interimTargets) names.set(each.id, `Target of ${goal}`);
}

function fieldName(edition: Edition, id: string): string {
	const field = findField(edition, id);
	if (!field) return id;
	return field.group ? `${field.group}: ${field.label}` : shorten(field.label, 80);
}

function nameOfGone(kind: FactKind, values: Readonly<Record<string, unknown>> | undefined, edition: Edition): string {
	if (kind === "answer" && typeof values?.field === "string") return fieldName(edition, values.field);
	const own = ["statement", "label", "title", "fileName", "name", ...leadingFields]
		.map((field) => values?.[field])
		.find((each): each is string => typeof each === "string" && each.trim() !== "");
	// The place of a goal in a plan is to people the goal itself.
	const label = factLabels[kind === "goal-use" ? "goal" : kind];
	return own ? `${label} "${shorten(own, 60)}"` : label;
}
