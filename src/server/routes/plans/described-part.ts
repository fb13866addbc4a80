import { type EntryKind, entryKinds, isEntryKind } from "../../../domain/document/entry-kinds.ts";
import type { ComponentNode } from "../../../domain/plan/plan-graph.ts";
import { NotFound } from "../../../operations/errors.ts";
import { addressOf } from "../../../web/pages/plans/address-of.ts";
import { findListOf } from "../../../web/pages/plans/lists/plan-lists.ts";
import type { ArrangedKind } from "../../../web/pages/plans/part-actions.tsx";
import type { PlanContext } from "../../../web/pages/plans/plan-context.ts";
import { componentPath, listPath, planPath, sectionPath } from "../../../web/pages/plans/plan-paths.ts";
import { componentName, count, subjectName } from "../../../web/pages/plans/plan-words.ts";

/** A part of the plan in words, for the page that asks before it goes and for the way back. */
type DescribedPart = {
	/** "Milestone 1.1.2" */
	readonly thing: string;
	readonly text: string;
	/** What goes with it. */
	readonly below: string;
	/** The part's own place, and the place to go to once it is gone. */
	readonly back: string;
	readonly after: string;
	readonly staysElsewhere: boolean;
};

const arranged: readonly ArrangedKind[] = ["focus-area", "goal", "strategy", "milestone", "team-member", ...entryKinds];
export type MovedKind = Exclude<ArrangedKind, EntryKind>;
type WrittenKind = Exclude<MovedKind, "team-member">;

/** The kind in an address; throws `NotFound` for what is none. */
export function readArrangedKind(text: string): ArrangedKind {
	const kind = arranged.find((each) => each === text);
	if (!kind) throw new NotFound("There is no such part of the plan.");
	return kind;
}

/** The kind of a part that has a place among its neighbours. */
export function readMovedKind(text: string): MovedKind {
	const kind = readArrangedKind(text);
	if (isEntryKind(kind)) throw new NotFound("Entries of a list stand in the order in which they were added.");
	return kind;
}

export function readWrittenKind(text: string): WrittenKind {
	const kind = readMovedKind(text);
	if (kind === "team-member") throw new NotFound("There is no such part of the plan.");
	return kind;
}

/** Finds a part in the plan's tree. Throws `NotFound` when it is not there any more. */
export function describePart(plan: PlanContext, kind: ArrangedKind, id: string): DescribedPart {
	const found = isEntryKind(kind)
		? describeEntry(plan, kind, id)
		: kind === "team-member"
			? describeMember(plan, id)
			: describeWritten(plan, kind, id);
	if (found) return found;
	throw new NotFound(
		"This part of the plan is not there any more. Somebody may have removed it: see the plan's history.",
	);
}

function describeEntry(plan: PlanContext, kind: EntryKind, id: string): DescribedPart | undefined {
	const list = findListOf(kind);
	const entry = (plan.graph.entries[kind] as readonly { readonly id: string }[]).find((each) => each.id === id);
	if (!list || !entry) return undefined;
	const back = listPath(plan.graph.document.id, list.slug);
	const text = list.heading(entry as never, plan);
	return { thing: `The ${list.one}`, text, below: "", back, after: back, staysElsewhere: false };
}

function describeMember(plan: PlanContext, id: string): DescribedPart | undefined {
	const node = plan.graph.team.find(({ member }) => member.id === id);
	const back = planPath(plan.graph.document.id, "/team");
	const thing = node?.party?.name || "This member";
	return node && { thing, text: node.party?.affiliation ?? "", below: "", back, after: back, staysElsewhere: false };
}

function describeWritten(plan: PlanContext, kind: WrittenKind, id: string): DescribedPart | undefined {
	const { thing, text, below, component } =
		candidatesOf(plan).find((each) => each.kind === kind && each.id === id) ?? {};
	if (thing === undefined || component === undefined) return undefined;
	const { graph, edition } = plan;
	const section = edition.sections.find((each) => each.kind === "components");
	const list = section ? sectionPath(graph.document.id, section.id) : planPath(graph.document.id);
	const own = addressOf({ kind, id, field: "" }, plan);
	const isComponent = kind === "focus-area";
	return {
		thing,
		text: text ?? "",
		below: below ?? "",
		back: isComponent ? list : own,
		after: isComponent ? list : componentPath(graph.document.id, component.focusArea.id),
		staysElsewhere: kind === "goal",
	};
}

type Candidate = {
	readonly kind: WrittenKind;
	readonly id: string;
	readonly thing: string;
	readonly text: string;
	readonly below: string;
	readonly component: ComponentNode;
};

/** Every part of the tree with its name and what stands below it. */
function candidatesOf({ graph, edition }: PlanContext): readonly Candidate[] {
	const { words } = edition;
	const some = (n: number, one: string, many?: string) => (n > 0 ? count(n, one, many) : "");
	return graph.components.flatMap((component): Candidate[] => [
		{
			kind: "focus-area",
			id: component.focusArea.id,
			thing: componentName(component, edition),
			text: subjectName(component),
			below: some(component.goals.length, "goal"),
			component,
		},
		...component.goals.flatMap(({ goal, number, strategies }): Candidate[] => [
			{
				kind: "goal",
				id: goal.id,
				thing: `${words.goal} ${number}`,
				text: goal.statement,
				below: some(strategies.length, "strategy", "strategies"),
				component,
			},
			...strategies.flatMap((node): Candidate[] => [
				{
					kind: "strategy",
					id: node.strategy.id,
					thing: `${words.strategy} ${node.number}`,
					text: node.strategy.statement,
					below: some(node.milestones.length, "milestone"),
					component,
				},
				...node.milestones.map(
					({ milestone, number: milestoneNumber }): Candidate => ({
						kind: "milestone",
						id: milestone.id,
						thing: `${words.milestone} ${milestoneNumber}`,
						text: milestone.statement,
						below: "",
						component,
					}),
				),
			]),
		]),
	]);
}
