import { createHash, randomBytes } from "node:crypto";
import type { Ids } from "../../operations/ports.ts";

/** Ids from a clock and a source of random bytes (16 a call). */
export function createIds(now: () => Date, random: (size: number) => Uint8Array = randomBytes): Ids {
	return {
		next() {
			const bytes = Buffer.from(random(16));
			bytes.writeUIntBE(now().getTime(), 0, 6);
			return asUuid(bytes, 7);
		},
		named(...names) {
			return asUuid(createHash("sha256").update(JSON.stringify(names)).digest().subarray(0, 16), 8);
		},
		hash: (content) => createHash("sha256").update(content).digest("hex"),
	};
}

function asUuid(bytes: Buffer, version: 7 | 8): string {
	const copy = Buffer.from(bytes);
	copy.writeUInt8((copy.readUInt8(6) & 0x0f) | (version << 4), 6);
	copy.writeUInt8((copy.readUInt8(8) & 0x3f) | 0x80, 8);
	const hex = copy.toString("hex");
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
