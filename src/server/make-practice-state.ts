import { dayOf } from "../operations/plan-checks.ts";
import { loadPracticeState } from "../practice/load-practice-state.ts";
import { createIds } from "../storage/sql/ids.ts";
import { markPracticeFinished, markPracticeStarted } from "../storage/sql/practice-mark.ts";
import { createUnitOfWork } from "../storage/sql/unit-of-work.ts";
import type { Installation, InstallationOptions } from "./installation.ts";

/** Makes the practice state in an empty database: about 20 seconds, once. Broken off, it is made anew at the next start. */
export async function makePracticeState(
	installation: Installation,
	{ clock, log }: InstallationOptions,
): Promise<void> {
	const { storage, accounts } = installation;
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
