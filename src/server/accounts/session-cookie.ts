import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/**
 * Names of the cookies. Over https they carry `__Host-`: browsers then take them only with Secure, Path=/ and without
 * Domain, so that no other host of the agency can set or read them.
 */
export function cookiePrefix(baseUrl: string): string {
	return baseUrl.startsWith("https://") ? "__Host-throughline" : "throughline";
}

export function sessionCookieName(baseUrl: string): string {
	return `${cookiePrefix(baseUrl)}.session_token`;
}

export function isSecure(baseUrl: string): boolean {
	return baseUrl.startsWith("https://");
}

/** The value of the first cookie of this name, decoded, or undefined. Cookies that cannot be decoded are left out. */
export function findCookie(cookieHeader: string | undefined, name: string): string | undefined {
	for (const pair of (cookieHeader ?? "").split(";")) {
		const at = pair.indexOf("=");
		if (at < 0 || pair.slice(0, at).trim() !== name) continue;
		try {
			return decodeURIComponent(pair.slice(at + 1).trim());
		} catch {
			return undefined;
		}
	}
	return undefined;
}

/** A Cookie header that holds nothing but the named cookie, or undefined when it is not there. */
export function onlyCookie(cookieHeader: string | undefined, name: string): string | undefined {
	const value = findCookie(cookieHeader, name);
	return value === undefined ? undefined : `${name}=${encodeURIComponent(value)}`;
}

/**
 * The token of a signed cookie (`token.signature`, better-call's form: HMAC-SHA256 in base64), or undefined when the
 * signature is not ours.
 */
export function findSignedToken(value: string | undefined, secret: string): string | undefined {
	if (value === undefined) return undefined;
	const at = value.lastIndexOf(".");
	if (at < 1) return undefined;
	const token = value.slice(0, at);
	const signature = Buffer.from(value.slice(at + 1));
	const expected = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
	return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : undefined;
}

/** What the database keeps of a session token. The token has 190 random bits, so a plain hash suffices. */
export function hashToken(token: string): string {
	return createHash("sha256").update(token).digest("base64url");
}
