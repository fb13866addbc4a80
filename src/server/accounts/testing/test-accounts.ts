import path from "node:path";
import type { Pool } from "pg";
import { createPool, DatabaseRole } from "../../../storage/sql/database.ts";
import { prepareDatabase } from "../../../storage/sql/prepare-database.ts";
import type { MailMessage } from "../../mail/mail-message.ts";
import { type Accounts, createAccounts } from "../accounts.ts";
import type { AccountsOptions } from "../accounts-options.ts";
import type { MovableClock } from "./movable-clock.ts";

export const testSecret = "a secret for tests, long enough 0123456789";

const testLimits = { idleMinutes: 30, absoluteHours: 12, warnMinutes: 5 } as const;

/** Real accounts on a real database, with mails kept in a list. For tests. */
export interface TestAccounts {
	readonly accounts: Accounts;
	readonly options: AccountsOptions;
	readonly pool: Pool;
	readonly mails: readonly MailMessage[];
	/** Lines that were logged, with their details. */
	readonly log: readonly string[];
	/** The same database under other options, as a second server would see it. */
	another(options: Partial<AccountsOptions>): Promise<Accounts>;
	close(): Promise<void>;
}

/** Migrates the (empty) database at `adminUrl` and starts accounts on it. */
export async function startTestAccounts(
	adminUrl: string,
	clock: MovableClock,
	options: Partial<AccountsOptions> = {},
): Promise<TestAccounts> {
	await prepareDatabase({ url: adminUrl }, path.resolve(import.meta.dirname, "../../../storage/sql/migrations"));
	const pool = createPool({ url: adminUrl, role: DatabaseRole.accounts }, 4);
	const mails: MailMessage[] = [];
	const log: string[] = [];
	const write = (level: string) => (message: string, details?: unknown) => {
		log.push(`${level}: ${message} ${JSON.stringify(details ?? {})}`);
	};
	const all: AccountsOptions = {
		pool,
		secret: testSecret,
		baseUrl: "http://localhost:3000",
		sendMail: async (message) => {
			mails.push(message);
		},
		clock: clock.now,
		limits: testLimits,
		logger: { info: write("info"), warn: write("warn"), error: write("error") },
		...options,
	};
	const accounts = await createAccounts(all);
	return {
		accounts,
		options: all,
		pool,
		mails,
		log,
		another: (others) => createAccounts({ ...all, ...others }),
		close: async () => {
			await accounts.close();
			await pool.end();
		},
	};
}
