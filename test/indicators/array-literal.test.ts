import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arrayLiteral } from "../../src/storage/sql/array-literal.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
	database = await createTestDatabase();
	client = new pg.Client({ connectionString: database.adminUrl });
	await client.connect();
});
afterAll(async () => {
	await client.end();
	await database.drop();
});

describe("an array as PostgreSQL reads it", () => {
	it("holds any text as it is", async () => {
		const text = fc.oneof(
			fc.string({ unit: "binary" }).filter((each) => !each.includes("\0")),
			fc.constantFrom("NULL", "", "{}", ",", '"', "\\", '\\"', " a ", "\n", "é", "null"),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.option(text), { maxLength: 20 }), async (cells) => {
				const { rows } = await client.query("select $1::text[] as cells", [arrayLiteral(cells, "text")]);
				expect(rows[0].cells).toEqual(cells);
			}),
			{ numRuns: 100, seed: 20_261_127 },
		);
	});

	it("holds numbers, dates and yes or no", async () => {
		const literals = [
			arrayLiteral([1, null, -3], "integer"),
			arrayLiteral([true, false, null], "boolean"),
			arrayLiteral(["2024-02-29", null], "date"),
		];
		const { rows } = await client.query(
			"select $1::integer[] as a, $2::boolean[] as b, ($3::date[])::text[] as c",
			literals,
		);
		expect(rows[0]).toEqual({ a: [1, null, -3], b: [true, false, null], c: ["2024-02-29", null] });
	});
});
