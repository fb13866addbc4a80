import { type PlanPlace, printedText } from "../documents/plan/plan-places.ts";
import type { EditedCopy, EditedText } from "../documents/word/read/edited-copy.ts";
import type { WordComment, WordRevision } from "../documents/word/read/word-content.ts";
import { comparableWords, hashOfWords } from "../documents/word/word-marks.ts";
import type { WorkingComment } from "../documents/word/working-copy.ts";
import { isRowField, type WordProposal } from "../domain/word/word-facts.ts";
import { foldActions } from "../domain/workflow/fold.ts";
import { missingParts } from "./missing-in-word-file.ts";
import type { OperationContext } from "./operation.ts";
import type { PlanTexts } from "./working-copy.ts";

/** A change as it will be kept: what the file says, without the decision on it. */
export type FoundChange = Pick<
	WordProposal,
	| "change"
	| "field"
	| "factId"
	| "baseVersion"
	| "place"
	| "before"
	| "after"
	| "timeframe"
	| "assigned"
	| "rationale"
	| "milestones"
	| "cells"
	| "author"
	| "changedAt"
	| "comment"
>;

export type FoundChanges = { readonly changes: readonly FoundChange[]; readonly notes: readonly string[] };

const nothingBeside: Pick<FoundChange, "timeframe" | "assigned" | "rationale" | "milestones" | "cells"> = {
	timeframe: "",
	assigned: "",
	rationale: "",
	milestones: [],
	cells: [],
};

/**
 * Compares an edited Word file with what it was made from. Each text that differs from the version that was printed, and from
 * what stands in the plan now, is one change; so is each row put in, and each part that is gone.
 */
export async function compareWordFile(
	context: OperationContext,
	plan: PlanTexts,
	copy: EditedCopy,
	about: {
		readonly exportedAt: number | undefined;
		/** What could be edited in the file: 0 texts, 1 lists and figures too, 2 all. What it did not offer is not missing in it. */
		readonly offered: number;
		readonly known: readonly WorkingComment[];
		/** Wordings that may have gone out as tracked changes: where they still are such, nobody has decided on them. */
		readonly suggested?: readonly { readonly factId: string; readonly field: string; readonly after: string }[];
	},
): Promise<FoundChanges> {
	const places = new Map(plan.places.map((place) => [keyOf(place), place]));
	const ordered: { readonly order: number; readonly change: FoundChange }[] = [];
	const notes: string[] = [];
	const offered = new Set<string>();
	const started = new Map<string, StartedCell[]>();
	for (const text of copy.texts) {
		const place = places.get(keyOf(text.mark));
		if (!place) {
			notes.push(...goneNote(text));
			continue;
		}
		if (place.starts) {
			started.set(place.factId, [...(started.get(place.factId) ?? []), { place, text }]);
			continue;
		}
		const untouched = about.suggested?.some(
			(each) =>
				keyOf(each) === keyOf(place) &&
				text.revisions.length > 0 &&
				comparableWords(each.after) === comparableWords(text.text),
		);
		const change = untouched ? undefined : await textChange(context, plan, place, text, about.known);
		const key = `${keyOf(text.mark)}|${change === undefined ? "" : comparableWords(change.after)}`;
		if (change === undefined) notes.push(...commentNotes(place.label, newComments(text.comments, about.known)));
		else if (!offered.has(key)) ordered.push({ order: text.order, change });
		offered.add(key);
	}
	ordered.push(...[...started.values()].flatMap((cells) => startedList(cells, about.known)));
	ordered.push(...additions(plan, copy, about.known, notes));
	ordered.sort((one, other) => one.order - other.order);
	const read = new Set(copy.texts.map(({ mark }) => keyOf(mark)));
	const missing = await missingParts(context, plan, read, about);
	notes.push(...missing.notes, ...looseNotes(copy, about.known));
	return { changes: [...ordered.map(({ change }) => change), ...missing.changes], notes };
}

export function keyOf({ factId, field }: { readonly factId: string; readonly field: string }): string {
	return `${factId}/${field}`;
}

async function textChange(
	{ stores }: OperationContext,
	{ graph, people }: PlanTexts,
	place: PlanPlace,
	{ mark, text, revisions, comments }: EditedText,
	known: readonly WorkingComment[],
): Promise<FoundChange | undefined> {
	const words = comparableWords(text);
	if (mark.textHash !== undefined && hashOfWords(text).startsWith(mark.textHash)) return undefined;
	if (words === comparableWords(place.text)) return undefined;
	const before = await printedThen();
	if (words === comparableWords(before)) return undefined;
	return {
		...nothingBeside,
		change: "text",
		field: place.field,
		factId: place.factId,
		baseVersion: mark.version < 0 ? place.version : mark.version,
		place: place.label,
		before,
		after: text,
		comment: commentText(newComments(comments, known)),
		...whoAndWhen(revisions),
	};

	/** The text that was printed: from the log, where the fact has moved on since. */
	async function printedThen(): Promise<string> {
		if (mark.version === place.version || mark.version < 0) return place.text;
		const actions = (await stores.actions.ofSubject(place.factId)).filter((each) => each.position <= mark.version);
		const values = foldActions(actions).get(place.factId)?.values;
		return values === undefined ? "" : printedText(place, values, graph, people);
	}
}

type StartedCell = { readonly place: PlanPlace; readonly text: EditedText };

/** What was written into the row that begins a list is one new entry of it, whatever number of its cells. */
function startedList(
	cells: readonly StartedCell[],
	known: readonly WorkingComment[],
): { readonly order: number; readonly change: FoundChange }[] {
	const written = cells.filter(({ text }) => comparableWords(text.text) !== "");
	const [first] = written;
	if (!first) return [];
	const change: FoundChange = {
		...nothingBeside,
		...{ change: "add-entry", baseVersion: 0, before: "", field: first.place.field, factId: first.place.factId },
		place: first.place.label.replace(/, \d+: .*$/u, ""),
		after: first.text.text,
		cells: written.map(({ place, text }) => `${place.field}\t${text.text.slice(0, 20_000)}`),
		comment: commentText(
			newComments(
				cells.flatMap(({ text }) => text.comments),
				known,
			),
		),
		...whoAndWhen(cells.flatMap(({ text }) => text.revisions)),
	};
	return [{ order: first.text.order, change }];
}

function additions(
	{ places }: PlanTexts,
	copy: EditedCopy,
	known: readonly WorkingComment[],
	notes: string[],
): { readonly order: number; readonly change: FoundChange }[] {
	const find = (factId: string, field: string) => places.find((each) => each.factId === factId && each.field === field);
	const common = { field: null, baseVersion: 0, before: "" } as const;
	const rows = copy.milestones.flatMap((row) => {
		const strategy = find(row.strategyId, "strategy.statement");
		if (!strategy || row.statement === "") {
			notes.push(`A new row belongs to no strategy of the plan: "${shortened(row.statement)}".`);
			return [];
		}
		const change: FoundChange = {
			...nothingBeside,
			...common,
			change: "add-milestone",
			factId: row.strategyId,
			place: strategy.label,
			after: row.statement,
			timeframe: row.timeframe.slice(0, 1000),
			assigned: row.assigned.slice(0, 1000),
			comment: commentText(newComments(row.comments, known)),
			...whoAndWhen(row.revisions),
		};
		return [{ order: row.order, change }];
	});
	const tables = copy.strategies.flatMap((table) => {
		const goal = find(table.goalId, "goal.statement");
		if (!goal) return [];
		const change: FoundChange = {
			...nothingBeside,
			...common,
			change: "add-strategy",
			factId: table.goalId,
			place: goal.label,
			after: table.statement,
			rationale: table.rationale.slice(0, 8000),
			milestones: table.milestones
				.slice(0, 60)
				.map((each) => [each.statement, each.timeframe, each.assigned].join("\t").slice(0, 5000)),
			comment: commentText(newComments(table.comments, known)),
			...whoAndWhen(table.revisions),
		};
		return [{ order: table.order, change }];
	});
	const entries = copy.entries.flatMap((row) => {
		const beside = places.find((each) => each.factId === row.besideId);
		if (!beside) return [];
		if (!isRowField(beside.field)) {
			const words = row.cells.map(({ text }) => text).join(" ");
			notes.push(`A row was put into a table of what the plan has: "${shortened(words)}". Add to the plan itself.`);
			return [];
		}
		const change: FoundChange = {
			...nothingBeside,
			...common,
			field: row.cells[0]?.field ?? null,
			change: "add-entry",
			factId: row.besideId,
			place: beside.label.replace(/, \d+: .*$/u, ""),
			after: row.cells.map(({ text }) => text).find((text) => text !== "") ?? "",
			cells: row.cells.map(({ field, text }) => `${field}\t${text.slice(0, 20_000)}`),
			comment: commentText(newComments(row.comments, known)),
			...whoAndWhen(row.revisions),
		};
		return [{ order: row.order, change }];
	});
	return [...rows, ...tables, ...entries];
}

function whoAndWhen(revisions: readonly WordRevision[]): Pick<FoundChange, "author" | "changedAt"> {
	const authors = [...new Set(revisions.map(({ author }) => author.trim()).filter((author) => author !== ""))];
	const latest = revisions
		.map(({ at }) => at)
		.sort()
		.at(-1);
	return { author: authors.join(", ").slice(0, 300), changedAt: (latest ?? "").slice(0, 40) };
}

/** The comments that came with the file when it was made are no news. */
function newComments(comments: readonly WordComment[], known: readonly WorkingComment[]): readonly WordComment[] {
	// A comment is written line by line, and an empty line in it is lost.
	const lines = (text: string) => comparableWords(text).replace(/\n+/gu, "\n");
	return comments.filter(
		({ author, text }) => !known.some((each) => each.author === author && lines(each.text) === lines(text)),
	);
}

function commentText(comments: readonly WordComment[]): string {
	return comments.map(({ author, text }) => (author === "" ? text : `${author}: ${text}`)).join("\n");
}

function commentNotes(label: string, comments: readonly WordComment[]): string[] {
	return comments.map((comment) => `Comment on "${shortened(label)}": ${shortened(commentText([comment]), 1500)}`);
}

function goneNote({ mark, text }: EditedText): string[] {
	if (mark.textHash !== undefined && hashOfWords(text).startsWith(mark.textHash)) return [];
	return [`This text was changed in the file, but its part is not in the plan any more: "${shortened(text)}"`];
}

function looseNotes(copy: EditedCopy, known: readonly WorkingComment[]): string[] {
	return [
		...copy.loose.map(({ text, changed }) =>
			changed
				? `This line was changed in the file, but the program writes it itself: "${shortened(text)}"`
				: `This line stands at no text of the plan. Copy it to where it belongs: "${shortened(text, 1500)}"`,
		),
		...newComments(copy.comments, known).map((each) => `Comment: ${shortened(commentText([each]), 1500)}`),
	];
}

export function shortened(text: string, longest = 200): string {
	const line = text.replace(/\s+/gu, " ").trim();
	return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
