import type { MiddlewareHandler } from "hono";
import type { Clock } from "../../operations/ports.ts";
import type { AppEnvironment } from "../app-environment.ts";

/** How many characters of pages are kept, all together. */
const keptCharacters = 32 * 1024 * 1024;

/**
 * Keeps pages that were made, and sends one again while nothing has changed that could show on it. The key is the person
 * with their roles, the address, the day, the end of the session (it moves once a minute) and the change mark: what the
 * database had committed. It is read on every request, so several servers agree, and it moves with every write of anybody,
 * also with those that change no page; that costs a rendering, never a stale page.
 */
export function rememberPages(clock: Clock): MiddlewareHandler<AppEnvironment> {
	const pages = new Map<string, string>();
	let characters = 0;
	const forget = (key: string) => {
		characters -= pages.get(key)?.length ?? 0;
		pages.delete(key);
	};
	return async (context, next) => {
		const visit = context.get("visit");
		if (!visit || context.req.method !== "GET" || context.get("frame").notice !== undefined) return next();
		const { person, endsAt } = visit;
		const key = [
			person.personId,
			person.changeMark,
			endsAt.getTime(),
			clock().toISOString().slice(0, 10),
			context.req.url,
		].join(" ");
		const kept = pages.get(key);
		if (kept !== undefined) {
			// The page used last is forgotten last.
			pages.delete(key);
			pages.set(key, kept);
			context.header("Cache-Control", "no-store");
			return context.html(kept);
		}
		await next();
		const type = context.res.headers.get("Content-Type") ?? "";
		if (context.res.status !== 200 || !type.startsWith("text/html") || context.res.headers.has("Set-Cookie")) return;
		const page = await context.res.clone().text();
		if (page.length > keptCharacters / 16) return;
		pages.set(key, page);
		characters += page.length;
		for (const oldest of pages.keys()) {
			if (characters <= keptCharacters) break;
			forget(oldest);
		}
	};
}
