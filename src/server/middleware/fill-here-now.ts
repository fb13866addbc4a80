import type { MiddlewareHandler } from "hono";
import { HereNowNames } from "../../web/pages/plans/drafting/here-now.tsx";
import { renderFragment } from "../../web/shell/page.tsx";
import type { AppEnvironment } from "../app-environment.ts";
import type { Presence } from "../presence/presence.ts";

/** The empty place in a page, as `HereNowPlace` makes it. What people typed is escaped in pages and cannot look like it. */
const place = /<p id="here-now" class="here-now" data-document="([0-9a-f-]{36})" data-place="([^"]*)"><\/p>/;

/**
 * Fills in who has the plan open, and notes that this person does. It stands before the memory of pages, so that what comes and goes
 * by the minute is in no remembered page, and a page remembered for somebody is filled in anew each time.
 */
export function fillHereNow(presence: Presence): MiddlewareHandler<AppEnvironment> {
	return async (context, next) => {
		await next();
		const person = context.get("visit")?.person;
		const type = context.res.headers.get("Content-Type") ?? "";
		if (!person || context.req.method !== "GET" || context.res.status !== 200 || !type.startsWith("text/html")) return;
		const page = await context.res.text();
		const found = place.exec(page);
		let filled = page;
		if (found) {
			const [empty, documentId = "", title = ""] = found;
			const { personId, name } = person;
			await presence.see({ personId, name, documentId, place: unescapeHtml(title).slice(0, 200) });
			const names = renderFragment(HereNowNames({ others: presence.othersAt(documentId, personId) }));
			filled = page.replace(empty, () => empty.replace("></p>", () => `>${names}</p>`));
		}
		context.res = new Response(filled, context.res);
	};
}

const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

function unescapeHtml(text: string): string {
	return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => signs[name] ?? "");
}
