import { ORIGIN_PROPERTY } from "../working-copy.ts";
import type { EditedCopy } from "./edited-copy.ts";
import { createPlaceReader } from "./place-reader.ts";
import { readWordContent } from "./read-word-content.ts";

/**
 * Reads a working copy of a plan that people have edited in a word processor: each text by the mark around it, what was put
 * in, what is gone. Nothing is decided here. Rejects with `WordFileRefused`.
 */
export async function readEditedCopy(bytes: Uint8Array): Promise<EditedCopy> {
	const content = await readWordContent(bytes);
	const reader = createPlaceReader(content);
	reader.read(content.blocks);
	return { ...reader.found(), origin: content.properties.get(ORIGIN_PROPERTY) };
}
