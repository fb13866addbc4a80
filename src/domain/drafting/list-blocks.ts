import { componentsOf, goalsOf, milestonesOf, strategiesOf } from "../document/checks/plan-parts.ts";
import { type Edition, type EditionField, type EditionSection, isAskedFor } from "../document/edition.ts";
import { type EntryKind, entryKinds } from "../document/entry-kinds.ts";
import { asAgreed } from "../engagement/consent.ts";
import type { Answers, ComponentNode, PlanGraph } from "../plan/plan-graph.ts";
import { factLabels } from "../workflow/fact-kinds.ts";
import type { Block, BlockKind } from "./drafting-facts.ts";

/** A text of a block for which other words can be suggested. */
export type BlockText = {
	readonly field: string;
	readonly label: string;
	readonly text: string;
	/** The version of the fact that holds it; 0 where nothing was written yet. */
	readonly version: number;
};

/** A block of a document as people find it: its name, where it stands, and its texts. */
export type BlockView = Block & {
	/** "Milestone 1.1.2" or "Cover sheet: Responsible agency". */
	readonly name: string;
	/** What it stands under: a section, a component, a list. */
	readonly group: string;
	/** The section of the form, where it stands in one. */
	readonly section: string;
	readonly focusAreaId: string | null;
	readonly texts: readonly BlockText[];
};

/** Tells blocks apart. The fields of a fact belong to its one block; those of the form are blocks of their own. */
export function blockKey({ aboutKind, aboutId, field }: Block): string {
	const own = aboutKind === "document" || aboutKind === "focus-area" ? field : "";
	return `${aboutKind}:${aboutId}:${own}`;
}

/** Everything in a document that can be commented on, in the order of the document. */
export function listBlocks(graph: PlanGraph, edition: Edition): readonly BlockView[] {
	const { document } = graph;
	return [
		block("document", document.id, { name: "The document as a whole", group: document.title }),
		...edition.sections.flatMap((section) => sectionBlocks(section, graph, edition)),
		...entryKinds.flatMap((kind) => (kind === "invitation" || kind === "compensation" ? [] : entryBlocks(kind, graph))),
	];
}

/** The block that a comment or a suggestion is about; undefined when it is not in the document any more. */
export function findBlock(about: Block, blocks: readonly BlockView[]): BlockView | undefined {
	const key = blockKey(about);
	return blocks.find((each) => blockKey(each) === key);
}

/** Compares by the order of the document; what has left it comes last. */
export function inBlockOrder(blocks: readonly BlockView[]): (a: Block, b: Block) => number {
	const place = new Map(blocks.map((each, i) => [blockKey(each), i]));
	const placeOf = (about: Block) => place.get(blockKey(about)) ?? blocks.length;
	return (a, b) => placeOf(a) - placeOf(b);
}

function sectionBlocks(section: EditionSection, graph: PlanGraph, edition: Edition): readonly BlockView[] {
	const place = { group: section.title, section: section.id };
	const fields = section.fields.filter(({ from, scope }) => from === "answer" && scope === "document");
	return [
		block("section", section.id, { ...place, name: section.title }),
		...fields.map((field) =>
			block("document", graph.document.id, {
				...place,
				field: field.id,
				name: `${section.title}: ${field.group ? `${field.group}, ` : ""}${field.label}`,
				texts: textsOf(field, graph.answers),
			}),
		),
		...(section.kind === "components" ? componentBlocks(section, graph, edition) : []),
	];
}

function componentBlocks(section: EditionSection, graph: PlanGraph, edition: Edition): readonly BlockView[] {
	const [goals, strategies, milestones] = [
		goalsOf(graph, edition),
		strategiesOf(graph, edition),
		milestonesOf(graph, edition),
	];
	return componentsOf(graph, edition).flatMap(({ component, name }) => {
		const { focusArea } = component;
		const place = { group: name, section: section.id, focusAreaId: focusArea.id };
		const text = (field: string, label: string, fact: { readonly version: number }, value: string): BlockText => ({
			...{ field, label, text: value, version: fact.version },
		});
		return [
			block("focus-area", focusArea.id, { ...place, name }),
			...fieldBlocks(component, edition, place, name),
			...goals
				.filter((part) => part.component === component)
				.flatMap((part) => [
					block("goal", part.goal.goal.id, {
						...{ ...place, name: part.name },
						texts: [text("statement", "Wording", part.goal.goal, part.goal.goal.statement)],
					}),
					...part.goal.objectives.map(({ objective }) =>
						block("objective", objective.id, {
							...{ ...place, name: `${part.name}: what makes it measurable` },
							texts: [
								text("statement", "Wording", objective, objective.statement),
								text("evidenceOfCompletion", "Evidence of completion", objective, objective.evidenceOfCompletion),
							],
						}),
					),
					...strategies
						.filter((each) => each.goal === part.goal)
						.flatMap((each) => [
							block("strategy", each.strategy.strategy.id, {
								...{ ...place, name: each.name },
								texts: [
									text("statement", "Wording", each.strategy.strategy, each.strategy.strategy.statement),
									text("rationale", edition.words.rationale, each.strategy.strategy, each.strategy.strategy.rationale),
								],
							}),
							...milestones
								.filter(({ strategy }) => strategy === each.strategy)
								.map(({ milestone: { milestone }, name: own }) =>
									block("milestone", milestone.id, {
										...{ ...place, name: own },
										texts: [text("statement", "Wording", milestone, milestone.statement)],
									}),
								),
						]),
				]),
		];
	});
}

type PlaceOfBlock = Pick<BlockView, "group" | "section" | "focusAreaId">;

function fieldBlocks({ focusArea, answers }: ComponentNode, edition: Edition, place: PlaceOfBlock, component: string) {
	return edition.sections
		.flatMap(({ fields }) => fields)
		.filter((field) => field.from === "answer" && isAskedFor(field, focusArea.subjectKind))
		.map((field) =>
			block("focus-area", focusArea.id, {
				...place,
				field: field.id,
				name: `${component}: ${field.label}`,
				texts: textsOf(field, answers),
			}),
		);
}

/** Days and the like are not reworded. */
function textsOf(field: EditionField, answers: Answers): readonly BlockText[] {
	if (field.type !== "text" && field.type !== "line") return [];
	const answer = answers.get(field.id);
	return [{ field: field.id, label: field.label, text: answer?.value ?? "", version: answer?.version ?? 0 }];
}

type TalkedOf = Exclude<EntryKind, "invitation" | "compensation">;

/** The texts of each kind of entry. What a partner said stays in the partner's words. */
const entryTexts: Readonly<Record<TalkedOf, Readonly<Record<string, string>>>> = {
	"planning-body": { name: "Name", description: "What it is" },
	"data-collection": {
		technique: "How it was done",
		audience: "With whom",
		result: "What came out",
		howUsed: "How it is used",
	},
	"peer-review": { areas: "Areas reviewed", peerCounties: "Peer counties", howUsed: "How it is used" },
	"subject-analysis": { analysis: "Analysis" },
	meeting: { title: "Title", agenda: "Agenda", minutes: "Minutes", decisions: "Decisions" },
	"partner-input": { did: "What was done" },
	"assistance-request": { need: "What is needed", requestedOf: "Asked of, by name" },
	"law-change": { change: "What is to change", citation: "Section of law or regulation", reason: "Reason" },
	"cross-reference": { label: "Name", locator: "Where to find it" },
	"training-course": {
		...{ title: "Course", description: "What it teaches", audience: "Audience", setting: "Setting or venue" },
		...{ provider: "Provider", duration: "Duration", purpose: "Purpose", costAllocation: "Cost allocation" },
	},
};

const namedBy = ["title", "name", "label", "technique", "areas", "said", "summary", "need", "change"];

function entryBlocks(kind: TalkedOf, graph: PlanGraph): readonly BlockView[] {
	const entries = kind === "partner-input" ? graph.entries[kind].map(asAgreed) : graph.entries[kind];
	return entries.map((entry) => {
		const values = entry as unknown as Readonly<Record<string, unknown>>;
		const own = namedBy.map((field) => values[field]).find((each) => typeof each === "string" && each !== "");
		const label = factLabels[kind];
		return block(kind, entry.id, {
			name: own ? `${label} "${cut(String(own))}"` : label,
			group: label,
			texts: Object.entries(entryTexts[kind]).map(([field, name]) => ({
				...{ field, label: name, text: String(values[field] ?? ""), version: entry.version },
			})),
		});
	});
}

function cut(text: string): string {
	const line = text.replace(/\s+/gu, " ").trim();
	return line.length <= 60 ? line : `${line.slice(0, 57)}...`;
}

function block(
	aboutKind: BlockKind,
	aboutId: string,
	rest: Partial<BlockView> & Pick<BlockView, "name" | "group">,
): BlockView {
	return { aboutKind, aboutId, field: "", section: "", focusAreaId: null, texts: [], ...rest };
}
