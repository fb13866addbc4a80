import path from "node:path";
import { installationActor } from "../../src/domain/people/installation.ts";
import type { Actor } from "../../src/domain/people/may.ts";
import { type Role, roleLabels } from "../../src/domain/people/roles.ts";
import { addJurisdiction } from "../../src/operations/add-jurisdiction.ts";
import { addPerson } from "../../src/operations/add-person.ts";
import { type Performer, perform } from "../../src/operations/operation.ts";
import { openStorage, type Storage } from "../../src/storage/open-storage.ts";
import { createTestDatabase } from "./test-database.ts";

/** A clock that tests move by hand. */
export type TestClock = { (): Date; now: Date };

export function createTestClock(start = "2026-07-01T16:00:00.000Z"): TestClock {
	const clock = Object.assign(() => new Date(clock.now), { now: new Date(start) });
	return clock;
}

/** Storage on a fresh database of the shared PostgreSQL, under the application's role, as the server opens it. */
export type TestStorage = Storage & {
	readonly performer: Performer;
	readonly clock: TestClock;
	readonly databaseName: string;
	/** Closes the pools and removes the database. */
	end(): Promise<void>;
};

export const migrationsFolder = path.resolve(import.meta.dirname, "../../src/storage/sql/migrations");

export async function openTestStorage(clock = createTestClock()): Promise<TestStorage> {
	const database = await createTestDatabase();
	const storage = await openStorage({
		databaseUrl: database.adminUrl,
		dataDir: "/nowhere",
		migrationsFolder,
		clock,
		log: () => undefined,
	});
	return {
		...storage,
		clock,
		databaseName: database.name,
		performer: { inTransaction: storage.inTransaction, clock, ids: storage.ids },
		async end() {
			await storage.close();
			await database.drop();
		},
	};
}

/** Adds a place to the test's tree. */
export async function addPlace(
	{ performer }: TestStorage,
	place: { kind: "state" | "region" | "county" | "tribe"; code: string; name: string; parentId?: string },
): Promise<string> {
	const { id } = await perform(performer, addJurisdiction, installationActor, {
		...place,
		parentId: place.parentId ?? null,
		providesAdoptions: true,
		youthConnectionAvailable: true,
		tribesApplicable: false,
	});
	return id;
}

/** Adds a person with one role and answers the actor that operations take. */
export async function addActor(
	{ performer }: TestStorage,
	jurisdictionId: string,
	role: Exclude<Role, "installation">,
	name = roleLabels[role],
): Promise<Actor & { readonly email: string }> {
	const email = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}.${jurisdictionId.slice(-6)}@example.org`;
	const { id } = await perform(performer, addPerson, installationActor, {
		jurisdictionId,
		name,
		title: roleLabels[role],
		email,
		roles: [role],
	});
	return { personId: id, name, grants: [{ role, jurisdictionId }], email };
}
