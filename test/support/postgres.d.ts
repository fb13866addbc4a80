/** A PostgreSQL of its own for tests. */
export interface TestPostgres {
    /** The superuser's URL to the database `throughline`. */
    readonly adminUrl: string;
    readonly pid: number;
    /** Stops the server and removes its folder. */
    stop(): Promise<void>;
}
/**
 * Starts an embedded PostgreSQL in a temporary folder. Its writes are not forced to disk: fast, and only good for tests.
 * Most tests want `createTestDatabase` instead, which makes a database in the one server of the whole run.
 */
export declare function startTestPostgres(): Promise<TestPostgres>;
