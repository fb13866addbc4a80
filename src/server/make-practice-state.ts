import { dayOf } from "../operations/plan-checks.ts";
import { loadPracticeState } from "../practice/load-practice-state.ts";
import { withAdvisoryLock } from "../storage/sql/advisory-lock.ts";
import { createIds } from "../storage/sql/ids.ts";
import { markPracticeFinished, markPracticeStarted, readHolding } from "../storage/sql/practice-mark.ts";
import { createUnitOfWork } from "../storage/sql/unit-of-work.ts";
import type { Installation, InstallationOptions } from "./installation.ts";
import { StartError } from "./start-error.ts";

/**
 * Makes the practice state in an empty database: about 20 seconds, once. Broken off, it is made anew at the next start.
 * Of several servers that start on one empty database, one makes it and the others wait.
 */
export async function makePracticeState(installation: Installation, options: InstallationOptions): Promise<void> {
	const { admin } = installation.storage;
	await withAdvisoryLock(admin, "practice", async () => {
		const holding = await readHolding(admin);
		if (holding === "nothing") return load(installation, options);
		if (holding === "practice") return;
		throw new StartError(
			"Another server was loading the practice state into this database and was broken off. Start Throughline again: it is then made anew.",
		);
	});
}

async function load({ storage, accounts }: Installation, { clock, log }: InstallationOptions): Promise<void> {
	const now = clock();
	log("Making the practice state (once) ...");
	await markPracticeStarted(storage.admin, now);
	await loadPracticeState({
		performerAt: (moment, random) => ({
			inTransaction: createUnitOfWork(storage.database, storage.seal, moment),
			clock: moment,
			ids: createIds(moment, random),
		}),
		createAccount: async ({ personId, email, name }) => {
			await accounts.createAccount({ accountId: personId, email, name, invite: false });
		},
		today: dayOf(now),
		seed: 1,
	});
	await markPracticeFinished(storage.admin, clock());
}
