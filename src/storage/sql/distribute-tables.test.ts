import path from "node:path";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { distributionSql } from "./distribute-tables.ts";
import { openPostgresEngine } from "./indicator-engine.ts";

const definitionsFolder = path.resolve(import.meta.dirname, "../../indicators/definitions");

/** Stands for a connection: writes down what it is asked, and says whether Citus is there. The table `run_file` has no child. */
function fakeClient(citus: boolean) {
	const asked: string[] = [];
	const query = async (given: string | { text: string }, values?: readonly unknown[]) => {
		const text = typeof given === "string" ? given : given.text;
		asked.push(text);
		if (text.includes("pg_extension")) return { rows: [{ there: citus }] };
		return { rows: [{ there: values?.[0] !== "run_file" }] };
	};
	return { client: { query } as unknown as pg.ClientBase, asked };
}

const plan = {
	kept: {
		parameters: [],
		steps: [{ name: "copied_record", kind: "table", file: "common/v1/copied-record.sql", isKept: true }],
	},
	parameters: [{ shape: { name: "run_file", columns: [{ field: "period", name: "period", type: "text" }] }, rows: [] }],
	steps: [{ name: "p1_count", kind: "view", file: "p1/v1/count.sql", isKept: false }],
	questions: [],
} as const;

async function spreadBy(citus: boolean): Promise<readonly string[]> {
	const { client, asked } = fakeClient(citus);
	const engine = await openPostgresEngine({ client, definitionsFolder });
	await engine.run(plan);
	return asked.filter((text) => /select create_\w+_table\(/.test(text));
}

describe("tables on servers with Citus", () => {
	it("are spread by child beside the AFCARS rows, small ones stand whole on each server, views are left", async () => {
		expect(await spreadBy(true)).toEqual([
			"select create_distributed_table('afcars_row', 'child')",
			"select create_distributed_table('afcars_move', 'child', colocate_with => 'afcars_row')",
			"select create_distributed_table('ncands_row', 'child', colocate_with => 'afcars_row')",
			"select create_distributed_table('visit_row', 'child', colocate_with => 'afcars_row')",
			"select create_distributed_table('copied_record', 'child', colocate_with => 'afcars_row')",
			"select create_reference_table('run_file')",
		]);
	});

	it("are left alone without it", async () => {
		expect(await spreadBy(false)).toEqual([]);
		expect(distributionSql("run", false)).toBe("select create_reference_table('run')");
	});
});
