import { createHash } from "node:crypto";
import pg from "pg";

/** Statements with more parameters than this have a length of their own nearly every time: they are not kept. */
const mostParameters = 32;

const names = new Map<string, string>();

/**
 * A connection that prepares each statement once, under a name made from its text. Row-level security makes every
 * statement long to plan: PostgreSQL then plans it once a connection instead of every time.
 */
export class PreparingClient extends pg.Client {
	// biome-ignore lint/suspicious/noExplicitAny: the library's own `query` has nine shapes; only one of them is changed.
	override query(...parts: any[]): any {
		const [text, values, callback] = parts;
		const isPlain = typeof text === "string" && Array.isArray(values) && values.length <= mostParameters;
		if (!isPlain || callback !== undefined || !/^\s*(select|with|insert|update)\b/iu.test(text)) {
			return super.query(...(parts as Parameters<pg.Client["query"]>));
		}
		return super.query({ name: nameOf(text), text, values });
	}
}

function nameOf(text: string): string {
	let name = names.get(text);
	if (name === undefined) {
		name = createHash("sha256").update(text).digest("base64url").slice(0, 32);
		names.set(text, name);
	}
	return name;
}
