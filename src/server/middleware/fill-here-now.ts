import { HereNowNames } from "../../web/pages/plans/drafting/here-now.tsx";
import { renderFragment } from "../../web/shell/page.tsx";
import type { Presence } from "../presence/presence.ts";
import type { FinishPage, PageBytes } from "./remember-pages.ts";

/** The empty place in a page, as `HereNowPlace` makes it. What people typed is escaped in pages and cannot look like it. */
const mark = '<p id="here-now"';
const place = /^<p id="here-now" class="here-now" data-document="([0-9a-f-]{36})" data-place="([^"]*)">/;

type HereNowPlace = { readonly documentId: string; readonly title: string; readonly at: number };

/**
 * Fills in who has the plan open, and notes that this person does. It is done to each answer, so that what comes and goes by the
 * minute is in no remembered page, and a page remembered for somebody is filled in anew each time.
 */
export function fillHereNow(presence: Presence): FinishPage {
	const places = new WeakMap<PageBytes, HereNowPlace | "none">();
	return async ({ person }, page) => {
		let found = places.get(page);
		if (found === undefined) {
			found = findPlace(page) ?? "none";
			places.set(page, found);
		}
		if (found === "none") return page;
		const { documentId, title, at } = found;
		const { personId, name } = person;
		await presence.see({ personId, name, documentId, place: title.slice(0, 200) });
		const others = presence.othersAt(documentId, personId);
		if (others.length === 0) return page;
		const names = Buffer.from(renderFragment(HereNowNames({ others })));
		return Buffer.concat([page.subarray(0, at), names, page.subarray(at)]);
	};
}

/** Where the names go in, in bytes. */
function findPlace(page: PageBytes): HereNowPlace | undefined {
	const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
	const start = bytes.indexOf(mark);
	const tag = start < 0 ? null : place.exec(bytes.toString("utf8", start, start + 2000));
	if (!tag) return undefined;
	const [whole, documentId = "", title = ""] = tag;
	return { documentId, title: unescapeHtml(title), at: start + Buffer.byteLength(whole) };
}

const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

function unescapeHtml(text: string): string {
	return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => signs[name] ?? "");
}
