/** Who made a tracked change, and when, as the file says. */
export type WordRevision = { readonly author: string; readonly at: string };

/** A paragraph as it reads when all tracked changes are accepted. */
export type WordParagraph = {
	readonly type: "paragraph";
	readonly text: string;
	/** Tags of the content controls around it, nearest first, and the bookmarks that begin in it. */
	readonly marks: readonly string[];
	readonly revisions: readonly WordRevision[];
	/** Ids of the comments that begin in it. */
	readonly comments: readonly string[];
	/** The id of its style: `Heading2`, `Caption`; "" for the usual one. */
	readonly style: string;
	readonly listed: boolean;
	/** The text in bold from its start on: labels of a form are set so. */
	readonly boldStart: string;
};

export type WordCell = { readonly blocks: readonly WordBlock[]; readonly columns: number };
export type WordRow = { readonly cells: readonly WordCell[]; readonly revisions: readonly WordRevision[] };
export type WordTable = { readonly type: "table"; readonly rows: readonly WordRow[] };
export type WordBlock = WordParagraph | WordTable;

export type WordComment = WordRevision & { readonly text: string };

export type WordContent = {
	readonly blocks: readonly WordBlock[];
	readonly comments: ReadonlyMap<string, WordComment>;
	/** Properties that a program has given the file, by name. */
	readonly properties: ReadonlyMap<string, string>;
	/** Levels of headings by style id, 1 to 9, as the file's own styles say. */
	readonly headings: ReadonlyMap<string, number>;
};

/** All paragraphs in the order of the text, those in tables too. */
export function paragraphsOf(blocks: readonly WordBlock[]): WordParagraph[] {
	return blocks.flatMap((block) =>
		block.type === "paragraph"
			? [block]
			: block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell.blocks))),
	);
}
