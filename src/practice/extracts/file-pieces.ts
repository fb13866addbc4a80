/** A file as it is made: what stands before the records, each record, and what stands after them. */
export type FilePieces = {
	readonly head: string;
	readonly records: Iterable<string>;
	readonly tail: string;
};

const chunkSize = 65_536;

/** The file's text in chunks of about 64 KB (ASCII, so as many bytes): all that is ever in memory of it. */
export function* inChunks({ head, records, tail }: FilePieces): Generator<string> {
	let chunk = head;
	for (const record of records) {
		chunk += record;
		if (chunk.length >= chunkSize) {
			yield chunk;
			chunk = "";
		}
	}
	chunk += tail;
	if (chunk !== "") yield chunk;
}
