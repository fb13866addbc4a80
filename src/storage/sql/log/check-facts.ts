import pg from "pg";
import { type FactKind, factKinds } from "../../../domain/workflow/fact-kinds.ts";
import { sourceOf } from "../columns.ts";
import type { LogFault } from "./log-fault.ts";

type FactRow = {
	subject: string;
	position: number | null;
	version: number | null;
	removed: boolean;
	removed_in_row: boolean;
	differing: string | null;
};

/**
 * Compares every fact with its history: it is in its table, at the version of its last action, with the values that its
 * actions leave, removed or not as they say; and no fact is there without a history. Answers how many facts there are.
 */
export async function checkFacts(client: pg.ClientBase, faults: LogFault[]): Promise<number> {
	let facts = 0;
	for (const kind of factKinds) {
		const rows = await compare(client, kind, faults);
		for (const row of rows) {
			const message = faultOf(row, `The ${kind} ${row.subject}`);
			if (message) faults.push({ seq: null, subject: row.subject, message });
		}
		facts += rows.length;
	}
	return facts;
}

async function compare(client: pg.ClientBase, kind: FactKind, faults: LogFault[]): Promise<readonly FactRow[]> {
	await client.query("savepoint comparing");
	try {
		const { rows } = await client.query<FactRow>(`
			with logged as materialized (
				select subject, position, verb, body::jsonb -> 'after' as after from app.action where kind = '${kind}'
			),
			folded as (
				select a.subject, jsonb_object_agg(f.key, f.value order by a.position) as values
				from logged a cross join lateral jsonb_each(a.after) f group by a.subject
			),
			last as (
				select subject, max(position) as position,
					coalesce((array_agg(verb order by position desc) filter (where verb in ('remove', 'restore')))[1] = 'remove', false) as removed
				from logged group by subject
			)
			select coalesce(last.subject, t.id) as subject, last.position, t.version,
				coalesce(last.removed, false) as removed, t.removed_at is not null as removed_in_row,
				(select string_agg(f.key, ', ') from jsonb_each(folded.values) f
					where to_jsonb(t) -> lower(regexp_replace(f.key, '([A-Z])', '_\\1', 'g')) is distinct from f.value) as differing
			from last join folded using (subject) full join ${sourceOf(kind)} t on t.id = last.subject`);
		return rows;
	} catch (error) {
		if (!(error instanceof pg.DatabaseError) || !error.code?.startsWith("22")) throw error;
		await client.query("rollback to savepoint comparing");
		const message = `The facts of kind ${kind} cannot be compared with their history: the text of an action of theirs cannot be read.`;
		faults.push({ seq: null, subject: null, message });
		return [];
	}
}

function faultOf(row: FactRow, fact: string): string | undefined {
	if (row.version === null) return `${fact} has a history but is not in its table.`;
	if (row.position === null) return `${fact} is in its table without a history.`;
	if (row.version !== row.position) return `${fact} stands at version ${row.version}, its history at ${row.position}.`;
	if (row.differing) return `${fact} differs from its history in: ${row.differing}.`;
	if (row.removed !== row.removed_in_row)
		return `${fact} is ${row.removed_in_row ? "removed" : "there"}, which its history does not say.`;
	return undefined;
}
