import type { Context, MiddlewareHandler } from "hono";
import type { Clock } from "../../operations/ports.ts";
import type { AppEnvironment } from "../app-environment.ts";

/** How many bytes of pages are kept, all together. */
const keptBytes = 32 * 1024 * 1024;

/** A page as it is sent. */
type Page = Uint8Array<ArrayBuffer>;

/**
 * Keeps pages that were made, and sends one again while nothing has changed that could show on it. The key is the person
 * with their roles, the address, the day, the end of the session (it moves once a minute) and the change mark: what the
 * database had committed. It is read on every request, so several servers agree, and it moves with every write of anybody,
 * also with those that change no page; that costs a rendering, never a stale page.
 *
 * Requests with the same key that come while the page is being made wait for it: after a write a page is made once for a
 * person, however many of their windows ask.
 *
 * @param isNever addresses that are never kept: what is not in the database's facts, and looks that must each be logged
 */
export function rememberPages(clock: Clock, isNever: (path: string) => boolean): MiddlewareHandler<AppEnvironment> {
	const pages = new Map<string, Page>();
	const inTheMaking = new Map<string, Promise<Page | undefined>>();
	let bytes = 0;
	const forget = (key: string) => {
		bytes -= pages.get(key)?.length ?? 0;
		pages.delete(key);
	};
	const keep = (key: string, page: Page) => {
		if (page.length > keptBytes / 16) return;
		forget(key);
		pages.set(key, page);
		bytes += page.length;
		for (const oldest of pages.keys()) {
			if (bytes <= keptBytes) break;
			forget(oldest);
		}
	};
	return async (context, next) => {
		const visit = context.get("visit");
		const isAsked = context.req.method === "GET" && visit !== undefined && context.get("frame").notice === undefined;
		if (!isAsked || isNever(context.req.path)) return next();
		const { person, endsAt } = visit;
		const key = [
			person.personId,
			person.changeMark,
			endsAt.getTime(),
			clock().toISOString().slice(0, 10),
			context.req.url,
		].join(" ");
		// Nothing may come between the look and the mark below that this request makes the page.
		const making = inTheMaking.get(key);
		const kept = making === undefined ? pages.get(key) : await making;
		if (kept !== undefined) {
			// The page used last is forgotten last.
			if (pages.delete(key)) pages.set(key, kept);
			context.header("Cache-Control", "no-store");
			context.header("Content-Type", "text/html; charset=UTF-8");
			return context.body(kept);
		}
		// What cannot be kept (a refusal, an error, a file) is answered to each by itself.
		let tell = (_page: Page | undefined) => {};
		inTheMaking.set(key, new Promise((resolve) => (tell = resolve)));
		let page: Page | undefined;
		try {
			await next();
			page = await pageOf(context);
			if (page !== undefined) keep(key, page);
		} finally {
			inTheMaking.delete(key);
			tell(page);
		}
	};
}

/** The page that was made, or undefined when it is none that could be sent to the same person again. */
async function pageOf({ res }: Context<AppEnvironment>): Promise<Page | undefined> {
	const type = res.headers.get("Content-Type") ?? "";
	if (res.status !== 200 || !type.startsWith("text/html") || res.headers.has("Set-Cookie")) return undefined;
	return new Uint8Array(await res.clone().arrayBuffer());
}
