import type { AccountsOptions } from "./accounts-options.ts";
import type { Attempts } from "./attempts.ts";
import type { AuthLibrary } from "./auth-library.ts";
import type { Sessions } from "./sessions.ts";
import type { UsedCodes } from "./used-codes.ts";

/** What the functions of this folder are made of, put together once by `createAccounts`. */
export type AccountsParts = {
	readonly options: AccountsOptions;
	readonly library: AuthLibrary;
	readonly sessions: Sessions;
	readonly attempts: Attempts;
	readonly usedCodes: UsedCodes;
	/** Sends a mail without making the person wait for it; a fault is logged. */
	readonly mailInBackground: (what: string, work: () => Promise<void>) => void;
};
