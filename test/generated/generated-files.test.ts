import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { migrationsFolder } from "../support/test-storage.ts";
import { definitionChecksums, type GeneratedFile, generateFiles, migrationChecksums } from "./generated-files.ts";
import { traceFederalRules, traceRequirements, traceRules } from "./rule-traceability.ts";

const root = path.resolve(import.meta.dirname, "../..");
let database: TestDatabase;
let files: readonly GeneratedFile[];

beforeAll(async () => {
	database = await createTestDatabase();
	files = await generateFiles(root, database.adminUrl);
});
afterAll(() => database.drop());

describe("generated files", () => {
	for (const file of [
		"src/storage/sql/tables.generated.ts",
		"src/storage/sql/migrations/checksums.json",
		"src/indicators/definitions/checksums.json",
		"docs/reference/openapi.json",
		"docs/reference/extract-problems.md",
		"docs/reference/population-problems.md",
		"docs/reference/profile-problems.md",
		"docs/reference/sip-rules.md",
		"docs/reference/federal-rules.md",
		"docs/reference/strategic-rules.md",
		"docs/guides/command-line.md",
	]) {
		it(`are up to date: ${file} (else: npm run generate)`, async () => {
			const made = files.find((each) => each.file === file);
			expect(await readFile(path.join(root, file), "utf8")).toBe(made?.text);
		});
	}

	it("are all compared here", () => {
		expect(files).toHaveLength(11);
	});
});

describe("the rules of the System Improvement Plan", () => {
	it("are named by a test wherever the program says that it checks or holds them", async () => {
		const silent = (await traceRules(root))
			.filter(({ rule, tests }) => ["checked", "held"].includes(rule.coverage) && tests.length === 0)
			.map(({ rule }) => rule.id);
		expect(silent).toEqual([]);
	});
});

describe("the rules of the strategic planning cycle", () => {
	it("are named by a test, each of them", async () => {
		expect((await traceRequirements(root)).filter(({ tests }) => tests.length === 0)).toEqual([]);
	});
});

describe("the rules of the State's federal documents", () => {
	it("are named by a test wherever the program says that it checks them", async () => {
		const silent = (await traceFederalRules(root))
			.filter(({ rule, tests }) => rule.coverage === "checked" && tests.length === 0)
			.map(({ rule }) => rule.id);
		expect(silent).toEqual([]);
	});

	it("have INT-01 to INT-16 among them, each named by a test", async () => {
		const named = (await traceFederalRules(root)).filter(({ tests }) => tests.length > 0).map(({ rule }) => rule.id);
		const joining = Array.from({ length: 16 }, (_, i) => `INT-${String(i + 1).padStart(2, "0")}`);
		expect(named).toEqual(expect.arrayContaining(joining));
	});
});

describe("a published migration", () => {
	it("is never changed, and never taken out", async () => {
		const folder = await mkdtemp(path.join(tmpdir(), "throughline-published-"));
		await cp(migrationsFolder, folder, { recursive: true });
		const first = "0001-foundation.sql";
		const checksums = JSON.parse(await migrationChecksums(folder)) as { sha256: Record<string, string> };
		const text = await readFile(path.join(folder, first), "utf8");
		await writeFile(path.join(folder, "checksums.json"), JSON.stringify({ ...checksums, published: [first] }));
		expect(JSON.parse(await migrationChecksums(folder))).toMatchObject({ published: [first] });
		await writeFile(path.join(folder, "0003-new.sql"), "select 1;");
		expect(Object.keys((JSON.parse(await migrationChecksums(folder)) as typeof checksums).sha256)).toContain(
			"0003-new.sql",
		);
		await writeFile(path.join(folder, first), `${text}\n-- One more word.\n`);
		await expect(migrationChecksums(folder)).rejects.toThrow(/0001-foundation\.sql was changed after it was published/);
		await rm(path.join(folder, first));
		await expect(migrationChecksums(folder)).rejects.toThrow(/0001-foundation\.sql was changed after it was published/);
		await rm(folder, { recursive: true });
	});
});

describe("a published definition of an indicator", () => {
	it("is never changed, and never taken out: a change is a new version", async () => {
		const folder = await mkdtemp(path.join(tmpdir(), "throughline-published-"));
		await cp(path.join(root, "src/indicators/definitions"), folder, { recursive: true });
		const first = "p1/v1/stay.sql";
		const checksums = JSON.parse(await definitionChecksums(folder)) as { sha256: Record<string, string> };
		await writeFile(path.join(folder, "checksums.json"), JSON.stringify({ ...checksums, published: [first] }));
		expect(JSON.parse(await definitionChecksums(folder))).toMatchObject({ published: [first] });
		await writeFile(path.join(folder, first), `${await readFile(path.join(folder, first), "utf8")}-- One more word.\n`);
		await expect(definitionChecksums(folder)).rejects.toThrow(/p1\/v1\/stay\.sql was changed after it was published/);
		await rm(path.join(folder, first));
		await expect(definitionChecksums(folder)).rejects.toThrow(/put the new text in the folder of a new version/);
		await rm(folder, { recursive: true });
	});
});
