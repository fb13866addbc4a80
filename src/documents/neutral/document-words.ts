import type { DocumentLanguage, SignatureBlock } from "./neutral-document.ts";

/** The few words that the formats print themselves, in the language of the document. */
export interface DocumentWords {
	readonly contents: string;
	readonly date: string;
	readonly data: string;
	readonly draft: string;
	readonly name: string;
	readonly note: string;
	readonly page: (page: string, pages: string) => readonly string[];
	readonly signature: string;
	readonly signed: string;
	readonly skipToText: string;
	readonly title: string;
	readonly toBeSigned: string;
	readonly version: string;
	readonly warning: string;
	readonly months: readonly string[];
	readonly longDate: (day: number, month: string, year: string) => string;
}

const ENGLISH: DocumentWords = {
	contents: "Contents",
	date: "Date",
	data: "Data",
	draft: "DRAFT",
	name: "Name",
	note: "Note",
	page: (page, pages) => ["Page ", page, " of ", pages],
	signature: "Signature",
	signed: "Signed",
	skipToText: "Skip to the text",
	title: "Title",
	toBeSigned: "Blank line, to be filled in by hand",
	version: "Version",
	warning: "Warning",
	months: "January February March April May June July August September October November December".split(" "),
	longDate: (day, month, year) => `${month} ${day}, ${year}`,
};

const SPANISH: DocumentWords = {
	contents: "Contenido",
	date: "Fecha",
	data: "Datos",
	draft: "BORRADOR",
	name: "Nombre",
	note: "Nota",
	page: (page, pages) => ["Página ", page, " de ", pages],
	signature: "Firma",
	signed: "Firmado",
	skipToText: "Ir al texto",
	title: "Cargo",
	toBeSigned: "Línea en blanco, para llenar a mano",
	version: "Versión",
	warning: "Aviso",
	months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
	longDate: (day, month, year) => `${day} de ${month} de ${year}`,
};

const WORDS: Readonly<Record<DocumentLanguage, DocumentWords>> = { en: ENGLISH, es: SPANISH };

export function documentWords(language: DocumentLanguage): DocumentWords {
	return WORDS[language];
}

/** `2026-11-21` in words: `November 21, 2026`, `21 de noviembre de 2026`. */
export function dateInWords(date: string, words: DocumentWords): string {
	const [year = "", month = "", day = ""] = date.split("-");
	return words.longDate(Number(day), words.months[Number(month) - 1] ?? "", year);
}

/** One line of a signature block. `text` undefined stands for a blank line to be filled in by hand. */
export interface SignatureLine {
	readonly label: string;
	readonly text: string | undefined;
}

/** The lines under the label of a signature block: signature, name, title, date. */
export function signatureLines(block: SignatureBlock, words: DocumentWords): readonly SignatureLine[] {
	const signed = block.signedOn !== undefined;
	return [
		{ label: words.signature, text: signed ? words.signed : undefined },
		{ label: words.name, text: block.name },
		...(block.title === undefined ? [] : [{ label: words.title, text: block.title }]),
		{ label: words.date, text: block.signedOn === undefined ? undefined : dateInWords(block.signedOn, words) },
	];
}
