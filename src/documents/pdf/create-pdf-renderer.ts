import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DocumentRenderError } from "../document-error.ts";
import type { NeutralDocument, SectionRole } from "../neutral/neutral-document.ts";
import { parseNeutralDocument } from "../neutral/parse-neutral-document.ts";
import { characterInWords, findMissingCharacters, missingCharactersWarning } from "./missing-characters.ts";
import { toTypstData } from "./typst-data.ts";
import { type TypstAnswer, TypstProcess } from "./typst-process.ts";
import { TYPST_TEMPLATE } from "./typst-template.ts";

/** The pages of one section, counted from 1. Page limits hold for each role apart (SIP-7 to SIP-12). */
export interface SectionPages {
	readonly id: string;
	readonly role: SectionRole;
	readonly firstPage: number;
	readonly lastPage: number;
	readonly pages: number;
}

export interface PdfDocument {
	readonly bytes: Uint8Array;
	readonly pages: number;
	/** In the order of the document. A section begins on a new page, so no page belongs to two. */
	readonly pagesBySection: readonly SectionPages[];
	/** On which page each item of the authority's outline begins, by its anchor. */
	readonly pageByItem: ReadonlyMap<string, number>;
	/** For the person who printed: what the PDF could not show. */
	readonly warnings: readonly string[];
}

/** Makes PDF files. Owned by a composition root, which closes it. */
export interface PdfRenderer {
	/** Rejects with `DocumentRenderError`. */
	render(document: NeutralDocument): Promise<PdfDocument>;
	close(): void;
}

export interface PdfRendererOptions {
	/** The file `typst-process.mjs`; by default beside this module, which in production is beside the bundle. */
	readonly processEntry?: string | URL;
	/** Folders of further typefaces. Those of the system are searched in any case. */
	readonly fontFolders?: readonly string[];
	/** Milliseconds that one document may take. */
	readonly timeoutMs?: number;
	/** Milliseconds without work after which the process is stopped. */
	readonly idleMs?: number;
	/** How many documents may wait; the next one is refused in words. */
	readonly longestQueue?: number;
}

const ATTEMPTS = 5;

/**
 * A renderer of tagged PDF by Typst, held to PDF/UA-1 (ISO 14289-1): the compiler refuses what is not accessible. It
 * works in a process of its own, so that the pages stay quick while a document of a hundred pages is printed.
 */
export function createPdfRenderer(options: PdfRendererOptions = {}): PdfRenderer {
	const typst = new TypstProcess({
		entry: options.processEntry ?? new URL("./typst-process.mjs", import.meta.url),
		timeoutMs: options.timeoutMs ?? 60_000,
		idleMs: options.idleMs ?? 120_000,
		longestQueue: options.longestQueue ?? 50,
	});
	const fontPaths = [...designSystemFonts(), ...(options.fontFolders ?? [])];
	return {
		render: (input) => renderPdf(input, typst, fontPaths),
		close: () => typst.close(),
	};
}

/** A character that no font has is found out by the first run and replaced by a box with words in the next. */
async function renderPdf(
	input: NeutralDocument,
	typst: TypstProcess,
	fontPaths: readonly string[],
): Promise<PdfDocument> {
	const missing = new Map<string, string>();
	let problems: readonly string[] = [];
	for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
		const answer = await typst.run(() => {
			const data = toTypstData(parseNeutralDocument(input), Object.fromEntries(missing));
			return { template: TYPST_TEMPLATE, data, fontPaths };
		});
		if (answer.pdf !== undefined) return toPdfDocument(input, answer, answer.pdf, [...missing.keys()]);
		problems = answer.problems ?? [];
		const found = findMissingCharacters(problems).filter((character) => !missing.has(character));
		if (found.length === 0) break;
		for (const character of found) missing.set(character, characterInWords(character, input.metadata.language));
	}
	throw new DocumentRenderError(
		"The PDF could not be made from this document. The Word file and the page still can; tell the administrator.",
		{ cause: problems.join("\n") },
	);
}

function toPdfDocument(
	document: NeutralDocument,
	answer: TypstAnswer,
	bytes: Uint8Array,
	missing: readonly string[],
): PdfDocument {
	const roles = new Map(document.blocks.flatMap((block) => (block.type === "section" ? [[block.id, block.role]] : [])));
	const warning = missingCharactersWarning(missing);
	return {
		bytes,
		pages: answer.pages ?? 0,
		pagesBySection: (answer.sections ?? []).flatMap(({ id, first, last }) => {
			const role = roles.get(id);
			return role === undefined ? [] : [{ id, role, firstPage: first, lastPage: last, pages: last - first + 1 }];
		}),
		pageByItem: new Map((answer.items ?? []).map(({ id, page }) => [id, page])),
		warnings: warning === undefined ? [] : [warning],
	};
}

function designSystemFonts(): string[] {
	const script = createRequire(import.meta.url).resolve("@uswds/uswds");
	const fonts = join(dirname(script), "..", "fonts");
	return [join(fonts, "source-sans-pro"), join(fonts, "public-sans")];
}
