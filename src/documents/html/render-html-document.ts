import { contentBlocks } from "../neutral/content-blocks.ts";
import { documentWords } from "../neutral/document-words.ts";
import type { HeadingBlock, NeutralDocument } from "../neutral/neutral-document.ts";
import { parseNeutralDocument } from "../neutral/parse-neutral-document.ts";
import { headingText } from "../neutral/plain-text.ts";
import { shortVersion, titleLines } from "../neutral/title-lines.ts";
import { STANDALONE_STYLES } from "./document-styles.ts";
import { attributes, escapeHtml } from "./escape-html.ts";
import { type HtmlContext, renderBlocks } from "./render-blocks.ts";

export interface HtmlDocumentOptions {
	/**
	 * Path on this server of a style sheet that holds `DOCUMENT_STYLES`. Without it the page carries its styles itself
	 * and stands alone as a file.
	 */
	readonly stylesheetHref?: string;
}

/**
 * A whole accessible HTML page: language, title, landmarks, one `h1`, contents with links, print styles; no script, and
 * nothing asked of another host. Throws `DocumentRenderError` where the document breaks the rules of its type, and
 * `RangeError` where the style sheet is not a path of this server.
 */
export function renderHtmlDocument(input: NeutralDocument, options: HtmlDocumentOptions = {}): string {
	const document = parseNeutralDocument(input);
	const { metadata } = document;
	const words = documentWords(metadata.language);
	const version = shortVersion(metadata);
	return `${[
		"<!doctype html>",
		`<html${attributes({ lang: metadata.language })}>`,
		"<head>",
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escapeHtml(metadata.title)}</title>`,
		`<meta${attributes({ name: "author", content: metadata.author })}>`,
		...(metadata.subject === undefined
			? []
			: [`<meta${attributes({ name: "description", content: metadata.subject })}>`]),
		styles(options.stylesheetHref),
		"</head>",
		"<body>",
		`<a class="usa-skipnav document-skip" href="#document-text">${escapeHtml(words.skipToText)}</a>`,
		`<header class="document">${titleBlock(document, 1)}</header>`,
		contents(document, words.contents),
		'<main id="document-text" class="document usa-prose" tabindex="-1">',
		renderBlocks(document.blocks, { words, titleLevel: 1 }),
		"</main>",
		...(version === undefined
			? []
			: [`<footer class="document document-footer">${escapeHtml(`${words.version} ${version}`)}</footer>`]),
		"</body>",
		"</html>",
	].join("\n")}\n`;
}

/**
 * The same document as a part of a page that has its own `h1`: the title is an `h2` and the headings follow. The page
 * links `DOCUMENT_STYLES`.
 */
export function renderHtmlFragment(input: NeutralDocument, options: Pick<HtmlContext, "afterAnchor"> = {}): string {
	const document = parseNeutralDocument(input);
	const context: HtmlContext = { words: documentWords(document.metadata.language), titleLevel: 2, ...options };
	return [
		`<article${attributes({ class: "document usa-prose", lang: document.metadata.language })}>`,
		titleBlock(document, 2),
		renderBlocks(document.blocks, context),
		"</article>",
	].join("\n");
}

function titleBlock({ metadata }: NeutralDocument, level: 1 | 2): string {
	const lines = titleLines(metadata).map((line) => `<p>${escapeHtml(line)}</p>`);
	return [
		'<div class="document-title">',
		`<h${level}>${escapeHtml(metadata.title)}</h${level}>`,
		...(metadata.subtitle === undefined ? [] : [`<p class="document-subtitle">${escapeHtml(metadata.subtitle)}</p>`]),
		...lines,
		"</div>",
	].join("\n");
}

function contents(document: NeutralDocument, label: string): string {
	const headings = contentBlocks(document.blocks).filter(
		(block): block is HeadingBlock => block.type === "heading" && block.level <= 2 && block.id !== undefined,
	);
	if (headings.length < 2) return "";
	const items = headings.map(
		(block) =>
			`<li class="document-contents__${block.level}"><a${attributes({ class: "usa-link", href: `#${block.id}` })}>${escapeHtml(headingText(block))}</a></li>`,
	);
	return [
		`<nav${attributes({ class: "document document-contents", "aria-label": label })}>`,
		`<ul class="usa-list usa-list--unstyled">\n${items.join("\n")}\n</ul>`,
		"</nav>",
	].join("\n");
}

function styles(href: string | undefined): string {
	if (href === undefined) return `<style>\n${STANDALONE_STYLES}</style>`;
	if (!/^\/(?![/\\])/u.test(href))
		throw new RangeError("The style sheet must be a path on this server, such as /a.css.");
	return `<link${attributes({ rel: "stylesheet", href })}>`;
}
