import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/support/test-database.ts";
import { hashToken } from "./session-cookie.ts";
import { startTestAccounts, type TestAccounts } from "./testing/test-accounts.ts";
import { testBrowser } from "./testing/test-browser.ts";

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

test("finding a session among 20,000 is one query by index, and a forged cookie asks none", async () => {
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
	expect(await accounts.findSession(`${cookieHeader}x`)).toBeUndefined();
	expect(queries).toHaveLength(1);
	await pool.query("analyze accounts.session");
	const { rows } = await pool.query<{ "QUERY PLAN": string }>(`explain ${queries[0]}`, [hashToken("x")]);
	const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
	expect(plan).toContain("Index Scan using session_token_key");
	expect(plan).not.toContain("Seq Scan on session");
});
