import { type DocumentWords, signatureLines } from "../neutral/document-words.ts";
import type {
	Block,
	CalloutBlock,
	ContentBlock,
	FigureBlock,
	HeadingBlock,
	KeyValuesBlock,
	ListBlock,
	Run,
	SignatureBlock,
} from "../neutral/neutral-document.ts";
import { calloutTitle, headingText } from "../neutral/plain-text.ts";
import { attributes, escapeHtml } from "./escape-html.ts";
import { renderTable } from "./render-table.ts";

/** What the blocks of one document share: its words, and the level of the page's heading for the document's title. */
export interface HtmlContext {
	readonly words: DocumentWords;
	readonly titleLevel: 1 | 2;
	/** HTML to stand after a heading, paragraph, item of a list, table or figure that has an anchor: a link to comment on it. */
	readonly afterAnchor?: (anchor: string) => string;
}

export function renderBlocks(blocks: readonly Block[], context: HtmlContext): string {
	return blocks.map((block) => renderBlock(block, context)).join("\n");
}

export function renderRuns(runs: readonly Run[]): string {
	return runs.map(renderRun).join("");
}

function renderRun(run: Run): string {
	let html = escapeHtml(run.text).replaceAll("\n", "<br>");
	if (run.emphasis) html = `<em>${html}</em>`;
	if (run.strong) html = `<strong>${html}</strong>`;
	if (run.href !== undefined) html = `<a${attributes({ class: "usa-link", href: run.href })}>${html}</a>`;
	return run.field === undefined ? html : `<span${attributes({ "data-field": run.field })}>${html}</span>`;
}

function renderBlock(block: Block, context: HtmlContext): string {
	switch (block.type) {
		case "section":
			return `<section${attributes({ id: block.id, class: "document-section", "data-role": block.role })}>\n${renderBlocks(block.blocks, context)}\n</section>`;
		default:
			return `${renderContent(block, context)}${afterBlock(block, context)}`;
	}
}

function afterBlock(block: ContentBlock, { afterAnchor }: HtmlContext): string {
	if (!afterAnchor || !["heading", "paragraph", "table", "figure"].includes(block.type)) return "";
	return "id" in block && block.id !== undefined ? afterAnchor(block.id) : "";
}

function renderContent(block: ContentBlock, context: HtmlContext): string {
	switch (block.type) {
		case "heading":
			return renderHeading(block, context);
		case "paragraph":
			return `<p${attributes({ id: block.id })}>${renderRuns(block.runs)}</p>`;
		case "list":
			return renderList(block, context);
		case "keyValues":
			return renderKeyValues(block);
		case "table":
			return renderTable(block, (part) => `${renderContent(part, context)}${afterBlock(part, context)}`);
		case "figure":
			return renderFigure(block, context);
		case "callout":
			return renderCallout(block, context);
		case "signature":
			return renderSignature(block, context.words);
		case "pageBreak":
			return '<div class="document-page-break"></div>';
	}
}

function renderHeading(block: HeadingBlock, context: HtmlContext): string {
	const name = `h${context.titleLevel + block.level}`;
	return `<${name}${attributes({ id: block.id })}>${escapeHtml(headingText(block))}</${name}>`;
}

function renderList(list: ListBlock, context: HtmlContext): string {
	const name = list.ordered ? "ol" : "ul";
	const items = list.items.map((item) => {
		const nested = item.nested === undefined ? "" : `\n${renderList(item.nested, context)}`;
		const after = item.id === undefined ? "" : (context.afterAnchor?.(item.id) ?? "");
		return `<li${attributes({ id: item.id })}>${renderRuns(item.runs)}${after}${nested}</li>`;
	});
	return `<${name}${attributes({ id: list.id, class: "usa-list" })}>\n${items.join("\n")}\n</${name}>`;
}

function renderKeyValues(block: KeyValuesBlock): string {
	const pairs = block.pairs.map(
		(pair) =>
			`<div${attributes({ id: pair.id })}><dt>${escapeHtml(pair.label)}</dt><dd>${renderRuns(pair.value)}</dd></div>`,
	);
	return `<dl${attributes({ id: block.id, class: "document-pairs" })}>\n${pairs.join("\n")}\n</dl>`;
}

function renderFigure(block: FigureBlock, context: HtmlContext): string {
	return [
		`<figure${attributes({ id: block.id, class: "document-figure" })}>`,
		`<figcaption>${escapeHtml(block.caption)}</figcaption>`,
		`<div${attributes({ class: "document-figure__drawing", role: "img", "aria-label": block.altText })}>${block.svg}</div>`,
		renderTable(block.data, (part) => renderContent(part, context)),
		"</figure>",
	].join("\n");
}

function renderCallout(block: CalloutBlock, context: HtmlContext): string {
	const kind = block.kind === "note" ? "info" : "warning";
	return [
		`<div${attributes({ id: block.id, class: `usa-alert usa-alert--${kind} usa-alert--slim usa-alert--no-icon` })}>`,
		'<div class="usa-alert__body">',
		`<p><strong>${escapeHtml(calloutTitle(block, context.words))}</strong></p>`,
		renderBlocks(block.blocks, context),
		"</div>",
		"</div>",
	].join("\n");
}

function renderSignature(block: SignatureBlock, words: DocumentWords): string {
	const blank = `<span class="document-blank"><span class="usa-sr-only">${escapeHtml(words.toBeSigned)}</span></span>`;
	const lines = signatureLines(block, words).map(({ label, text }) => {
		const value = text === undefined ? blank : escapeHtml(text);
		return `<div><dt>${escapeHtml(label)}</dt><dd>${value}</dd></div>`;
	});
	return [
		`<div${attributes({ id: block.id, class: "document-signature" })}>`,
		`<p><strong>${escapeHtml(block.label)}</strong></p>`,
		`<dl class="document-pairs">\n${lines.join("\n")}\n</dl>`,
		"</div>",
	].join("\n");
}
