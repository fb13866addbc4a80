import type { Actor } from "../../src/domain/people/may.ts";
import { type Role } from "../../src/domain/people/roles.ts";
import { type Performer } from "../../src/operations/operation.ts";
import { type Storage } from "../../src/storage/open-storage.ts";
/** A clock that tests move by hand. */
export type TestClock = {
    (): Date;
    now: Date;
};
export declare function createTestClock(start?: string): TestClock;
/** Storage on a fresh database of the shared PostgreSQL, under the application's role, as the server opens it. */
export type TestStorage = Storage & {
    readonly performer: Performer;
    readonly clock: TestClock;
    readonly databaseName: string;
    /** Closes the pools and removes the database. */
    end(): Promise<void>;
};
export declare const migrationsFolder: string;
export declare function openTestStorage(clock?: TestClock): Promise<TestStorage>;
/** Adds a place to the test's tree. */
export declare function addPlace({ performer }: TestStorage, place: {
    kind: "state" | "region" | "county" | "tribe";
    code: string;
    name: string;
    parentId?: string;
}): Promise<string>;
/** Adds a person with one role and answers the actor that operations take. */
export declare function addActor({ performer }: TestStorage, jurisdictionId: string, role: Exclude<Role, "installation">, name?: string): Promise<Actor & {
    readonly email: string;
}>;
