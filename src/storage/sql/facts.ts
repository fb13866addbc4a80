import { type Kysely, type RawBuilder, sql } from "kysely";
import pg from "pg";
import type { Actor } from "../../domain/people/may.ts";
import { ActionBody, canonicalText, chainStart, changesBetween } from "../../domain/workflow/action.ts";
import { type Fact, type FactKind, factSchemas } from "../../domain/workflow/fact-kinds.ts";
import { InvalidInput, NotAllowed, NotFound, StaleVersion } from "../../operations/errors.ts";
import type { Clock, FactChange, FactFilter, FactStore } from "../../operations/ports.ts";
import { fieldsOf, guardedFieldsOf, openFieldsOf, snakeCase, sourceOf, toFact } from "./columns.ts";
import type { DB } from "./tables.generated.ts";

type Transaction = Kysely<DB>;

/**
 * Facts in PostgreSQL: one table a kind, one row a fact, and the action that explains its version. The two are written
 * together; the database refuses one without the other (0001-foundation.sql).
 */
export function createFactStore(transaction: Transaction, actor: Actor, clock: Clock): FactStore {
	const findRow = async (kind: FactKind, id: string) => {
		const { rows } = await sql<Record<string, unknown>>`
			select ${columns(kind)} from ${source(kind)} where id = ${id} and removed_at is null`.execute(transaction);
		return rows[0];
	};

	return {
		async find<K extends FactKind>(kind: K, id: string) {
			const row = await findRow(kind, id);
			return row ? (toFact(kind, row) as Fact<K>) : undefined;
		},

		async list<K extends FactKind>(kind: K, filter?: FactFilter<K>) {
			const conditions = Object.entries(filter ?? {}).map(
				([field, value]) => sql`${sql.ref(snakeCase(field))} is not distinct from ${value}`,
			);
			const { rows } = await sql<Record<string, unknown>>`
				select ${columns(kind)} from ${source(kind)}
				where ${sql.join([sql`removed_at is null`, ...conditions], sql` and `)} order by id`.execute(transaction);
			return rows.map((row) => toFact(kind, row) as Fact<K>);
		},

		async write<K extends FactKind>(change: FactChange<K>) {
			try {
				return await write(transaction, actor, clock, change);
			} catch (error) {
				throw asOperationError(error, change.expectedVersion);
			}
		},
	};
}

async function write(transaction: Transaction, actor: Actor, clock: Clock, change: FactChange): Promise<number> {
	const head = await readHead(transaction, change.id);
	if (head.position !== change.expectedVersion) throw new StaleVersion(head.position);
	const current = head.position === 0 ? undefined : await readRow(transaction, change);
	if (head.position > 0 && !current) throw new NotFound("There is no such thing any more, or it is not yours to see.");

	const values = { ...current, ...change.patch };
	const parsed = factSchemas[change.kind].safeParse(values);
	if (!parsed.success) {
		throw new InvalidInput(
			parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })),
		);
	}
	const differences = changesBetween(current ?? {}, parsed.data);
	if (change.verb === "change" && Object.keys(differences.after).length === 0) return head.position;

	// Never before the last action of the same fact, even if the machine's clock was set back.
	const at = new Date(Math.max(clock().getTime(), head.at));
	const body = ActionBody.parse({
		subject: change.id,
		kind: change.kind,
		position: head.position + 1,
		verb: change.verb,
		at: at.toISOString(),
		actor: actor.personId,
		actorName: actor.name,
		role: change.role,
		jurisdiction: change.jurisdictionId,
		root: change.root,
		reason: change.reason,
		...differences,
		previous: head.hash,
	});
	await sql`insert into app.action (body) values (${canonicalText(body)})`.execute(transaction);
	await writeRow(transaction, change, parsed.data, body.position, at);
	return body.position;
}

async function readHead(transaction: Transaction, id: string) {
	const { rows } = await sql<{ last_position: number; last_hash: string; last_at: Date }>`
		select * from app.chain_head(${id})`.execute(transaction);
	const head = rows[0];
	return {
		position: head?.last_position ?? 0,
		hash: head?.last_hash ?? chainStart,
		at: head?.last_at.getTime() ?? 0,
	};
}

/** The row as it stands, removed or not: a removed fact can be restored. */
async function readRow(transaction: Transaction, change: FactChange): Promise<Record<string, unknown> | undefined> {
	const { rows } = await sql<Record<string, unknown>>`
		select ${columns(change.kind)}, removed_at from ${source(change.kind)} where id = ${change.id}`.execute(
		transaction,
	);
	const row = rows[0];
	if (!row) return undefined;
	const { id: _id, version: _version, ...values } = toFact(change.kind, row);
	return values;
}

async function writeRow(
	transaction: Transaction,
	change: FactChange,
	values: Readonly<Record<string, unknown>>,
	version: number,
	at: Date,
): Promise<void> {
	const removedAt = change.verb === "remove" ? at : null;
	await writeInto(
		table(change.kind),
		openFieldsOf(change.kind),
		change.verb === "add" ? [] : [["removed_at", removedAt]],
	);
	for (const { table: name, field } of guardedFieldsOf(change.kind))
		await writeInto(sql.table(`app.${name}`), [field], []);

	async function writeInto(
		into: RawBuilder<unknown>,
		fields: readonly string[],
		more: readonly (readonly [column: string, value: unknown])[],
	): Promise<void> {
		const written = [
			["version", version] as const,
			...more,
			...fields.map((field) => [snakeCase(field), values[field] ?? null] as const),
		];
		if (change.verb === "add") {
			await sql`insert into ${into} (id, ${sql.join(written.map(([column]) => sql.ref(column)))})
				values (${change.id}, ${sql.join(written.map(([, value]) => value))})`.execute(transaction);
			return;
		}
		const assignments = written.map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
		const result = await sql`update ${into} set ${sql.join(assignments)}
			where id = ${change.id} and version = ${change.expectedVersion}`.execute(transaction);
		// The row was readable, so it is row-level security that holds the change back.
		if (result.numAffectedRows !== 1n) throw new NotAllowed("You may read this, but not change it.");
	}
}

function table(kind: FactKind) {
	return sql.table(`app.${snakeCase(kind)}`);
}

/** As `table`, to read from: with the guarded fields. */
function source(kind: FactKind) {
	return sql.raw(`${sourceOf(kind)} as f`);
}

function columns(kind: FactKind) {
	return sql.join(["id", "version", ...fieldsOf(kind)].map((field) => sql.ref(snakeCase(field))));
}

/** The database's refusals in the words of operations. Anything else is passed on as it is. */
function asOperationError(error: unknown, expectedVersion: number): unknown {
	if (!(error instanceof pg.DatabaseError)) return error;
	if (error.code === "40001" || (error.code === "23505" && error.table === "action")) {
		return new StaleVersion(expectedVersion + 1, { cause: error });
	}
	if (error.code === "23505" && error.constraint === "person_email") {
		return new InvalidInput([
			{
				field: "email",
				message: "There is a person with this e-mail address already. Give another one, or change that person.",
			},
		]);
	}
	if (error.code === "42501") {
		return new NotAllowed("You do not have the right to do this here.", { cause: error });
	}
	return error;
}
