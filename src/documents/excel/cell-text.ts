/**
 * A value of a sheet as text; a formula has given its result, an error its name (`#REF!`): dates as `YYYY-MM-DD` (with ` HH:MM` where there is a time of day), numbers in full without exponent
 * or the noise of binary fractions, percentages as they are shown (`38.5%`), `TRUE` and `FALSE`. Anything else is empty.
 */
export function cellText(value: unknown, numberFormat: string): string {
	if (typeof value === "string") return value;
	if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
	if (typeof value === "number")
		return isPercentage(numberFormat) ? `${plainNumber(value * 100)}%` : plainNumber(value);
	return value instanceof Date ? dateText(value) : "";
}

function isPercentage(numberFormat: string): boolean {
	return numberFormat.replace(/"[^"]*"|\\./gu, "").includes("%");
}

/** Excel keeps fifteen digits; what binary fractions add after them (`0.1 + 0.2`) is cut off. */
function plainNumber(value: number): string {
	if (!Number.isFinite(value)) return "";
	const rounded = Number(value.toPrecision(15));
	const text = String(rounded);
	if (!text.includes("e")) return text;
	if (Number.isInteger(rounded)) return BigInt(rounded).toString();
	const [digits = "", exponent = "0"] = Math.abs(rounded).toString().split("e-");
	const places = "0".repeat(Number(exponent) - 1) + digits.replace(".", "");
	return `${rounded < 0 ? "-" : ""}0.${places}`;
}

/** Excel's day 0, 30 December 1899, stands for a time without a day. */
function dateText(value: Date): string {
	if (Number.isNaN(value.getTime())) return "";
	const [day = "", time = ""] = value.toISOString().split("T");
	const clock = time.slice(0, 5);
	if (day === "1899-12-30") return clock;
	return clock === "00:00" ? day : `${day} ${clock}`;
}
