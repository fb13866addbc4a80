import type { Block, CellBlock, ContentBlock, NeutralDocument, ParagraphBlock } from "./neutral-document.ts";

/**
 * The same document with an anchor on each further paragraph of a text too, so that somebody can speak of that one: `<anchor>:p2`. A
 * paper that was sent stays as it was; its paragraphs are named alike whenever it is read. A paragraph that begins in bold is a label.
 */
export function nameParagraphs(paper: NeutralDocument): NeutralDocument {
	return { ...paper, blocks: nameAll(paper.blocks) };
}

function nameAll(blocks: readonly Block[]): Block[] {
	let text: { readonly id: string; paragraphs: number } | undefined;
	return blocks.map((block): Block => {
		if (block.type === "section") return { ...block, blocks: nameAll(block.blocks) as ContentBlock[] };
		if (block.type === "table") {
			text = undefined;
			const rows = block.rows.map((row) => ({
				...row,
				cells: row.cells.map((cell) => ({ ...cell, blocks: nameAll(cell.blocks) as CellBlock[] })),
			}));
			return { ...block, rows };
		}
		if (block.type !== "paragraph" || isLabel(block)) {
			text = undefined;
			return block;
		}
		if (block.id !== undefined) text = { id: block.id, paragraphs: 1 };
		else if (text) {
			text.paragraphs += 1;
			return { ...block, id: `${text.id}:p${text.paragraphs}` };
		}
		return block;
	});
}

function isLabel({ runs }: ParagraphBlock): boolean {
	return runs[0]?.strong === true;
}
