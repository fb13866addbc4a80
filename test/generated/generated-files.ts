import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Cli } from "kysely-codegen";
import { commandLineReference } from "../../src/cli/command-line-reference.ts";
import { populationReference } from "../../src/indicators/entry/population-reference.ts";
import { extractProblemReference } from "../../src/indicators/extracts/extract-problem-reference.ts";
import { profileReference } from "../../src/indicators/profile/profile-reference.ts";
import { apiRoutes } from "../../src/server/api/api.ts";
import { describeApi } from "../../src/server/api/describe-api.ts";
import { prepareDatabase } from "../../src/storage/sql/prepare-database.ts";
import { federalTraceability, requirementTraceability, ruleTraceability } from "./rule-traceability.ts";

export type GeneratedFile = {
	/** From the project's folder. */
	readonly file: string;
	readonly text: string;
};

/**
 * Every file of the project that is made from another: what `npm run generate` writes, and what a test compares. `databaseUrl`
 * is that of an empty database.
 */
export async function generateFiles(root: string, databaseUrl: string): Promise<readonly GeneratedFile[]> {
	const migrations = path.join(root, "src/storage/sql/migrations");
	await prepareDatabase({ url: databaseUrl }, migrations);
	return [
		{ file: "src/storage/sql/tables.generated.ts", text: await describeTables(root, databaseUrl) },
		{ file: "src/storage/sql/migrations/checksums.json", text: await migrationChecksums(migrations) },
		{
			file: "src/indicators/definitions/checksums.json",
			text: await definitionChecksums(path.join(root, "src/indicators/definitions")),
		},
		{ file: "docs/reference/openapi.json", text: `${JSON.stringify(describeApi(apiRoutes), undefined, "\t")}\n` },
		{ file: "docs/reference/extract-problems.md", text: extractProblemReference() },
		{ file: "docs/reference/population-problems.md", text: populationReference() },
		{ file: "docs/reference/profile-problems.md", text: profileReference() },
		{ file: "docs/reference/sip-rules.md", text: await ruleTraceability(root) },
		{ file: "docs/reference/federal-rules.md", text: await federalTraceability(root) },
		{ file: "docs/reference/strategic-rules.md", text: await requirementTraceability(root) },
		{ file: "docs/guides/command-line.md", text: commandLineReference() },
	];
}

/** The types of the tables, from the migrated database. */
async function describeTables(root: string, databaseUrl: string): Promise<string> {
	const text = await new Cli().generate({
		url: databaseUrl,
		dialect: "postgres",
		includePattern: "app.*",
		dateParser: "string",
		typeMapping: { int8: "number" },
		outFile: null,
		logLevel: "silent",
	});
	// The linter leaves the file itself out.
	return format(root, "src/storage/sql/tables.ts", text);
}

/** A text in the project's format. */
function format(root: string, file: string, text: string): Promise<string> {
	const biome = path.join(root, "node_modules/@biomejs/biome/bin/biome");
	return new Promise((resolve, reject) => {
		const child = execFile(
			process.execPath,
			[biome, "format", `--stdin-file-path=${path.join(root, file)}`],
			{ cwd: root, maxBuffer: 16_777_216 },
			(error, formatted) => (error ? reject(error) : resolve(formatted)),
		);
		child.stdin?.end(text);
	});
}

/** SHA-256 of each migration: one that has been published is never changed again. */
export function migrationChecksums(folder: string): Promise<string> {
	return checksums(
		folder,
		(name) =>
			`The migration ${name} was changed after it was published. Databases have it as it was: take the change back and write a new migration.`,
	);
}

/** SHA-256 of each text of the indicators' definitions: a published version is never changed again. */
export function definitionChecksums(folder: string): Promise<string> {
	return checksums(
		folder,
		(name) =>
			`The definition ${name} was changed after it was published. Figures were made with it as it was: take the change back and put the new text in the folder of a new version.`,
	);
}

async function checksums(folder: string, changed: (name: string) => string): Promise<string> {
	const names = (await readdir(folder, { recursive: true }))
		.map((name) => name.replaceAll(path.sep, "/"))
		.filter((name) => name.endsWith(".sql"))
		.sort();
	const known = JSON.parse(await readFile(path.join(folder, "checksums.json"), "utf8")) as Checksums;
	const sums = await Promise.all(
		names.map(async (name) => [
			name,
			createHash("sha256")
				.update(await readFile(path.join(folder, name)))
				.digest("hex"),
		]),
	);
	const sha256 = Object.fromEntries(sums) as Readonly<Record<string, string>>;
	for (const name of known.published) {
		if (sha256[name] !== known.sha256[name]) throw new Error(changed(name));
	}
	return `${JSON.stringify({ published: known.published, sha256 }, undefined, "\t")}\n`;
}

type Checksums = {
	/** Files that were part of a release. */
	readonly published: readonly string[];
	readonly sha256: Readonly<Record<string, string>>;
};
