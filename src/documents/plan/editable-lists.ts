import type { Edition } from "../../domain/document/edition.ts";
import { entriesOf } from "../../domain/document/entry-kinds.ts";
import {
	assistanceSourceWords,
	assistanceStatusWords,
	bodyRoleWords,
	effectWords,
	otherPlanWords,
} from "../../domain/document/entry-words.ts";
import { graphAsAgreed, mayQuote, withheldName } from "../../domain/engagement/consent.ts";
import type { PlanGraph } from "../../domain/plan/plan-graph.ts";
import { kindOfField, nameOfField, type WordField } from "../../domain/word/word-facts.ts";
import { type ValueForm, writtenValue } from "../../domain/word/written-value.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import { cell, emphasis, table, tableRow } from "../neutral/build-blocks.ts";
import type { TableBlock } from "../neutral/neutral-document.ts";
import { textBlocks } from "./field-blocks.ts";
import type { PlanPlace } from "./plan-places.ts";
import type { PlanPrinting } from "./plan-printing.ts";

type Column = {
	readonly field: WordField;
	readonly label: string;
	readonly form: ValueForm;
	readonly weight: number;
};
type RowFact = { readonly id: string; readonly version: number };
type Row = {
	/** What stands before the cells and is not edited there: the number, and who spoke. */
	readonly head: string;
	readonly facts: Readonly<Record<string, RowFact>>;
};
export type EditableKind = keyof typeof captions;
type EditableList = {
	readonly kind: EditableKind;
	readonly focusAreaId: string | null;
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
};

const captions = {
	"planning-body": "Local planning bodies",
	"data-collection": "How the county listened",
	"peer-review": "Peer reviews",
	"partner-input": "You said, we did",
	"assistance-request": "Requests for technical assistance and training",
	"law-change": "Changes of law or regulation",
	"cross-reference": "Other plans that this one ties in with",
	"team-member": "Members and those consulted",
	meeting: "Meetings",
} as const;

const text: ValueForm = { form: "text" };
const day: ValueForm = { form: "day" };
const participationWords = { member: "Member", consulted: "Consulted" } as const;

/** The fact that stands for the row of a list in which nothing is written yet. */
function emptyRowId(kind: EditableKind, focusAreaId: string | null): string {
	return `new-${kind}${focusAreaId === null ? "" : `-${focusAreaId}`}`;
}

/**
 * One list of a plan as a table whose cells can be edited in a word processor: one value in each cell. Where nothing is in the list,
 * one empty row to begin it.
 */
export function editableTable(kind: string, focusAreaId: string | null, printing: PlanPrinting): TableBlock[] {
	const { graph, edition, anchor } = printing;
	return editableLists(graph, edition)
		.filter((each) => each.kind === kind && each.focusAreaId === focusAreaId)
		.map((each) => ({ ...each, rows: each.rows.length > 0 ? each.rows : [emptyRow(each)] }))
		.map(({ columns, rows }) =>
			table({
				caption: captions[kind as EditableKind],
				weights: [kind === "partner-input" ? 2 : 0.7, ...columns.map(({ weight }) => weight)],
				rows: [
					[kind === "partner-input" ? "Who" : "No.", ...columns.map(({ label }) => label)],
					...rows.map((row) =>
						tableRow([
							cell(row.head, { header: "row" }),
							...columns.map((column) => {
								const fact = row.facts[kindOfField(column.field)];
								if (fact && isWithheld(column, fact)) return cell(emphasis("Withheld: edit it in the plan itself"));
								const written = fact === undefined ? "" : cellText(column, fact);
								return cell(textBlocks(written, anchor(fact?.id ?? "", nameOfField(column.field))));
							}),
						]),
					),
				],
			}),
		);
}

function emptyRow({ kind, focusAreaId, columns }: EditableList): Row {
	const fact = { id: emptyRowId(kind, focusAreaId), version: 0 };
	return { head: "1", facts: Object.fromEntries(columns.map(({ field }) => [kindOfField(field), fact])) };
}

/** The cells of the row that begins a list, whether anything is in the list by now or not: a file may be older than its first entry. */
export function startPlaces(
	graph: PlanGraph,
	edition: Edition,
	idOf: (kind: EditableKind, focusAreaId: string | null) => string,
): readonly PlanPlace[] {
	return editableLists(graph, edition).flatMap(({ kind, focusAreaId, columns }) =>
		columns.map(
			({ field, label, form }): PlanPlace => ({
				anchor: `${emptyRowId(kind, focusAreaId)}/${nameOfField(field)}`,
				factId: idOf(kind, focusAreaId),
				...{ field, form, version: 0, text: "", label: `${captions[kind]}, 1: ${label}` },
				starts: { kind, focusAreaId },
			}),
		),
	);
}

/** Every cell of every list as a place of the plan. What people did not agree to stands in no file, and is not edited there. */
export function listPlaces(graph: PlanGraph, edition: Edition): readonly PlanPlace[] {
	return editableLists(graphAsAgreed(graph), edition).flatMap(({ kind, columns, rows }) =>
		rows.flatMap((row, index) =>
			columns.flatMap((column): PlanPlace[] => {
				const fact = row.facts[kindOfField(column.field)];
				if (fact === undefined || isWithheld(column, fact)) return [];
				return [
					{
						anchor: `${fact.id}/${nameOfField(column.field)}`,
						factId: fact.id,
						field: column.field,
						version: fact.version,
						label: `${captions[kind]}, ${index + 1}: ${column.label}`,
						text: cellText(column, fact),
						form: column.form,
						...(kind === "meeting" ? { since: 2 } : {}),
					},
				];
			}),
		),
	);
}

/** How the values of a new row are read: by field. */
export function listForms(edition: Edition): ReadonlyMap<WordField, Pick<Column, "form" | "label">> {
	return new Map(Object.values(columnsOf(edition)).flatMap((columns) => columns.map((each) => [each.field, each])));
}

function cellText({ field, form }: Column, fact: RowFact): string {
	return writtenValue(form, cellValue(field, fact));
}

function cellValue(field: WordField, fact: RowFact): unknown {
	return (fact as unknown as Readonly<Record<string, unknown>>)[nameOfField(field)];
}

/** Words or a name that somebody did not agree to have read. The graph is one as agreed. */
function isWithheld({ field }: Column, fact: RowFact): boolean {
	if (fact.version === 0) return false;
	if (field === "partner-input.said") return !mayQuote(fact as Fact<"partner-input">);
	return field === "party.name" && cellValue(field, fact) === withheldName;
}

function editableLists(graph: PlanGraph, edition: Edition): readonly EditableList[] {
	const columns = columnsOf(edition);
	const { entries } = graph;
	const places = [null, ...graph.components.map(({ focusArea }) => focusArea.id)];
	const plain = (kind: EditableKind, focusAreaId: string | null, facts: readonly RowFact[]): EditableList => ({
		kind,
		focusAreaId,
		columns: columns[kind],
		rows: facts.map((each, index) => ({ head: String(index + 1), facts: { [kind]: each } })),
	});
	const names = new Map(graph.team.map(({ party }) => [party?.id, party?.name ?? ""]));
	return [
		plain("planning-body", null, entries["planning-body"]),
		plain("data-collection", null, entries["data-collection"]),
		plain("peer-review", null, entries["peer-review"]),
		plain("meeting", null, entries.meeting),
		...places.flatMap((place) => [
			plain("assistance-request", place, entriesOf(entries, "assistance-request", place)),
			plain("law-change", place, entriesOf(entries, "law-change", place)),
			plain("cross-reference", place, entriesOf(entries, "cross-reference", place).filter(isTie)),
		]),
		{
			kind: "partner-input",
			focusAreaId: null,
			columns: columns["partner-input"],
			rows: entries["partner-input"].map((each, index) => ({
				head: `${index + 1}. ${names.get(each.partyId ?? "") || "Somebody"}`,
				facts: { "partner-input": each },
			})),
		},
		{
			kind: "team-member",
			focusAreaId: null,
			columns: columns["team-member"],
			rows: graph.team.map(({ member, party }, index) => ({
				head: String(index + 1),
				facts: { "team-member": member, ...(party ? { party } : {}) },
			})),
		},
	];
}

/** What stands in the list of other plans, and not at a strategy or as the self-assessment. */
export function isTie(each: { readonly planKind: string; readonly strategyId: string | null }): boolean {
	return each.planKind !== "self-assessment" && each.strategyId === null;
}

function columnsOf(edition: Edition): Readonly<Record<EditableKind, readonly Column[]>> {
	const { "self-assessment": _ofItsOwn, ...planWords } = otherPlanWords;
	const groups = Object.fromEntries(edition.teamGroups.map(({ id, label }) => [id, label]));
	const column = (field: WordField, label: string, weight: number, form: ValueForm = text): Column => ({
		...{ field, label, weight, form },
	});
	return {
		"planning-body": [
			column("planning-body.name", "Body", 3),
			column("planning-body.description", "What it is", 5),
			column("planning-body.roles", "Its part", 3, { form: "choices", words: bodyRoleWords }),
		],
		"data-collection": [
			column("data-collection.technique", "Technique", 2.5),
			column("data-collection.audience", "With whom", 2.5),
			column("data-collection.responses", "Responses", 1.5, { form: "number", unit: "count" }),
			column("data-collection.result", "Results", 4.5),
			column("data-collection.howUsed", "How used in this plan", 4),
		],
		"peer-review": [
			column("peer-review.areas", "Areas reviewed", 3),
			column("peer-review.startsOn", "First day", 2, day),
			column("peer-review.endsOn", "Last day", 2, day),
			column("peer-review.peerCounties", "Peer counties", 2),
			column("peer-review.howUsed", "How used", 3),
		],
		"partner-input": [
			column("partner-input.said", "Said", 4),
			column("partner-input.effect", "What became of it", 2, { form: "choice", words: effectWords }),
			column("partner-input.did", "What was done", 4),
		],
		"assistance-request": [
			column("assistance-request.need", "What is needed", 5),
			column("assistance-request.requestedFrom", "Asked of", 2.5, { form: "choice", words: assistanceSourceWords }),
			column("assistance-request.requestedOf", "By name", 2.5),
			column("assistance-request.status", "How it stands", 2, { form: "choice", words: assistanceStatusWords }),
		],
		meeting: [
			column("meeting.title", "Meeting", 2.5),
			column("meeting.heldOn", "Held on", 2, day),
			column("meeting.place", "Where", 2),
			column("meeting.agenda", "Agenda", 3),
			column("meeting.decisions", "Decisions", 3),
			column("meeting.minutes", "Minutes", 4),
		],
		"law-change": [
			column("law-change.change", "Change", 5),
			column("law-change.citation", "Section", 2.5),
			column("law-change.reason", "Reason", 4),
		],
		"cross-reference": [
			column("cross-reference.label", "Plan or paper", 4),
			column("cross-reference.planKind", "Kind", 3, { form: "choice", words: planWords }),
			column("cross-reference.locator", "Where to find it", 4),
		],
		"team-member": [
			column("party.name", "Name", 3),
			column("party.affiliation", "Affiliation", 3.5),
			column("team-member.group", "Stands for", 3.5, { form: "choice", words: { ...groups, "": "" } }),
			column("team-member.participation", "Part", 2, { form: "choice", words: participationWords }),
			column("team-member.on", "On", 2, day),
		],
	};
}
