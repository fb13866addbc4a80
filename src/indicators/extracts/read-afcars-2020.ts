import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { afcars2020Tags, getElement2020 } from "./afcars-2020-elements.ts";
import { type Afcars2020File, addRecord } from "./afcars-2020-rows.ts";
import type { AfcarsPeriod } from "./canonical-rows.ts";
import { decodeSingleBytes, makeUtf8Pieces } from "./decode-bytes.ts";
import { extractLimits } from "./extract-limits.ts";
import { ExtractRefusal } from "./extract-refusal.ts";
import type { ExtractReader, ExtractRows } from "./extract-rows.ts";
import type { ProblemTally } from "./problem-tally.ts";
import { readAfcarsPeriod, readAfcarsPeriodEnd } from "./read-afcars-period.ts";
import { makeDateReader } from "./read-extract-date.ts";
import { malformed } from "./xml-text.ts";
import { type XmlEvents, XmlTokenizer } from "./xml-tokenizer.ts";

type OpenRemoval = {
	readonly full: boolean;
	readonly values: Map<number, string>;
	readonly arrangements: Map<number, string>[];
	readonly visits: Map<number, string>[];
};
type OpenRecord = {
	readonly record: number;
	readonly line: number;
	readonly offset: number;
	readonly values: Map<number, string>;
	readonly removals: OpenRemoval[];
	/** Removals, living arrangements and visits so far. */
	parts: number;
};

export type Afcars2020Options = {
	readonly file: number;
	readonly tally: ProblemTally;
	/** Hand out rows of caseworker visits too. */
	readonly visits?: boolean;
	/** Begin here and not at the start of the file. */
	readonly place?: Afcars2020Place;
};

/** A place between two records, and what a reader must know to go on from there. */
export type Afcars2020Place = {
	readonly singleBytes: boolean;
	/** Tags that are open, as written. */
	readonly path: readonly string[];
	/** Values that stand outside the records. */
	readonly header: readonly (readonly [element: number, text: string])[];
	readonly period: AfcarsPeriod;
	readonly periodEnd: PlainDate;
	readonly state: string;
};

/**
 * Reads an AFCARS 2020 out-of-home care file (from period 23A): XML, a `record` a child with its removals. Every
 * `removal_2020` gives a row; `removal_1993` counts as a removal and tells the date of the discharge before (settled readings
 * 10 and 23).
 */
export class Afcars2020Reader implements ExtractReader, XmlEvents {
	readonly finished = false;
	records = 0;
	readonly #options: Afcars2020Options;
	readonly #xml: XmlTokenizer;
	readonly #utf8 = makeUtf8Pieces();
	readonly #readDate = makeDateReader("YYYYMMDD");
	readonly #header: Map<number, string>;
	#begun = false;
	#markSeen = false;
	#singleBytes = false;
	#rows: ExtractRows | null = null;
	#file: Afcars2020File | null = null;
	#record: OpenRecord | null = null;
	#removal: OpenRemoval | null = null;
	/** The living arrangement or visit that is open. */
	#part: Map<number, string> | null = null;

	constructor(options: Afcars2020Options) {
		this.#options = options;
		const { place } = options;
		this.#xml = new XmlTokenizer(afcars2020Tags, this, place?.path);
		this.#header = new Map(place?.header);
		if (place === undefined) return;
		[this.#begun, this.#markSeen, this.#singleBytes] = [true, true, place.singleBytes];
		this.#file = this.#fileOf(place);
	}

	/** Where reading stands, when that is between two records. */
	get place(): Afcars2020Place | null {
		const { path } = this.#xml;
		if (this.#file === null || this.#record !== null || this.#removal !== null || this.#part !== null) return null;
		if (path === null || path.length === 0 || !this.#utf8.isWhole) return null;
		const { period, periodEnd, state } = this.#file;
		return { singleBytes: this.#singleBytes, path, header: [...this.#header], period, periodEnd, state };
	}

	/** Lines that have been read to their end. */
	get lines(): number {
		return this.#xml.line - 1;
	}

	/** Says that so many records and lines, which come next, were read by another; goes on after them. */
	skip({ records, lines }: { readonly records: number; readonly lines: number }): void {
		this.records += records;
		this.#xml.skipLines(lines);
	}

	get period(): AfcarsPeriod | null {
		return readAfcarsPeriod(this.#header.get(2) ?? "");
	}

	push(bytes: Uint8Array, rows: ExtractRows): void {
		this.#rows = rows;
		this.#guarded(() => {
			// The declaration at the start names the encoding, so it is read before the rest is decoded.
			const head = this.#begun ? 0 : bytes.indexOf(0x3e) + 1;
			if (head > 0) this.#readBytes(bytes.subarray(0, head));
			if (head > 0) this.#singleBytes = isSingleByte(this.#xml.encoding);
			this.#readBytes(bytes.subarray(head));
			if (head > 0) this.#begun = true;
			if (this.#record !== null) this.#checkSize(this.#record);
		});
	}

	end(rows: ExtractRows): void {
		this.#rows = rows;
		this.#guarded(() => {
			this.#utf8.end();
			this.#xml.end();
			if (this.records === 0) throw new ExtractRefusal("no-records");
		});
	}

	/** Notes where reading stopped before a refusal goes on to the caller. */
	#guarded(read: () => void): void {
		try {
			read();
		} catch (error) {
			if (error instanceof ExtractRefusal)
				this.#options.tally.at(this.#record?.record ?? (this.records || null), this.#xml.line);
			throw error;
		}
	}

	#readBytes(bytes: Uint8Array): void {
		const text = this.#singleBytes ? decodeSingleBytes(bytes) : this.#utf8.decode(bytes);
		if (text !== "") {
			const marked = !this.#markSeen && text.startsWith("\ufeff");
			this.#markSeen = true;
			this.#xml.push(marked ? text.slice(1) : text);
		}
		this.#utf8.check();
	}

	open(group: string): void {
		if (group === "record") {
			if (this.#record !== null) malformed("a <record> within a <record>");
			this.records++;
			const { line, offset } = this.#xml;
			this.#record = { record: this.records, line, offset, values: new Map(), removals: [], parts: 0 };
			return;
		}
		if (this.#record !== null && ++this.#record.parts > extractLimits.listLength)
			throw new ExtractRefusal(
				"record-too-large",
				`${this.#record.parts.toLocaleString("en-US")} removals, settings and visits`,
			);
		if (group === "removal_2020" || group === "removal_1993") {
			if (this.#removal !== null) malformed("a removal within a removal");
			this.#removal = { full: group === "removal_2020", values: new Map(), arrangements: [], visits: [] };
			return;
		}
		if (this.#part !== null) malformed(`a <${group}> within a living arrangement or visit`);
		this.#part = new Map();
	}

	close(group: string): void {
		if (group === "record") {
			this.#closeRecord();
			return;
		}
		if (group === "living_arrangement" || group === "case_worker_visit") {
			const list = group === "living_arrangement" ? this.#removal?.arrangements : this.#removal?.visits;
			if (this.#part !== null) list?.push(this.#part);
			this.#part = null;
			return;
		}
		if (this.#removal !== null) this.#record?.removals.push(this.#removal);
		this.#removal = null;
	}

	value(element: number, text: string): void {
		const trimmed = text.trim();
		const values = this.#part ?? this.#removal?.values ?? this.#record?.values ?? this.#header;
		const before = values.get(element);
		if (trimmed === "") return;
		if (before === undefined) {
			values.set(element, trimmed);
			return;
		}
		if (before === trimmed) return;
		this.#options.tally.at(this.#record?.record ?? null, this.#xml.line);
		this.#options.tally.report(
			element === 2 && values === this.#header ? "mixed-periods" : "element-twice",
			getElement2020(element),
			trimmed,
		);
	}

	#closeRecord(): void {
		const record = this.#record;
		if (record === null || this.#rows === null) return;
		this.#checkSize(record);
		this.#file ??= this.#readHeader();
		addRecord(record, this.#file, this.#rows);
		this.#record = null;
	}

	#checkSize({ offset }: OpenRecord): void {
		if (this.#xml.offset - offset > extractLimits.recordCharacters)
			throw new ExtractRefusal("record-too-large", `more than ${extractLimits.recordCharacters / 1024 / 1024} MB`);
	}

	/** Title IV-E agency and report date stand before the records. */
	#readHeader(): Afcars2020File {
		const { tally } = this.#options;
		const text = this.#header.get(2) ?? "";
		const [period, periodEnd]: [AfcarsPeriod | null, PlainDate | null] = [
			readAfcarsPeriod(text),
			readAfcarsPeriodEnd(text),
		];
		if (period === null || periodEnd === null) throw new ExtractRefusal("period-missing", text);
		const state = (this.#header.get(1) ?? "").replace(/^\d$/, "0$&");
		if (state === "") tally.report("state-missing", getElement2020(1));
		return this.#fileOf({ period, periodEnd, state });
	}

	#fileOf({ period, periodEnd, state }: Pick<Afcars2020File, "period" | "periodEnd" | "state">): Afcars2020File {
		const { file, tally, visits = false } = this.#options;
		return { file, period, periodEnd, state, visits, readDate: this.#readDate, tally };
	}
}

/** Refuses encodings that are not read; ASCII and its one-byte relatives are read byte by byte. */
function isSingleByte(encoding: string | null): boolean {
	const name = (encoding ?? "utf-8").toLowerCase();
	if (name === "utf-8" || name === "utf8" || name === "us-ascii") return false;
	if (name === "iso-8859-1" || name === "windows-1252" || name === "latin1") return true;
	throw new ExtractRefusal("text-encoding", `text in ${encoding}`);
}
