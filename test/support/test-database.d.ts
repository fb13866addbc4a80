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
export declare function createTestDatabase(options?: {
    readonly template?: string;
}): Promise<TestDatabase>;
