import { createRandom, type Random } from "../random.ts";
import type { FilePieces } from "./file-pieces.ts";

/** Faults that files in the world have, to be put into files on request. */
export const faultKinds = ["bad-dates", "blank-ids", "duplicate-ids", "wrong-codes", "truncated-end"] as const;
export type FaultKind = (typeof faultKinds)[number];

export type FaultRequest = {
	readonly seed: number;
	/** The file's name: each file has faults of its own. */
	readonly name: string;
	readonly kinds: readonly FaultKind[];
	/** From 0 to 1: of the records, those with a fault. */
	readonly share: number;
};

/** The file with faults: the same ones for the same seed and name. A truncated file ends in the middle of its last record. */
export function spoil({ head, records, tail }: FilePieces, request: FaultRequest): FilePieces {
	const inRecords = request.kinds.filter((kind) => kind !== "truncated-end");
	const spoiled =
		inRecords.length === 0 ? records : { [Symbol.iterator]: () => spoilRecords(records, inRecords, request) };
	return request.kinds.includes("truncated-end")
		? { head, records: { [Symbol.iterator]: () => truncate(spoiled) }, tail: "" }
		: { head, records: spoiled, tail };
}

function* spoilRecords(
	records: Iterable<string>,
	kinds: readonly FaultKind[],
	{ seed, name, share }: FaultRequest,
): Generator<string> {
	const random = createRandom(seed, `extracts/faults/${name}`);
	for (const record of records) {
		if (random.next() >= share) {
			yield record;
			continue;
		}
		const kind = kinds[random.whole(0, kinds.length - 1)];
		if (kind === "duplicate-ids") yield record;
		yield kind === undefined || kind === "duplicate-ids" ? record : faulty(record, kind, random);
	}
}

function* truncate(records: Iterable<string>): Generator<string> {
	let held: string | undefined;
	for (const record of records) {
		if (held !== undefined) yield held;
		held = record;
	}
	if (held !== undefined) yield held.slice(0, Math.floor(held.length / 2));
}

type Place = { readonly start: number; readonly end: number };
type Places = Readonly<Record<"bad-dates" | "blank-ids" | "wrong-codes", readonly Place[]>>;

const places = (given: readonly (readonly [number, number])[]) => given.map(([start, end]) => ({ start, end }));

/** Birth, latest removal, setting and discharge dates; record number; sex, race and discharge reason. */
const legacyPlaces: Places = {
	"bad-dates": places([
		[34, 41],
		[76, 83],
		[92, 99],
		[169, 176],
	]),
	"blank-ids": places([[14, 25]]),
	"wrong-codes": places([
		[42, 42],
		[47, 47],
		[185, 185],
	]),
};

/** Report, disposition and birth dates; report and child ID; sex and level of the first maltreatment. */
const ncandsPlaces: Places = {
	"bad-dates": places([
		[34, 41],
		[54, 61],
		[65, 72],
	]),
	"blank-ids": places([
		[7, 18],
		[19, 30],
	]),
	"wrong-codes": places([
		[73, 73],
		[89, 90],
	]),
};

const tags: Readonly<Record<keyof Places, readonly string[]>> = {
	"bad-dates": ["E5_date_of_birth", "E69_removal_date", "E112_date_living_arrangement"],
	"blank-ids": ["E4_child_record_number"],
	"wrong-codes": ["E6_sex", "E17_child_race_white", "E155_exit_reason"],
};

/** No dates in either order: no such month or day, letters, the sign for "unknown", too short. */
const badDates = ["99999999", "20231345", "13452023", "00000000", "2O23O1O1", "202301  "] as const;

function faulty(record: string, kind: Exclude<FaultKind, "duplicate-ids">, random: Random): string {
	if (kind === "truncated-end") return record;
	const chance = random.next();
	const value =
		kind === "bad-dates" ? (badDates[random.whole(0, badDates.length - 1)] ?? "") : kind === "blank-ids" ? "" : "X";
	if (record.startsWith("<")) return inElement(record, pick(tags[kind], chance), value.trim());
	const { start, end } = pick((record.length > 300 ? ncandsPlaces : legacyPlaces)[kind], chance);
	return record.slice(0, start - 1) + value.padEnd(end - start + 1) + record.slice(end);
}

function inElement(record: string, tag: string, value: string): string {
	return record.replace(new RegExp(`<${tag}>[^<]*`), `<${tag}>${value}`);
}

function pick<T>(list: readonly T[], chance: number): T {
	const found = list[Math.floor(chance * list.length)];
	if (found === undefined) throw new RangeError("Nothing to choose from.");
	return found;
}
