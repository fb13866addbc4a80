import { createHash } from "node:crypto";
import type { WordField } from "../../domain/word/word-facts.ts";

/**
 * What names an editable text in a Word file: the fact, the field, the version that was printed, and the first digits of the
 * checksum of its words. Forty letters, digits and underscores, so that the same name serves as the tag of a content control
 * and as a bookmark: one of the two outlives what people and programs do to a file.
 */
export type PlaceMark = {
	readonly factId: string;
	readonly field: WordField;
	readonly version: number;
	/** Absent where the name had no room for it. */
	readonly textHash?: string | undefined;
};

const CODES: Readonly<Record<WordField, string>> = {
	"answer.value": "av",
	"goal.statement": "gs",
	"objective.statement": "os",
	"objective.evidenceOfCompletion": "oe",
	"strategy.statement": "ss",
	"strategy.rationale": "sr",
	"milestone.statement": "ms",
	"milestone.timeframe": "mt",
	"milestone.assigned": "ma",
	"subject-analysis.analysis": "sa",
};
const FIELDS = new Map(Object.entries(CODES).map(([field, code]) => [code, field as WordField]));
const PLACE = /^w([0-9a-z]{25})_([a-z]{2})_([0-9a-z]{1,8})(?:_([0-9a-f]{6}))?$/iu;
const FIXED = /^_x([0-9a-f]{10})_\d+$/iu;
const LONGEST = 40;

export function placeMark({ factId, field, version }: Omit<PlaceMark, "textHash">, text: string): string {
	const id = BigInt(`0x${factId.replaceAll("-", "")}`)
		.toString(36)
		.padStart(25, "0");
	const name = `w${id}_${CODES[field]}_${version.toString(36)}`;
	const hashed = `${name}_${hashOfWords(text).slice(0, 6)}`;
	return hashed.length <= LONGEST ? hashed : name;
}

export function readPlaceMark(name: string): PlaceMark | undefined {
	const [, id, code, version, textHash] = PLACE.exec(name) ?? [];
	const field = FIELDS.get(code?.toLowerCase() ?? "");
	if (id === undefined || version === undefined || field === undefined) return undefined;
	const hex = [...id.toLowerCase()].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString(16);
	if (hex.length > 32) return undefined;
	const factId = hex.padStart(32, "0").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
	return { factId, field, version: Number.parseInt(version, 36), textHash: textHash?.toLowerCase() };
}

/** The bookmark on a line that is not a text of the plan: a heading, a label, a figure. Hidden by its underscore. */
export function fixedMark(text: string, place: number): string {
	return `_x${hashOfWords(text).slice(0, 10)}_${place}`;
}

/** The checksum of the words of a fixed line; undefined for other bookmarks. */
export function readFixedMark(name: string): string | undefined {
	return FIXED.exec(name)?.[1]?.toLowerCase();
}

/** A text as it is compared: what programs change by themselves (kinds of spaces, forms of letters) is made alike. */
export function comparableWords(text: string): string {
	return text
		.normalize("NFC")
		.replace(/\r\n?/gu, "\n")
		.replace(/[\u00ad\u200b\u200c\u2060\ufeff]/gu, "")
		.replace(/[^\S\n]+/gu, " ")
		.replace(/ ?\n ?/gu, "\n")
		.replace(/\n{3,}/gu, "\n\n")
		.trim();
}

export function hashOfWords(text: string): string {
	return createHash("sha256").update(comparableWords(text)).digest("hex");
}
