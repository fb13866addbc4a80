import { Client } from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "./test-database.ts";

async function query(url: string, text: string): Promise<unknown[]> {
	const client = new Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query<Record<string, unknown>>(text)).rows;
	} finally {
		await client.end();
	}
}

test("a database made from a template holds its rows and is apart from it", async () => {
	const first = await createTestDatabase();
	await query(first.adminUrl, "create table goal (title text); insert into goal values ('first')");
	const second = await createTestDatabase({ template: first.name });
	await query(second.adminUrl, "insert into goal values ('second')");
	expect(await query(first.adminUrl, "select title from goal")).toEqual([{ title: "first" }]);
	expect(await query(second.adminUrl, "select title from goal order by 1")).toEqual([
		{ title: "first" },
		{ title: "second" },
	]);
	await first.drop();
	await second.drop();
	await expect(query(first.adminUrl, "select 1")).rejects.toThrow("does not exist");
});
