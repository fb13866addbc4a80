import { addressHeader } from "./library-settings.ts";

/** What a route knows of a request, beyond its form. */
export type RequestFacts = {
	readonly cookieHeader?: string | undefined;
	/** Network address of the browser, as the first proxy that the installation trusts gives it. */
	readonly address?: string | undefined;
	readonly userAgent?: string | undefined;
};

/** The request's facts as headers for the library. `cookie` is chosen by the caller: the library acts on what it sees. */
export function libraryHeaders(facts: RequestFacts, cookie?: string): Headers {
	const headers = new Headers();
	if (cookie !== undefined) headers.set("cookie", cookie);
	if (facts.address) headers.set(addressHeader, printable(facts.address));
	if (facts.userAgent) headers.set("user-agent", printable(facts.userAgent));
	return headers;
}

/** Header values may hold printable ASCII only; anything else would be refused as a fault of ours. */
function printable(text: string): string {
	return text.replace(/[^\x20-\x7e]/g, "?").slice(0, 300);
}

/** The Cookie header that a browser would send after these Set-Cookie headers. */
export function cookiesToSend(setCookie: readonly string[]): string {
	return setCookie.map((each) => each.split(";", 1)[0] ?? "").join("; ");
}
