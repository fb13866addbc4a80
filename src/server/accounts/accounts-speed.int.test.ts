import { performance } from "node:perf_hooks";
import { betterAuth } from "better-auth";
import { Kysely, PostgresDialect } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/support/test-database.ts";
import { librarySettings } from "./library-settings.ts";
import { cookiesToSend } from "./request-facts.ts";
import { hashToken } from "./session-cookie.ts";
import { startTestAccounts, type TestAccounts } from "./testing/test-accounts.ts";
import { testBrowser } from "./testing/test-browser.ts";

// Prints the figures of docs/decisions/0005-accounts.md: npx vitest run src/server/accounts/accounts-speed

const now = new Date("2026-11-23T16:00:00Z");
const password = "seven quiet herons at dusk";
let database: TestDatabase;
let here: TestAccounts;
let cookieHeader: string;

beforeAll(async () => {
	database = await createTestDatabase();
	here = await startTestAccounts(database.adminUrl, { now: () => now, move: () => undefined });
	await here.accounts.createAccount({ email: "ana@oak.example", name: "Ana Ruiz", password });
	await here.pool.query(
		`insert into accounts.session (user_id, token, expires_at, idle_expires_at, signed_in_by, created_at, updated_at)
		 select u.id, md5(n::text), $1, $1, 'password', $2, $2 from accounts.account_user u, generate_series(1, 20000) n`,
		[new Date(now.getTime() + 3_600_000), now],
	);
	const browser = testBrowser();
	const answer = await here.accounts.signIn({ email: "ana@oak.example", password });
	if (answer.result === "signed-in") browser.take(answer.setCookie);
	cookieHeader = browser.cookieHeader();
});

afterAll(async () => {
	await here.close();
	await database.drop();
});

async function measure(what: string, times: number, work: () => Promise<unknown>): Promise<number> {
	const took: number[] = [];
	for (let count = 0; count < times; count += 1) {
		const start = performance.now();
		await work();
		took.push(performance.now() - start);
	}
	took.sort((a, b) => a - b);
	const p = (share: number) => took[Math.floor(share * (took.length - 1))] ?? 0;
	console.info(`${what}: ${times} times, p50 ${p(0.5).toFixed(2)} ms, p95 ${p(0.95).toFixed(2)} ms`);
	return p(0.5);
}

test("finding a session among 20,000 is one query by index", async () => {
	const queries: string[] = [];
	const { pool } = here;
	const query = pool.query.bind(pool);
	const counting = Object.assign(Object.create(pool), {
		query: (asked: string | { text: string }, values?: unknown[]) => {
			queries.push(typeof asked === "string" ? asked : asked.text);
			return typeof asked === "string" ? query(asked, values) : query(asked);
		},
	});
	const accounts = await here.another({ pool: counting });
	queries.length = 0;
	expect(await accounts.findSession(cookieHeader)).toBeDefined();
	expect(queries).toHaveLength(1);
	await pool.query("analyze accounts.session");
	const { rows } = await pool.query<{ "QUERY PLAN": string }>(`explain ${queries[0]}`, [hashToken("x")]);
	const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
	expect(plan).toContain("Index Scan using session_token_key");
	expect(plan).not.toContain("Seq Scan on session");
});

/** better-auth as it comes, on the same tables, with a session of its own. */
async function libraryItself() {
	const settings = librarySettings(here.options, { sendResetLink: async () => undefined });
	const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool: here.pool }) });
	const { api } = betterAuth({ ...settings, database: { db, type: "postgres", schemaName: "accounts" } });
	const { headers } = await api.signInEmail({ body: { email: "ana@oak.example", password }, returnHeaders: true });
	const cookie = cookiesToSend(headers.getSetCookie());
	expect(await api.getSession({ headers: new Headers({ cookie }) })).toMatchObject({ user: { name: "Ana Ruiz" } });
	return { api, headers: new Headers({ cookie }) };
}

test("finding a session takes about as long as one query, and far less than signing in", async () => {
	await measure("warming up", 300, () => here.accounts.findSession(cookieHeader));
	const bare = await measure("select 1", 500, () => here.pool.query("select 1"));
	const found = await measure("findSession", 500, () => here.accounts.findSession(cookieHeader));
	const forged = await measure("findSession, forged cookie", 500, () => here.accounts.findSession(`${cookieHeader}x`));
	const library = await libraryItself();
	await measure("better-auth's own getSession", 300, () => library.api.getSession({ headers: library.headers }));
	const right = await measure("signIn", 8, () => here.accounts.signIn({ email: "ana@oak.example", password }));
	const wrong = await measure("signIn, wrong password", 3, () =>
		here.accounts.signIn({ email: "ana@oak.example", password: "wrong" }),
	);
	const unknown = await measure("signIn, unknown address", 4, () =>
		here.accounts.signIn({ email: "nobody@oak.example", password }),
	);
	// Bounds for a busy machine; the figures themselves are printed.
	expect(found).toBeLessThan(bare + 10);
	expect(forged).toBeLessThan(found);
	expect(right).toBeGreaterThan(5 * found);
	expect(unknown / wrong).toBeGreaterThan(0.3);
	expect(unknown / wrong).toBeLessThan(3.3);
});
