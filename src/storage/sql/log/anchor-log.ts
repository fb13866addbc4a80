import { type Connection, createPool, DatabaseRole } from "../database.ts";
import { anchorHash, beginning, headsText, sha256 } from "./anchor-hash.ts";

/**
 * Ties the heads of all chains together in one anchor, and that to the anchor before: after it, no action of the past can
 * be changed, removed or slipped in unseen. Nothing is written when nothing has happened since the last anchor. Answers
 * the number of the newest anchor, or 0.
 */
export async function anchorLog(admin: Connection, now: Date): Promise<number> {
	const pool = createPool({ ...admin, role: DatabaseRole.owner }, 1);
	try {
		const client = await pool.connect();
		try {
			await client.query("begin");
			// No action can be half-way into the log while its end is taken, and no two anchors are made at once.
			await client.query("lock table app.anchor in exclusive mode");
			await client.query("lock table app.action in share mode");
			const last = (await client.query("select number, up_to, hash from app.anchor order by number desc limit 1"))
				.rows[0];
			const upTo: number = (await client.query("select coalesce(max(seq), 0) as up_to from app.action")).rows[0].up_to;
			if (upTo === 0 || upTo === last?.up_to) {
				await client.query("commit");
				return last?.number ?? 0;
			}
			const { rows } = await client.query<{ subject: string; hash: string }>(
				"select distinct on (subject) subject, hash from app.action order by subject, position desc",
			);
			const heads = sha256(headsText(new Map(rows.map((row) => [row.subject, row]))));
			const anchor = { number: (last?.number ?? 0) + 1, up_to: upTo, heads, previous: last?.hash ?? beginning };
			await client.query(
				"insert into app.anchor (number, at, up_to, subjects, heads, previous, hash) values ($1, $2, $3, $4, $5, $6, $7)",
				[anchor.number, now, upTo, rows.length, heads, anchor.previous, anchorHash(anchor)],
			);
			await client.query("commit");
			return anchor.number;
		} finally {
			// Not into the pool again: what was not committed is rolled back with the connection.
			client.release(true);
		}
	} finally {
		await pool.end();
	}
}
