import { formatDate, type PlainDate, partsOf } from "../../../domain/calendar/plain-date.ts";
import type { PublicLanguage } from "./public-words.ts";

const months = [
	...["enero", "febrero", "marzo", "abril", "mayo", "junio"],
	...["julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
];

/** "June 30, 2026", "30 de junio de 2026". */
export function publicDate(date: PlainDate, language: PublicLanguage): string {
	if (language === "en") return formatDate(date);
	const { year, month, day } = partsOf(date);
	return `${day} de ${months[month - 1]} de ${year}`;
}

/** The address of a public page in a language. */
export function publicPath(
	rest: string,
	language: PublicLanguage,
	more: Readonly<Record<string, string>> = {},
): string {
	const asked = Object.entries({ lang: language, ...more }).map(
		([name, value]) => `${name}=${encodeURIComponent(value)}`,
	);
	return `/public${rest}?${asked.join("&")}`;
}
