import { formatDate } from "../../domain/calendar/plain-date.ts";
import { withheldName } from "../../domain/engagement/consent.ts";
import type { WithdrawnVoice } from "../../domain/engagement/withdrawn-since.ts";
import { callout, cell, paragraph } from "../neutral/build-blocks.ts";
import type { Block, NeutralDocument } from "../neutral/neutral-document.ts";

/** What stands in the place of words that may not be shown any more. */
export const withheldWords = "Their words are not shown any more: they have withdrawn their consent.";

/** Shorter words would be found in sentences of others. */
const leastQuote = 20;

/**
 * The paper of a submission as the public reads it after people have withdrawn their consent: their rows without name and words, the
 * same words withheld where the text quotes them, and a note that says so. What was submitted is kept as it is.
 */
export function withholdVoices(paper: NeutralDocument, voices: readonly WithdrawnVoice[]): NeutralDocument {
	if (voices.length === 0) return paper;
	const rows = new Map<string, RowChange>();
	for (const { inputId, said, name, memberIds } of voices) {
		rows.set(inputId, {
			first: name === "" ? undefined : withheldName,
			second: said === "" ? undefined : withheldWords,
		});
		for (const id of memberIds) rows.set(id, { first: withheldName, second: undefined });
	}
	const replace = replacer(voices);
	const blocks = withheldIn(paper.blocks, rows, replace) as NeutralDocument["blocks"];
	return { ...paper, blocks: withNote(blocks, voices) };
}

/** The same in one text of another kind: what a comment quotes of the paper. */
export function withholdInText(text: string, voices: readonly WithdrawnVoice[]): string {
	return replacer(voices)(text);
}

/** What the first and second cell of a row say instead; undefined for what stays. */
type RowChange = { readonly first: string | undefined; readonly second: string | undefined };

/** Everything that is printed is one of these; the rest names places and shapes. */
const printed = new Set(["text", "caption", "label", "title", "name", "altText"]);

function withheldIn(value: unknown, rows: ReadonlyMap<string, RowChange>, replace: (text: string) => string): unknown {
	if (Array.isArray(value)) return value.map((each) => withheldIn(each, rows, replace));
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).map(([key, each]) => [
		key,
		typeof each === "string" ? (printed.has(key) ? replace(each) : each) : withheldIn(each, rows, replace),
	]);
	const copy = Object.fromEntries(entries) as Record<string, unknown>;
	const { id, cells } = copy;
	const change = typeof id === "string" && Array.isArray(cells) ? rows.get(id.split("/", 1)[0] ?? "") : undefined;
	if (!change || !Array.isArray(cells)) return copy;
	const said = [change.first, change.second];
	return { ...copy, cells: cells.map((each, i) => (said[i] === undefined ? each : { ...each, ...cell(said[i]) })) };
}

function replacer(voices: readonly WithdrawnVoice[]): (text: string) => string {
	const quotes = voices.map(({ said }) => said.trim()).filter((said) => said.length >= leastQuote);
	const names = voices.flatMap(({ name, isPerson }) =>
		isPerson && name.trim() !== "" ? [wholeWords(name.trim())] : [],
	);
	return (text) => {
		const unquoted = quotes.reduce((rest, said) => rest.replaceAll(said, withheldWords), text);
		return names.reduce((rest, name) => rest.replace(name, withheldName), unquoted);
	};
}

function wholeWords(name: string): RegExp {
	const literal = name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
	return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "gu");
}

function withNote(blocks: NeutralDocument["blocks"], voices: readonly WithdrawnVoice[]): NeutralDocument["blocks"] {
	const days = [...new Set(voices.map(({ on }) => on))].toSorted().map((on) => formatDate(on));
	const note = callout(
		"note",
		[
			paragraph(
				`Consent was withdrawn on ${days.join(", ")}. The words or names concerned are not shown here any more. All else is as it was sent; the checksum named beside this text is that of what was sent.`,
			),
		],
		{ title: "This text was changed after it was posted" },
	);
	const [first, ...rest] = blocks;
	if (first?.type !== "section") return [note, ...blocks];
	return [{ ...first, blocks: [note, ...first.blocks] } satisfies Block, ...rest];
}
