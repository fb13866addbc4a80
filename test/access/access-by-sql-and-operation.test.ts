import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Permission } from "../../src/domain/people/roles.ts";
import { NotAllowed, NotFound, Refused } from "../../src/operations/errors.ts";
import { type Operation, perform } from "../../src/operations/operation.ts";
import { apiOperations } from "../../src/server/api/operations.ts";
import { type AccessWorld, type CountyFacts, makeAccessWorld } from "./access-world.ts";

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
				}>`select body from app.action union all select source from app.observation union all select text from app.evidence`.execute(
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

/** Inputs that point an operation at a county's facts. */
function inputFor(operation: Operation<z.ZodType, unknown>, county: CountyFacts): Record<string, unknown> {
	const { focusAreaId, goalId, objectiveId, strategyId, milestoneId, findingId, loadId, id } = county;
	const common = {
		jurisdictionId: id,
		documentId: county.documentId,
		focusAreaId,
		goalId,
		objectiveId,
		strategyId,
		findingId,
		loadId,
		version: 1,
		id: milestoneId,
		kind: "milestone",
		reason: "test",
		statement: "x",
		subject: county.documentId,
		vintage: "ccfsr-2004",
		code: "3F",
	};
	const special: Readonly<Record<string, Record<string, unknown>>> = {
		"save-answer": { field: "cover.responsibleAgency", value: "overwritten", focusAreaId: null },
		"add-component": { subjectKind: "indicator", codes: ["1A"], label: "x", findingId: undefined },
		"add-goal": { goalKind: "process" },
		"add-team-member": { name: "x", affiliation: "y" },
		"change-part": { kind: "milestone", id: milestoneId, patch: { statement: "overwritten" } },
		"change-period": { startsOn: "2026-07-01", endsOn: "2029-06-30" },
		"move-part": { kind: "milestone", id: milestoneId, direction: "up" },
		"remove-part": { kind: "milestone", id: milestoneId },
		"answer-finding": { disposition: "deferred", focusAreaId: null },
		"waive-check": { ruleId: "SIP-13", aboutId: county.documentId },
		"remove-waiver": { waiverId: county.documentId },
		"take-step": { action: "mark-ready" },
		"start-plan": { editionId: "ca-ccfsr-2004", startsOn: "2026-07-01", title: "x" },
		"add-finding": {
			subjectKind: "systemic-factor",
			code: "qa",
			label: "x",
			domain: "systemic",
			judgement: "strength",
			summary: "x",
			vintage: "",
		},
		"add-evidence": { evidenceKind: "voices", text: "x", source: "y" },
		"settle-finding": { state: "dismissed", judgement: "strength", summary: "x" },
		"compare-plan": { from: "2026-01-01T00:00:00Z" },
		"add-person": { name: "x", title: "", email: "new@example.org", roles: ["partner"] },
		"change-person": {
			personId: world.visitors.find((each) => each.placeId === id)?.actor.personId,
			patch: { title: "x" },
		},
		"grant-role": {
			personId: world.visitors.find((each) => each.placeId === id)?.actor.personId,
			role: "administrator",
		},
		"remove-role": { grantId: county.documentId },
	};
	return { ...common, ...special[operation.name] };
}

/** The rights that let a person write something of a county. */
const writingPermissions = [
	"plan.write",
	"plan.submit",
	"plan.waive",
	"finding.confirm",
	"people.manage",
	"figures.load",
	"plan.review",
] as const satisfies readonly Permission[];

/** Every visitor at every county with every operation, on its draft and on its submitted plan. */
function* everyCase() {
	for (const visitor of world.visitors) {
		for (const county of world.counties) {
			const mayWrite = writingPermissions.some((permission) => visitor.may(permission, county.id));
			for (const operation of apiOperations) {
				if (operation.http.method === "post" && mayWrite) continue;
				for (const documentId of [county.documentId, county.submittedId]) {
					yield { visitor, operation, input: { ...inputFor(operation, county), documentId } };
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
