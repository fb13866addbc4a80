/**
 * The same bytes in blocks of one size (the last may be shorter), so that reading takes the same time and gives the same rows
 * however the chunks were cut. One block is used again and again: be done with it before asking for the next. `from` says at which byte
 * of the file the chunks begin: blocks end where those of the whole file do.
 */
export async function* blocksOf(
	chunks: AsyncIterable<Uint8Array>,
	size: number,
	from = 0,
): AsyncGenerator<Uint8Array, void, undefined> {
	const block = new Uint8Array(size);
	let wanted = size - (from % size);
	let filled = 0;
	for await (const chunk of chunks) {
		for (let at = 0; at < chunk.length; ) {
			const part = chunk.subarray(at, at + wanted - filled);
			block.set(part, filled);
			filled += part.length;
			at += part.length;
			if (filled === wanted) {
				yield block.subarray(0, filled);
				filled = 0;
				wanted = size;
			}
		}
	}
	if (filled > 0) yield block.subarray(0, filled);
}
