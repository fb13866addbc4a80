import type { Block, ContentBlock } from "./neutral-document.ts";

/** The content blocks of a document in reading order, without the sections around them. */
export function contentBlocks(blocks: readonly Block[]): ContentBlock[] {
	return blocks.flatMap((block) => (block.type === "section" ? block.blocks : [block]));
}
