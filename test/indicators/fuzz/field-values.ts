import xmlLayout from "../../../src/indicators/extracts/layouts/afcars-2020.json" with { type: "json" };
import legacyLayout from "../../../src/indicators/extracts/layouts/afcars-legacy.json" with { type: "json" };
import ncandsLayout from "../../../src/indicators/extracts/layouts/ncands-child-file.json" with { type: "json" };
import type { Random } from "../../../src/practice/random.ts";

// Elements that indicators read, and what may stand in them: written apart from the readers, from the layouts.

export type Kind = "afcars-legacy" | "afcars-2020" | "ncands";

const legacyNames =
	"FIPSCODE DOB SEX AMIAKN ASIAN BLKAFRAM HAWAIIPI WHITE UNTODETM HISORGIN TOTALREM DLstFCDt LatRemDt CurSetDt NUMPLEP CURPLSET DoDFCDt DISREASN";
const ncandsNames =
	"RptCnty RptDt ChAge ChBdate ChSex ChRacUd CEthn MalDeath IncidDt ChRacAI ChRacAs ChRacBl ChRacNH ChRacWh Mal1Lev Mal2Lev Mal3Lev Mal4Lev";
const elements2020 = [3, 5, 6, 13, 14, 15, 16, 17, 18, 19, 20, 21, 69, 112, 113, 120, 153, 155];

/** A value that somebody puts into an element of a record, and whether it means something there. */
export type Change = {
	/** The element, for the message of the test. */
	readonly element: string;
	readonly bytes: Buffer;
	/** The record of the file, from 1, that was changed. */
	readonly record: number;
	/** Nobody could take the value for one of this element. */
	readonly wrong: boolean;
};

const blankLike = (text: string) => /^(?:0*|9+)$/.test(text.trim());

function isRealDate(text: string, order: "YMD" | "MDY"): boolean {
	const match = (order === "YMD" ? /^(\d{4})(\d\d)(\d\d)$/ : /^(\d\d)(\d\d)(\d{4})$/).exec(text);
	if (!match) return false;
	const [year, month, day] = order === "YMD" ? match.slice(1).map(Number) : [match[3], match[1], match[2]].map(Number);
	const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
	return date.getUTCFullYear() === year && date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

function isWrong(text: string, values: string, order: "YMD" | "MDY"): boolean {
	if (blankLike(text)) return false;
	if (/^(?:YYYYMMDD|MMDDYYYY)$/.test(values)) return !isRealDate(text, order);
	const codes = values.split("|").map((each) => each.split("=")[0] ?? "");
	if (/^\d+(?:=|\||$)/.test(values)) return !codes.includes(text.trim().replace(/^0+(?=\d)/, ""));
	return !/^\d+$/.test(text.trim());
}

const signs = "0123456789AZaz -/.*?<>&\u0000\u0007\u007fé";

function randomText(length: number, random: Random): string {
	return Array.from({ length }, () => signs[random.whole(0, signs.length - 1)]).join("");
}

/** Puts a random value into a random element that indicators read, of a random record of a good file. */
export function changeField(kind: Kind, good: Buffer, random: Random): Change {
	return kind === "afcars-2020" ? changeTag(good, random) : changeColumns(kind, good, random);
}

function changeColumns(kind: "afcars-legacy" | "ncands", good: Buffer, random: Random): Change {
	const legacy = kind === "afcars-legacy";
	const names = (legacy ? legacyNames : ncandsNames).split(" ");
	const name = names[random.whole(0, names.length - 1)] ?? "";
	const fields: readonly { name: string; start?: number; end?: number; values?: string }[] = legacy
		? legacyLayout.fields
		: ncandsLayout.fields;
	const field = fields.find((each) => each.name === name);
	if (field?.start === undefined || field.end === undefined) throw new Error(`The layout has no ${name}.`);
	const lines = good.toString("latin1").split("\n");
	const records = lines.flatMap((line, index) => (line.length >= (legacy ? 197 : 312) ? [index] : []));
	const at = random.whole(0, records.length - 1);
	const line = lines[records[at] ?? 0] ?? "";
	const text = randomText(field.end - field.start + 1, random);
	lines[records[at] ?? 0] = line.slice(0, field.start - 1) + text + line.slice(field.end);
	return {
		element: `${name} = ${JSON.stringify(text)}`,
		bytes: Buffer.from(lines.join("\n"), "latin1"),
		record: at + 1,
		// Ages beyond those of children are ages all the same.
		wrong: isWrong(text, name === "ChAge" ? "" : (field.values ?? ""), legacy ? "YMD" : "MDY"),
	};
}

function changeTag(good: Buffer, random: Random): Change {
	const xml = good.toString("latin1");
	const element = elements2020[random.whole(0, elements2020.length - 1)];
	const layout = xmlLayout.elements.find((each) => each.element === element);
	if (!layout) throw new Error(`The layout has no element ${element}.`);
	const found = [...xml.matchAll(new RegExp(`<${layout.tag}>([^<]*)</${layout.tag}>`, "g"))];
	const match = found[random.whole(0, found.length - 1)];
	if (!match) throw new Error(`No record has ${layout.tag}.`);
	const letters = "0123456789AZaz -/.*?";
	const text = Array.from({ length: random.whole(1, 8) }, () => letters[random.whole(0, letters.length - 1)])
		.join("")
		.trim();
	const start = match.index + layout.tag.length + 2;
	return {
		element: `${layout.tag} = ${JSON.stringify(text)}`,
		bytes: Buffer.from(xml.slice(0, start) + text + xml.slice(start + (match[1]?.length ?? 0)), "latin1"),
		record: xml.slice(0, start).split("<record>").length - 1,
		wrong: isWrong(text, element === 3 ? "" : layout.values, "YMD"),
	};
}
