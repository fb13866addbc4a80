/**
 * The same bytes in blocks of one size (the last may be shorter), so that reading takes the same time and gives the same rows
 * however the chunks were cut. One block is used again and again: be done with it before asking for the next.
 */
export async function* blocksOf(
	chunks: AsyncIterable<Uint8Array>,
	size: number,
): AsyncGenerator<Uint8Array, void, undefined> {
	const block = new Uint8Array(size);
	let filled = 0;
	for await (const chunk of chunks) {
		for (let at = 0; at < chunk.length; ) {
			const part = chunk.subarray(at, at + size - filled);
			block.set(part, filled);
			filled += part.length;
			at += part.length;
			if (filled === size) {
				yield block;
				filled = 0;
			}
		}
	}
	if (filled > 0) yield block.subarray(0, filled);
}
