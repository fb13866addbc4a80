import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "../../test/support/running-program.ts";
import { usage } from "./commands.ts";

const root = path.resolve(import.meta.dirname, "../..");
const run = promisify(execFile);
let home: string;

beforeAll(async () => {
	home = await mkdtemp(path.join(tmpdir(), "throughline-program-"));
	await buildProgram();
}, 120_000);
afterAll(() => rm(home, { recursive: true, force: true }));

describe("npx throughline", () => {
	it("runs from the project's folder without the network, and prints nothing but the result", async () => {
		const environment = { ...process.env, npm_config_offline: "true", npm_config_cache: path.join(home, "cache") };
		const { stdout } = await run("npx", ["throughline", "--help"], { cwd: root, env: environment });
		expect(stdout).toBe(`${usage()}\n`);
	}, 60_000);

	it("hands the exit code and the one sentence on", async () => {
		const failure = (await run(process.execPath, [path.join(root, "bin/throughline.mjs"), "nonsense"], {
			cwd: home,
		}).catch((error: unknown) => error)) as { code: number; stdout: string; stderr: string };
		expect(failure).toMatchObject({
			code: 1,
			stdout: "",
			stderr: 'There is no command "nonsense". See: npx throughline --help\n',
		});
	});
});

describe("the first use", () => {
	type Spawn = (command: string, args: readonly string[], options: { stdio: unknown }) => { status: number };
	type InstallScript = { installIfNeeded(root: string, spawn: Spawn): void };

	it("installs packages when there are none, with npm's words on standard error", async () => {
		const { installIfNeeded } = (await import(
			pathToFileURL(path.join(root, "scripts/install.mjs")).href
		)) as InstallScript;
		const calls: unknown[] = [];
		const spawn: Spawn = (command, args, { stdio }) => {
			calls.push({ command, args, stdio });
			return { status: 0 };
		};
		const lock = JSON.stringify({ packages: { "": {}, "node_modules/a": { version: "1.0.0" } } });
		await writeFile(path.join(home, "package-lock.json"), lock);
		installIfNeeded(home, spawn);
		expect(calls).toEqual([{ command: "npm", args: ["ci", "--no-audit", "--no-fund"], stdio: ["inherit", 2, 2] }]);
		await mkdir(path.join(home, "node_modules"), { recursive: true });
		await writeFile(path.join(home, "node_modules/.package-lock.json"), lock);
		installIfNeeded(home, spawn);
		expect(calls).toHaveLength(1);
	});
});
