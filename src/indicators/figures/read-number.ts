import { figureLimits } from "./figure-limits.ts";
import type { FigureProblemId } from "./figure-problems.ts";

/** What stands in a cell in which a number is expected. */
export type NumberReading =
	| { readonly kind: "empty" }
	/** `decimals`: how many were written, which is how exactly the number is meant. */
	| { readonly kind: "number"; readonly value: number; readonly decimals: number; readonly percentSign: boolean }
	/** Hidden by the source because it is or rests on a count of 1 to 10. */
	| { readonly kind: "masked" }
	/** A single dot, which the California Child Welfare Indicators Project writes for zero. */
	| { readonly kind: "dot" }
	| { readonly kind: "problem"; readonly id: FigureProblemId };

const emptyWords = new Set(["", "-", "–", "—", "n/a", "na", "null", "none", "..", "..."]);
const maskedWords = /^(m|\*+|<\s*1[01]|≤\s*10|1\s*[-–]\s*10|masked|suppressed)$/i;
const spreadsheetError = /^#(n\/a|div\/0!|ref!|value!|name\?|num!|null!|spill!|calc!|#+)/i;
const problem = (id: FigureProblemId): NumberReading => ({ kind: "problem", id });

/**
 * Reads a number as spreadsheets and people write it: digits, a decimal point, commas or spaces between groups of three,
 * a percent sign at the end. Everything else is named, never guessed at. `commaUnclear`: cells of the file are parted by
 * semicolons, so that a single comma may be a decimal comma.
 */
export function readNumber(cell: string, commaUnclear: boolean): NumberReading {
	const text = cell.trim();
	if (emptyWords.has(text.toLowerCase())) return { kind: "empty" };
	if (text === ".") return { kind: "dot" };
	if (maskedWords.test(text)) return { kind: "masked" };
	if (spreadsheetError.test(text)) return problem("number-spreadsheet-error");
	if (/^[=@]|^[+-][^\d.]/.test(text)) return problem("number-formula");
	const percentSign = text.endsWith("%");
	return readDigits((percentSign ? text.slice(0, -1) : text).trim(), percentSign, commaUnclear);
}

function readDigits(text: string, percentSign: boolean, commaUnclear: boolean): NumberReading {
	if (/^-(\d|\.\d)[\d.,]*$/.test(text)) return problem("number-negative");
	if (/^\d+([.,]\d+)?e[+-]?\d+$/i.test(text)) return problem("number-shortened");
	const plain = withoutGroups(text, commaUnclear);
	if (typeof plain !== "string") return plain;
	const match = /^(?:\d+(?:\.(\d*))?|\.(\d+))$/.exec(plain);
	if (!match) return problem("number-not-understood");
	const value = Number(plain);
	if (value > figureLimits.count) return problem("number-too-large");
	return { kind: "number", value, decimals: (match[1] ?? match[2] ?? "").length, percentSign };
}

/** Takes out what parts groups of three digits, or says what is wrong with it. */
function withoutGroups(text: string, commaUnclear: boolean): string | NumberReading {
	if (/^\d{1,3}( \d{3})+(\.\d+)?$/.test(text.replace(/[\u00a0\u2009\u202f]/g, " "))) return text.replace(/[^\d.]/g, "");
	if (!/^[\d.]*,[\d.,]*$/.test(text)) return text;
	if (!/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)) return problem("number-decimal-comma");
	if (commaUnclear && /^\d{1,3},\d{3}$/.test(text)) return problem("number-comma-unclear");
	return text.replaceAll(",", "");
}
