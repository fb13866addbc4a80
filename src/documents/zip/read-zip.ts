import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";

/** One entry as the central directory of a zip file declares it (APPNOTE.TXT 4.3.12). Sizes in bytes. */
export interface ZipEntry {
	readonly name: string;
	readonly method: number;
	readonly encrypted: boolean;
	readonly crc: number;
	readonly packedSize: number;
	readonly size: number;
	readonly offset: number;
}

/** The file is not a zip file that can be read. Carries the technical reason; the caller finds the words. */
export class ZipError extends Error {
	override readonly name = "ZipError";
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;

const inflate = promisify(inflateRaw);

/** Reads the central directory alone; nothing is unpacked. Zip64 and files in several volumes are refused. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	const count = view.readUInt16LE(end + 10);
	const start = view.readUInt32LE(end + 16);
	if (count === 0xffff || start === 0xffffffff) throw new ZipError("zip64 directory");
	if (view.readUInt16LE(end + 4) !== 0) throw new ZipError("several volumes");
	const entries: ZipEntry[] = [];
	let position = start;
	for (let index = 0; index < count; index += 1) {
		if (position + ENTRY_SIZE > end || view.readUInt32LE(position) !== ENTRY_SIGNATURE) {
			throw new ZipError(`entry ${index + 1} of the directory is not where it should be`);
		}
		const nameLength = view.readUInt16LE(position + 28);
		const next =
			position + ENTRY_SIZE + nameLength + view.readUInt16LE(position + 30) + view.readUInt16LE(position + 32);
		entries.push({
			name: view.toString("utf8", position + ENTRY_SIZE, position + ENTRY_SIZE + nameLength),
			method: view.readUInt16LE(position + 10),
			encrypted: (view.readUInt16LE(position + 8) & 1) === 1,
			crc: view.readUInt32LE(position + 16),
			packedSize: view.readUInt32LE(position + 20),
			size: view.readUInt32LE(position + 24),
			offset: view.readUInt32LE(position + 42),
		});
		position = next;
	}
	return entries;
}

/** Unpacks one entry. Never gives more bytes than the directory declares: more, fewer, or others is a `ZipError`. */
export async function readZipEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Buffer> {
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const local = entry.offset;
	if (local + LOCAL_SIZE > view.length || view.readUInt32LE(local) !== LOCAL_SIGNATURE) {
		throw new ZipError(`${entry.name} is not where the directory says`);
	}
	const start = local + LOCAL_SIZE + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
	const packed = view.subarray(start, start + entry.packedSize);
	const content = await unpack(packed, entry);
	if (content.length !== entry.size) throw new ZipError(`${entry.name} has ${content.length} bytes, not ${entry.size}`);
	if (crc32(content) !== entry.crc) throw new ZipError(`${entry.name} is damaged`);
	return content;
}

async function unpack(packed: Buffer, entry: ZipEntry): Promise<Buffer> {
	if (entry.method === STORED) return packed;
	if (entry.method !== DEFLATED) throw new ZipError(`${entry.name} is packed by method ${entry.method}`);
	try {
		return await inflate(packed, { maxOutputLength: Math.max(1, entry.size) });
	} catch (error) {
		throw new ZipError(`${entry.name} is larger than it says, or damaged`, { cause: error });
	}
}

function findEnd(view: Buffer): number {
	const lowest = Math.max(0, view.length - END_SIZE - LONGEST_COMMENT);
	for (let position = view.length - END_SIZE; position >= lowest; position -= 1) {
		if (view.readUInt32LE(position) === END_SIGNATURE) return position;
	}
	throw new ZipError("no directory");
}
