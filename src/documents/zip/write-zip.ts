import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

const deflate = promisify(deflateRaw);
/** 1 January 1980, the first day that a zip file can name: the same content gives the same bytes. */
const DATE = 0x0021;
const UTF8_NAMES = 0x0800;

export interface ZipContent {
	readonly name: string;
	readonly content: Uint8Array;
}

export interface WriteZipOptions {
	/** Default true. */
	readonly compress?: boolean;
}

/** Writes a zip file whose bytes depend on names and contents alone. */
export async function writeZip(entries: readonly ZipContent[], options: WriteZipOptions = {}): Promise<Uint8Array> {
	const compress = options.compress ?? true;
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content } of entries) {
		const packed = compress ? await deflate(content) : Buffer.from(content);
		const encodedName = Buffer.from(name, "utf8");
		const fields = { method: compress ? 8 : 0, crc: crc32(content), packed: packed.length, size: content.length };
		parts.push(header(0x04034b50, fields, encodedName), packed);
		directory.push(header(0x02014b50, fields, encodedName, offset));
		offset += 30 + encodedName.length + packed.length;
	}
	const size = directory.reduce((sum, part) => sum + part.length, 0);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(size, 12);
	end.writeUInt32LE(offset, 16);
	return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

interface HeaderFields {
	readonly method: number;
	readonly crc: number;
	readonly packed: number;
	readonly size: number;
}

/** A local header, or with an offset a header of the directory, which has the same fields two bytes further on. */
function header(signature: number, fields: HeaderFields, name: Buffer, offset?: number): Buffer {
	const inDirectory = offset !== undefined;
	const shift = inDirectory ? 2 : 0;
	const bytes = Buffer.alloc(inDirectory ? 46 : 30);
	bytes.writeUInt32LE(signature, 0);
	if (inDirectory) bytes.writeUInt16LE(20, 4);
	bytes.writeUInt16LE(20, 4 + shift);
	bytes.writeUInt16LE(UTF8_NAMES, 6 + shift);
	bytes.writeUInt16LE(fields.method, 8 + shift);
	bytes.writeUInt16LE(DATE, 12 + shift);
	bytes.writeUInt32LE(fields.crc, 14 + shift);
	bytes.writeUInt32LE(fields.packed, 18 + shift);
	bytes.writeUInt32LE(fields.size, 22 + shift);
	bytes.writeUInt16LE(name.length, 26 + shift);
	if (inDirectory) bytes.writeUInt32LE(offset, 42);
	return Buffer.concat([bytes, name]);
}
