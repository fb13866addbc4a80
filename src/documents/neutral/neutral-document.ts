import { z } from "zod";
import { PrintableLine, PrintableText } from "./printable-text.ts";
import { isSafeSvg } from "./safe-svg.ts";

/**
 * The neutral document: one JSON value from which HTML, Word and PDF are made, so that the three cannot say different
 * things. Text is data everywhere; nothing in it is ever read as markup. Headings start at level 1 and skip no level;
 * anchors are unique; a table's cells fill its grid. `parseNeutralDocument` holds these rules.
 */

/** Stable name of a place in the document: the id of the fact that it shows. Comments and re-import are tied to it. */
export const Anchor = z
	.string()
	.regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/u, 'is not an anchor (letters, digits, ".", "_", ":", "/", "-")');
export type Anchor = z.infer<typeof Anchor>;

/** A calendar date as `YYYY-MM-DD`. */
const DateText = z.iso.date();

/** Where a link may lead: the web, a mail address, or an anchor of this document as `#anchor`. */
const LinkTarget = z
	.string()
	.regex(/^(?:https?:\/\/|mailto:|#)[^\s\p{Cc}"'<>\\]+$/u, "must begin with https://, http://, mailto: or #");

/** A piece of running text. `field` names the fact that the text came from. A line end in `text` is a line break. */
export const Run = z.strictObject({
	text: PrintableText,
	strong: z.boolean().optional(),
	emphasis: z.boolean().optional(),
	href: LinkTarget.optional(),
	field: Anchor.optional(),
});
export type Run = z.infer<typeof Run>;

const anchored = { id: Anchor.optional() };

export const HeadingBlock = z.strictObject({
	type: z.literal("heading"),
	...anchored,
	level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
	/** Printed before the text, for instance `1.1`. The number is given, never counted by a renderer. */
	number: PrintableLine.optional(),
	text: PrintableLine,
});
export type HeadingBlock = z.infer<typeof HeadingBlock>;

export const ParagraphBlock = z.strictObject({ type: z.literal("paragraph"), ...anchored, runs: z.array(Run) });
export type ParagraphBlock = z.infer<typeof ParagraphBlock>;

/** A list item may hold one list of the next level. */
export interface ListItem {
	id?: Anchor | undefined;
	runs: Run[];
	nested?: ListBlock | undefined;
}
export const ListItem: z.ZodType<ListItem> = z.strictObject({
	...anchored,
	runs: z.array(Run),
	nested: z.lazy(() => ListBlock.optional()).optional(),
});

export const ListBlock = z.strictObject({
	type: z.literal("list"),
	...anchored,
	ordered: z.boolean(),
	items: z.array(ListItem).min(1),
});
export type ListBlock = z.infer<typeof ListBlock>;

export const KeyValue = z.strictObject({ ...anchored, label: PrintableLine, value: z.array(Run) });
export type KeyValue = z.infer<typeof KeyValue>;

/** Label and value pairs, as on a cover sheet. */
export const KeyValuesBlock = z.strictObject({
	type: z.literal("keyValues"),
	...anchored,
	pairs: z.array(KeyValue).min(1),
});
export type KeyValuesBlock = z.infer<typeof KeyValuesBlock>;

/**
 * What a table cell may hold. A table inside a cell is not allowed: screen readers lose their place in it, and row and
 * column spans say the same.
 */
export const CellBlock = z.discriminatedUnion("type", [ParagraphBlock, ListBlock, KeyValuesBlock]);
export type CellBlock = z.infer<typeof CellBlock>;

export const TableCell = z.strictObject({
	...anchored,
	blocks: z.array(CellBlock),
	colspan: z.int().min(1).max(60).optional(),
	rowspan: z.int().min(1).max(5000).optional(),
	/** Makes a single cell outside the header rows and columns a header: of the row to its right, or of the rows below. */
	header: z.enum(["row", "column"]).optional(),
	align: z.enum(["start", "center", "end"]).optional(),
});
export type TableCell = z.infer<typeof TableCell>;

export const TableRow = z.strictObject({ ...anchored, cells: z.array(TableCell) });
export type TableRow = z.infer<typeof TableRow>;

export const TableBlock = z.strictObject({
	type: z.literal("table"),
	...anchored,
	caption: PrintableLine,
	/** One entry a column; the weights share the width out. */
	columns: z
		.array(z.strictObject({ weight: z.number().positive().max(1000) }))
		.min(1)
		.max(60),
	/** How many first rows are column headers, repeated on every page. */
	headerRows: z.int().min(0).max(5),
	/** How many first columns are row headers. */
	headerColumns: z.int().min(0).max(5),
	rows: z.array(TableRow).min(1),
});
export type TableBlock = z.infer<typeof TableBlock>;

/** A drawing of ours with its words and the table of the numbers that it draws. */
export const FigureBlock = z.strictObject({
	type: z.literal("figure"),
	...anchored,
	svg: z.string().refine(isSafeSvg, "is not a drawing of ours: an SVG without script, links or outside files"),
	altText: PrintableLine,
	caption: PrintableLine,
	data: TableBlock,
});
export type FigureBlock = z.infer<typeof FigureBlock>;

export const PageBreakBlock = z.strictObject({ type: z.literal("pageBreak") });
export type PageBreakBlock = z.infer<typeof PageBreakBlock>;

/** A place to sign. Without `signedOn` a blank line is printed for signature and date. */
export const SignatureBlock = z.strictObject({
	type: z.literal("signature"),
	...anchored,
	label: PrintableLine,
	name: PrintableLine.optional(),
	title: PrintableLine.optional(),
	signedOn: DateText.optional(),
});
export type SignatureBlock = z.infer<typeof SignatureBlock>;

export const CalloutBlock = z.strictObject({
	type: z.literal("callout"),
	...anchored,
	kind: z.enum(["note", "warning"]),
	title: PrintableLine.optional(),
	blocks: z.array(CellBlock).min(1),
});
export type CalloutBlock = z.infer<typeof CalloutBlock>;

/** Every block that may stand inside a section. */
export const ContentBlock = z.discriminatedUnion("type", [
	HeadingBlock,
	ParagraphBlock,
	ListBlock,
	KeyValuesBlock,
	TableBlock,
	FigureBlock,
	CalloutBlock,
	PageBreakBlock,
	SignatureBlock,
]);
export type ContentBlock = z.infer<typeof ContentBlock>;

export const SECTION_ROLES = ["cover", "narrative", "components", "attachments"] as const;

/** A part whose pages are counted apart, since page limits hold for the narrative and not for attachments. */
export const SectionBlock = z.strictObject({
	type: z.literal("section"),
	id: Anchor,
	role: z.enum(SECTION_ROLES),
	blocks: z.array(ContentBlock),
});
export type SectionBlock = z.infer<typeof SectionBlock>;
export type SectionRole = SectionBlock["role"];

export const Block = z.discriminatedUnion("type", [...ContentBlock.options, SectionBlock]);
export type Block = z.infer<typeof Block>;

export const DocumentMetadata = z.strictObject({
	title: PrintableLine,
	subtitle: PrintableLine.optional(),
	language: z.enum(["en", "es"]),
	/** The organisation that speaks in the document. */
	author: PrintableLine,
	subject: PrintableLine.optional(),
	created: DateText,
	/** Which edition of the authority's requirements it follows, in words. */
	edition: PrintableLine.optional(),
	/** `label` is printed as it is. A draft is marked on every page. */
	status: z.strictObject({ label: PrintableLine, draft: z.boolean() }),
	/** Hash of the facts that the document was made from. */
	versionHash: z
		.string()
		.regex(/^[0-9a-f]{8,128}$/u, "is not a hash (8 to 128 hexadecimal digits)")
		.optional(),
});
export type DocumentMetadata = z.infer<typeof DocumentMetadata>;
export type DocumentLanguage = DocumentMetadata["language"];

export const NeutralDocument = z.strictObject({
	format: z.literal("throughline-neutral-document/1"),
	metadata: DocumentMetadata,
	blocks: z.array(Block),
});
export type NeutralDocument = z.infer<typeof NeutralDocument>;
