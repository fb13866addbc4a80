import type { Indicator, IndicatorCatalogue } from "../../domain/measure/indicator.ts";

const suggested = 3;

/** Number of signs to add, take away or change to get from one text to the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
	let above = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
			current.push(Math.min(change, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
		}
		above = current;
	}
	return above[b.length] ?? 0;
}

function spell(code: string): string {
	return code.toUpperCase().replace(/[^A-Z0-9]+/g, "");
}

function distanceTo(indicator: Indicator, text: string): number {
	return Math.min(...[indicator.code, ...indicator.aliases].map((code) => editDistance(spell(code), text)));
}

/**
 * The codes nearest to what a file says, the wanted vintages first: "4-P1 (cfsr4)". At most three; reserved codes are
 * never suggested.
 */
export function suggestCodes(
	catalogue: IndicatorCatalogue,
	wanted: readonly string[],
	text: string,
): readonly string[] {
	const spelled = spell(text.slice(0, 40));
	const others = catalogue.listVintages().map(({ vintage }) => vintage);
	const vintages = [...new Set([...wanted, ...others])];
	return vintages
		.flatMap((vintage) => catalogue.listIndicators(vintage))
		.filter((indicator) => indicator.label !== null)
		.map((indicator) => ({
			indicator,
			distance: distanceTo(indicator, spelled) + (wanted.includes(indicator.vintage) ? 0 : 0.5),
		}))
		.sort((a, b) => a.distance - b.distance)
		.slice(0, suggested)
		.map(({ indicator }) => `${indicator.code} (${indicator.vintage})`);
}
