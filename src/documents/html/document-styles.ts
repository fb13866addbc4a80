const COLUMN_WIDTHS = Array.from({ length: 20 }, (_, step) => (step + 1) * 5)
	.map((width) => `.document-column-${width} { width: ${width}%; }`)
	.join("\n");

/**
 * The style sheet of a printed document, on top of the US Web Design System's. It names no other host and needs no
 * image. A page that shows a document links it; a file that stands alone carries it.
 */
export const DOCUMENT_STYLES = `.document { color: #1b1b1b; line-height: 1.5; max-width: 60rem; overflow-wrap: break-word; }
.document-title { border-bottom: 2px solid #1b1b1b; margin-bottom: 1.5rem; padding-bottom: 1rem; }
.document-title p { margin: 0.25rem 0; }
.document-subtitle { font-size: 1.25rem; }
.document-contents ul { list-style: none; padding-left: 0; }
.document-contents .document-contents__2 { padding-left: 1.5rem; }
.document-section + .document-section { border-top: 1px solid #a9aeb1; margin-top: 2rem; }
.document-pairs { margin: 1rem 0; }
.document-pairs > div { border-bottom: 1px solid #dfe1e2; display: grid; gap: 0 1rem; grid-template-columns: minmax(8rem, 1fr) 3fr; padding: 0.375rem 0; }
.document-pairs dt { font-weight: 700; }
.document-pairs dd { margin: 0; min-width: 0; }
.document .document-table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
.document .document-table caption { font-weight: 700; margin-bottom: 0.5rem; text-align: left; }
.document .document-table th, .document .document-table td { border: 1px solid #71767a; padding: 0.375rem 0.5rem; text-align: left; vertical-align: top; white-space: normal; }
.document .document-table th { background-color: #f0f0f0; font-weight: 700; }
.document .document-table .document-align-center { text-align: center; }
.document .document-table .document-align-end { text-align: right; }
.document-table p, .document-table ul, .document-table ol, .document-table dl { margin: 0; }
.document-table * + p, .document-table * + ul, .document-table * + ol { margin-top: 0.375rem; }
.document-figure { margin: 1.5rem 0; }
.document-figure figcaption { font-weight: 700; }
.document-figure__drawing svg, .trend-figure { display: block; height: auto; max-width: 36rem; width: 100%; }
article.document h3, main.document h2 { font-size: 1.5rem; line-height: 1.2; margin: 2rem 0 0.75rem; }
article.document h4, main.document h3 { font-size: 1.25rem; line-height: 1.2; margin: 1.5rem 0 0.5rem; }
article.document h5, main.document h4 { font-size: 1.1rem; line-height: 1.2; margin: 1.25rem 0 0.5rem; }
article.document h6, main.document h5 { font-size: 1rem; letter-spacing: normal; line-height: 1.2; margin: 1.25rem 0 0.5rem; text-transform: none; }
main.document .usa-alert p, article.document .usa-alert p { margin: 0.25rem 0; }
.document-signature { margin: 1.5rem 0; }
.document-blank { border-bottom: 1px solid #1b1b1b; display: inline-block; height: 1.5em; width: min(20rem, 100%); }
.document-footer { border-top: 1px solid #a9aeb1; margin-top: 2rem; padding-top: 0.5rem; }
${COLUMN_WIDTHS}
@media (max-width: 40rem) {
	.document-pairs > div { grid-template-columns: 1fr; }
	.document .document-table { min-width: 36rem; }
	.usa-table-container--scrollable { overflow-x: auto; }
}
@media print {
	@page { margin: 2cm; }
	.document { max-width: none; }
	.document-skip, .document-contents { display: none; }
	.document a { color: inherit; }
	.document .document-table { font-size: 0.9em; }
	.document-table thead { display: table-header-group; }
	.document-table tr, .document-figure__drawing, .document-signature { break-inside: avoid; }
	.usa-table-container--scrollable { overflow: visible; }
	.document h1, .document h2, .document h3, .document h4, .document h5 { break-after: avoid; }
	.document-section + .document-section { border-top: 0; break-before: page; margin-top: 0; }
	.document-page-break { break-after: page; }
}
`;

/** What a file that stands alone needs besides: type, page, and the parts that the design system would give. */
export const STANDALONE_STYLES = `body { font-family: "Source Sans Pro Web", "Source Sans Pro", "Source Sans 3", "Helvetica Neue", Arial, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
h1, h2, h3, h4, h5 { line-height: 1.2; }
.usa-sr-only { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
.document-skip { left: 0; position: absolute; top: -10rem; }
.document-skip:focus { background: #fff; padding: 0.5rem; position: static; }
a { color: #005ea2; }
.usa-alert { background-color: #f0f0f0; border-left: 0.5rem solid #71767a; margin: 1rem 0; padding: 0.75rem 1rem; }
:focus { outline: 0.25rem solid #2491ff; }
${DOCUMENT_STYLES}`;
