import { dateInWords, documentWords } from "./document-words.ts";
import type { DocumentMetadata } from "./neutral-document.ts";

/** What stands under the title on the first page, one line each, the same in every format. */
export function titleLines(metadata: DocumentMetadata): readonly string[] {
	const date = dateInWords(metadata.created, documentWords(metadata.language));
	return [metadata.author, metadata.edition, `${metadata.status.label}, ${date}`].filter((line) => line !== undefined);
}

/** How a version is named on paper: the first twelve digits of its hash. */
export function shortVersion(metadata: DocumentMetadata): string | undefined {
	return metadata.versionHash?.slice(0, 12);
}
