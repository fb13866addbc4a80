import {
	Document,
	Footer,
	Header,
	HeadingLevel,
	type ICommentsOptions,
	Packer,
	PageNumber,
	Paragraph,
	Tab,
	TabStopType,
	TextRun,
} from "docx";
import { DocumentRenderError } from "../document-error.ts";
import { type DocumentWords, documentWords } from "../neutral/document-words.ts";
import type { DocumentMetadata, NeutralDocument } from "../neutral/neutral-document.ts";
import { parseNeutralDocument } from "../neutral/parse-neutral-document.ts";
import { shortVersion, titleLines } from "../neutral/title-lines.ts";
import { readZipDirectory, readZipEntry } from "../zip/read-zip.ts";
import { writeZip } from "../zip/write-zip.ts";
import { markFixedLines } from "./mark-fixed-lines.ts";
import { stableParts } from "./stable-parts.ts";
import { wordBlocks } from "./word-blocks.ts";
import { PAGE, wordNumbering, wordStyles } from "./word-styles.ts";
import { ORIGIN_PROPERTY, type WorkingCopy } from "./working-copy.ts";

/**
 * The document as a Word file (Office Open XML, ISO/IEC 29500): heading styles, repeated header rows, text alternatives,
 * language, properties, running header with the draft mark, page numbers. The same document gives the same parts.
 * As a working copy it can be edited and read back (`read/read-edited-copy.ts`): changes are tracked from the start.
 * Rejects with `DocumentRenderError`.
 */
export async function renderWordDocument(input: NeutralDocument, copy?: WorkingCopy): Promise<Uint8Array> {
	const document = parseNeutralDocument(input);
	try {
		const packed = await Packer.toBuffer(toWord(document, copy));
		const entries = readZipDirectory(packed);
		const parts = await Promise.all(
			entries.map(async (entry) => ({ name: entry.name, content: await readZipEntry(packed, entry) })),
		);
		const marked = copy === undefined ? parts : await Promise.all(parts.map(markFixedLines));
		return await writeZip(stableParts(marked, document.metadata.created));
	} catch (error) {
		throw new DocumentRenderError(
			"The Word file could not be made from this document. The PDF and the page still can; tell the administrator.",
			{ cause: error },
		);
	}
}

function toWord(document: NeutralDocument, copy: WorkingCopy | undefined): Document {
	const { metadata } = document;
	const words = documentWords(metadata.language);
	const title = titleParagraphs(metadata);
	return new Document({
		title: metadata.title,
		creator: metadata.author,
		lastModifiedBy: metadata.author,
		...(metadata.subject === undefined ? {} : { subject: metadata.subject, description: metadata.subject }),
		customProperties: [
			...(metadata.versionHash === undefined ? [] : [{ name: "Throughline version", value: metadata.versionHash }]),
			...(copy === undefined ? [] : [{ name: ORIGIN_PROPERTY, value: copy.origin }]),
		],
		...(copy === undefined ? {} : { features: { trackRevisions: true }, comments: wordComments(copy) }),
		revision: 1,
		styles: wordStyles(metadata.language),
		numbering: wordNumbering(),
		sections: [
			{
				properties: {
					page: {
						size: { width: PAGE.width, height: PAGE.height },
						margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
					},
				},
				headers: { default: new Header({ children: [headerParagraph(metadata, words)] }) },
				footers: { default: new Footer({ children: [footerParagraph(metadata, words)] }) },
				children: [...title, ...wordBlocks(document.blocks, metadata.language, copy)],
			},
		],
	});
}

function wordComments({ comments }: WorkingCopy): ICommentsOptions {
	return {
		children: comments.map(({ author, at, text }, id) => ({
			id,
			author,
			date: at,
			children: text.split(/\n+/u).map((line) => new Paragraph({ children: [new TextRun(line)] })),
		})),
	};
}

function titleParagraphs(metadata: DocumentMetadata): Paragraph[] {
	const lines = titleLines(metadata);
	return [
		new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(metadata.title)] }),
		...(metadata.subtitle === undefined
			? []
			: [new Paragraph({ style: "Subtitle", children: [new TextRun(metadata.subtitle)] })]),
		...lines.map((line) => new Paragraph({ children: [new TextRun(line)] })),
	];
}

const RIGHT_TAB = [{ type: TabStopType.RIGHT, position: PAGE.textWidth }];

function headerParagraph(metadata: DocumentMetadata, words: DocumentWords): Paragraph {
	const mark = metadata.status.draft ? words.draft : metadata.status.label;
	return new Paragraph({
		tabStops: RIGHT_TAB,
		children: [
			new TextRun({ text: metadata.title, size: 17 }),
			new TextRun({ children: [new Tab()] }),
			new TextRun({ text: mark, size: 17, bold: true }),
		],
	});
}

function footerParagraph(metadata: DocumentMetadata, words: DocumentWords): Paragraph {
	const version = shortVersion(metadata);
	return new Paragraph({
		tabStops: RIGHT_TAB,
		children: [
			new TextRun({ text: version === undefined ? "" : `${words.version} ${version}`, size: 17 }),
			new TextRun({
				size: 17,
				children: [new Tab(), ...words.page(PageNumber.CURRENT, PageNumber.TOTAL_PAGES)],
			}),
		],
	});
}
