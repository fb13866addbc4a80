import type { ZipEntry } from "./read-zip.ts";

export interface ZipLimits {
	readonly parts: number;
	/** Bytes that all parts together may become. */
	readonly unpackedSize: number;
	/** How many times larger one part may become. */
	readonly ratio: number;
}

const MEGABYTE = 1_000_000;

/** Why a zip file would be unsafe to unpack, from its directory alone; undefined where nothing speaks against it. */
export function findZipDanger(entries: readonly ZipEntry[], limits: ZipLimits, kind: string): string | undefined {
	if (entries.length > limits.parts) {
		return `it has ${entries.length} parts, and a ${kind} has at most ${limits.parts}`;
	}
	const total = entries.reduce((sum, entry) => sum + entry.size, 0);
	if (total > limits.unpackedSize) {
		return `it would unpack to ${megabytes(total)} MB; at most ${megabytes(limits.unpackedSize)} MB can be read`;
	}
	if (entries.some((entry) => entry.size > MEGABYTE && entry.size > entry.packedSize * limits.ratio)) {
		return `one of its parts would become more than ${limits.ratio} times larger when unpacked`;
	}
	const names = entries.map((entry) => entry.name.toLowerCase());
	if (new Set(names).size !== names.length) return "two of its parts have the same name";
	if (names.some((name) => /(?:^|[/\\])\.\.(?:[/\\]|$)|^[a-z]:|\\|\p{Cc}/u.test(name))) {
		return "one of its parts has a name that leads out of the file";
	}
	return undefined;
}

/** `25`, `1.4`: for messages. */
export function megabytes(bytes: number): string {
	return (bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0);
}
