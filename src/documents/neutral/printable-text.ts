import { z } from "zod";

/**
 * Text as every format can carry it: line ends become `\n`, and what XML 1.0 cannot hold (control characters other than
 * tab and line end, lone surrogates, noncharacters) is left out.
 */
export function toPrintableText(text: string): string {
	return text
		.replace(/\r\n?|\u2028|\u2029/gu, "\n")
		.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, (character) =>
			character === "\n" || character === "\t" ? character : "",
		);
}

/** A string that is made printable as it is read. */
export const PrintableText = z.string().overwrite(toPrintableText);

/** Printable text in one line, not empty: a title, a label, a caption. */
export const PrintableLine = z
	.string()
	.overwrite((text) => toPrintableText(text).replace(/\s+/gu, " ").trim())
	.refine((text) => text.length > 0, "is empty");
