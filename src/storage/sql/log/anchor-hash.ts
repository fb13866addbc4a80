import { createHash } from "node:crypto";

/** Before the first action of a chain, and before the first anchor. */
export const beginning = "0".repeat(64);

/** The text that an anchor stands for: every chain's head at that moment, in order of subject. */
export function headsText(heads: ReadonlyMap<string, { readonly hash: string }>): string {
	return [...heads.entries()]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([subject, { hash }]) => `${subject}:${hash}`)
		.join("\n");
}

/** The hash of an anchor: number, last action, heads and the anchor before. */
export function anchorHash(anchor: {
	readonly number: number;
	readonly up_to: number;
	readonly heads: string;
	readonly previous: string;
}): string {
	return sha256([anchor.number, anchor.up_to, anchor.heads, anchor.previous].join("\n"));
}

/** SHA-256 of a text in UTF-8, in hex. */
export function sha256(text: string): string {
	return createHash("sha256").update(text, "utf8").digest("hex");
}
