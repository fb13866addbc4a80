import type { Indicator, IndicatorCatalogue } from "../../domain/measure/indicator.ts";
import { vintages } from "./vintages.ts";

/** Codes are compared without case, spaces, hyphens and underscores: "3-p1", "3 P1" and "3P1" are one. */
function spell(code: string): string {
	return code.toUpperCase().replace(/[\s_\u2010-\u2015-]+/g, "");
}

const byVintage = new Map(vintages.map((vintage) => [vintage.vintage, vintage]));

const vintageNames = new Map(
	vintages.flatMap(({ vintage, aliases }) => [vintage, ...aliases].map((name) => [spell(name), vintage] as const)),
);

/** Alias table of each vintage: every spelling of every code, with the indicator that it means there. */
const codesByVintage = new Map(
	vintages.map(({ vintage, indicators }) => [
		vintage,
		new Map(
			indicators.flatMap((indicator) =>
				[indicator.code, ...indicator.aliases].map((code) => [spell(code), indicator] as const),
			),
		),
	]),
);

/** The vintage that a text names: "cfsr4", "CFSR 4", "Round 4", "2004". Undefined when none. */
export function findVintage(text: string): string | undefined {
	return vintageNames.get(spell(text));
}

/** All indicators of a vintage in the catalogue's order, reserved codes included; none for an unknown vintage. */
export function listIndicators(vintage: string): readonly Indicator[] {
	return byVintage.get(vintage)?.indicators ?? [];
}

/**
 * The indicator of a vintage by code or alias.
 *
 * @example findIndicator("cfsr4", "P1")?.code // "4-P1"
 * @example findIndicator("cfsr3", "4-P1") // undefined: that code belongs to another vintage
 */
export function findIndicator(vintage: string, codeOrAlias: string): Indicator | undefined {
	return codesByVintage.get(vintage)?.get(spell(codeOrAlias));
}

/** The indicator of a vintage by code or alias. Throws a `RangeError` in plain words when the vintage has none. */
export function getIndicator(vintage: string, codeOrAlias: string): Indicator {
	const found = findIndicator(vintage, codeOrAlias);
	if (!found)
		throw new RangeError(`No indicator "${codeOrAlias}" in the vintage "${vintage}" of the California catalogue.`);
	return found;
}

/** California's catalogue of indicators, for readers that work with any catalogue. */
export const caIndicators: IndicatorCatalogue = {
	listVintages: () => vintages.map(({ vintage, title }) => ({ vintage, title })),
	findVintage,
	listIndicators,
	findIndicator,
};
