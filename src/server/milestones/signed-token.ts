import { createHmac, timingSafeEqual } from "node:crypto";

/** Signs short contents so that they can stand in a link. One purpose's tokens are worth nothing for another. */
export type Signer = {
	sign(content: Uint8Array): string;
	/** The content; undefined for anything that was not signed here for this purpose. */
	open(token: string): Uint8Array | undefined;
};

/** Longer than any token made here; what is longer is not looked at. */
const longestToken = 400;
const signatureLength = 32;

export function createSigner(secret: string, purpose: string): Signer {
	// The installation's secret signs sessions too: each purpose has a key of its own.
	const key = createHmac("sha256", secret).update(`throughline ${purpose}`).digest();
	const signatureOf = (content: Uint8Array) => createHmac("sha256", key).update(content).digest();
	return {
		sign: (content) => Buffer.concat([content, signatureOf(content)]).toString("base64url"),
		open: (token) => {
			if (token.length > longestToken || !/^[A-Za-z0-9_-]+$/.test(token)) return undefined;
			const bytes = Buffer.from(token, "base64url");
			// One token, one spelling: what decodes to the same bytes in another way is refused.
			if (bytes.length <= signatureLength || bytes.toString("base64url") !== token) return undefined;
			const content = bytes.subarray(0, -signatureLength);
			return timingSafeEqual(signatureOf(content), bytes.subarray(-signatureLength)) ? content : undefined;
		},
	};
}

export function bytesOfId(id: string): Buffer {
	return Buffer.from(id.replaceAll("-", ""), "hex");
}

export function idOfBytes(bytes: Uint8Array): string {
	return Buffer.from(bytes)
		.toString("hex")
		.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
