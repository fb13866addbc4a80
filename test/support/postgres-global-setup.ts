import type { TestProject } from "vitest/node";
import { startTestPostgres } from "./postgres.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** The superuser's URL of the PostgreSQL that all integration tests of a run share. */
		postgresUrl: string;
	}
}

/**
 * One PostgreSQL for the whole run. `TEST_DATABASE_URL`, a superuser's URL, puts any server of version 15 or later in
 * its place.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const given = process.env.TEST_DATABASE_URL;
	if (given !== undefined && given !== "") {
		project.provide("postgresUrl", given);
		return async () => {};
	}
	const server = await startTestPostgres();
	project.provide("postgresUrl", server.adminUrl);
	return () => server.stop();
}
