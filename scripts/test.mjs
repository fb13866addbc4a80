// `npm test`: everything, from a fresh checkout: packages, system tools, format, lint, types, build, and all tests on real
// services. Ends with "N passed, N failed". `npm run check` is the fast part.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install.mjs";
import { provideSystemTools } from "./system-tools.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
const fast = process.argv.includes("--fast");
const only = process.argv.slice(2).filter((argument) => argument !== "--fast");
installIfNeeded(root, spawnSync);
if (!fast) provideSystemTools();

let passed = 0;
let failed = 0;

/** Runs one command as one check. */
function check(name, command, ...args) {
	console.log(`\n> ${name}`);
	const { status } = spawnSync(process.execPath, [bin(command), ...args], { stdio: "inherit" });
	if (status === 0) passed += 1;
	else failed += 1;
	return status === 0;
}

/** The JavaScript behind a package's command. */
function bin(name) {
	const manifest = JSON.parse(readFileSync(path.join(root, "node_modules", name, "package.json"), "utf8"));
	const entry = typeof manifest.bin === "string" ? manifest.bin : Object.values(manifest.bin)[0];
	return path.join(root, "node_modules", name, entry);
}

check("Format and lint", "@biomejs/biome", "ci", "--error-on-warnings", ".");
check("Types and layers", "typescript", "-b");
check("Nothing unused", "knip");
if (!fast) {
	const { build } = await import("./build.mjs");
	await build();
}
const report = path.join(root, "test/.output/vitest.json");
rmSync(report, { force: true });
mkdirSync(path.dirname(report), { recursive: true });
console.log("\n> Tests");
const projects = fast ? ["--project", "unit"] : [];
spawnSync(
	process.execPath,
	[bin("vitest"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...projects, ...only],
	{
		stdio: "inherit",
	},
);
if (existsSync(report)) {
	const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
	passed += numPassedTests;
	failed += numFailedTests;
	// A file that could not even be loaded has no failed test in it.
	failed += testResults.filter(
		(file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
	).length;
} else {
	failed += 1;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
