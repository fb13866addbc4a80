import { createHash } from "node:crypto";
import type { WordField } from "../../domain/word/word-facts.ts";

/**
 * What names an editable text in a Word file: the fact, the field, the version that was printed, and the first digits of the
 * checksum of its words. A bookmark has room for forty letters, digits and underscores.
 */
export type PlaceKey = { readonly factId: string; readonly field: WordField };
export type PlaceMark = PlaceKey & {
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
	"baseline.value": "bv",
	"baseline.numerator": "bn",
	"baseline.denominator": "bd",
	"baseline.periodStart": "bs",
	"baseline.periodEnd": "be",
	"baseline.source": "bq",
	"target.value": "tv",
	"target.by": "tb",
	"carried-part.standing": "cs",
	"carried-part.progress": "cp",
	"carried-part.closingReason": "cr",
	"planning-body.name": "pn",
	"planning-body.description": "pd",
	"planning-body.roles": "pr",
	"data-collection.technique": "dt",
	"data-collection.audience": "da",
	"data-collection.responses": "dn",
	"data-collection.result": "dr",
	"data-collection.howUsed": "du",
	"peer-review.areas": "ea",
	"peer-review.startsOn": "es",
	"peer-review.endsOn": "ee",
	"peer-review.peerCounties": "ec",
	"peer-review.howUsed": "eu",
	"partner-input.said": "is",
	"partner-input.effect": "ie",
	"partner-input.did": "id",
	"assistance-request.need": "qn",
	"assistance-request.requestedFrom": "qf",
	"assistance-request.requestedOf": "qo",
	"assistance-request.status": "qs",
	"law-change.change": "lc",
	"law-change.citation": "lw",
	"law-change.reason": "lr",
	"cross-reference.label": "xl",
	"cross-reference.planKind": "xk",
	"cross-reference.locator": "xw",
	"party.name": "yn",
	"party.affiliation": "ya",
	"team-member.group": "tg",
	"team-member.participation": "tp",
	"team-member.on": "to",
	"meeting.title": "hn",
	"meeting.heldOn": "hd",
	"meeting.place": "hp",
	"meeting.agenda": "ha",
	"meeting.decisions": "hc",
	"meeting.minutes": "hm",
	"milestone.status": "mu",
	"milestone.completedOn": "mc",
	"milestone.proof": "mp",
	"milestone.explanation": "me",
};
const FIELDS = new Map(Object.entries(CODES).map(([field, code]) => [code, field as WordField]));
const PLACE = /^w([0-9a-z]{25})_([a-z]{2})_([0-9a-z]{1,8})(?:_([0-9a-f]{6}))?$/iu;
const PART = /^v([0-9a-z]{25})_([a-z]{2})_[0-9a-z]+$/iu;
const NEXT = /^_n([0-9a-z]{25})_([a-z]{2})_([0-9a-z]{1,8})$/iu;
const ROW = /^_r([0-9a-z]{25})_([a-z]{2})_([0-9a-z]{1,8})$/iu;
const FIXED = /^_x([0-9a-f]{10})_\d+$/iu;
const LONGEST = 40;

/** The bookmark on the first paragraph of a text. */
export function placeMark(place: Omit<PlaceMark, "textHash">, text: string): string {
	const name = `w${placeName(place)}_${place.version.toString(36)}`;
	const hashed = `${name}_${hashOfWords(text).slice(0, 6)}`;
	return hashed.length <= LONGEST ? hashed : name;
}

/** The bookmark on a further paragraph of a text, and on a text that is printed again; `number` tells them apart. */
export function partMark(place: PlaceKey, number: number): string {
	return `v${placeName(place)}_${number.toString(36)}`;
}

/** The bookmark on the label before a text, which finds the text again when its own went with words that were typed over. */
export function nextMark(placeMarkName: string): string {
	return `_n${placeMarkName.slice(1).replace(/_[0-9a-f]{6}$/iu, "")}`;
}

/** The bookmarks on the first cell of a row of a list, one for each text in the row: they find a text whose own went. */
export function rowMark(placeMarkName: string): string {
	return `_r${placeMarkName.slice(1).replace(/_[0-9a-f]{6}$/iu, "")}`;
}

export function readPlaceMark(name: string): PlaceMark | undefined {
	const [, id, code, version, textHash] = PLACE.exec(name) ?? [];
	const key = readKey(id, code);
	if (key === undefined || version === undefined) return undefined;
	return { ...key, version: Number.parseInt(version, 36), textHash: textHash?.toLowerCase() };
}

export function readPartMark(name: string): PlaceKey | undefined {
	const [, id, code] = PART.exec(name) ?? [];
	return readKey(id, code);
}

export function readNextMark(name: string): PlaceMark | undefined {
	return readPointer(NEXT, name);
}

export function readRowMark(name: string): PlaceMark | undefined {
	return readPointer(ROW, name);
}

function readPointer(pattern: RegExp, name: string): PlaceMark | undefined {
	const [, id, code, version] = pattern.exec(name) ?? [];
	const key = readKey(id, code);
	return key === undefined || version === undefined ? undefined : { ...key, version: Number.parseInt(version, 36) };
}

function placeName({ factId, field }: PlaceKey): string {
	const id = BigInt(`0x${factId.replaceAll("-", "")}`)
		.toString(36)
		.padStart(25, "0");
	return `${id}_${CODES[field]}`;
}

function readKey(id: string | undefined, code: string | undefined): PlaceKey | undefined {
	const field = FIELDS.get(code?.toLowerCase() ?? "");
	if (id === undefined || field === undefined) return undefined;
	const number = [...id.toLowerCase()].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
	const hex = number.toString(16).padStart(32, "0");
	if (hex.length > 32) return undefined;
	return { factId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5"), field };
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
