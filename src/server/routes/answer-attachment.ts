import type { Context } from "hono";
import type { Attachment } from "../../domain/approval/approval-facts.ts";

/** An attached file as the answer: to be saved, never shown inside the site, and read as nothing else than what it is. */
export function answerAttachment(
	context: Context,
	{ attachment, bytes }: { readonly attachment: Attachment; readonly bytes: Uint8Array },
): Response {
	return context.body(Buffer.from(bytes), 200, {
		"Content-Type": attachment.mediaType,
		"Content-Length": String(bytes.byteLength),
		"Content-Disposition": `attachment; filename="${plainName(attachment.fileName)}"; filename*=UTF-8''${encodeRfc5987(attachment.fileName)}`,
		"X-Content-Type-Options": "nosniff",
		"Content-Security-Policy": "default-src 'none'; sandbox",
		"Cache-Control": "no-store",
		ETag: `"${attachment.sha256}"`,
	});
}

/** The name for programs that know no other letters. */
function plainName(name: string): string {
	return name.replace(/[^\x20-\x7e]|["\\%]/gu, "_");
}

/** The name in full (RFC 8187). */
function encodeRfc5987(name: string): string {
	return encodeURIComponent(name).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
