import { formatDate } from "../../domain/calendar/plain-date.ts";
import { type EntryKind, entriesOf } from "../../domain/document/entry-kinds.ts";
import {
	assistanceLine,
	bodyRoleWords,
	crossReferenceLine,
	lawChangeLine,
	livedExperienceWords,
} from "../../domain/document/entry-words.ts";
import { trainingMatchWords } from "../../domain/plan/training-facts.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import {
	bulletList,
	cell,
	heading,
	keyValue,
	keyValues,
	listItem,
	paragraph,
	strong,
	table,
	tableRow,
} from "../neutral/build-blocks.ts";
import type { ContentBlock, ListItem, TableRow } from "../neutral/neutral-document.ts";
import { editableTable, isTie } from "./editable-lists.ts";
import type { PlanPrinting } from "./plan-printing.ts";

/** The entries of a list of the plan, or of one of its components, as they stand below the text that they serve. */
export function entryBlocks(kind: EntryKind, focusAreaId: string | null, printing: PlanPrinting): ContentBlock[] {
	const { entries } = printing.graph;
	if (printing.options.toEdit) {
		const found = kind === "peer-review" ? entries[kind].flatMap((each) => peerFindings(each.id, printing)) : [];
		return [...editableTable(kind, focusAreaId, printing), ...found];
	}
	switch (kind) {
		case "planning-body":
			return bodyTable(printing);
		case "data-collection":
			return collectionTable(printing);
		case "peer-review":
			return entries["peer-review"].flatMap((each) => peerReviewPairs(each.id, printing));
		case "assistance-request":
			return lines(entriesOf(entries, kind, focusAreaId), assistanceLine, printing);
		case "law-change":
			return lines(entriesOf(entries, kind, focusAreaId), lawChangeLine, printing);
		case "cross-reference":
			return lines(entriesOf(entries, kind, focusAreaId).filter(isTie), crossReferenceLine, printing);
		case "training-course":
			return courseTable(printing);
		default:
			return [];
	}
}

/** What somebody said, and what became of it: "you said, we did". */
export function voiceBlocks(printing: PlanPrinting): ContentBlock[] {
	if (printing.options.toEdit) {
		const editable = editableTable("partner-input", null, printing);
		return editable.length === 0 ? [] : [heading(2, "What was said, and what it changed"), ...editable];
	}
	const rows = voiceRows(printing, "said");
	if (rows.length === 0) return [];
	return [
		heading(2, "What was said, and what it changed"),
		table({
			caption: "You said, we did",
			weights: [2.5, 4, 5],
			headerColumns: 1,
			rows: [["Who", "Said", "What it changed"], ...rows],
		}),
	];
}

/** A row for each thing that somebody said. */
export function voiceRows(printing: PlanPrinting, field: string): readonly TableRow[] {
	const { graph, anchor } = printing;
	const nameOf = new Map(graph.team.map(({ party }) => [party?.id, party?.name ?? ""]));
	const numbers = new Map(
		graph.components.flatMap(({ goals }) =>
			goals.flatMap(({ goal, number, strategies }) => [
				[goal.id, `${printing.edition.words.goal} ${number}`] as const,
				...strategies.map((each) => [each.strategy.id, `${printing.edition.words.strategy} ${each.number}`] as const),
			]),
		),
	);
	return graph.entries["partner-input"].map((each) => {
		const place = numbers.get(each.strategyId ?? "") ?? numbers.get(each.goalId ?? "");
		const effect =
			each.effect === "changed" && place ? `${place}. ` : each.effect === "not-changed" ? "No change. " : "";
		return tableRow(
			[
				cell(nameOf.get(each.partyId ?? "") || groupWords(each)),
				cell(each.said || each.summary || "Their words are not shown: they have not agreed to it."),
				cell(each.did === "" && effect === "" ? "Not settled yet." : `${effect}${each.did}`),
			],
			{ id: anchor(each.id, field) },
		);
	});
}

/** Whom somebody speaks for, where the name is not shown. */
function groupWords({ experience }: Fact<"partner-input">): string {
	return experience === null || experience === "none" ? "Somebody" : `One of: ${livedExperienceWords[experience]}`;
}

/** The other plans that a strategy ties in with, in one line (SIP-32). */
export function strategyTies(strategyId: string, { graph }: PlanPrinting) {
	const ties = graph.entries["cross-reference"].filter((each) => each.strategyId === strategyId);
	return ties.length === 0
		? []
		: [paragraph([strong("Ties in with: "), ties.map((each) => crossReferenceLine(each)).join("; ")])];
}

function lines<T extends { readonly id: string }>(
	list: readonly T[],
	words: (each: T) => string,
	{ anchor }: PlanPrinting,
): ContentBlock[] {
	const items = list.map((each): ListItem => listItem(words(each), { id: anchor(each.id, "line") }));
	return items.length === 0 ? [] : [bulletList(items)];
}

function bodyTable({ graph, anchor }: PlanPrinting): ContentBlock[] {
	const bodies = graph.entries["planning-body"];
	if (bodies.length === 0) return [];
	return [
		table({
			caption: "Local planning bodies",
			weights: [3, 5, 3],
			headerColumns: 1,
			rows: [
				["Body", "What it is", "Its part"],
				...bodies.map((body) =>
					tableRow(
						[cell(body.name), cell(body.description), cell(body.roles.map((role) => bodyRoleWords[role]).join("; "))],
						{ id: anchor(body.id, "name") },
					),
				),
			],
		}),
	];
}

/** The courses of a training plan: what each is, and below it who pays for it (45 CFR 1356.60). */
function courseTable({ graph, anchor }: PlanPrinting): ContentBlock[] {
	const courses = graph.entries["training-course"].toSorted((a, b) => a.title.localeCompare(b.title, "en"));
	if (courses.length === 0) return [];
	const total = courses.reduce((sum, { estimatedDollars }) => sum + (estimatedDollars ?? 0), 0);
	return [
		table({
			caption: "Training courses",
			weights: [2.5, 4, 2.5, 2, 3, 3, 2],
			headerColumns: 1,
			rows: [
				[
					"Course",
					"What it teaches, and audience",
					"Setting and provider",
					"Duration and hours",
					"Purpose under title IV-E, and federal share",
					"Cost allocation",
					"Estimated cost",
				],
				...courses.map((each) =>
					tableRow(
						[
							cell(each.title),
							cell(joined(" ", each.description, each.audience === "" ? "" : `For: ${each.audience}.`)),
							cell(joined("; ", each.setting, each.provider)),
							cell(joined(", ", each.duration, each.hours === null ? "" : `${each.hours} hours`)),
							cell(joined("; ", each.purpose, each.matchRate === "not-said" ? "" : trainingMatchWords[each.matchRate])),
							cell(each.costAllocation),
							cell(each.estimatedDollars === null ? "" : wholeDollars(each.estimatedDollars)),
						],
						{ id: anchor(each.id, "title") },
					),
				),
				["All courses", "", "", "", "", "", wholeDollars(total)],
			],
		}),
	];
}

function joined(between: string, ...parts: readonly string[]): string {
	return parts.filter((each) => each !== "").join(between);
}

function wholeDollars(dollars: number): string {
	return `$${dollars.toLocaleString("en-US")}`;
}

function collectionTable({ graph, anchor }: PlanPrinting): ContentBlock[] {
	const collections = graph.entries["data-collection"];
	if (collections.length === 0) return [];
	return [
		table({
			caption: "How the county listened",
			weights: [2.5, 2.5, 1.5, 4.5, 4],
			headerColumns: 1,
			rows: [
				["Technique", "With whom", "Responses", "Results", "How used in this plan"],
				...collections.map((each) =>
					tableRow(
						[
							cell(each.technique),
							cell(each.audience),
							cell(each.responses === null ? "" : String(each.responses)),
							cell(each.result),
							cell(each.howUsed),
						],
						{ id: anchor(each.id, "technique") },
					),
				),
			],
		}),
	];
}

function peerReviewPairs(id: string, { graph, anchor }: PlanPrinting): ContentBlock[] {
	const review = graph.entries["peer-review"].find((each) => each.id === id);
	if (!review) return [];
	const held = [review.startsOn, review.endsOn].flatMap((day) => (day ? [formatDate(day)] : []));
	return [
		keyValues(
			[
				["Areas reviewed", review.areas],
				["Held", held.join(" to ")],
				["Peer counties", review.peerCounties],
				["How used", review.howUsed],
			]
				.filter(([, text]) => text !== "")
				.map(([label = "", text = ""], i) => keyValue(label, text, i === 0 ? { id: anchor(review.id, "areas") } : {})),
		),
		...peerFindings(id, { graph }),
	];
}

function peerFindings(id: string, { graph }: Pick<PlanPrinting, "graph">): ContentBlock[] {
	const review = graph.entries["peer-review"].find((each) => each.id === id);
	const found = graph.findings.filter(({ finding }) => review?.findingIds.includes(finding.id));
	if (found.length === 0) return [];
	return [
		bulletList(
			found.map(({ finding }) => {
				const judgement = finding.judgement === "strength" ? "Strength" : "Area needing improvement";
				return `${finding.label} (${judgement})${finding.summary ? `: ${finding.summary}` : ""}`;
			}),
		),
	];
}
