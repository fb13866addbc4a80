import type pg from "pg";
import { type Connection, createPool, DatabaseRole } from "../database.ts";
import { checkChains } from "./check-chains.ts";
import { checkFacts } from "./check-facts.ts";
import { checkFiles } from "./check-files.ts";
import type { LogFault } from "./log-fault.ts";

export type LogVerification = {
	readonly actions: number;
	readonly subjects: number;
	readonly anchors: number;
	readonly facts: number;
	/** Files of figures and submissions. */
	readonly files: number;
	readonly faults: readonly LogFault[];
};

/**
 * Reads the whole log and works out every hash anew, without trusting the database's own check: the chains and anchors, the
 * facts that they explain, and the files that they vouch for. Under the owner's role, in one snapshot, beside whoever works.
 * What happened after the last anchor can be cut off at the end of a chain without a trace, together with its fact: anchors
 * are made every hour.
 */
export async function verifyLog(admin: Connection): Promise<LogVerification> {
	const pool = createPool({ ...admin, role: DatabaseRole.owner }, 1);
	try {
		const client = await pool.connect();
		try {
			await client.query("begin isolation level repeatable read read only");
			const verification = await verifyLogIn(client);
			await client.query("commit");
			return verification;
		} finally {
			client.release(true);
		}
	} finally {
		await pool.end();
	}
}

/** The same inside a transaction of the owner's: before an import is kept. */
export async function verifyLogIn(client: pg.ClientBase): Promise<LogVerification> {
	const faults: LogFault[] = [];
	const chains = await checkChains(client, faults);
	const facts = await checkFacts(client, faults);
	const files = await checkFiles(client, faults);
	return { ...chains, facts, files, faults };
}
