import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../../test/support/test-storage.ts";
import { installationActor } from "../../domain/people/installation.ts";
import type { Actor } from "../../domain/people/may.ts";
import { onlyInOwnPlace, permissionsOf, Role } from "../../domain/people/roles.ts";
import { NotAllowed, StaleVersion } from "../../operations/errors.ts";
import type { FactChange } from "../../operations/ports.ts";
import { createPool, DatabaseRole } from "./database.ts";
import { anchorLog } from "./log/anchor-log.ts";
import { verifyLog } from "./log/verify-log.ts";

let storage: TestStorage;
let county: string;
let otherCounty: string;
let planner: Actor;
let stranger: Actor;

beforeAll(async () => {
	storage = await openTestStorage();
	const state = await addPlace(storage, { kind: "state", code: "90", name: "State" });
	county = await addPlace(storage, { kind: "county", code: "90001", name: "One", parentId: state });
	otherCounty = await addPlace(storage, { kind: "county", code: "90002", name: "Two", parentId: state });
	planner = await addActor(storage, county, "county-planner");
	stranger = await addActor(storage, otherCounty, "county-planner", "Stranger");
});
afterAll(() => storage.end());

const newParty = (id: string): FactChange<"party"> => ({
	kind: "party",
	id,
	verb: "add",
	expectedVersion: 0,
	patch: { jurisdictionId: county, name: "Parent group", affiliation: "Parents", personId: null },
	jurisdictionId: county,
	root: id,
	role: "county-planner",
	reason: "",
});

async function addParty(): Promise<string> {
	const id = storage.ids.next();
	await storage.inTransaction(planner, ({ facts }) => facts.write(newParty(id)));
	return id;
}

/** SQL as the owner, past the program. */
async function asOwner(text: string) {
	const pool = createPool({ ...storage.admin, role: DatabaseRole.owner }, 1);
	try {
		return await pool.query(text);
	} finally {
		await pool.end();
	}
}

describe("facts and their actions", () => {
	it("keeps who, when, why, before and after of every change", async () => {
		const id = await addParty();
		await storage.inTransaction(planner, ({ facts }) =>
			facts.write({
				...newParty(id),
				verb: "change",
				expectedVersion: 1,
				patch: { name: "Parents' group" },
				reason: "Their own name",
			}),
		);
		const actions = await storage.inTransaction(planner, ({ actions }) => actions.ofSubject(id));
		expect(
			actions.map(({ position, verb, before, after, reason, actorName }) => ({
				position,
				verb,
				before,
				after,
				reason,
				actorName,
			}))[1],
		).toEqual({
			position: 2,
			verb: "change",
			before: { name: "Parent group" },
			after: { name: "Parents' group" },
			reason: "Their own name",
			actorName: "County planner",
		});
		expect(actions[0]?.at).toBe("2026-07-01T16:00:00.000Z");
	});

	it("refuses a save from an old version and keeps the first", async () => {
		const id = await addParty();
		const change = { ...newParty(id), verb: "change" as const, expectedVersion: 1, patch: { name: "First" } };
		await storage.inTransaction(planner, ({ facts }) => facts.write(change));
		await expect(
			storage.inTransaction(planner, ({ facts }) => facts.write({ ...change, patch: { name: "Second" } })),
		).rejects.toBeInstanceOf(StaleVersion);
		const now = await storage.inTransaction(planner, ({ facts }) => facts.find("party", id));
		expect(now).toMatchObject({ name: "First", version: 2 });
	});

	it("lets exactly one of many saves at once through", async () => {
		const id = await addParty();
		const results = await Promise.allSettled(
			Array.from({ length: 8 }, (_, index) =>
				storage.inTransaction(planner, ({ facts }) =>
					facts.write({ ...newParty(id), verb: "change", expectedVersion: 1, patch: { name: `Save ${index}` } }),
				),
			),
		);
		expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
		for (const each of results) if (each.status === "rejected") expect(each.reason).toBeInstanceOf(StaleVersion);
	});

	it("does not let time run backwards in a chain when the clock is set back", async () => {
		const id = await addParty();
		const before = storage.clock.now;
		storage.clock.now = new Date("2020-01-01T00:00:00Z");
		await storage.inTransaction(planner, ({ facts }) =>
			facts.write({ ...newParty(id), verb: "change", expectedVersion: 1, patch: { name: "Later" } }),
		);
		storage.clock.now = before;
		const actions = await storage.inTransaction(planner, ({ actions }) => actions.ofSubject(id));
		expect(actions[1]?.at).toBe(actions[0]?.at);
	});

	it("keeps nothing when the work fails half-way", async () => {
		const id = storage.ids.next();
		await expect(
			storage.inTransaction(planner, async ({ facts }) => {
				await facts.write(newParty(id));
				throw new Error("power cut");
			}),
		).rejects.toThrow("power cut");
		expect(await storage.inTransaction(planner, ({ actions }) => actions.ofSubject(id))).toEqual([]);
	});

	it("removes and restores without losing anything", async () => {
		const id = await addParty();
		await storage.inTransaction(planner, ({ facts }) =>
			facts.write({ ...newParty(id), verb: "remove", expectedVersion: 1, patch: {} }),
		);
		expect(await storage.inTransaction(planner, ({ facts }) => facts.find("party", id))).toBeUndefined();
		await storage.inTransaction(planner, ({ facts }) =>
			facts.write({ ...newParty(id), verb: "restore", expectedVersion: 2, patch: {} }),
		);
		expect(await storage.inTransaction(planner, ({ facts }) => facts.find("party", id))).toMatchObject({
			name: "Parent group",
			version: 3,
		});
	});
});

describe("what the database itself refuses", () => {
	const refused = [
		["changing an action", "update app.action set verb = 'add'", "only grows"],
		["deleting an action", "delete from app.action", "only grows"],
		["emptying the log", "truncate app.action cascade", "only grows"],
		[
			"changing a fact without an action",
			"update app.party set name = 'x', version = version + 1; set constraints all immediate",
			"party_has_action",
		],
		["changing a fact without a new version", "update app.party set name = 'x'", "takes the next version"],
		["deleting a fact", "delete from app.party", "only grows"],
		[
			"moving a county elsewhere",
			"update app.jurisdiction set parent_id = null, version = version + 1 where parent_id is not null",
			"keeps its place",
		],
	] as const;
	it.each(refused)("refuses even its owner: %s", async (_, text, words) => {
		await addParty();
		await expect(asOwner(text)).rejects.toThrow(words);
	});

	it("refuses an action in somebody else's name", async () => {
		const id = storage.ids.next();
		const forged = { ...planner, personId: stranger.personId };
		await expect(
			storage.database.connection().execute(async (connection) => {
				await sql
					.raw(`begin; select set_config('throughline.context', '${storage.seal(planner.personId)}', true)`)
					.execute(connection);
				try {
					await sql`insert into app.action (body) values (${JSON.stringify({
						subject: id,
						kind: "party",
						position: 1,
						verb: "add",
						at: "2026-07-01T00:00:00.000Z",
						actor: forged.personId,
						jurisdiction: county,
						root: id,
						previous: "0".repeat(64),
					})})`.execute(connection);
				} finally {
					await sql.raw("rollback").execute(connection);
				}
			}),
		).rejects.toThrow("only be written by the person");
	});

	it("believes no context that it did not seal", async () => {
		for (const context of [
			`${planner.personId}.`,
			`${planner.personId}.${"0".repeat(64)}`,
			installationActor.personId,
		]) {
			await expect(
				storage.database.connection().execute(async (connection) => {
					await sql.raw(`begin; select set_config('throughline.context', '${context}', true)`).execute(connection);
					try {
						return await sql`select * from app.party`.execute(connection);
					} finally {
						await sql.raw("rollback").execute(connection);
					}
				}),
			).rejects.toThrow("not valid");
		}
	});

	it("shows nothing when nobody is named", async () => {
		const { rows } = await sql`select * from app.party`.execute(storage.database);
		expect(rows).toEqual([]);
		await expect(sql`select * from app.context_key`.execute(storage.database)).rejects.toThrow("permission denied");
	});

	it("keeps another county's planner from reading and writing", async () => {
		const id = await addParty();
		expect(await storage.inTransaction(stranger, ({ facts }) => facts.find("party", id))).toBeUndefined();
		expect(await storage.inTransaction(stranger, ({ actions }) => actions.ofSubject(id))).toEqual([]);
		await expect(
			storage.inTransaction(stranger, ({ facts }) => facts.write({ ...newParty(storage.ids.next()) })),
		).rejects.toBeInstanceOf(NotAllowed);
	});

	it("gives the application's role nothing of its own", async () => {
		const { rows } = await asOwner(
			"select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('throughline_app', 'throughline_accounts') and c.relkind in ('r', 'v', 'S')",
		);
		expect(rows).toEqual([]);
		const open = await asOwner(
			"select relname from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' and not relrowsecurity",
		);
		expect(open.rows).toEqual([]);
	});

	it("holds the same table of rights as the program", async () => {
		const { rows } = await asOwner("select role, permission, reach from app.role_permission");
		const inDatabase = rows.map((row) => `${row.role}: ${row.permission}, ${row.reach}`).sort();
		const inProgram = Role.options
			.flatMap((role) =>
				permissionsOf[role].map(
					(each) => `${role}: ${each}, ${onlyInOwnPlace[role]?.includes(each) ? "own" : "below"}`,
				),
			)
			.sort();
		expect(inDatabase).toEqual(inProgram);
	});
});

describe("verifying the log", () => {
	it("finds the log whole, anchored, and facts equal to their history", async () => {
		await addParty();
		await anchorLog(storage.admin, storage.clock());
		await addParty();
		const result = await verifyLog(storage.admin);
		expect(result.faults).toEqual([]);
		expect(result.anchors).toBe(1);
		expect(result.facts).toBeGreaterThan(5);
	});

	it("names what was changed behind the program's back", async () => {
		const id = await addParty();
		const tamper = [
			"alter table app.action disable trigger user",
			`update app.action set body = replace(body, 'Parent group', 'Forged group') where subject = '${id}'`,
			"alter table app.action enable trigger user",
		].join(";");
		await asOwner(tamper);
		const { faults } = await verifyLog(storage.admin);
		expect(faults.map((each) => each.message).join("\n")).toContain("does not have the hash of its text");
		expect(
			faults.some((each) => each.subject === id && each.message.includes("differs from its history in: name")),
		).toBe(true);
	});
});
