import type pg from "pg";
import { anchorHash, beginning, headsText, sha256 } from "./anchor-hash.ts";
import type { LogFault } from "./log-fault.ts";

type ActionRow = { seq: number; subject: string; position: number; body: string; hash: string };
type AnchorRow = {
	number: number;
	up_to: number;
	subjects: number;
	heads: string;
	previous: string;
	hash: string;
};
type Heads = Map<string, { readonly position: number; readonly hash: string }>;

const pageSize = 5000;

/**
 * Works out the hash of every action and every anchor anew: each action follows from the one before in its chain, and each
 * anchor ties the heads of its moment. Page by page; what is kept in memory is one hash a fact.
 */
export async function checkChains(client: pg.ClientBase, faults: LogFault[]) {
	const { rows: anchors } = await client.query<AnchorRow>("select * from app.anchor order by number");
	const pending = [...anchors];
	const heads: Heads = new Map();
	let previous = beginning;
	const checkAnchorsUpTo = (seq: number) => {
		for (let next = pending[0]; next && next.up_to < seq; next = pending[0]) {
			checkAnchor(next, heads, previous, faults);
			previous = next.hash;
			pending.shift();
		}
	};
	let actions = 0;
	for (let after = 0; ; ) {
		const { rows } = await client.query<ActionRow>(
			"select seq, subject, position, body, hash from app.action where seq > $1 order by seq limit $2",
			[after, pageSize],
		);
		for (const row of rows) {
			checkAnchorsUpTo(row.seq);
			checkAction(row, heads, faults);
			after = row.seq;
		}
		actions += rows.length;
		if (rows.length < pageSize) break;
	}
	checkAnchorsUpTo(Number.POSITIVE_INFINITY);
	return { actions, subjects: heads.size, anchors: anchors.length };
}

function checkAction(row: ActionRow, heads: Heads, faults: LogFault[]): void {
	const report = (message: string) => faults.push({ seq: row.seq, subject: row.subject, message });
	const head = heads.get(row.subject) ?? { position: 0, hash: beginning };
	heads.set(row.subject, { position: row.position, hash: row.hash });
	if (sha256(row.body) !== row.hash) report(`Action ${row.seq} does not have the hash of its text: it was changed.`);
	const body = readBody(row.body);
	if (!body) return void report(`The text of action ${row.seq} is not one that Throughline writes.`);
	if (body.subject !== row.subject || body.position !== row.position)
		report(`Action ${row.seq} stands under another fact or place than its text says.`);
	if (row.position !== head.position + 1)
		report(
			`Action ${row.seq} is number ${row.position} of its chain, expected ${head.position + 1}: one is missing or was slipped in.`,
		);
	if (body.previous !== head.hash) report(`Action ${row.seq} does not follow from the action before it in its chain.`);
}

type Body = { readonly subject?: unknown; readonly position?: unknown; readonly previous?: unknown };

function readBody(text: string): Body | undefined {
	try {
		const body: unknown = JSON.parse(text);
		return typeof body === "object" && body !== null ? body : undefined;
	} catch {
		return undefined;
	}
}

function checkAnchor(anchor: AnchorRow, heads: Heads, previous: string, faults: LogFault[]): void {
	const report = (message: string) => faults.push({ seq: anchor.up_to, subject: null, message });
	if (anchor.previous !== previous) report(`Anchor ${anchor.number} does not follow from the anchor before it.`);
	if (anchor.heads !== sha256(headsText(heads)))
		report(`Anchor ${anchor.number} does not match the log as it stood: actions were changed, removed or added.`);
	if (anchor.hash !== anchorHash(anchor)) report(`Anchor ${anchor.number} does not have the hash of its content.`);
}
