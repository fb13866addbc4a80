import type { Context, MiddlewareHandler, Next } from "hono";
import type { Clock } from "../../operations/ports.ts";
import type { AppEnvironment, Visit } from "../app-environment.ts";

/** How many bytes of pages are kept, all together. */
const keptBytes = 32 * 1024 * 1024;

/** A page as it is sent. */
export type PageBytes = Uint8Array<ArrayBuffer>;

/** Puts into a page what comes and goes by the minute, for each answer anew. */
export type FinishPage = (visit: Visit, page: PageBytes) => Promise<PageBytes>;

export type RememberPages = {
	readonly clock: Clock;
	/** Addresses that are never kept: what is not in the database's facts, and looks that must each be logged. */
	readonly isNever: (path: string) => boolean;
	readonly finish: FinishPage;
};

/**
 * Keeps pages that were made, and sends one again while nothing has changed that could show on it. The key is the person
 * with their roles, the address, the day, the end of the session (it moves once a minute) and the change mark: what the
 * database had committed. It is read on every request, so several servers agree, and it moves with every write of anybody,
 * also with those that change no page; that costs a rendering, never a stale page.
 *
 * Requests with the same key that come while the page is being made wait for it: after a write a page is made once for a
 * person, however many of their windows ask.
 */
export function rememberPages({ clock, isNever, finish }: RememberPages): MiddlewareHandler<AppEnvironment> {
	const pages = createPageMemory();
	const inTheMaking = new Map<string, Promise<PageBytes | undefined>>();

	/** Makes the page, keeps it, and hands it to all who wait. What cannot be kept is answered to each by itself. */
	async function make(context: Context<AppEnvironment>, next: Next, key: string): Promise<PageBytes | undefined> {
		let tell = (_page: PageBytes | undefined) => {};
		inTheMaking.set(key, new Promise((resolve) => (tell = resolve)));
		let page: PageBytes | undefined;
		try {
			await next();
			page = await pageOf(context);
			if (page !== undefined && isSame(context)) pages.keep(key, page);
			return page;
		} finally {
			inTheMaking.delete(key);
			tell(isSame(context) ? page : undefined);
		}
	}

	return async (context, next) => {
		const visit = context.get("visit");
		if (!visit || context.req.method !== "GET" || isNever(context.req.path)) return next();
		let page: PageBytes | undefined;
		if (context.get("frame").notice === undefined) {
			const key = keyOf(context, visit, clock());
			// Nothing may come between the look and the mark that this request makes the page.
			const making = inTheMaking.get(key);
			const kept = making === undefined ? pages.find(key) : await making;
			if (kept !== undefined) return sendKept(context, await finish(visit, kept));
			page = await make(context, next, key);
		} else {
			await next();
			page = await pageOf(context);
		}
		if (page !== undefined) replaceBody(context, await finish(visit, page));
	};
}

/** Pages by key. The page used last is forgotten last. */
function createPageMemory() {
	const pages = new Map<string, PageBytes>();
	let bytes = 0;
	const forget = (key: string) => {
		bytes -= pages.get(key)?.length ?? 0;
		pages.delete(key);
	};
	return {
		find(key: string): PageBytes | undefined {
			const page = pages.get(key);
			if (page !== undefined) {
				pages.delete(key);
				pages.set(key, page);
			}
			return page;
		},
		keep(key: string, page: PageBytes): void {
			if (page.length > keptBytes / 16) return;
			forget(key);
			pages.set(key, page);
			bytes += page.length;
			for (const oldest of pages.keys()) {
				if (bytes <= keptBytes) break;
				forget(oldest);
			}
		},
	};
}

function keyOf({ req }: Context<AppEnvironment>, { person, endsAt }: Visit, now: Date): string {
	return [person.personId, person.changeMark, endsAt.getTime(), now.toISOString().slice(0, 10), req.url].join(" ");
}

function sendKept(context: Context<AppEnvironment>, page: PageBytes): Response {
	context.header("Cache-Control", "no-store");
	context.header("Content-Type", "text/html; charset=UTF-8");
	return context.body(page);
}

/** Could the same answer be sent to the same person again? A cookie is set once. */
function isSame({ res }: Context<AppEnvironment>): boolean {
	return !res.headers.has("Set-Cookie");
}

/** Takes the page out of the answer, to be put back finished; undefined when it is none: a refusal, an error, a file. */
async function pageOf({ res }: Context<AppEnvironment>): Promise<PageBytes | undefined> {
	const type = res.headers.get("Content-Type") ?? "";
	if (res.status !== 200 || !type.startsWith("text/html")) return undefined;
	return new Uint8Array(await res.arrayBuffer());
}

/** Sends the finished page under the headers that the page was made with. */
function replaceBody(context: Context<AppEnvironment>, page: PageBytes): void {
	const { headers } = context.res;
	context.res = undefined;
	context.res = new Response(page, { headers });
}
