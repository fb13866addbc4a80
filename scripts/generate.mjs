// `npm run generate`: makes every file that is made from another (the types of the tables, the checksums of the migrations, the
// API's description, the guide to the command line). A test compares them, so that nobody forgets.
import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installIfNeeded } from "./install.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
installIfNeeded(root, spawnSync);
const { build } = await import("esbuild");

// The bundle lies in the project, where its packages are found.
const bundle = path.join(root, ".build/generate/generate.mjs");
await build({
	stdin: {
		contents: `export { generateFiles } from "./test/generated/generated-files.ts";
			export { startTestPostgres } from "./test/support/postgres.ts";`,
		resolveDir: root,
		loader: "ts",
	},
	outfile: bundle,
	bundle: true,
	platform: "node",
	target: "node20",
	format: "esm",
	packages: "external",
	jsx: "automatic",
	logLevel: "warning",
});
const { generateFiles, startTestPostgres } = await import(pathToFileURL(bundle).href);
const postgres = await startTestPostgres();
try {
	for (const { file, text } of await generateFiles(root, postgres.adminUrl)) {
		await mkdir(path.dirname(path.join(root, file)), { recursive: true });
		await writeFile(path.join(root, file), text);
		console.log(`Written: ${file}`);
	}
} finally {
	await postgres.stop();
}
