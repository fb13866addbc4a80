import { inOneSentence } from "../../domain/plan/plural.ts";
import type { KnownCounty } from "./figure-row.ts";

/** Finds counties by code or name, as files spell them. */
export interface CountyFinder {
	find(text: string): KnownCounty | undefined;
	/** The counties in words, for a sentence: "Alder, Birch and Cedar". */
	readonly inWords: string;
	/** The county of a load that has one only. */
	readonly only: KnownCounty | undefined;
}

const namedInWords = 12;

/** Codes without leading zeros ("06001", "6001"), names without case and without "County". */
function spell(text: string): string {
	const plain = text
		.normalize("NFKD")
		.replace(/\p{M}+/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, " ")
		.trim()
		.replace(/^county of | county$/g, "");
	return /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, "") : plain;
}

/** Makes a finder for the counties that a load may hold. Codes go before names. */
export function makeCountyFinder(counties: readonly KnownCounty[]): CountyFinder {
	const names = counties.map((county) => [spell(county.name), county] as const);
	const codes = counties.map((county) => [spell(county.code), county] as const);
	const found = new Map([...names, ...codes]);
	const shown = counties.slice(0, namedInWords).map(({ name, code }) => `${name} (${code})`);
	const more = counties.length > shown.length ? [`${counties.length - shown.length} more`] : [];
	return {
		find: (text) => found.get(spell(text)),
		inWords: listInWords([...shown, ...more]),
		only: counties.length === 1 ? counties[0] : undefined,
	};
}

/** "a", "a and b", "a, b and c"; "none" for an empty list. */
export function listInWords(words: readonly string[]): string {
	return words.length === 0 ? "none" : inOneSentence(words);
}
