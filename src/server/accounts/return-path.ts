/**
 * Where to go after sign-in: a path on this server with query, or "/" for anything else. Refuses what a browser would
 * take for another host (`//host`, `/\host`, tabs and line breaks that browsers drop).
 */
export function safeReturnPath(wanted: string | undefined): string {
	if (wanted === undefined || wanted.length > 2000 || !wanted.startsWith("/")) return "/";
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
	if (/[\u0000-\u001f\u007f\\]/.test(wanted)) return "/";
	const base = "http://throughline.invalid";
	try {
		const url = new URL(wanted, base);
		return url.origin === base && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}${url.hash}` : "/";
	} catch {
		return "/";
	}
}
