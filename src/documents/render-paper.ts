import { renderHtmlDocument, renderHtmlFragment } from "./html/render-html-document.ts";
import type { NeutralDocument } from "./neutral/neutral-document.ts";
import type { PdfRenderer } from "./pdf/create-pdf-renderer.ts";
import { renderWordDocument } from "./word/render-word-document.ts";
import type { WorkingCopy } from "./word/working-copy.ts";

/** The forms in which a paper can be had. `html-fragment` is for showing inside a page. */
export const paperFormats = ["html", "html-fragment", "docx", "pdf"] as const;
export type PaperFormat = (typeof paperFormats)[number];

export type RenderedPaper = { readonly bytes: Uint8Array; readonly mediaType: string; readonly extension: string };

/** Renders a paper. All forms come from the one neutral document. Rejects with `DocumentRenderError`. */
export async function renderPaper(
	paper: NeutralDocument,
	format: PaperFormat,
	pdf: PdfRenderer,
): Promise<RenderedPaper> {
	switch (format) {
		case "html":
			return text(renderHtmlDocument(paper));
		case "html-fragment":
			return text(renderHtmlFragment(paper));
		case "docx":
			return { bytes: await renderWordDocument(paper), ...wordFile };
		case "pdf":
			return { bytes: (await pdf.render(paper)).bytes, mediaType: "application/pdf", extension: "pdf" };
	}
}

const wordFile = {
	mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	extension: "docx",
} as const;

/** Renders a paper as a Word file to be edited and read back. Rejects with `DocumentRenderError`. */
export async function renderWorkingCopy(paper: NeutralDocument, copy: WorkingCopy): Promise<RenderedPaper> {
	return { bytes: await renderWordDocument(paper, copy), ...wordFile };
}

function text(html: string): RenderedPaper {
	return { bytes: new TextEncoder().encode(html), mediaType: "text/html; charset=utf-8", extension: "html" };
}
