import { createHash } from "node:crypto";
import { type Connection, createPool, DatabaseRole } from "../database.ts";

/** One thing that is wrong with the log, in words, with where it is. */
export type LogFault = { readonly seq: number | null; readonly subject: string | null; readonly message: string };

export type LogVerification = {
	readonly actions: number;
	readonly subjects: number;
	readonly anchors: number;
	readonly facts: number;
	readonly faults: readonly LogFault[];
};

const pageSize = 5000;
const start = "0".repeat(64);

/**
 * Reads the whole log and works out every hash anew, without trusting the database's own check: each action follows from
 * the one before in its chain, each anchor ties the heads of its moment, and each fact stands at the version and with the
 * values that its actions leave. Reads under the owner's role, in one snapshot, page by page.
 */
export async function verifyLog(admin: Connection): Promise<LogVerification> {
	const pool = createPool({ ...admin, role: DatabaseRole.owner }, 1);
	const client = await pool.connect();
	const faults: LogFault[] = [];
	const heads = new Map<string, { position: number; hash: string }>();
	let actions = 0;
	try {
		await client.query("begin isolation level repeatable read read only");
		const anchors = (await client.query<AnchorRow>("select * from app.anchor order by number")).rows;
		const pending = [...anchors];
		let previousAnchor = start;
		for (let after = 0; ; ) {
			const { rows } = await client.query<ActionRow>(
				"select seq, subject, position, body, hash from app.action where seq > $1 order by seq limit $2",
				[after, pageSize],
			);
			for (const row of rows) {
				while (pending[0] && pending[0].up_to < row.seq)
					previousAnchor = checkAnchor(pending.shift(), heads, previousAnchor, faults);
				checkAction(row, heads, faults);
				actions += 1;
				after = row.seq;
			}
			if (rows.length < pageSize) break;
		}
		while (pending[0]) previousAnchor = checkAnchor(pending.shift(), heads, previousAnchor, faults);
		const facts = await checkFacts(client, faults);
		await client.query("commit");
		return { actions, subjects: heads.size, anchors: anchors.length, facts, faults };
	} finally {
		client.release();
		await pool.end();
	}
}

type ActionRow = { seq: number; subject: string; position: number; body: string; hash: string };
type AnchorRow = {
	number: number;
	up_to: number;
	subjects: number;
	heads: string;
	previous: string;
	hash: string;
	at: Date;
};

function checkAction(row: ActionRow, heads: Map<string, { position: number; hash: string }>, faults: LogFault[]): void {
	const report = (message: string) => faults.push({ seq: row.seq, subject: row.subject, message });
	const head = heads.get(row.subject) ?? { position: 0, hash: start };
	const body = JSON.parse(row.body) as { subject: string; position: number; previous: string };
	if (sha256(row.body) !== row.hash) report(`Action ${row.seq} does not have the hash of its text: it was changed.`);
	if (body.subject !== row.subject || body.position !== row.position)
		report(`Action ${row.seq} stands under another fact or place than its text says.`);
	if (row.position !== head.position + 1)
		report(`Action ${row.seq} is number ${row.position} of its chain, expected ${head.position + 1}: one is missing.`);
	if (body.previous !== head.hash) report(`Action ${row.seq} does not follow from the action before it in its chain.`);
	heads.set(row.subject, { position: row.position, hash: row.hash });
}

/** The text that an anchor stands for: every chain's head at that moment, in order of subject. */
export function headsText(heads: ReadonlyMap<string, { hash: string }>): string {
	return [...heads.entries()]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([subject, { hash }]) => `${subject}:${hash}`)
		.join("\n");
}

/** The hash of an anchor: number, last action, heads and the anchor before. */
export function anchorHash(anchor: { number: number; up_to: number; heads: string; previous: string }): string {
	return sha256([anchor.number, anchor.up_to, anchor.heads, anchor.previous].join("\n"));
}

function checkAnchor(
	anchor: AnchorRow | undefined,
	heads: ReadonlyMap<string, { hash: string }>,
	previous: string,
	faults: LogFault[],
): string {
	if (!anchor) return previous;
	const report = (message: string) => faults.push({ seq: anchor.up_to, subject: null, message });
	if (anchor.previous !== previous) report(`Anchor ${anchor.number} does not follow from the anchor before it.`);
	if (anchor.heads !== sha256(headsText(heads)))
		report(`Anchor ${anchor.number} does not match the log as it stood: actions were changed, removed or added.`);
	if (anchor.hash !== anchorHash(anchor)) report(`Anchor ${anchor.number} does not have the hash of its content.`);
	return anchor.hash;
}

/** Every fact stands at the version of its last action. The values are compared by `checkValues`. */
async function checkFacts(
	client: { query: (sql: string) => Promise<{ rows: unknown[] }> },
	faults: LogFault[],
): Promise<number> {
	let facts = 0;
	const kinds = (await client.query("select distinct kind from app.action order by kind")).rows as { kind: string }[];
	for (const { kind } of kinds) {
		const table = `app."${kind.replaceAll("-", "_")}"`;
		const { rows } = await client.query(`
			with last as (select distinct on (subject) subject, position, verb from app.action where kind = '${kind}' order by subject, position desc),
			folded as (select a.subject, jsonb_object_agg(f.key, f.value order by a.position) as values
				from app.action a cross join lateral jsonb_each(a.body::jsonb -> 'after') f where a.kind = '${kind}' group by a.subject)
			select l.subject, l.position, t.version, t.id is null as missing,
				(select string_agg(f.key, ', ') from jsonb_each(folded.values) f
					where t.id is not null and to_jsonb(t) -> (select lower(regexp_replace(f.key, '([A-Z])', '_\\1', 'g'))) is distinct from f.value) as differing
			from last l join folded on folded.subject = l.subject left join ${table} t on t.id = l.subject`);
		for (const row of rows as {
			subject: string;
			position: number;
			version: number | null;
			missing: boolean;
			differing: string | null;
		}[]) {
			facts += 1;
			const report = (message: string) => faults.push({ seq: null, subject: row.subject, message });
			if (row.missing) report(`The ${kind} ${row.subject} has a history but is not in its table.`);
			else if (row.version !== row.position)
				report(`The ${kind} ${row.subject} stands at version ${row.version}, its history at ${row.position}.`);
			else if (row.differing) report(`The ${kind} ${row.subject} differs from its history in: ${row.differing}.`);
		}
	}
	return facts;
}

function sha256(text: string): string {
	return createHash("sha256").update(text, "utf8").digest("hex");
}
