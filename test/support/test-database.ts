import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import type {} from "./postgres-global-setup.ts";

/** A database that only one test file uses. */
export interface TestDatabase {
	/** The superuser's URL to this database. */
	readonly adminUrl: string;
	readonly name: string;
	/** Removes the database, ending what is still connected to it. */
	drop(): Promise<void>;
}

/**
 * Makes a fresh database in the PostgreSQL of this test run; `template` copies another one (nobody may be connected to
 * it). Roles belong to the whole server and are shared by all test files: make them with "if not exists" care.
 */
export async function createTestDatabase(options: { readonly template?: string } = {}): Promise<TestDatabase> {
	const name = `test_${randomBytes(6).toString("hex")}`;
	const template = options.template === undefined ? "" : ` template "${options.template.replaceAll('"', '""')}"`;
	await onServer(`create database "${name}"${template}`);
	const url = new URL(inject("postgresUrl"));
	url.pathname = `/${name}`;
	return {
		adminUrl: url.toString(),
		name,
		drop: () => onServer(`drop database if exists "${name}" with (force)`),
	};
}

async function onServer(statement: string): Promise<void> {
	const client = new Client({ connectionString: inject("postgresUrl") });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
