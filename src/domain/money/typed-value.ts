import type { CellValue } from "./form-cells.ts";
import type { CellKind } from "./form-edition.ts";

/** What was typed, as it is kept; null for an empty cell; or what is wrong with it. */
export type TypedValue = { readonly value: CellValue | null } | { readonly problem: string };

const longestText = 4000;
const grouped = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)`;
const dollarsPattern = new RegExp(String.raw`^\$?\s*(${grouped})(?:\.(\d{1,2}))?$`, "u");
const countPattern = new RegExp(`^${grouped}$`, "u");

/** Reads what a person typed into a cell. Amounts become whole cents by their digits, never through a fraction. */
export function readTypedValue(kind: CellKind, typed: string): TypedValue {
	const text = typed.trim();
	if (text === "") return { value: null };
	const found = `Found "${text.slice(0, 40)}".`;
	switch (kind) {
		case "dollars": {
			const [, whole = "", cents = ""] = dollarsPattern.exec(text) ?? [];
			const value = Number(`${whole.replaceAll(",", "")}${cents.padEnd(2, "0")}`);
			if (whole === "") {
				return {
					problem: `${found} Expected dollars with at most two decimals and no sign before, such as 1,158,704.80.`,
				};
			}
			// So that the sum of all cells of a form is a whole number too.
			if (value > 9_999_999_999_999) return { problem: `${found} Expected less than a hundred billion dollars.` };
			return { value };
		}
		case "count": {
			const value = Number(text.replaceAll(",", ""));
			if (!countPattern.test(text) || value > 999_999_999) {
				return { problem: `${found} Expected a whole number of people, such as 1,240.` };
			}
			return { value };
		}
		case "percent": {
			const [, whole = "", part = ""] = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/u.exec(text) ?? [];
			const value = Number(`${whole}${part.padEnd(2, "0")}`);
			if (whole === "" || value > 100_00) {
				return { problem: `${found} Expected a percent from 0 to 100 with at most two decimals, such as 94.5.` };
			}
			return { value };
		}
		case "yes-no": {
			const word = text.toLowerCase();
			return word === "yes" || word === "no" ? { value: word } : { problem: `${found} Expected yes or no.` };
		}
		case "text":
			if (text.length > longestText)
				return { problem: `This is too long. At most ${longestText} characters are kept.` };
			return { value: printable(text) || null };
	}
}

/** Text as a workbook and a paper can carry it: line ends as `\n`, without signs that nobody sees. */
function printable(text: string): string {
	return text
		.replace(/\r\n?|[\u2028\u2029]/gu, "\n")
		.replace(/[^\S\n]+/gu, " ")
		.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, (sign) => (sign === "\n" ? sign : ""))
		.trim();
}

/** A value as a person types it: 115870480 is "1,158,704.80". Empty for nothing. */
export function showTypedValue(kind: CellKind, value: CellValue | null | undefined): string {
	if (value === null || value === undefined) return "";
	if (typeof value === "string") return value;
	const sign = value < 0 ? "-" : "";
	const size = Math.abs(value);
	if (kind === "count") return `${sign}${size.toLocaleString("en-US")}`;
	const whole = Math.floor(size / 100);
	const rest = String(size % 100).padStart(2, "0");
	if (kind === "percent") return `${whole}${rest === "00" ? "" : `.${rest.replace(/0$/u, "")}`}`;
	return `${sign}${whole.toLocaleString("en-US")}.${rest}`;
}
