import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotAllowed, NotFound, Refused } from "../../src/operations/errors.ts";
import { perform } from "../../src/operations/operation.ts";
import { apiOperations } from "../../src/server/api/operations.ts";
import { type AccessWorld, makeAccessWorld } from "./access-world.ts";
import { inputFor, mayDoAt } from "./input-for.ts";
import { countiesFor, representativesOf } from "./representatives.ts";

// Users x roles x places x actions: no path to a fact of a county where the person has no right to it. Here by raw SQL under
// the application's role and by every operation; by page, API and command line in access-by-server.test.ts.

let world: AccessWorld;
beforeAll(async () => {
	world = await makeAccessWorld();
}, 120_000);
afterAll(() => world.end());

describe("raw SQL under the application's role", () => {
	it("shows no table's row of a county without the right to it", async () => {
		const { rows: tables } = await sql<{ name: string }>`
			select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
				and has_table_privilege('throughline_app', c.oid, 'select') order by 1`.execute(world.storage.database);
		expect(tables.length).toBeGreaterThan(25);
		const leaks: string[] = [];
		let seen = 0;
		for (const visitor of world.visitors) {
			await world.storage.database.connection().execute(async (connection) => {
				await sql
					.raw(
						`begin read only; select set_config('throughline.context', '${world.storage.seal(visitor.actor.personId)}', true)`,
					)
					.execute(connection);
				for (const { name } of tables) {
					const { rows } = await sql`select to_jsonb(t)::text as line from ${sql.table(`app.${name}`)} t`.execute(
						connection,
					);
					const text = rows.map((row) => (row as { line: string }).line).join("\n");
					seen += rows.length;
					leaks.push(...world.leaksIn(text, visitor).map((leak) => `${name}: ${leak}`));
				}
				await sql.raw("rollback").execute(connection);
			});
		}
		expect(leaks).toEqual([]);
		expect(seen).toBeGreaterThan(1000);
	});

	it("does show each person all that they have a right to", async () => {
		const missing: string[] = [];
		for (const visitor of world.visitors) {
			const text = await world.storage.database.connection().execute(async (connection) => {
				await sql
					.raw(
						`begin read only; select set_config('throughline.context', '${world.storage.seal(visitor.actor.personId)}', true)`,
					)
					.execute(connection);
				const { rows } = await sql<{
					body: string;
				}>`select body from app.action union all select source from app.observation union all select text from app.evidence union all select files::text from app.indicator_run`.execute(
					connection,
				);
				await sql.raw("rollback").execute(connection);
				return rows.map((row) => row.body).join("\n");
			});
			for (const { county, permission, text: words } of world.markers) {
				if (visitor.may(permission, county) && !text.includes(words)) missing.push(`${visitor.role} misses ${words}`);
			}
		}
		expect(missing).toEqual([]);
	});
});

/** Every role at a county of theirs and at one that is not, with every operation, on its draft and on its submitted plan. */
function* everyCase() {
	for (const visitor of representativesOf(world)) {
		for (const county of countiesFor(world, visitor)) {
			for (const operation of apiOperations) {
				if (operation.http.method === "post" && mayDoAt(visitor.may, operation.name, county.id)) continue;
				for (const documentId of [county.documentId, county.submittedId]) {
					yield { visitor, operation, input: { ...inputFor(operation.name, county, world), documentId } };
				}
			}
		}
	}
}

describe("every operation", () => {
	it("gives nothing of a county away without the right to it, and writes nothing there", async () => {
		const leaks: string[] = [];
		const wrote: string[] = [];
		let refusals = 0;
		for (const { visitor, operation, input } of everyCase()) {
			try {
				const result = await perform(world.storage.performer, operation, visitor.actor, input);
				leaks.push(...world.leaksIn(JSON.stringify(result), visitor).map((leak) => `${operation.name}: ${leak}`));
				if (operation.http.method === "post") wrote.push(`${visitor.role} ${operation.name}`);
			} catch (error) {
				if (!(error instanceof NotFound || error instanceof NotAllowed || error instanceof Refused)) {
					throw new Error(`${operation.name} as ${visitor.role}: ${String(error)}`, { cause: error });
				}
				leaks.push(...world.leaksIn(error.message, visitor).map((leak) => `${operation.name} (refusal): ${leak}`));
				refusals += 1;
			}
		}
		expect(leaks).toEqual([]);
		expect(wrote).toEqual([]);
		expect(refusals).toBeGreaterThan(2000);
	}, 300_000);
});
