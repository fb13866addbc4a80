import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { gunzip } from "node:zlib";

/** What was copied: checksum and size of the bytes that were read. */
export interface Copied {
	readonly sha256: string;
	readonly size: number;
}

const largestBlock = 1_048_576;

/** Copies a file to a new one, forces it to disk and gives its checksum. The target must not exist. */
export async function copyFile(source: string, target: string): Promise<Copied> {
	const from = await open(source, "r");
	try {
		const to = await open(target, "wx", 0o600);
		try {
			const copied = await copyBlocks(from, to);
			await to.sync();
			return copied;
		} finally {
			await to.close();
		}
	} finally {
		await from.close();
	}
}

async function copyBlocks(from: FileHandle, to: FileHandle): Promise<Copied> {
	const hash = createHash("sha256");
	const block = Buffer.alloc(Math.min(Math.max((await from.stat()).size, 4_096), largestBlock));
	let size = 0;
	for (;;) {
		const { bytesRead } = await from.read(block, 0, block.length);
		if (bytesRead === 0) return { sha256: hash.digest("hex"), size };
		const part = block.subarray(0, bytesRead);
		hash.update(part);
		await to.writeFile(part);
		size += bytesRead;
	}
}

/** Writes a new file and forces it to disk. */
export async function writeNewFile(target: string, content: string | Buffer): Promise<Copied> {
	const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
	const file = await open(target, "wx", 0o600);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
	return { sha256: checksum(bytes), size: bytes.length };
}

/** SHA-256 as 64 hex digits. */
export function checksum(bytes: Buffer): string {
	return createHash("sha256").update(bytes).digest("hex");
}

/** Unpacks at most one WAL segment (16 MB); more is a fault, so that a forged file cannot fill the memory. */
export function unpackSegment(bytes: Buffer): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		gunzip(bytes, { maxOutputLength: 16_777_216 }, (error, unpacked) => (error ? reject(error) : resolve(unpacked)));
	});
}

/**
 * Does work on each item, at most `width` at a time. After a failure no further item is begun; it is thrown when all
 * begun work has ended, so that the caller can clean up undisturbed.
 */
export async function forEachOf<T>(
	items: readonly T[],
	width: number,
	work: (item: T) => Promise<void>,
): Promise<void> {
	const queue = items.values();
	let failed = false;
	const worker = async (): Promise<void> => {
		for (const item of queue) {
			if (failed) return;
			try {
				await work(item);
			} catch (error) {
				failed = true;
				throw error;
			}
		}
	};
	const results = await Promise.allSettled(Array.from({ length: width }, worker));
	const failure = results.find((result) => result.status === "rejected");
	if (failure !== undefined) throw failure.reason;
}
