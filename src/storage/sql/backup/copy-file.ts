import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { gunzip } from "node:zlib";

/** What was copied: checksum and size of the bytes that were read. */
export interface Copied {
	readonly sha256: string;
	readonly size: number;
}

const largestBlock = 1_048_576;

/** Copies a file to a new one and gives its checksum. The target must not exist. It is not yet forced to disk. */
export async function copyFile(source: string, target: string): Promise<Copied> {
	const from = await open(source, "r");
	try {
		const to = await open(target, "wx", 0o600);
		try {
			return await copyBlocks(from, to);
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

/** Writes a new file. It is not yet forced to disk. */
export async function writeNewFile(target: string, content: string | Buffer): Promise<Copied> {
	const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
	const file = await open(target, "wx", 0o600);
	try {
		await file.writeFile(bytes);
	} finally {
		await file.close();
	}
	return { sha256: checksum(bytes), size: bytes.length };
}

/**
 * Forces files to disk. Done for all of them after all are written this is several times faster than one by one: the
 * first makes the file system write what the others need too.
 */
export async function syncFiles(paths: readonly string[]): Promise<void> {
	await forEachOf(paths, 4, async (path) => {
		const file = await open(path, "r+");
		try {
			await file.sync();
		} finally {
			await file.close();
		}
	});
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
