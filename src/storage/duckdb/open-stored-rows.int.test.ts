import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { definitionsFolder } from "../../../test/support/counting-state.ts";
import { storeExtracts } from "../../../test/support/stored-extracts.ts";
import { openStoredRows } from "./open-stored-rows.ts";

let folder: string;
let loadIds: readonly string[];

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "throughline-extracts-"));
	const ids = Array.from({ length: 20 }, (_, index) => `load-${index}`);
	const request = { seed: 3, children: 20, years: { first: 2023, last: 2023 } };
	const files = await storeExtracts(request, folder, () => ids.pop() ?? "");
	loadIds = files.map(({ loadId }) => loadId);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (ids: readonly string[]) => openStoredRows({ definitionsFolder, extractsFolder: folder, loadIds: ids });

describe("the process that reads stored rows", () => {
	it.each([
		["another file", "select * from read_csv('/etc/hostname')"],
		["the folder of another load", "select * from read_parquet('FOLDER/other/afcars_row.parquet')"],
		["another host", "select * from read_csv('https://example.org/data.csv')"],
		["an extension", "install httpfs"],
		["a database", "attach 'FOLDER/other/x.db'"],
		["its own locks", "set enable_external_access = true"],
	])("cannot reach %s", async (_, question) => {
		await writeFile(path.join(folder, "other.txt"), "");
		const stored = await open(loadIds.slice(0, 1));
		await expect(stored.ask(question.replace("FOLDER", folder))).rejects.toThrow(
			/disabled|locked|not allowed|Permission/i,
		);
		await stored.close();
	});

	it("says so when it ends, and the program lives on", async () => {
		const stored = await open(loadIds);
		const asked = stored.ask("select count(*) from range(100000000000) where range % 7 = 3");
		await stored.close();
		await expect(asked).rejects.toThrow(/stopped/);
	});
});
