// What `npm run bench -- --counties 58` asks for: every kind of page that a county's planner and a State analyst can open, found by
// following the links of the program itself, and the processor time that a page costs when it is made anew.
import { readdirSync, readFileSync } from "node:fs";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What is no page: files, assets, and forms that are sent. */
const noPage =
	/\.(csv|pdf|docx|html|xlsx|json|ics|svg|css|js|png)(\?|$)|^\/(assets|api|sign-out|public)\b|\/attachments\/./;

/** Signs in as a practice person. Answers the cookie. */
export async function signInAs(address, email) {
	const response = await fetch(`${address}/sign-in/practice`, {
		method: "POST",
		redirect: "manual",
		headers: { "content-type": "application/x-www-form-urlencoded", origin: address },
		body: new URLSearchParams({ email }),
	});
	if (response.status !== 303 && response.status !== 302) throw new Error(`Nobody signs in as ${email}.`);
	return response.headers
		.getSetCookie()
		.map((each) => each.split(";")[0])
		.join("; ");
}

/** One page of each kind that can be reached from the home page by links. */
export async function findPages(address, cookie) {
	const pages = new Map();
	const queue = ["/"];
	for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
		const kind = kindOf(path);
		if (pages.has(kind)) continue;
		pages.set(kind, undefined);
		const response = await fetch(address + path, { headers: { cookie }, redirect: "manual" });
		const body = await response.text();
		if (response.status !== 200) continue;
		pages.set(kind, { name: kind, path, kilobytes: Math.round(Buffer.byteLength(body) / 1024) });
		for (const [, link] of body.matchAll(/href="(\/[^"#]*)/g)) {
			const target = link.replaceAll("&amp;", "&");
			if (!noPage.test(target)) queue.push(target);
		}
	}
	return [...pages.values()].filter((each) => each !== undefined);
}

/** The address without what tells one page of a kind from another. */
function kindOf(path) {
	return path
		.split("?")[0]
		.replace(uuid, "…")
		.replace(/\/submissions\/\d+/, "/submissions/…")
		.replace(/\/outcomes\/…\/.+/, "/outcomes/…/…")
		.replace(/\/(sections|lists|steps|indicators|due-dates)\/.+/, "/$1/…")
		.replace(/\/parts\/[a-z-]+\//, "/parts/…/");
}

/** Processor time in milliseconds that a process and all below it have used, by the system's own count (Linux). */
export function processorTime(pid) {
	const statOf = (each) => {
		const text = readFileSync(`/proc/${each}/stat`, "utf8");
		const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
		return { parent: Number(fields[1]), ticks: fields.slice(11, 15).reduce((sum, value) => sum + Number(value), 0) };
	};
	const all = new Map();
	for (const each of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
		try {
			all.set(Number(each), statOf(each));
		} catch {
			// It has ended meanwhile.
		}
	}
	const isBelow = (each) =>
		each === pid || (all.has(each) && all.get(each).parent > 1 && isBelow(all.get(each).parent));
	// A tick is ten milliseconds.
	return [...all].filter(([each]) => isBelow(each)).reduce((sum, [, { ticks }]) => sum + ticks * 10, 0);
}

/** Asks for a page so many times, each time as if for the first. Answers processor milliseconds for one, and the median wait. */
export async function costOf(address, cookie, page, pid, times = 20) {
	const look = (mark) =>
		fetch(`${address}${page.path}${page.path.includes("?") ? "&" : "?"}look=${mark}`, { headers: { cookie } }).then(
			(response) => response.arrayBuffer(),
		);
	for (let i = 0; i < 3; i += 1) await look(`${Date.now()}w${i}`);
	const waits = [];
	const before = processorTime(pid);
	for (let i = 0; i < times; i += 1) {
		const start = performance.now();
		await look(`${Date.now()}m${i}`);
		waits.push(performance.now() - start);
	}
	const processor = (processorTime(pid) - before) / times;
	return { processor, wait: waits.toSorted((a, b) => a - b)[Math.floor(times / 2)] };
}
