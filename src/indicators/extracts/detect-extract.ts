import { fileKindWords, recognizeFile } from "../figures/recognize-file.ts";
import { decodeSingleBytes } from "./decode-bytes.ts";
import { extractLimits } from "./extract-limits.ts";
import { readAfcarsPeriod } from "./read-afcars-period.ts";

/** The formats that rows are read from. */
export type ExtractKind = "afcars-legacy" | "afcars-2020" | "ncands";

export type DetectedExtract =
	/** `period` is "23A" for AFCARS and "2023" for NCANDS; null when the first bytes do not tell it. */
	| { readonly kind: ExtractKind; readonly period: string | null }
	/** Something else, in words that follow "it is". */
	| { readonly kind: "other"; readonly words: string };

const other = (words: string): DetectedExtract => ({ kind: "other", words });

/** A record cut before the latest removal date (position 83) cannot be told from one of the adoption file. */
const shortestFosterCareLine = 84;
const adoptionLine = { shortest: 60, longest: 83 };

/**
 * Recognizes an extract by its first bytes, never by its name.
 *
 * @param head the start of the file; 64 KB are enough, more is not looked at.
 */
export function detectExtract(head: Uint8Array): DetectedExtract {
	const start = head.subarray(0, extractLimits.headBytes);
	if (start.length === 0) return other("empty");
	const unreadable = findUnreadable(start);
	if (unreadable !== undefined) return other(unreadable);
	const text = decodeSingleBytes(start).replace(/^\u00ef\u00bb\u00bf/, "");
	if (text.trim() === "") return other("empty but for blanks");
	return text.trimStart().startsWith("<") ? detectXml(text) : detectLines(text);
}

/** Files that are no text of a known kind, in words. */
function findUnreadable(start: Uint8Array): string | undefined {
	const [first, second, third] = start;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "UTF-16 text";
	if (first === 0x28 && second === 0xb5 && third === 0x2f) return fileKindWords.compressed;
	if (first === 0xfd && second === 0x37 && third === 0x7a) return fileKindWords.compressed;
	const kind = recognizeFile(start);
	if (kind === "zip") return "an Excel workbook or another ZIP file";
	if (kind !== "text" && kind !== "web-page") return fileKindWords[kind];
	const sample = start.subarray(0, 4096);
	const zeros = sample.filter((byte) => byte === 0).length;
	if (zeros > sample.length / 4) return sample[0] === 0 || sample[1] === 0 ? "UTF-16 text" : "a program's own file";
	if (zeros > 0) return "a program's own file";
	// Digits of EBCDIC are 0xF0 to 0xF9 and its blank is 0x40; neither is frequent in any other text.
	const mainframe = sample.filter((byte) => byte === 0x40 || (byte >= 0xf0 && byte <= 0xf9)).length;
	if (mainframe > sample.length / 2 && sample.some((byte) => byte >= 0xf0)) return "mainframe text (EBCDIC)";
	return undefined;
}

function detectXml(text: string): DetectedExtract {
	const plain = without(without(text, "<!--", "-->"), "<?", "?>");
	const holds = (tags: string) => new RegExp(`<(?:[\\w.-]{1,40}:)?(?:${tags})[\\s/>]`).test(plain);
	if (holds("E69_removal_date|removal_2020|removal_1993|E69_E186_removals")) return outOfHome(plain);
	const root = /<([A-Za-z_][\w.:-]{0,99})([^>]{0,2000})/.exec(plain);
	const name = root?.[1] ?? "";
	if (/^(?:html|head|body|table)$/i.test(name) || /<!doctype\s+html/i.test(plain)) return other("a web page");
	const rootWords = `${name} ${root?.[2] ?? ""}`;
	const adoption = "an AFCARS adoption and guardianship assistance file";
	if (/adopt|guardian|schema_ag/i.test(rootWords)) return other(adoption);
	if (holds("E1_title_iv_agency|E2_report_date|E4_child_record_number") || /acf.*data/i.test(rootWords))
		return /<\/(?:[\w.-]{1,40}:)?record\s*>/.test(plain)
			? other(`AFCARS XML without removals, perhaps ${adoption}`)
			: outOfHome(plain);
	const local = name.slice(name.indexOf(":") + 1);
	return other(local === "" ? "XML without a tag" : `XML of another kind (its first tag is <${local}>)`);
}

/** The text without what stands between the two signs; an open one takes the rest with it. */
function without(text: string, open: string, close: string): string {
	const parts: string[] = [];
	let at = 0;
	for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, at)) {
		parts.push(text.slice(at, from));
		const end = text.indexOf(close, from + open.length);
		if (end < 0) return parts.join("");
		at = end + close.length;
	}
	return parts.join("") + text.slice(at);
}

function outOfHome(text: string): DetectedExtract {
	const date = /<(?:[\w.-]+:)?E2_report_date(?:\s[^>]*)?>\s*(\d{6})\s*</.exec(text)?.[1];
	return { kind: "afcars-2020", period: readAfcarsPeriod(date ?? "") };
}

/** Two digits of a state and the last month of a period: how AFCARS records begin. */
const afcarsStart = /^[\d ]\d(?:19|20)\d\d(?:03|09)/;
/** A year and a postal code: how NCANDS records begin. */
const ncandsStart = /^(?:19|20)\d\d[A-Za-z]{2}/;

function detectLines(text: string): DetectedExtract {
	const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
	// The last line of the sample may be cut.
	const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
	if (lines.length === 1 && text.length >= extractLimits.headBytes) return other("text without ends of lines");
	const records = whole.filter((line) => !/^[@#$]/.test(line) && line.trim() !== "" && line.length !== 174);
	const first = records[0];
	if (first === undefined) return other("a file with summary lines and no records");
	if (ncandsStart.test(first)) return { kind: "ncands", period: first.slice(0, 4) };
	if (afcarsStart.test(first)) {
		const longest = records.reduce((length, line) => Math.max(length, line.trimEnd().length), 0);
		if (longest >= shortestFosterCareLine)
			return { kind: "afcars-legacy", period: readAfcarsPeriod(first.slice(2, 8)) };
		if (longest >= adoptionLine.shortest)
			return other("an AFCARS adoption file, or foster care lines that are cut off");
	}
	if (first.length === 197) return { kind: "afcars-legacy", period: readAfcarsPeriod(first.slice(2, 8)) };
	if (first.length === 312) return { kind: "ncands", period: null };
	if (/^[[{]/.test(first.trim())) return other("JSON or a program's own text");
	if (/[,;\t|].*[,;\t|]/.test(first)) return other("a table with separators (CSV)");
	return other(`text of another kind (its first line has ${first.length} characters)`);
}
