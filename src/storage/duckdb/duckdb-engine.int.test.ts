import path from "node:path";
import { describe, expect, it } from "vitest";
import { openDuckdbEngine } from "./duckdb-engine.ts";

const definitionsFolder = path.resolve(import.meta.dirname, "../../indicators/definitions");

describe("the DuckDB engine", () => {
	it.each([
		["read a file", "select * from read_csv('/etc/hostname')"],
		["write a file", "copy (select 1) to '/tmp/throughline-should-not-exist.csv'"],
		["reach another host", "select * from read_csv('https://example.org/data.csv')"],
		["install an extension", "install httpfs"],
		["open another database", "attach '/tmp/throughline-should-not-exist.db'"],
		["take its locks off", "set enable_external_access = true"],
	])("cannot %s", async (_, sql) => {
		const engine = await openDuckdbEngine({ definitionsFolder });
		const plan = { kept: { parameters: [], steps: [] }, parameters: [], steps: [], questions: [{ name: "it", sql }] };
		await expect(engine.run(plan)).rejects.toThrow(/disabled|locked|not allowed|Permission/i);
		await engine.close();
	});

	it("removes what a run made when a step fails, and can run again", async () => {
		const engine = await openDuckdbEngine({ definitionsFolder });
		const plan = {
			kept: { parameters: [], steps: [] },
			parameters: [
				{ shape: { name: "small", columns: [{ field: "a", name: "a", type: "integer" as const }] }, rows: [[1]] },
			],
			steps: [],
			questions: [{ name: "broken", sql: "select nothing from small" }],
		};
		await expect(engine.run(plan)).rejects.toThrow(/nothing/);
		const mended = { ...plan, questions: [{ name: "it", sql: "select a from small" }] };
		expect(await engine.run(mended)).toEqual({ it: [{ a: 1 }] });
		await engine.close();
	});
});
