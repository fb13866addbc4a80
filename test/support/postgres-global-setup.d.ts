import type { TestProject } from "vitest/node";
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
export declare function setup(project: TestProject): Promise<() => Promise<void>>;
